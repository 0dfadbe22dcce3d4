/*
 * Web pages saved as one file (MHTML, RFC 2557), and e-mails like them: the
 * first part that is HTML is the document, or else the first that is text.
 */
#include <config.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/limit.h"
#include "doc/doc.h"
#include "read/html.h"
#include "read/html_tag.h"
#include "read/mime.h"
#include "read/read.h"

#define BID	48	/* more than HTML, which may be quoted in it */
#define NEST	8	/* of parts in parts */

extern const struct reader	 text_reader;

static int
mht_probe(struct bytes in)
{
	return mime_probe(in) ? BID : 0;
}

static bool
is_multipart(const struct mime_part *p)
{
	return p->boundary.n > 0 &&
	    html_same(str_sub(p->type, 0, 10), "multipart/");
}

/* The better of the parts inside; nested ones are looked into in turn. */
static bool
choose(const struct mime_part *whole, struct mime_part *best, int depth)
{
	struct mime_part	 p, inner;
	struct bytes		 rest = whole->body;
	int			 line = whole->line;
	bool			 found = false;

	if (!is_multipart(whole)) {
		*best = *whole;
		return whole->type.n == 0 ||
		    html_same(str_sub(whole->type, 0, 5), "text/");
	}
	while (depth < NEST &&
	    mime_next(&rest, &line, whole->boundary, &inner)) {
		if (!choose(&inner, &p, depth + 1))
			continue;
		if (!found)
			*best = p;
		found = true;
		if (html_same(p.type, "text/html")) {
			*best = p;
			return true;
		}
	}
	return found;
}

/* From lines of the part to lines of the file. */
static void
map_lines(struct doc *d, const int *map, int n)
{
	struct cell	*c;

	for (struct block *b = d->first; b != NULL; b = b->next) {
		if (b->line > 0 && b->line <= n)
			b->line = map[b->line];
		for (int i = 0; b->grid != NULL && i < b->grid->nrow; i++)
			for (int k = 0; k < b->grid->ncol; k++) {
				c = grid_at(b->grid, i, k);
				if (c != NULL && c->row == i && c->col == k &&
				    c->line > 0 && c->line <= n)
					c->line = map[c->line];
			}
	}
	for (struct note *o = d->notes.first; o != NULL; o = o->next)
		if (o->line > 0 && o->line <= n)
			o->line = map[o->line];
}

static int
mht_read(struct arena *a, struct bytes in, const struct read_opts *opts,
    struct doc *d, struct err *e)
{
	struct read_opts	 o = *opts;
	struct mime_part	 whole, p;
	struct bytes		 body;
	int			*lines, nline, ret;

	mime_part(in, 1, &whole);
	if (!choose(&whole, &p, 0))
		return err_set(e, ERR_FORMAT, "no page or text in the message");
	if (p.charset.n > 0)
		o.http_charset = arena_dup(a, p.charset.p, p.charset.n);
	body = mime_decode(a, &p, &lines, &nline);
	ret = html_same(p.type, "text/html") || html_probe(body) > 0 ?
	    html_read(a, body, &o, d, e) :
	    text_reader.read(a, body, &o, d, e);
	if (lines != NULL)
		map_lines(d, lines, nline);
	else
		d->by_line = false;
	return ret;
}

const struct reader	 mht_reader = {
	"mht", "multipart/related", mht_probe, mht_read
};
