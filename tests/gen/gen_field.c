/*
 * Tables as offices lay them out for themselves: on their side, with numbers
 * of rows, in annexes, in parts by applicant, and typed by hand.
 */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/gen/gen.h"
#include "tests/gen/gen_out.h"

/* A table that has that text in a cell. */
static bool
has_text(const struct gtable *t, const char *text)
{
	for (int i = 0; i < t->n; i++)
		if (strstr(t->cell[i].text, text) != NULL)
			return true;
	return false;
}

static bool
is_section3(const struct gtable *t)
{
	return has_text(t, "公开出版物") || has_text(t, "本年新收");
}

static void
swap(int *x, int *y)
{
	int	 z = *x;

	*x = *y;
	*y = z;
}

/* The block title of a part of article 20 stays above its table. */
static void
turn(struct gtable *t)
{
	int	 keep = strstr(t->cell[0].text, "第二十条") != NULL;
	int	 ncol = t->nrow - keep;

	for (int i = 0; i < t->n; i++) {
		struct gcell	*c = &t->cell[i];

		if (keep && c->row == 0) {
			c->colspan = ncol;
			continue;
		}
		c->row -= keep;
		swap(&c->row, &c->col);
		swap(&c->rowspan, &c->colspan);
		c->row += keep;
	}
	t->nrow = t->ncol + keep;
	t->ncol = ncol;
}

static void
turn_all(struct gen *g)
{
	for (int i = 0; i < g->ntable; i++) {
		struct gtable	*t = &g->table[i];

		/* Several blocks in one frame stand one below the other. */
		if (is_section3(t) || has_text(t, "结果维持") ||
		    (!g->one_table && has_text(t, "第二十条")))
			turn(t);
	}
}

void
field_turned(struct gen *g, struct out *o)
{
	turn_all(g);
	html_page(g, o);
}

void
field_turned_list(struct gen *g, struct out *o)
{
	turn_all(g);
	out_text(g, o, plain_cells, false);
}

void
field_counted(struct gen *g, struct out *o)
{
	int	 n = 0;

	for (int i = 0; i < g->ntable; i++) {
		struct gtable	*t = &g->table[i];
		int		 row = 0;

		if (!is_section3(t))
			continue;
		for (int k = 0; k < t->n; k++)
			t->cell[k].col++;
		t->ncol++;
		if (has_text(t, "申请人情况")) {
			t->cell[t->n++] = (struct gcell){ .rowspan = 3,
			    .colspan = 1, .text = "序号", .who = "" };
			row = 3;
			n = 0;
		}
		for (; row < t->nrow; row++) {
			struct gcell	*c = &t->cell[t->n++];

			*c = (struct gcell){ .row = row, .rowspan = 1,
			    .colspan = 1, .who = "" };
			snprintf(c->text, sizeof(c->text), "%d", ++n);
		}
	}
	html_page(g, o);
}

/* Everything but the headings of sections 二, 三 and 四 goes to the end. */
void
field_annex(struct gen *g, struct out *o)
{
	static const char *const title[] = { "附件1：主动公开政府信息情况表",
		"附件2：收到和处理政府信息公开申请情况表",
		"附件3：政府信息公开行政复议、行政诉讼情况表" };
	struct gblock		*old = malloc(sizeof(g->block));
	int			 n = g->nblock, section = 0;

	if (old == NULL)
		abort();
	memcpy(old, g->block, sizeof(g->block));
	g->nblock = 0;
	for (int pass = 0; pass < 2; pass++)
		for (int i = 0; i < n; i++) {
			const char	*s = old[i].text;

			if (old[i].heading == 1) {
				section = strncmp(s, "二", 3) == 0 ? 1 :
				    strncmp(s, "三", 3) == 0 ? 2 :
				    strncmp(s, "四", 3) == 0 ? 3 : 0;
				if (pass == 1 && section != 0)
					gen_paragraph(g, 0,
					    title[section - 1]);
				if (pass == 1)
					continue;
			}
			if ((pass == 1) == (section != 0) ||
			    old[i].heading == 1)
				g->block[g->nblock++] = old[i];
		}
	free(old);
	html_page(g, o);
}

/* One character of every third label is another one. */
void
field_slips(struct gen *g, struct out *o)
{
	for (int i = 0; i < g->ntable; i++)
		for (int k = 0; k < g->table[i].n; k++) {
			struct gcell	*c = &g->table[i].cell[k];
			size_t		 n = strlen(c->text), at;

			if (c->item[0] != '\0' || n < 5 * 3 ||
			    !gen_chance(g, 330))
				continue;
			at = gen_below(g, (uint32_t)n);
			while (at > 0 && (c->text[at] & 0xC0) == 0x80)
				at--;
			if ((c->text[at] & 0xF0) == 0xE0)
				memcpy(c->text + at, "的", 3);
		}
	html_page(g, o);
}

