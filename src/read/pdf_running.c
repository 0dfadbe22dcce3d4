/*
 * What stands on a page for the page's sake: its number, and heads and feet
 * that come again on other pages.
 */
#include <config.h>

#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "read/pdf_page.h"

#define MARGIN	(105 * PT)	/* of a page, where heads and feet are */
#define SAME_Y		(4 * PT)
#define SHORT		60	/* bytes of a line that can be a page number */
#define GAP		4	/* times its height no page number has in it */
#define EDGE		3	/* lines of a page looked at, at each end */

/* One line near the edge of a page, digits made '#'. */
struct edge {
	const struct pdf_line	*line;
	struct str		 shape;
	int			 page, y;
	long			 number;	/* alone in it, or -1 */
	bool			 marked;	/* says that it is one */
	bool			 text;		/* has more than that */
	bool			 gone;
};

/* Whether words of a line are as far apart as those of a table. */
static bool
has_gap(const struct pdf_page *p, const struct pdf_line *l)
{
	for (int i = l->first + 1; i < l->first + l->n; i++)
		if (p->word[i].box.x0 - p->word[i - 1].box.x1 >
		    GAP * pdf_box_height(&l->box))
			return true;
	return false;
}

/*
 * The line without spaces and with # for digits; the only number in it, and
 * whether other characters say that it counts pages: "- 3 -", "第3页".
 */
static void
read_edge(struct arena *a, const struct pdf_page *p, struct edge *e)
{
	struct buf	 b;
	bool		 digit = false;
	int		 runs = 0;

	buf_init(&b, a);
	e->number = -1;
	for (int i = e->line->first; i < e->line->first + e->line->n; i++) {
		struct str	 s = p->word[i].text;

		for (size_t at = 0; at < s.n; ) {
			uint32_t	 c = utf8_fold(utf8_next(s, &at));

			if (c >= '0' && c <= '9') {
				runs += !digit;
				if (runs == 1 && e->number < 100000)
					e->number = (digit ? 10 * e->number :
					    0) + (long)(c - '0');
				if (!digit)
					buf_char(&b, '#');
				digit = true;
				continue;
			}
			digit = false;
			buf_char(&b, c);
			if (c == '-' || c == 0x2014 || c == 0x2013 ||
			    c == 0xB7 || c == '~' || c == '/' || c == '|' ||
			    c == 0x7B2C || c == 0x9875 || c == 0x5171)
				e->marked = true;	/* 第 页 共 */
			else
				e->text = true;
		}
	}
	e->shape = buf_text(&b);
	/* A row of a table is wide, or has more figures than "3 / 10". */
	if (e->text || runs > 2 || e->shape.n > SHORT || has_gap(p, e->line) ||
	    e->line->box.x1 - e->line->box.x0 > p->width / 4)
		e->number = -1;
}

static int
collect(struct pdf *pdf, struct edge *e)
{
	int	 n = 0;

	for (int i = 0; i < pdf->npage; i++) {
		const struct pdf_page	*p = &pdf->page[i];

		for (int k = 0; k < p->nline; k++) {
			const struct pdf_line	*l = &p->line[k];
			bool	 top = k < EDGE && l->box.y1 < MARGIN;
			bool	 bottom = k >= p->nline - EDGE &&
			    l->box.y0 > p->height - MARGIN;

			if (!top && !bottom)
				continue;
			e[n] = (struct edge){ .line = l, .page = i,
			    .y = top ? l->box.y0 : l->box.y0 - p->height };
			read_edge(pdf->arena, p, &e[n]);
			n += e[n].number >= 0 || e[n].text;
		}
	}
	return n;
}

/* Whether the two say the same in the same place on different pages. */
static bool
repeats(const struct edge *a, const struct edge *b)
{
	if (a->page == b->page || abs(a->y - b->y) > SAME_Y ||
	    !str_eq(a->shape, b->shape))
		return false;
	/* A bare number has to count with the pages. */
	return a->number < 0 || a->marked ||
	    b->number - a->number == b->page - a->page;
}

void
pdf_running(struct pdf *pdf)
{
	struct edge	*e;
	int		 n;

	e = arena_alloc(pdf->arena, (size_t)pdf->npage * 2 * EDGE + 1,
	    sizeof(*e));
	n = collect(pdf, e);
	for (int i = 0; i < n; i++) {
		bool	 alone = e[i].number >= 0 && e[i].marked;

		/* One that is alone, or the first page's, says it itself. */
		if (alone || (pdf->npage == 1 && e[i].number == 1 &&
		    e[i].y < 0 && e[i].line->n == 1))
			e[i].gone = true;
		for (int k = i + 1; k < n && e[k].page <= e[i].page + 2; k++)
			if (repeats(&e[i], &e[k]))
				e[i].gone = e[k].gone = true;
	}
	for (int i = 0; i < n; i++)
		if (e[i].gone)
			for (int k = 0; k < e[i].line->n; k++)
				pdf->page[e[i].page].word[e[i].line->first +
				    k].gone = true;
}
