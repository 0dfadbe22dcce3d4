/* Aligned text.  On a terminal that is too narrow for it cells go on below. */
#include <config.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "cmd/out_row.h"

#define GAP	2	/* columns between two */
#define NARROW	12	/* no text is made narrower than this */

struct text_column {
	size_t	 width;
	bool	 right;		/* nothing but numbers */
	bool	 any;		/* a row has something in it */
};

static void
text_row(struct out *o, const struct out_value *v)
{
	struct out_kept	*k;
	struct buf	 b;

	k = arena_alloc(o->arena, 1,
	    sizeof(*k) + (size_t)o->ncol * sizeof(k->value[0]));
	for (int i = 0; i < o->ncol; i++) {
		buf_init(&b, o->arena);
		if (v[i].type != OUT_NULL)
			out_plain(&b, v[i].text);
		k->value[i] = (struct out_value){ v[i].type, buf_text(&b) };
	}
	*o->end = k;
	o->end = &k->next;
}

static void
spaces(struct buf *b, size_t n)
{
	while (n-- > 0)
		buf_char(b, ' ');
}

/*
 * As much of it as is that wide: up to the last space if there is one, else
 * broken anywhere, as Chinese is.
 */
static struct str
head_of(struct str s, size_t width)
{
	size_t	 at = 0, end = 0, space = 0, used = 0;

	while (at < s.n) {
		uint32_t	 c = utf8_next(s, &at);

		used += (size_t)utf8_width(c);
		if (used > width && end > 0)
			return str_sub(s, 0, space > 0 ? space : end);
		end = at;
		if (c == ' ')
			space = at;
		else if (c >= 0x80)
			space = 0;
	}
	return s;
}

/*
 * A row, on as many lines as it needs; nothing follows what is last.  rest
 * has room for what of each cell is still to come.
 */
static void
write_row(struct out *o, const struct out_value *v,
    const struct text_column *c, struct str *rest)
{
	bool	 more = true;

	for (int i = 0; i < o->ncol; i++)
		rest[i] = v[i].text;
	while (more) {
		size_t	 owed = 0;

		more = false;
		for (int i = 0; i < o->ncol; i++) {
			struct str	 s = head_of(rest[i], c[i].width);
			size_t		 w, pad;

			if (c[i].width == 0)
				continue;
			rest[i] = str_from(rest[i], s.n);
			more = more || rest[i].n > 0;
			if (rest[i].n > 0 && s.p[s.n - 1] == ' ')
				s.n--;
			w = str_width(s);
			pad = c[i].width > w ? c[i].width - w : 0;
			if (s.n > 0) {
				spaces(&o->line, owed +
				    (c[i].right ? pad : 0));
				buf_str(&o->line, s);
				owed = c[i].right ? 0 : pad;
			} else
				owed += c[i].width;
			owed += GAP;
		}
		buf_char(&o->line, '\n');
		out_flush(o);
	}
}

static size_t
total_width(const struct out *o, const struct text_column *c)
{
	size_t	 w = 0;

	for (int i = 0; i < o->ncol; i++)
		if (c[i].width > 0)
			w += c[i].width + (w > 0 ? GAP : 0);
	return w;
}

/*
 * Columns in which no row has anything are left out, then the widest text
 * is made narrower until all is as wide as the terminal.
 */
static void
fit(const struct out *o, struct text_column *c)
{
	if (o->opts.width == 0 || total_width(o, c) <= o->opts.width)
		return;
	for (int i = 0; i < o->ncol; i++)
		if (!c[i].any)
			c[i].width = 0;
	while (total_width(o, c) > o->opts.width) {
		int	 widest = -1;

		for (int i = 0; i < o->ncol; i++)
			if (!c[i].right && c[i].width > NARROW &&
			    (widest < 0 || c[i].width > c[widest].width))
				widest = i;
		if (widest < 0)
			return;
		c[widest].width--;
	}
}

static void
text_end(struct out *o)
{
	struct text_column	*c;
	struct out_value	*head;
	struct str		*rest;

	rest = arena_alloc(o->arena, (size_t)o->ncol, sizeof(*rest));
	c = arena_alloc(o->arena, (size_t)o->ncol, sizeof(*c));
	head = arena_alloc(o->arena, (size_t)o->ncol, sizeof(*head));
	for (int i = 0; i < o->ncol; i++) {
		bool	 number = false, text = false;

		head[i] = out_text(o->name[i]);
		c[i].width = str_width(o->name[i]);
		for (const struct out_kept *k = o->first; k != NULL;
		    k = k->next) {
			size_t	 w = str_width(k->value[i].text);

			c[i].width = w > c[i].width ? w : c[i].width;
			c[i].any |= w > 0;
			number |= k->value[i].type == OUT_NUMBER;
			text |= k->value[i].type == OUT_TEXT;
		}
		c[i].right = number && !text;
	}
	fit(o, c);
	write_row(o, head, c, rest);
	for (const struct out_kept *k = o->first; k != NULL; k = k->next)
		write_row(o, k->value, c, rest);
}

const struct out_writer	 out_table = { "table", NULL, text_row, text_end };
