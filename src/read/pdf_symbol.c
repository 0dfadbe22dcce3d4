#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "read/pdf_draw.h"
#include "read/pdf_scan.h"
#include "read/pdf_symbol.h"

#define SYMBOLS	50000		/* that are remembered */
#define BITMAP	(8 * PT)	/* as large as a picture of one may be */

/* "glyph3-12" or "glyph-3-12"; false if it is the id of something else. */
static bool
read_id(struct str id, int *font, int *glyph)
{
	int	 n[2] = { -1, -1 }, at = 0;

	if (!str_starts(id, STR("glyph")))
		return false;
	id = str_from(id, strlen("glyph"));
	if (str_starts(id, STR("-")))
		id = str_from(id, 1);
	for (size_t i = 0; i < id.n; i++)
		if (id.p[i] == '-' && at == 0)
			at = 1;
		else if (id.p[i] < '0' || id.p[i] > '9' || n[at] > 1000000)
			return false;
		else
			n[at] = (n[at] < 0 ? 0 : 10 * n[at]) + (id.p[i] - '0');
	*font = n[0];
	*glyph = n[1];
	return n[0] >= 0 && n[1] >= 0;
}

bool
pdf_path_box(const struct pdf_matrix *m, struct str d, struct pdf_box *box)
{
	struct pdf_pen	 p = { .m = *m };
	bool		 any = false;
	double		 x, y;

	for (;;) {
		while (d.n != 0 && (d.p[0] == ' ' || d.p[0] == '\n' ||
		    d.p[0] >= 'A'))
			d = str_from(d, 1);
		if (!scan_number(&d, &x) || !scan_number(&d, &y))
			break;
		pdf_pen_pass(&p, x, y);
		any = true;
	}
	if (any)
		*box = p.box;
	return any;
}

static bool
is_flat(const struct pdf_box *b)
{
	return b->x0 >= b->x1 || b->y0 >= b->y1;
}

static void
add_ink(struct pdf_symbol *s, struct pdf_box ink)
{
	if (!is_flat(&ink))
		s->ink = is_flat(&s->ink) ? ink : pdf_both(s->ink, ink);
}

/* The number at the end of "image5" or "source-5"; -1 if it is neither. */
static int
image_id(struct str id)
{
	int	 n = 0;

	if (str_starts(id, STR("image")))
		id = str_from(id, strlen("image"));
	else if (str_starts(id, STR("source-")))
		id = str_from(id, strlen("source-"));
	else
		return -1;
	for (size_t i = 0; i < id.n; i++)
		if (id.p[i] < '0' || id.p[i] > '9' || n > SYMBOLS)
			return -1;
		else
			n = 10 * n + (id.p[i] - '0');
	return id.n == 0 ? -1 : n;
}

static void
add_image(struct pdf_symbols *s, struct str tag)
{
	struct pdf_image	 m = { .id = image_id(scan_attr(tag, "id")) };
	struct str		 w = scan_attr(tag, "width");
	struct str		 h = scan_attr(tag, "height");

	if (m.id < 0 || s->nimage >= SYMBOLS || !scan_number(&w, &m.w) ||
	    !scan_number(&h, &m.h))
		return;
	s->image = arena_grow(s->arena, s->image, (size_t)s->nimage,
	    &s->imagecap, sizeof(*s->image));
	s->image[s->nimage++] = m;
}

/* What a <use> is of, without the "#". */
static struct str
used(struct str use)
{
	struct str	 id = scan_attr(use, "xlink:href");

	if (id.n == 0)
		id = scan_attr(use, "href");
	return str_from(id, 1);
}

const struct pdf_image *
pdf_symbols_image(const struct pdf_symbols *s, struct str use)
{
	int	 id = image_id(used(use));

	for (int i = s->nimage - 1; i >= 0 && id >= 0; i--)
		if (s->image[i].id == id)
			return &s->image[i];
	return NULL;
}

void
pdf_symbols_tag(struct pdf_symbols *s, struct str tag)
{
	struct pdf_symbol	 new = { .font = 0 };
	struct pdf_box		 ink;

	if (scan_is(tag, "image"))
		add_image(s, tag);
	if ((scan_is(tag, "symbol") || scan_is(tag, "g")) &&
	    read_id(scan_attr(tag, "id"), &new.font, &new.glyph)) {
		s->open = s->n < SYMBOLS;
		if (!s->open)
			return;
		s->symbol = arena_grow(s->arena, s->symbol, (size_t)s->n,
		    &s->cap, sizeof(*s->symbol));
		s->symbol[s->n++] = new;
		s->sorted = false;
	} else if (!s->open)
		return;
	else if (scan_is(tag, "path")) {
		if (pdf_path_box(&pdf_as_drawn, scan_attr(tag, "d"), &ink))
			add_ink(&s->symbol[s->n - 1], ink);
	} else if (scan_is(tag, "image") || scan_is(tag, "use"))
		add_ink(&s->symbol[s->n - 1],
		    (struct pdf_box){ 0, -BITMAP, BITMAP, 0 });
	else if (scan_is(tag, "/symbol") || scan_is(tag, "clipPath"))
		s->open = false;
}

static int
by_id(const void *pa, const void *pb)
{
	const struct pdf_symbol	*a = pa, *b = pb;

	if (a->font != b->font)
		return a->font < b->font ? -1 : 1;
	return (a->glyph > b->glyph) - (a->glyph < b->glyph);
}

struct pdf_box
pdf_symbols_ink(struct pdf_symbols *s, struct str use)
{
	const struct pdf_symbol	*found = NULL;
	struct pdf_symbol	 key = { .font = 0 };

	if (s->n != 0 && !s->sorted)
		qsort(s->symbol, (size_t)s->n, sizeof(*s->symbol), by_id);
	s->sorted = true;
	if (s->n != 0 && read_id(used(use), &key.font, &key.glyph))
		found = bsearch(&key, s->symbol, (size_t)s->n,
		    sizeof(*s->symbol), by_id);
	return found != NULL ? found->ink : (struct pdf_box){ 0, 0, 0, 0 };
}
