/*
 * Words into lines.  The box of a word is as high as its font says, which is
 * more than a line's share of the page in close print, so words belong
 * together by the middles of their boxes.
 */
#include <config.h>

#include <stdlib.h>

#include "base/arena.h"
#include "read/pdf_page.h"

static int
by_middle(const void *pa, const void *pb)
{
	const struct pdf_word	*a = pa, *b = pb;
	int			 ya = pdf_box_middle_y(&a->box);
	int			 yb = pdf_box_middle_y(&b->box);

	if (ya != yb)
		return ya < yb ? -1 : 1;
	if (a->box.x0 != b->box.x0)
		return a->box.x0 < b->box.x0 ? -1 : 1;
	return str_cmp(a->text, b->text);
}

static int
by_row(const void *pa, const void *pb)
{
	const struct pdf_word	*a = pa, *b = pb;

	if (a->row != b->row)
		return a->row < b->row ? -1 : 1;
	if (a->box.x0 != b->box.x0)
		return a->box.x0 < b->box.x0 ? -1 : 1;
	return by_middle(pa, pb);
}

/* Whether two words, the upper one first, are so many tenths apart at most. */
static bool
is_within(const struct pdf_box *a, const struct pdf_box *b, int tenths)
{
	int	 height = pdf_box_height(a), other = pdf_box_height(b);

	if (other < height)
		height = other;
	return pdf_box_middle_y(b) - pdf_box_middle_y(a) <=
	    height / 10 * tenths;
}

/*
 * What stands on one level is never parted, though half of it be nearer to
 * the line above: the end of the words that are level with the first.
 */
static int
level_end(const struct pdf_word *w, int from, int n)
{
	int	 end = from + 1;

	while (end < n && is_within(&w[end - 1].box, &w[end].box, 1) &&
	    is_within(&w[from].box, &w[end].box, 4))
		end++;
	return end;
}

int
pdf_order(struct pdf_word *w, int n)
{
	int	 row = 0, first = 0, end;

	if (n == 0)
		return 0;
	qsort(w, (size_t)n, sizeof(*w), by_middle);
	for (int i = 0; i < n; i = end) {
		end = level_end(w, i, n);
		if (!is_within(&w[first].box, &w[end - 1].box, 4)) {
			first = i;
			row++;
		}
		for (int k = i; k < end; k++)
			w[k].row = row;
	}
	qsort(w, (size_t)n, sizeof(*w), by_row);
	return row + 1;
}

struct pdf_box
pdf_both(struct pdf_box a, struct pdf_box b)
{
	return (struct pdf_box){
		a.x0 < b.x0 ? a.x0 : b.x0, a.y0 < b.y0 ? a.y0 : b.y0,
		a.x1 > b.x1 ? a.x1 : b.x1, a.y1 > b.y1 ? a.y1 : b.y1,
	};
}

void
pdf_lines(struct pdf *p)
{
	int	 ordinal = 1;

	for (int i = 0; i < p->npage; i++) {
		struct pdf_page	*page = &p->page[i];
		struct pdf_line	*l;
		int		 n = pdf_order(page->word, page->nword);

		page->line = arena_alloc(p->arena, (size_t)n + 1, sizeof(*l));
		page->nline = n;
		for (int k = 0; k < page->nword; k++) {
			struct pdf_word	*w = &page->word[k];

			l = &page->line[w->row];
			w->line = ordinal + w->row;
			if (l->n++ == 0) {
				l->first = k;
				l->box = w->box;
				l->ordinal = w->line;
			}
			l->box = pdf_both(l->box, w->box);
		}
		ordinal += n;
	}
}
