#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/limit.h"
#include "base/utf8.h"
#include "form/form.h"
#include "store/archive.h"
#include "store/query.h"
#include "store/userrule.h"

enum field { F_ID, F_SLUG, F_SEVERITY, F_TITLE_ZH, F_BASIS, F_READS,
    F_TEXT_ZH, F__N };

static const struct {
	const char	*name;
	size_t		 at;		/* in struct user_rule */
	bool		 must;
} fields[F__N] = {
	[F_ID] = { "id", offsetof(struct user_rule, id), true },
	[F_SLUG] = { "slug", offsetof(struct user_rule, slug), false },
	[F_SEVERITY] = { "severity", offsetof(struct user_rule, severity),
	    true },
	[F_TITLE_ZH] = { "title_zh", offsetof(struct user_rule, title_zh),
	    false },
	[F_BASIS] = { "basis", offsetof(struct user_rule, basis), true },
	[F_READS] = { "reads", 0, true },
	[F_TEXT_ZH] = { "text_zh", offsetof(struct user_rule, text_zh),
	    false },
};

struct parse {
	struct store		*store;
	struct arena		*arena;
	struct user_rule	*rule;
	struct canned		 head;
	struct err		*err;
};

/* The number of the line in which a part of the text begins. */
static int
line_of(const struct user_rule *r, const char *p)
{
	int	 line = 1;

	for (const char *q = r->text.p; q < p; q++)
		line += *q == '\n';
	return line;
}

static bool
is_id(struct str s)
{
	if (s.n < 3 || s.n > 5 || s.p[0] != 'U')
		return false;
	for (size_t i = 1; i < s.n; i++)
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
	return true;
}

static bool
is_word(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (strchr("abcdefghijklmnopqrstuvwxyz0123456789_",
		    s.p[i]) == NULL || s.p[i] == '\0')
			return false;
	return s.n > 0;
}

static bool
is_severity(struct str s)
{
	return str_eq(s, STR("error")) || str_eq(s, STR("warning")) ||
	    str_eq(s, STR("notice")) || str_eq(s, STR("info"));
}

/* The item of that code in any form: section 三 has applicants. */
static const struct item *
item_of(struct store *s, struct str code)
{
	for (int i = 0; i < s->forms->nitem; i++)
		if (str_eq(code, str_of(s->forms->item[i].code)))
			return &s->forms->item[i];
	return NULL;
}

static bool
is_applicant(struct str code)
{
	for (int i = 0; i < APPLICANT__N; i++)
		if (str_eq(code, str_of(applicant_code((enum applicant)i))))
			return true;
	return false;
}

/* "item" or "item/applicant"; of section 三 the column 总计 else. */
static int
parse_cell(struct parse *p, struct str word, struct rule_cell *c)
{
	int			 line = line_of(p->rule, word.p);
	const struct item	*it;
	struct str		 rest = word;

	str_field(&rest, '/', &c->item);
	c->applicant = rest.p != NULL ? rest : STR("");
	if ((it = item_of(p->store, c->item)) == NULL)
		return err_set(p->err, ERR_USAGE, SAY(p->store, "%s:%d: there "
		    "is no item '%.*s'"), p->rule->name, line,
		    STR_ARG(c->item));
	if (it->part == PART_REQUESTS && c->applicant.n == 0)
		c->applicant = STR("total");
	if (it->part == PART_REQUESTS ? !is_applicant(c->applicant) :
	    c->applicant.n != 0)
		return err_set(p->err, ERR_USAGE, SAY(p->store, "%s:%d: "
		    "'%.*s' has no column '%.*s'"), p->rule->name, line,
		    STR_ARG(c->item), STR_ARG(c->applicant));
	return 0;
}

/* Cells with blanks or commas between; "-" is none. */
static int
parse_reads(struct parse *p, struct str s)
{
	struct rule_cell	*cell;
	size_t			 i = 0;

	if (str_eq(s, STR("-")))
		return 0;
	cell = arena_alloc(p->arena, s.n + 1, sizeof(*cell));
	while (i < s.n) {
		size_t	 n = 0;

		while (i + n < s.n && strchr(" \t,", s.p[i + n]) == NULL)
			n++;
		if (n > 0 && parse_cell(p, str_sub(s, i, n),
		    &cell[p->rule->nread++]) < 0)
			return -1;
		i += n + 1;
	}
	p->rule->read = cell;
	return 0;
}

