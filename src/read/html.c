/*
 * HTML: decoded (charset.h), reduced to what matters (html_filter.h),
 * parsed by a library (html_parse.h), and read (html_body.h).
 */
#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/limit.h"
#include "doc/doc.h"
#include "doc/grid.h"
#include "read/charset.h"
#include "read/formula.h"
#include "read/html.h"
#include "read/html_charset.h"
#include "read/html_filter.h"
#include "read/html_tag.h"
#include "read/read.h"
#ifdef HAVE_GUMBO
#include "read/html_body.h"
#include "read/html_script.h"
#endif

/* Bids: more than text, less than what has a signature of its own. */
enum { BID_TAGS = 16, BID_START = 24, BID_NAMED = 40 };

#define PROBE_WITHIN	16384

static bool
is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

/*
 * The bytes without every second one when they look like UTF-16 of ASCII,
 * so that tags can be found in them.
 */
static size_t
sample(struct bytes in, char *p)
{
	static const struct {
		const char	*begins;
		size_t		 n, from, step;
	} known[] = {
		{ "\xEF\xBB\xBF", 3, 3, 1 },
		{ "\xFF\xFE", 2, 2, 2 },
		{ "\xFE\xFF", 2, 3, 2 },
		{ "<\0", 2, 0, 2 },	/* without a mark */
		{ "\0<", 2, 1, 2 },
	};
	size_t	 step = 1, from = 0, n = 0;

	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (in.n >= 4 &&
		    memcmp(in.p, known[i].begins, known[i].n) == 0) {
			from = known[i].from;
			step = known[i].step;
			break;
		}
	for (size_t i = from; i < in.n && n < PROBE_WITHIN; i += step)
		/* Half of a character is not to be taken for NUL. */
		p[n++] = step == 1 || (i ^ 1) >= in.n || in.p[i ^ 1] == 0 ?
		    (char)in.p[i] : '\x7F';
	return n;
}

/* Tables of Markdown and its kin, where tags only stand around other text. */
static bool
has_bars(struct str s)
{
	static const char *const	 begins[] = { "|--", "|:-", "| --",
		"| :-", "{|", "|===", "\\begin{tabular",
		"\\begin{longtable", "|_." };

	for (size_t at = 0; (at = str_find(s, STR("\n"), at)) != STR_NONE; ) {
		struct str	 line = str_from(s, ++at);

		for (size_t i = 0; i < sizeof(begins) / sizeof(begins[0]); i++)
			if (str_starts(line, str_of(begins[i])))
				return true;
	}
	return false;
}

int
html_probe(struct bytes in)
{
	char		 p[PROBE_WITHIN];
	struct str	 t = { p, sample(in, p) };
	struct html_tag	 g;
	size_t		 at = 0, first;
	int		 known = 0;
	bool		 named = false, table = false, start = false;

	if (memchr(p, '\0', t.n) != NULL)
		return 0;
	while (at < t.n && is_space(t.p[at]))
		at++;
	first = at;
	while ((at = str_find(t, STR("<"), at)) != STR_NONE) {
		struct str	 rest = str_from(t, at);
		bool		 begins = at == first;

		if (html_same(str_sub(rest, 0, 14), "<!doctype html"))
			return BID_NAMED;
		if (!html_tag(t, &at, &g)) {
			at++;
			continue;
		}
		if (g.name[0] == '\0') {
			/* A declaration or comment; what follows counts. */
			while (begins && at < t.n && is_space(t.p[at]))
				at++;
			first = begins ? at : first;
			continue;
		}
		if (strcmp(g.name, "html") == 0)
			named = true;
		if (begins && named)
			return BID_NAMED;
		start |= begins && g.kind != HTML_INLINE;
		if (begins && !start && str_has(str_of(g.name), STR(":")))
			return 0;	/* XML of another kind */
		known += g.kind != HTML_INLINE;
		table |= strcmp(g.name, "table") == 0;
	}
	if (!table && has_bars(t))
		return 0;
	return start ? BID_START : known >= 2 ? BID_TAGS : 0;
}

#ifdef HAVE_GUMBO

static int
page_text(struct arena *a, struct arena *tmp, struct str text,
    struct doc *d, struct err *e)
{
	struct html_page	 page;

