#include <config.h>

#include <assert.h>
#include <string.h>

#include "base/arena.h"
#include "base/embed.h"
#include "base/utf8.h"
#include "form/fact.h"
#include "form/form.h"
#include "form/label.h"
#include "form/remark.h"
#include "form/stat.h"

const char *
applicant_code(enum applicant who)
{
	static const char *const	 code[APPLICANT__N] = {
		[NATURAL_PERSON] = "natural_person",
		[COMMERCIAL_ENTERPRISE] = "commercial_enterprise",
		[RESEARCH_INSTITUTION] = "research_institution",
		[PUBLIC_INTEREST_ORG] = "public_interest_org",
		[LEGAL_SERVICE_ORG] = "legal_service_org",
		[OTHER_ORG] = "other_org",
		[APPLICANT_TOTAL] = "total",
	};

	return who == APPLICANT_NONE ? "" : code[who];
}

static const char *const	 part_code[PART__N] = {
	[PART_ART20_1] = "art20_1",
	[PART_ART20_5] = "art20_5",
	[PART_ART20_6] = "art20_6",
	[PART_ART20_8] = "art20_8",
	[PART_ART20_9] = "art20_9",
	[PART_REQUESTS] = "requests",
	[PART_DISPUTES] = "disputes",
	[PART_STATISTIC] = "statistic",
};

static const char *const	 form_code[FORM__N] = {
	[FORM_NONE] = "none",
	[FORM_OGI2019] = "ogi2019",
	[FORM_OGI2021] = "ogi2021",
	[FORM_STAT2014] = "stat2014",
	[FORM_LEGACY2008] = "legacy2008",
};

int
part_section(enum part p)
{
	return p == PART_DISPUTES ? 4 : p == PART_REQUESTS ? 3 : 2;
}

const char *
part_name(enum part p)
{
	return part_code[p];
}

const char *
form_name(enum form_id f)
{
	return form_code[f];
}

/*
 * 国办公开办函〔2021〕30号 from the reports of 2021 on, 国办公开办函〔2019〕60号
 * for 2019 and 2020, 国办发〔2014〕32号 for 2014 to 2018.
 */
enum form_id
form_of_year(int year)
{
	if (year >= 2021)
		return FORM_OGI2021;
	if (year >= 2019)
		return FORM_OGI2019;
	if (year >= 2014)
		return FORM_STAT2014;
	return year >= 2008 ? FORM_LEGACY2008 : FORM_NONE;
}

static int
index_of(const char *const *list, int n, struct str name)
{
	for (int i = 0; i < n; i++)
		if (str_eq(name, str_of(list[i])))
			return i;
	return -1;
}

/* The next line of a table that is neither a comment nor empty. */
static bool
next_row(struct str *rest, struct str *line)
{
	while (str_line(rest, line))
		if (line->n != 0 && line->p[0] != '#')
			return true;
	return false;
}

static int
count_rows(struct str text)
{
	struct str	 line;
	int		 n = 0;

	while (next_row(&text, &line))
		n++;
	return n;
}

/* Splits a line into exactly n fields; a table of ours has them all. */
static void
split(struct str line, struct str *field, int n)
{
	for (int i = 0; i < n; i++)
		if (!str_field(&line, '\t', &field[i]))
			field[i] = STR("");
}

static const char *
cstr(struct arena *a, struct str s)
{
	return str_dup(a, s).p;
}

enum { I_FORM, I_PART, I_CODE, I_PARENT, I_KIND, I_UNIT, I_ROW, I_COL, I_ZH,
	I_EN, I__N };

static void
load_items(struct arena *a, struct forms *f)
{
	struct str	 text = embed_text("form/item.tsv");
	struct str	 line, v[I__N];

	f->item = arena_alloc(a, (size_t)count_rows(text), sizeof(*f->item));
	while (next_row(&text, &line)) {
		struct item	*it = &f->item[f->nitem];
		int		 part;

		split(line, v, I__N);
		part = index_of(part_code, PART__N, v[I_PART]);
		/* Headings and the sentences of section 六 have no cells. */
		if (part < 0 || str_eq(v[I_KIND], STR("heading")) ||
		    (v[I_ROW].n == 0 && v[I_COL].n == 0))
			continue;
		*it = (struct item){
			.form = (enum form_id)index_of(form_code, FORM__N,
			    v[I_FORM]),
			.part = (enum part)part,
			.code = cstr(a, v[I_CODE]),
			.parent = cstr(a, v[I_PARENT]),
			.row = cstr(a, v[I_ROW]),
			.col = cstr(a, v[I_COL]),
			.unit = cstr(a, v[I_UNIT]),
			.label_zh = cstr(a, v[I_ZH]),
			.label_en = cstr(a, v[I_EN]),
			.is_signed = str_eq(v[I_KIND], STR("signed")),
			.is_money = str_eq(v[I_KIND], STR("money")) ||
			    str_eq(v[I_UNIT], STR("万元")),
			.is_total = str_eq(v[I_KIND], STR("total")),
			.is_group = str_eq(v[I_KIND], STR("group")),
			.index = f->nitem,
		};
		f->nitem++;
	}
}

