#include <config.h>

#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/limit.h"
#include "base/utf8.h"
#include "doc/doc.h"
#include "read/pdf_layout.h"
#include "read/pdf_table.h"

#define INDENT(em)	((em) * 4 / 5)	/* begins a paragraph */
#define RAGGED(em)	((em) * 3)	/* that a full line may fall short */
#define APART(h)	((h) * 2)	/* from line to line: a new one */

/* The document as it grows. */
struct layout {
	struct pdf		*pdf;
	struct doc		*doc;
	struct pdf_table	*first;		/* all tables, in order */
	struct buf		 text;		/* of the paragraph so far */
	int			 line;		/* on which it begins */
	struct pdf_box		 last;		/* its last line */
	const struct pdf_word	*last_word;
	int			 page;		/* of that */
	struct pdf_box		 print;		/* of the page: margins */
	bool			 sized;		/* print is of a page's own */
};

static bool
is_free(const struct pdf_word *w)
{
	return !w->gone && !w->taken;
}

static bool
same_edges(const struct lattice *l, const struct lattice *m)
{
	int	 wide = l->box.x1 - l->box.x0, other = m->box.x1 - m->box.x0;

	return abs(wide - other) <= 4 * PT;
}

static struct lattice *
last_of(struct lattice *l)
{
	while (l != NULL && l->next != NULL)
		l = l->next;
	return l;
}

/* Whether a lattice of one cell is part of a table on the next page. */
static bool
is_cut_off(struct lattice *const *page, int i, int npage,
    const struct lattice *l)
{
	const struct lattice	*other;

	if (l->next == NULL && i + 1 < npage && page[i + 1] != NULL) {
		other = page[i + 1];
		if (other->nreal > 1 && !other->frame && same_edges(l, other))
			return true;
	}
	if (l == page[i] && i > 0 && page[i - 1] != NULL) {
		other = last_of(page[i - 1]);
		if (other->nreal > 1 && !other->frame && same_edges(l, other))
			return true;
	}
	return false;
}

/* Free words of a page in the lines from top to bottom. */
static bool
has_text(const struct pdf_page *p, int top, int bottom)
{
	for (int i = 0; i < p->nword; i++)
		if (is_free(&p->word[i]) && p->word[i].box.y1 > top &&
		    p->word[i].box.y0 < bottom)
			return true;
	return false;
}

/* Whether nothing but a page break lies between the two. */
static bool
adjoin(const struct pdf *pdf, const struct pdf_table *t, int bottom,
    const struct pdf_table *u)
{
	return u->page == t->last_page + 1 &&
	    !has_text(&pdf->page[t->last_page], bottom, 1000000000) &&
	    !has_text(&pdf->page[u->page], -1000000000, u->box.y0);
}

/* Puts a table into its place, top down, in a list of tables of its page. */
static void
add_table(struct pdf_table **first, struct pdf_table *t)
{
	while (*first != NULL && (*first)->page == t->page &&
	    (*first)->box.y0 <= t->box.y0)
		first = &(*first)->next;
	t->next = *first;
	*first = t;
}

/* The tables of the whole document, those over several pages joined. */
static int
find_tables(struct layout *y, struct err *e)
{
	struct pdf		*pdf = y->pdf;
	struct lattice		**page, *l;
	struct pdf_table	**end = &y->first, *last = NULL, *ruled = NULL;
	struct pdf_table	*t, *next;
	long			 slots = 0;
	int			 bottom = 0;

	page = arena_alloc(pdf->arena, (size_t)pdf->npage + 1,
	    sizeof(struct lattice *));
	for (int i = 0; i < pdf->npage; i++)
		if (pdf_lattices(pdf->arena, &pdf->page[i], &slots, &page[i],
		    e) < 0)
			return -1;
	for (int i = 0; i < pdf->npage; i++) {
		for (l = page[i]; l != NULL; l = l->next)
			if (l->nreal > 1 || (!l->frame &&
			    is_cut_off(page, i, pdf->npage, l)))
				add_table(end, pdf_table_fill(pdf, i, l));
		while (*end != NULL)
			end = &(*end)->next;
	}
	pdf_glyphs_cut(pdf);
	if (pdf_cluster(pdf, &slots, &t, e) < 0)
		return -1;
	for (end = &y->first; t != NULL; t = next) {
		next = t->next;
		while (*end != NULL && (*end)->page < t->page)
			end = &(*end)->next;
		add_table(end, t);
	}
	/* Only now is it known which words are in no table at all. */
	end = &y->first;
	while ((t = *end) != NULL) {
		bool	 joins;

		if (t->frame) {
			end = &t->next;
			continue;
		}
		joins = last != NULL && adjoin(pdf, last, bottom, t);
		if (joins && pdf_table_join(pdf->arena, last, t)) {
			*end = t->next;
		} else {
			if (last != NULL && t->page == last->last_page + 1)
				pdf_table_part(pdf->arena, last, t);
			/* What is between them may be the foot of a page. */
			if (ruled != NULL && ruled != last && t->x != NULL &&
			    t->page == ruled->last_page + 1)
				pdf_table_part(pdf->arena, ruled, t);
			last = t;
			ruled = t->x != NULL ? t : ruled;
			end = &t->next;
		}
		bottom = t->box.y1;
	}
	return 0;
}

static int
flush(struct layout *y, struct err *e)
{
	struct str	 text = buf_text(&y->text);

	y->last_word = NULL;
	if (text.n == 0)
		return 0;
	buf_init(&y->text, y->pdf->arena);
	if (text.n > LIMIT_FILE)
		return err_set(e, ERR_LIMIT, "a paragraph is too long");
	return doc_para(y->doc, text, y->line, e);
}

