#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "form/filing.h"

const char *
obs_name(enum obs_kind k)
{
	static const char *const	 name[OBS__N] = {
		[OBS_LABEL] = "label",
		[OBS_UNKNOWN_ROW] = "unknown_row",
		[OBS_ROW_MISSING] = "row_missing",
		[OBS_HEADING] = "heading",
		[OBS_ELSEWHERE] = "elsewhere",
		[OBS_NUMBERING] = "numbering",
		[OBS_ARTICLE] = "article",
		[OBS_RAGGED] = "ragged",
		[OBS_CELL_COUNT] = "cell_count",
		[OBS_FRAGMENTS] = "fragments",
		[OBS_SUPERSEDED] = "superseded",
		[OBS_DOC_NUMBER] = "doc_number",
		[OBS_PERIOD] = "period",
		[OBS_PERIOD_WRONG] = "period_wrong",
		[OBS_YEAR_CONFLICT] = "year_conflict",
		[OBS_YEAR_IN_TEXT] = "year_in_text",
		[OBS_SELF_NAME] = "self_name",
		[OBS_ARTEFACT] = "artefact",
		[OBS_VAGUE_PERIOD] = "vague_period",
		[OBS_TOPIC_MISSING] = "topic_missing",
		[OBS_SUPERVISION] = "supervision",
		[OBS_FEE_STATEMENT] = "fee_statement",
		[OBS_AMOUNT_IN_YUAN] = "amount_in_yuan",
	};

	return name[k];
}

struct filing *
filing_new(struct arena *a)
{
	struct filing	*f = arena_alloc(a, 1, sizeof(*f));

	f->agency_from = f->year_from = "";
	f->figure_end = &f->figure;
	f->statistic_end = &f->statistic;
	f->obs_end = &f->obs;
	f->fact_end = &f->fact;
	for (int i = 0; i < SECTION__N; i++)
		f->section[i].ordinal = i;
	return f;
}

struct figure *
filing_add_figure(struct arena *a, struct filing *f, const struct item *item,
    enum applicant who)
{
	struct figure	*g = arena_alloc(a, 1, sizeof(*g));

	*g = (struct figure){ .item = item, .who = who, .block = -1,
	    .row = -1, .col = -1 };
	*f->figure_end = g;
	f->figure_end = &g->next;
	f->nfigure++;
	return g;
}

struct obs *
filing_add_obs(struct arena *a, struct filing *f, enum obs_kind kind,
    int line, struct str place, struct str text)
{
	struct obs	*o = arena_alloc(a, 1, sizeof(*o));

	*o = (struct obs){ .kind = kind, .line = line, .line_end = line,
	    .place = place, .text = text };
	*f->obs_end = o;
	f->obs_end = &o->next;
	return o;
}

const struct figure *
filing_figure(const struct filing *f, const char *code, enum applicant who)
{
	for (const struct figure *g = f->figure; g != NULL; g = g->next)
		if (g->who == who && strcmp(g->item->code, code) == 0)
			return g;
	return NULL;
}

/* A text on one line. */
static void
dump_str(struct buf *b, const char *name, struct str s)
{
	buf_printf(b, "%s ", name);
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] == '\n')
			buf_puts(b, "\\n");
		else if ((unsigned char)s.p[i] < 0x20)
			buf_puts(b, "?");
		else
			buf_add(b, s.p + i, 1);
	buf_puts(b, "\n");
}

static void
dump_figure(struct buf *b, const struct figure *g)
{
	char	 num[DEC_MAX] = "";

	if (g->state == STATE_NUMBER || g->state == STATE_INFERRED)
		dec_print(g->value, num);
	buf_printf(b, "fig %s %s %s %s @%d ", g->item->code,
	    g->who == APPLICANT_NONE ? "-" : applicant_code(g->who),
	    state_name(g->state), num, g->line);
	dump_str(b, "raw", g->raw);
}

void
filing_dump(const struct filing *f, struct buf *b)
{
	char	 num[DEC_MAX];

	dump_str(b, "agency", f->agency);
	buf_printf(b, "agency_from %s\nyear %d\nyear_from %s\nform %s\n",
	    f->agency_from, f->year, f->year_from, form_name(f->form));
	dump_str(b, "title", f->title);
	dump_str(b, "published_on", f->published_on);
	dump_str(b, "period_from", f->period_from);
	dump_str(b, "period_to", f->period_to);
	for (int i = 0; i < PART__N; i++)
		if (f->part[i].found)
			buf_printf(b, "part %s %s @%d%s\n",
			    part_name((enum part)i),
			    form_name(f->part[i].form), f->part[i].line,
			    f->part[i].truncated ? " truncated" : "");
	for (int i = 0; i < SECTION__N; i++)
		if (f->section[i].found) {
			buf_printf(b, "section %d @%d-%d %zu bytes ", i,
			    f->section[i].line, f->section[i].line_end,
			    f->section[i].text.n);
			dump_str(b, "heading", f->section[i].heading);
		}
	for (const struct figure *g = f->figure; g != NULL; g = g->next)
		dump_figure(b, g);
	for (const struct statistic *s = f->statistic; s != NULL; s = s->next) {
		buf_printf(b, "stat %s %s %s @%d ",
		    s->item != NULL ? s->item->code : "-",
		    state_name(s->state), s->state == STATE_NUMBER ?
		    dec_print(s->value, num) : "", s->line);
		dump_str(b, "label", s->label);
	}
	for (const struct obs *o = f->obs; o != NULL; o = o->next) {
		buf_printf(b, "obs %s @%d " STR_FMT " ", obs_name(o->kind),
		    o->line, STR_ARG(o->place));
		dump_str(b, "text", o->text);
	}
	for (const struct fact *t = f->fact; t != NULL; t = t->next) {
		buf_printf(b, "fact %s %s%s%s %s @%d ", t->code,
		    t->approx ? "~" : "",
		    t->has_value ? dec_print(t->value, num) : "-", t->unit,
		    t->scope, t->line);
		dump_str(b, "quote", t->quote);
	}
	for (const struct note *n = f->notes.first; n != NULL; n = n->next) {
		buf_printf(b, "note %s @%d ", note_name(n->id), n->line);
		dump_str(b, "detail", n->detail);
	}
}