	if (html_filter(tmp, formula_plain(tmp, text), &page, e) < 0)
		return -1;
	d->title = str_dup(a, page.title);
	d->date = str_dup(a, page.date);
	return html_body(a, tmp, page.markup, page.bare || has_bars(text), d,
	    e);
}

/* A table that may be the report's; those about a page have a few rows. */
#define ROWS	10

static bool
has_table(const struct block *b, int rows)
{
	while (b != NULL && (b->kind != BLOCK_TABLE || b->grid->nrow < rows))
		b = b->next;
	return b != NULL;
}

static const struct block *
behind(const struct doc *d, const struct block *last)
{
	return last != NULL ? last->next : d->first;
}

/*
 * Where a page has no tables, those that scripts put there; other text of
 * scripts is none of the page's.
 */
static int
read_page(struct arena *a, struct arena *tmp, struct str text,
    struct doc *d, struct err *e)
{
	struct html_script	 scripts = { .page = text };
	const struct block	*last = d->last;
	struct str		 made;
	int			 n = 0;

	if (page_text(a, tmp, text, d, e) < 0)
		return -1;
	if (has_table(behind(d, last), ROWS))
		return 0;
	while (html_script_next(tmp, &scripts, &made)) {
		struct doc	 was = *d;
		struct arena	*own;
		int		 ret;

		if (n++ == LIMIT_SCRIPTS)
			return err_set(e, ERR_LIMIT, "scripts with more than "
			    "%d tables", LIMIT_SCRIPTS);
		own = arena_new();
		ret = page_text(a, own, made, d, e);
		arena_free(own);
		if (ret < 0)
			return -1;
		if (!has_table(behind(d, was.last), 1))
			doc_take_back(d, &was);
		d->title = was.title;
		d->date = was.date;
	}
	return 0;
}

/* Cut off inside of a tag or text, or a page without its last tag. */
static bool
ends_open(struct str text)
{
	struct str	 s = str_trim(text);
	struct html_tag	 g;
	size_t		 at = 0;

	if (s.n == 0 || s.p[s.n - 1] != '>')
		return s.n != 0;
	while ((at = str_find(s, STR("<"), at)) != STR_NONE)
		if (!html_tag(s, &at, &g))
			at++;
		else if (g.kind != HTML_INLINE)
			return false;	/* a part of a page */
		else if (strcmp(g.name, "html") == 0)
			return html_end_tag(s, "html", at) == STR_NONE;
	return false;
}

int
html_read_text(struct arena *a, struct str text, struct doc *d,
    struct err *e)
{
	struct arena	*tmp = arena_new();
	int		 ret = read_page(a, tmp, text, d, e);

	arena_free(tmp);
	d->ends_open = ends_open(text);
	return ret;
}

#else

int
html_read_text(struct arena *a, struct str text, struct doc *d,
    struct err *e)
{
	(void)a;
	(void)text;
	(void)d;
	return err_set(e, ERR_TOOL,
	    "HTML is not read: built without the library gumbo");
}

#endif

/*
 * What the server said is believed before what the page says, and either
 * only if the page decodes in it.
 */
static int
decode(struct arena *a, struct bytes in, const struct read_opts *o,
    struct decoded *d, struct err *e)
{
	const char	*meta = html_declared(a, in);
	struct decoded	 second;

	if (o->http_charset == NULL || o->encoding != NULL)
		return charset_decode(a, in, o->encoding, meta, d, e);
	if (charset_decode(a, in, NULL, o->http_charset, d, e) < 0)
		return -1;
	if (meta == NULL || (!d->guessed && d->nbad == 0))
		return 0;
	if (charset_decode(a, in, NULL, meta, &second, e) < 0)
		return -1;
	if (!second.guessed && second.nbad <= d->nbad)
		*d = second;
	return 0;
}

int
html_read(struct arena *a, struct bytes in, const struct read_opts *o,
    struct doc *d, struct err *e)
{
	struct decoded	 dec;

	if (decode(a, in, o, &dec, e) < 0)
		return -1;
	d->by_line = true;
	charset_report(d, &dec);
	return html_read_text(a, dec.text, d, e);
}

const struct reader	 html_reader = {
	"html", "text/html", html_probe, html_read
};