/* The free words of a line as text, and the box they take. */
static struct str
line_text(struct layout *y, const struct pdf_page *p,
    const struct pdf_line *l, struct pdf_box *box,
    const struct pdf_word **first, const struct pdf_word **last)
{
	struct buf	 b;

	buf_init(&b, y->pdf->arena);
	*first = *last = NULL;
	for (int i = l->first; i < l->first + l->n; i++) {
		const struct pdf_word	*w = &p->word[i];

		if (!is_free(w))
			continue;
		if (*last != NULL)
			buf_puts(&b, pdf_spaced(*last, w) ? " " : "");
		else
			*first = w;
		*box = *last == NULL ? w->box : pdf_both(*box, w->box);
		*last = w;
		buf_str(&b, w->text);
	}
	return buf_text(&b);
}

static bool
ends_sentence(struct str s)
{
	size_t	 n;

	switch (s.n == 0 ? 0 : utf8_last(s, &n)) {
	case 0x3002:			/* full stop */
	case 0xFF1B: case ';':
	case 0xFF01: case 0xFF1F:
		return true;
	}
	return false;
}

/* Whether a line goes on with the paragraph that is open. */
static bool
continues(const struct layout *y, const struct pdf_box *box, struct str text,
    int page)
{
	struct str	 so_far = { y->text.p, y->text.n };
	int		 height = y->last.y1 - y->last.y0;
	int		 other = box->y1 - box->y0;
	int		 em = height * 3 / 4;

	if (y->last_word == NULL)
		return false;
	if (height > other / 3 * 4 || other > height / 3 * 4)
		return false;
	if (y->last.x1 < y->print.x1 - RAGGED(em) ||
	    box->x0 > y->print.x0 + INDENT(em))
		return false;
	if (page == y->page && box->y0 - y->last.y0 > APART(height))
		return false;
	return !(ends_sentence(so_far) && pdf_begins_item(text));
}

static int
put_line(struct layout *y, int page, const struct pdf_line *l, struct err *e)
{
	const struct pdf_page	*p = &y->pdf->page[page];
	const struct pdf_word	*first, *last;
	struct pdf_box		 box;
	struct str		 text = line_text(y, p, l, &box, &first, &last);

	if (first == NULL)
		return 0;
	if (!continues(y, &box, text, page)) {
		if (flush(y, e) < 0)
			return -1;
		y->line = l->ordinal;
	} else {
		size_t	 n;

		if (utf8_last(y->last_word->text, &n) < 0x80 &&
		    utf8_first(first->text, &n) < 0x80 &&
		    !(pdf_is_figure(y->last_word->text) &&
		    pdf_is_figure(first->text)))
			buf_puts(&y->text, " ");
	}
	buf_str(&y->text, text);
	y->last = box;
	y->last_word = last;
	y->page = page;
	return 0;
}

/*
 * The margins of the print, equal on both sides if the words do not show
 * more; a page with few of them has those of the page before.
 */
static void
find_print(struct layout *y, const struct pdf_page *p)
{
	struct pdf_box	 b = { 0, 0, 0, 0 };
	int		 n = 0;

	for (int i = 0; i < p->nword; i++)
		if (!p->word[i].gone)
			b = n++ == 0 ? p->word[i].box :
			    pdf_both(b, p->word[i].box);
	if (n == 0)
		return;
	if (b.x1 < p->width - b.x0)
		b.x1 = p->width - b.x0;
	if (y->sized && abs(b.x1 - y->print.x1) < p->width / 4) {
		b.x0 = b.x0 < y->print.x0 ? b.x0 : y->print.x0;
		b.x1 = b.x1 > y->print.x1 ? b.x1 : y->print.x1;
	}
	y->print = b;
	y->sized = true;
}

static int
put_table(struct layout *y, const struct pdf_table *t, struct err *e)
{
	struct grid	*g;

	if (flush(y, e) < 0 || pdf_table_grid(y->pdf->arena, t, &g, e) < 0)
		return -1;
	return doc_table(y->doc, g, t->ncell != 0 ? t->cell[0].line : 0, e);
}

int
pdf_layout(struct pdf *pdf, struct doc *doc, struct err *e)
{
	struct layout		 y = { .pdf = pdf, .doc = doc };
	const struct pdf_table	*t;

	buf_init(&y.text, pdf->arena);
	if (find_tables(&y, e) < 0)
		return -1;
	t = y.first;
	for (int i = 0; i < pdf->npage; i++) {
		const struct pdf_page	*p = &pdf->page[i];

		find_print(&y, p);
		for (int k = 0; k < p->nline; k++) {
			for (; t != NULL && t->page == i &&
			    t->box.y0 < p->line[k].box.y0; t = t->next)
				if (put_table(&y, t, e) < 0)
					return -1;
			if (put_line(&y, i, &p->line[k], e) < 0)
				return -1;
		}
		for (; t != NULL && t->page == i; t = t->next)
			if (put_table(&y, t, e) < 0)
				return -1;
	}
	return flush(&y, e);
}

static bool
has_words(const struct pdf_page *p)
{
	for (int k = 0; k < p->nword; k++)
		if (!p->word[k].gone)
			return true;
	return false;
}

int
pdf_note_scanned(const struct pdf *pdf, struct doc *doc, struct err *e)
{
	int	 n = 0, first = 0;

	for (int i = 0; i < pdf->npage; i++)
		if (!has_words(&pdf->page[i]))
			first = n++ == 0 ? i + 1 : first;
	if (n == pdf->npage)
		return err_set(e, ERR_SCANNED,
		    "no text on %d pages: a scanned document", n);
	if (n != 0)
		note_add(doc->arena, &doc->notes, NOTE_PAGES_SCANNED, 0,
		    "%d of %d pages, the first of them page %d", n,
		    pdf->npage, first);
	return 0;
}