/* A line "-- :name  value". */
static int
parse_field(struct parse *p, const struct canned_param *f, bool *have)
{
	struct user_rule	*r = p->rule;
	int			 i = 0, line = line_of(r, f->name.p);

	while (i < F__N && !str_eq(f->name, str_of(fields[i].name)))
		i++;
	if (i == F__N)
		return err_set(p->err, ERR_USAGE, SAY(p->store, "%s:%d: there "
		    "is no field '%.*s'"), r->name, line, STR_ARG(f->name));
	if (have[i])
		return err_set(p->err, ERR_USAGE, SAY(p->store, "%s:%d: a "
		    "second '%.*s'"), r->name, line, STR_ARG(f->name));
	have[i] = f->meaning.n > 0;
	if (i == F_READS)
		return parse_reads(p, f->meaning);
	*(struct str *)(void *)((char *)r + fields[i].at) = f->meaning;
	if (i == F_ID && !is_id(f->meaning))
		return err_set(p->err, ERR_USAGE, SAY(p->store, "%s:%d: an id "
		    "is U and two to four digits, as U01, not '%.*s'"),
		    r->name, line, STR_ARG(f->meaning));
	if (i == F_SEVERITY && !is_severity(f->meaning))
		return err_set(p->err, ERR_USAGE, SAY(p->store, "%s:%d: "
		    "severity is error, warning, notice or info, not '%.*s'"),
		    r->name, line, STR_ARG(f->meaning));
	if (i == F_SLUG && !is_word(f->meaning))
		return err_set(p->err, ERR_USAGE, SAY(p->store, "%s:%d: a slug "
		    "is of a-z, 0-9 and _, not '%.*s'"), r->name, line,
		    STR_ARG(f->meaning));
	return 0;
}

static int
check_text(const struct store *s, const struct user_rule *r, struct err *e)
{
	struct bytes	 b = { (const unsigned char *)r->text.p, r->text.n };
	const char	*nul = r->text.n > 0 ? memchr(r->text.p, '\0',
			    r->text.n) : NULL;
	size_t		 n = utf8_valid(b);

	if (r->text.n > LIMIT_RULE_TEXT)
		return err_set(e, ERR_USAGE, SAY(s, "%s: more than %d bytes"),
		    r->name, LIMIT_RULE_TEXT);
	if (n != b.n)
		return err_set(e, ERR_USAGE, SAY(s, "%s:%d: not UTF-8"),
		    r->name, line_of(r, r->text.p + n));
	if (nul != NULL)
		return err_set(e, ERR_USAGE, SAY(s, "%s:%d: a byte of 0"),
		    r->name, line_of(r, nul));
	return 0;
}

int
user_rule_parse(struct store *s, struct arena *a, const char *name,
    struct str text, struct user_rule *r, struct err *e)
{
	struct parse	 p = { s, a, r, { .nparam = 0 }, e };
	bool		 have[F__N] = { false };

	*r = (struct user_rule){ .text = text, .name = name };
	if (check_text(s, r, e) < 0)
		return -1;
	canned_parse(a, &p.head, STR(""), text);
	for (int i = 0; i < p.head.nparam; i++)
		if (parse_field(&p, &p.head.param[i], have) < 0)
			return -1;
	if (p.head.title.n == 0)
		return err_set(e, ERR_USAGE, SAY(s, "%s:1: the first line is "
		    "\"-- \" and the title"), name);
	for (int i = 0; i < F__N; i++)
		if (fields[i].must && !have[i])
			return err_set(e, ERR_USAGE, SAY(s, "%s:1: the comment "
			    "has no \"-- :%s\""), name, fields[i].name);
	r->title_en = p.head.title;
	if (str_ends(r->title_en, STR(".")))
		r->title_en.n--;
	r->text_en = p.head.help;
	if (r->title_zh.n == 0)
		r->title_zh = r->title_en;
	if (r->text_zh.n == 0)
		r->text_zh = r->text_en;
	if (r->slug.n == 0)
		r->slug = r->id;
	return 0;
}