enum { L_PART, L_FORMS, L_AXIS, L_KEY, L_KIND, L_TEXT, L_WITHOUT, L__N };

static enum axis
axis_of(struct str s)
{
	return str_eq(s, STR("row")) ? AXIS_ROW :
	    str_eq(s, STR("col")) ? AXIS_COL : AXIS_BLOCK;
}

static unsigned
forms_of(struct str s)
{
	if (str_eq(s, STR("2019")))
		return 1u << FORM_OGI2019;
	if (str_eq(s, STR("2021")))
		return 1u << FORM_OGI2021;
	return 1u << FORM_OGI2019 | 1u << FORM_OGI2021;
}

static void
load_labels(struct arena *a, struct forms *f)
{
	struct str	 text = embed_text("form/label.tsv");
	struct str	 line, v[L__N], word;

	f->label = arena_alloc(a, (size_t)count_rows(text),
	    sizeof(*f->label));
	while (next_row(&text, &line)) {
		struct label	*l = &f->label[f->nlabel++];
		int		 n = 0;

		split(line, v, L__N);
		*l = (struct label){
			.part = (enum part)index_of(part_code, PART__N,
			    v[L_PART]),
			.forms = forms_of(v[L_FORMS]),
			.axis = axis_of(v[L_AXIS]),
			.key = cstr(a, v[L_KEY]),
			.official = !str_eq(v[L_KIND], STR("keyword")),
			.text = label_norm(a, v[L_TEXT], NULL),
		};
		l->chars = label_chars(l->text);
		while (v[L_WITHOUT].n != 0 && n < 4 &&
		    str_field(&v[L_WITHOUT], '|', &word))
			l->without[n++] = str_dup(a, word);
	}
	/* A keyword may be as long as twice the longest official text. */
	for (int i = 0; i < f->nlabel; i++)
		for (int j = 0; j < f->nlabel; j++)
			if (f->label[j].official &&
			    f->label[j].part == f->label[i].part &&
			    f->label[j].axis == f->label[i].axis &&
			    strcmp(f->label[j].key, f->label[i].key) == 0 &&
			    f->label[j].text.n > f->label[i].longest)
				f->label[i].longest = f->label[j].text.n;
}

/* The rows of a part and axis stand together in the table. */
static void
index_labels(struct forms *f)
{
	for (const struct label *l = f->label; l < f->label + f->nlabel;
	    l++) {
		struct labels	*of;

		assert(l->part < PART_STATISTIC);
		of = &f->of[l->part][l->axis];
		assert(of->first == NULL || of->end == l);
		if (of->first == NULL)
			of->first = l;
		of->end = l + 1;
	}
}

const struct forms *
forms_load(struct arena *a)
{
	struct forms	*f = arena_alloc(a, 1, sizeof(*f));

	f->facts = fact_load(a);
	f->remarks = remark_load(a);
	load_items(a, f);
	load_labels(a, f);
	index_labels(f);
	for (int i = 0; i < f->nitem; i++) {
		struct item	*it = &f->item[i];
		size_t		 n;

		if (it->part != PART_STATISTIC)
			continue;
		it->bare = stat_bare(a, str_of(it->label_zh));
		n = utf8_length(it->bare);
		if (n > f->bare_chars)
			f->bare_chars = n;
	}
	return f;
}

const struct item *
forms_item(const struct forms *f, enum form_id form, enum part part,
    struct str row, struct str col)
{
	for (int i = 0; i < f->nitem; i++)
		if (f->item[i].form == form && f->item[i].part == part &&
		    str_eq(row, str_of(f->item[i].row)) &&
		    str_eq(col, str_of(f->item[i].col)))
			return &f->item[i];
	return NULL;
}

const struct item *
forms_code(const struct forms *f, enum form_id form, const char *code)
{
	for (int i = 0; i < f->nitem; i++)
		if (f->item[i].form == form &&
		    strcmp(f->item[i].code, code) == 0)
			return &f->item[i];
	return NULL;
}
