/*
 * JSON (RFC 8259), as portals answer with articles and as programs write
 * down what they have read off pages: all text in it that has an ideograph,
 * in its order, but the title of an object first.  What has tags is a page.
 */
#include <config.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/limit.h"
#include "base/utf8.h"
#include "doc/doc.h"
#include "read/charset.h"
#include "read/html.h"
#include "read/html_script.h"
#include "read/quoted.h"
#include "read/read.h"
#include "read/text_body.h"

enum { BID = 44 };		/* pages may stand in it */

#define PROBE_WITHIN	4096
#define CALL_BYTES	64	/* of "callback(" or "var data =" before it */
#define NO_TEXT		((size_t)-1)

/* A string that is no key, or several beside each other in an array. */
struct entry {
	struct str	 key;		/* the nearest before it */
	struct str	 text;
	size_t		 object;	/* in which it stands */
	bool		 done;
};

struct object {
	size_t		 parent;	/* or itself */
	size_t		 title;		/* of its entries, or NO_TEXT */
};

struct json {
	struct arena	*arena;
	struct doc	*doc;
	struct entry	*entry;
	size_t		 nentry, entrycap;
	struct object	*object;
	size_t		 nobject, objectcap;
	size_t		 now;		/* object */
	int		 depth;
	size_t		 ndates, ntitles;
	struct str	 date, title;	/* the last of them */
	int		 npages;
};

static bool
is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Where the first bracket stands, behind the name of a call at most. */
static size_t
find_start(struct str s)
{
	size_t	 i = str_starts(s, STR("\xEF\xBB\xBF")) ? 3 : 0;
	bool	 sign = false, any = false;

	for (; i < s.n && i < CALL_BYTES; i++) {
		char	 c = s.p[i];

		if (c == '{' || c == '[')
			return sign || !any ? i : STR_NONE;
		if (is_space(c) || c == ';')
			continue;
		any = true;
		sign = c == '(' || c == '=';
		if (!sign && !(c >= '0' && c <= '9') && c != '_' && c != '$' &&
		    c != '.' && !((c | 0x20) >= 'a' && (c | 0x20) <= 'z'))
			return STR_NONE;
	}
	return STR_NONE;
}

static int
json_probe(struct bytes in)
{
	struct str	 s = { (const char *)in.p,
			    in.n < PROBE_WITHIN ? in.n : PROBE_WITHIN };
	struct quoted	 q = { .text = s };
	size_t		 at = find_start(s);
	bool		 array;

	if (at == STR_NONE)
		return 0;
	array = s.p[at] == '[';
	for (at++; at < s.n && is_space(s.p[at]); at++)
		;
	if (at == s.n || (s.p[at] != '"' && s.p[at] != '{' &&
	    (!array || s.p[at] != '[')))
		return 0;
	q.at = at;
	while (quoted_next(&q))
		if (q.key)
			return BID;
		else if (!array)
			return 0;
	return 0;
}

static bool
ends_in_title(struct str key)
{
	return str_ends(key, STR("title")) || str_ends(key, STR("Title")) ||
	    str_ends(key, STR("TITLE")) || str_ends(key, STR("标题"));
}

static bool
is_title(struct str key, struct str text)
{
	return ends_in_title(key) && !str_starts(key, STR("sub")) &&
	    !utf8_longer(text, 200) && !str_has(text, STR("\n"));
}

/* Day of publication, "2022-01-25 09:12:33". */
static bool
is_date(struct str key, struct str text)
{
	return (str_starts(key, STR("pub")) || str_starts(key, STR("Pub"))) &&
	    str_starts(text, STR("20"));
}

static int
open_object(struct json *j, struct err *e)
{
	if (++j->depth > LIMIT_NEST)
		return err_set(e, ERR_LIMIT, "more than %d objects in one "
		    "another", LIMIT_NEST);
	j->object = arena_grow(j->arena, j->object, j->nobject, &j->objectcap,
	    sizeof(*j->object));
	j->object[j->nobject] = (struct object){ j->now, NO_TEXT };
	j->now = j->nobject++;
	return 0;
}