/* Moves the cells of the columns from first up to end to the left edge. */
static void
keep_columns(struct gtable *t, int lead, int first, int end)
{
	int	 n = 0;

	for (int k = 0; k < t->n; k++) {
		struct gcell	 c = t->cell[k];
		int		 last = c.col + c.colspan;

		if (c.col >= lead) {
			if (c.col < first)
				c.col = first;
			if (last > end)
				last = end;
			if (last <= c.col)
				continue;
			c.colspan = last - c.col;
			c.col -= first - lead;
		}
		t->cell[n++] = c;
	}
	t->n = n;
	t->ncol = lead + end - first;
}

/* A copy of table i behind it, with these columns; the first has the rest. */
static void
part_table(struct gen *g, int block, int lead, int cut, int end)
{
	struct gtable	*t = &g->table[g->block[block].table];
	struct gtable	*u = &g->table[g->ntable];

	*u = *t;
	memmove(&g->block[block + 2], &g->block[block + 1],
	    (size_t)(g->nblock - block - 1) * sizeof(*g->block));
	g->nblock++;
	g->block[block + 1] = (struct gblock){ .table = g->ntable++ };
	keep_columns(t, lead, lead, cut);
	keep_columns(u, lead, cut, end);
}

void
field_parted(struct gen *g, struct out *o)
{
	for (int i = 0; i < g->nblock; i++) {
		struct gtable	*t = &g->table[g->block[i].table >= 0 ?
				    g->block[i].table : 0];

		if (g->block[i].table < 0)
			continue;
		/* Without heads nobody could say which columns are which. */
		if (has_text(t, "申请人情况") && g->split == 0)
			part_table(g, i++, 3, 4, 10);
		else if (has_text(t, "未经复议直接起诉"))
			part_table(g, i++, 0, 5, 15);
	}
	html_page(g, o);
}

static void
add_cell(struct gen *g, struct gtable *t, int row, int rowspan,
    const char *head)
{
	struct gcell	*c = &t->cell[t->n++];

	*c = (struct gcell){ .row = row, .col = t->ncol,
	    .rowspan = rowspan, .colspan = 1, .who = "" };
	if (head != NULL)
		snprintf(c->text, sizeof(c->text), "%s", head);
	else if (gen_chance(g, 700))
		snprintf(c->text, sizeof(c->text), "%u", gen_below(g, 90));
}

/* A column with the figures of last year, which some rows have not. */
static void
add_last_year(struct gen *g)
{
	for (int i = 0; i < g->ntable; i++) {
		struct gtable	*t = &g->table[i];
		int		 row = 0;

		if (is_section3(t)) {
			if (has_text(t, "申请人情况")) {
				add_cell(g, t, 0, 3, "上年总计");
				row = 3;
			}
		} else if (has_text(t, "第二十条") && !g->one_table) {
			add_cell(g, t, 0, 1, "");
			add_cell(g, t, 1, 1, "上年数量");
			row = 2;
		} else
			continue;
		for (; row < t->nrow; row++)
			add_cell(g, t, row, 1, NULL);
		t->ncol++;
	}
}

void
field_eight(struct gen *g, struct out *o)
{
	add_last_year(g);
	html_page(g, o);
}

void
field_eight_list(struct gen *g, struct out *o)
{
	add_last_year(g);
	out_text(g, o, plain_cells, false);
}

void
field_eight_rows(struct gen *g, struct out *o)
{
	add_last_year(g);
	out_text(g, o, tab_rows, false);
}

/* Lines drawn around the cells; what others cover is left empty. */
void
box_rows(struct gen *g, struct out *o, const struct gtable *t)
{
	(void)g;
	for (int r = 0; r < t->nrow; r++) {
		out_puts(o, r == 0 ? "┌" : "├");
		for (int c = 0; c < t->ncol; c++)
			out_puts(o, r == 0 ? "──┬" : "──┼");
		out_puts(o, "\n│");
		for (int c = 0; c < t->ncol; c++) {
			const struct gcell	*k = gtable_at(t, r, c);

			out_print(o, "%s│", gcell_begins(k, r, c) ?
			    k->text : "");
		}
		out_puts(o, "\n");
	}
	out_puts(o, "└──┘\n");
}

void
field_boxes(struct gen *g, struct out *o)
{
	out_text(g, o, box_rows, false);
}