static void
close_objects(struct json *j, int n)
{
	for (; n > 0 && j->now != 0; n--, j->depth--)
		j->now = j->object[j->now].parent;
}

static void
add_entry(struct json *j, struct str key, struct str text)
{
	j->entry = arena_grow(j->arena, j->entry, j->nentry, &j->entrycap,
	    sizeof(*j->entry));
	if (is_title(key, text) && utf8_has_han(text) &&
	    j->object[j->now].title == NO_TEXT) {
		j->object[j->now].title = j->nentry;
		j->title = text;
		j->ntitles++;
	}
	if (is_date(key, text)) {
		j->date = text;
		j->ndates++;
	}
	j->entry[j->nentry++] = (struct entry){ key, text, j->now, false };
}

/* The elements of an array are lines of one text. */
static void
flush(struct json *j, struct buf *lines, struct str key)
{
	if (lines->n == 0)
		return;
	add_entry(j, key, str_dup(j->arena, buf_text(lines)));
	buf_clear(lines);
}

static int
collect(struct json *j, struct quoted *q, struct err *e)
{
	struct str	 key = STR(""), text;
	struct buf	 lines;

	buf_init(&lines, j->arena);
	if (open_object(j, e) < 0)
		return -1;
	while (quoted_next(q)) {
		if (!q->goes_on || q->key)
			flush(j, &lines, key);
		close_objects(j, q->downs);
		for (; q->ups > 0; q->ups--)
			if (open_object(j, e) < 0)
				return -1;
		text = quoted_text(j->arena, q->raw);
		if (q->key) {
			key = text;
			continue;
		}
		if (lines.n > 0 && lines.p[lines.n - 1] != '\n')
			buf_puts(&lines, "\n");
		buf_str(&lines, text);
	}
	flush(j, &lines, key);
	close_objects(j, q->downs);
	return 0;
}

static int
put(struct json *j, struct entry *n, struct err *e)
{
	struct str	 s = html_resolve(j->arena, n->text);

	if (n->done || !utf8_has_han(s))
		return 0;
	n->done = true;
	if (!str_has(s, STR("</")) && !str_has(s, STR("<br")) &&
	    !str_has(s, STR("<p>")))
		return text_body(j->arena, s, 1, j->doc, e);
	if (++j->npages > LIMIT_TABLES)
		return err_set(e, ERR_LIMIT, "more than %d pages in one file",
		    LIMIT_TABLES);
	return html_read_text(j->arena, s, j->doc, e);
}

/* The titles of what it stands in, from the outside, and itself. */
static int
put_titled(struct json *j, struct entry *n, struct err *e)
{
	size_t	 above[LIMIT_NEST], depth = 0, o = n->object;

	for (; depth < LIMIT_NEST; o = j->object[o].parent) {
		if (j->object[o].title != NO_TEXT)
			above[depth++] = j->object[o].title;
		if (o == j->object[o].parent)
			break;
	}
	while (depth > 0)
		if (put(j, &j->entry[above[--depth]], e) < 0)
			return -1;
	return put(j, n, e);
}

static int
json_read(struct arena *a, struct bytes in, const struct read_opts *opts,
    struct doc *d, struct err *e)
{
	struct json	 j = { .arena = a, .doc = d };
	struct decoded	 dec;
	struct quoted	 q = { .at = 0 };

	if (charset_decode(a, in, opts->encoding, opts->http_charset, &dec,
	    e) < 0)
		return -1;
	charset_report(d, &dec);
	q.text = dec.text;
	if (collect(&j, &q, e) < 0)
		return -1;
	for (size_t i = 0; i < j.nentry; i++)
		if (put_titled(&j, &j.entry[i], e) < 0)
			return -1;
	/* Of several articles, each has its own. */
	d->title = j.ntitles == 1 ? j.title : STR("");
	d->date = j.ndates == 1 ? j.date : STR("");
	d->by_line = false;
	d->ends_open = q.open || j.now != 0;
	return 0;
}

const struct reader	 json_reader = {
	"json", "application/json", json_probe, json_read
};
