/*
 * Tables as converters draw them: with lines around cells, below a ruler,
 * or as data frames.  Ideographs take two columns.
 */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/gen/gen.h"
#include "tests/gen/gen_out.h"

#define COLS	24
#define ROWS	60

struct drawing {
	const struct gtable	*t;
	int			 wide[COLS];	/* of the text of a column */
	int			 high[ROWS];	/* lines of a row */
};

static size_t
char_bytes(const char *s)
{
	return (*s & 0x80) == 0 ? 1 : (*s & 0x20) == 0 ? 2 :
	    (*s & 0x10) == 0 ? 3 : 4;
}

static int
char_width(const char *s)
{
	/* U+2000 to U+2FFF are not ideographs. */
	return char_bytes(s) < 3 || (unsigned char)*s == 0xE2 ? 1 : 2;
}

static int
text_width(const char *s)
{
	int	 n = 0;

	for (; *s != '\0'; s += char_bytes(s))
		n += char_width(s);
	return n;
}

/* Line no of s in a column so wide; false behind the last. */
static bool
wrapped(const char *s, int wide, int no, char out[1000])
{
	int	 n = 0, line = 0;
	char	*o = out;

	for (; *s != '\0'; s += char_bytes(s)) {
		if (n + char_width(s) > wide) {
			line++;
			n = 0;
		}
		n += char_width(s);
		if (line == no) {
			memcpy(o, s, char_bytes(s));
			o += char_bytes(s);
		}
	}
	*o = '\0';
	return o > out;
}

static int
count_lines(const char *s, int wide)
{
	char	 line[1000];
	int	 n = 0;

	while (wrapped(s, wide, n, line))
		n++;
	return n;
}

static void
put_padded(struct out *o, const char *s, int wide)
{
	out_puts(o, s);
	for (int n = text_width(s); n < wide; n++)
		out_puts(o, " ");
}

/* Columns of a cell, without its borders and the spaces beside its text. */
static int
cell_width(const struct drawing *d, const struct gcell *k, int col)
{
	int	 n = 0;

	if (k == NULL)
		return d->wide[col];
	for (int c = k->col; c < k->col + k->colspan; c++)
		n += d->wide[c] + 3;
	return n - 3;
}

static void
measure(struct gen *g, struct drawing *d, const struct gtable *t)
{
	int	 narrow = gen_chance(g, 500) ? 4 : 12;

	*d = (struct drawing){ .t = t };
	for (int c = 0; c < t->ncol; c++)
		d->wide[c] = narrow + (int)gen_below(g, 4);
	for (int r = 0; r < t->nrow; r++)
		d->high[r] = 1;
	for (int i = 0; i < t->n; i++) {
		const struct gcell	*k = &t->cell[i];
		int			 n = count_lines(k->text,
		    cell_width(d, k, k->col)), last, have = -1;

		last = k->row + k->rowspan - 1;
		for (int r = k->row; r <= last; r++)
			have += d->high[r] + 1;
		if (n > have)
			d->high[last] += n - have;
	}
}

/* A line of a cell, which is lines below the top of row r (-1: above it). */
static void
put_line(const struct drawing *d, struct out *o, int r, int c, int line)
{
	const struct gcell	*k = gtable_at(d->t, r, c);
	char			 s[1000] = "";

	for (int i = k != NULL ? k->row : r; i < r; i++)
		line += d->high[i] + 1;
	if (k != NULL)
		wrapped(k->text, cell_width(d, k, c), line, s);
	out_puts(o, " ");
	put_padded(o, s, cell_width(d, k, c));
	out_puts(o, " ");
}

/* Whether a border is above the slot. */
static bool
has_rule(const struct drawing *d, int r, int c)
{
	const struct gcell	*k = gtable_at(d->t, r, c);

	return c >= 0 && c < d->t->ncol && (r == 0 || r == d->t->nrow ||
	    k == NULL || k->row == r);
}

static void
put_rule(const struct drawing *d, struct out *o, int r)
{
	for (int c = 0; c < d->t->ncol; c++) {
		const struct gcell	*k = gtable_at(d->t, r, c);

		out_puts(o, has_rule(d, r, c) || has_rule(d, r, c - 1) ?
		    "+" : "|");
		if (has_rule(d, r, c)) {
			for (int i = 0; i < d->wide[c] + 2; i++)
				out_puts(o, "-");
			continue;
		}
		put_line(d, o, r, c, -1);
		c = k->col + k->colspan - 1;
	}
	out_puts(o, has_rule(d, r, d->t->ncol - 1) ? "+\n" : "|\n");
}

void
draw_grid(struct gen *g, struct out *o, const struct gtable *t)
{
	struct drawing	 d;

	measure(g, &d, t);
	for (int r = 0; r < t->nrow; r++) {
		put_rule(&d, o, r);
		for (int line = 0; line < d.high[r]; line++) {
			for (int c = 0; c < t->ncol; c++) {
				const struct gcell	*k = gtable_at(t, r,
				    c);

				out_puts(o, "|");
				put_line(&d, o, r, c, line);
				if (k != NULL)
					c = k->col + k->colspan - 1;
			}
			out_puts(o, "|\n");
		}
	}
	put_rule(&d, o, t->nrow);
}

/* The same report in the one cell of a page that lays itself out so. */
void
draw_framed(struct gen *g, struct out *o)
{
	struct out	 all = { 0 };
	char		*next;
	int		 wide = 0;

	out_text(g, &all, draw_grid, false);
	for (char *s = all.p; *s != '\0'; s = next + 1) {
		next = strchr(s, '\n');
		*next = '\0';
		if (text_width(s) > wide)
			wide = text_width(s);
		*next = '\n';
	}
	for (int side = 0; side < 2; side++) {
		out_puts(o, "+");
		for (int i = 0; i < wide + 2; i++)
			out_puts(o, "-");
		out_puts(o, "+\n");
		for (char *s = all.p; side == 0 && *s != '\0'; s = next + 1) {
			next = strchr(s, '\n');
			*next = '\0';
			out_puts(o, "| ");
			put_padded(o, s, wide);
			out_puts(o, " |\n");
		}
	}
	free(all.p);
}

static void
put_ruler(const struct drawing *d, struct out *o, bool whole)
{
	for (int c = 0; c < d->t->ncol; c++) {
		for (int i = 0; i < d->wide[c]; i++)
			out_puts(o, "-");
		out_puts(o, c + 1 == d->t->ncol ? "\n" : whole ? "-" : " ");
	}
}

/* The text of a slot, blank where another begins its cell. */
static const char *
slot_text(const struct gtable *t, int r, int c)
{
	const struct gcell	*k = gtable_at(t, r, c);

	return gcell_begins(k, r, c) ? k->text : "";
}

/* Cells go on below, and blank lines part rows. */
static void
put_parted(const struct drawing *d, struct out *o, int row)
{
	char	 s[1000];
	bool	 more = true;

	for (int line = 0; more; line++) {
		more = false;
		for (int c = 0; c < d->t->ncol; c++) {
			const char	*text = slot_text(d->t, row, c);

			wrapped(text, d->wide[c], line, s);
			put_padded(o, s, d->wide[c] + 1);
			more |= count_lines(text, d->wide[c]) > line + 1;
		}
		out_puts(o, "\n");
	}
}

void
draw_parted(struct gen *g, struct out *o, const struct gtable *t)
{
	struct drawing	 d;

	measure(g, &d, t);
	put_ruler(&d, o, true);
	for (int r = 0; r < t->nrow; r++) {
		put_parted(&d, o, r);
		if (r == 0)
			put_ruler(&d, o, false);
		else if (r + 1 < t->nrow)
			out_puts(o, "\n");
	}
	put_ruler(&d, o, true);
	out_puts(o, "\n");
}

void
draw_ruled(struct gen *g, struct out *o, const struct gtable *t)
{
	struct drawing	 d;
	bool		 head = gen_chance(g, 500);

	measure(g, &d, t);
	for (int c = 0; c < t->ncol; c++)
		for (int r = 0; r < t->nrow; r++) {
			int	 n = text_width(slot_text(t, r, c));

			if (n > d.wide[c])
				d.wide[c] = n;
		}
	if (!head)
		put_ruler(&d, o, false);
	for (int r = 0; r < t->nrow; r++) {
		for (int c = 0; c < t->ncol; c++)
			put_padded(o, slot_text(t, r, c), d.wide[c] + 1);
		out_puts(o, "\n");
		if (r == 0 && head)
			put_ruler(&d, o, false);
	}
	if (!head)
		put_ruler(&d, o, false);
	out_puts(o, "\n");
}

/* Rows and columns counted, covered slots repeated, blank ones NaN. */
void
draw_frame(struct gen *g, struct out *o, const struct gtable *t)
{
	bool	 bars = gen_chance(g, 500);

	for (int r = -1; r < t->nrow; r++) {
		char	 no[20] = "";

		if (r >= 0)
			snprintf(no, sizeof(no), "%d", r);
		out_print(o, bars ? "| %s |" : "%s", no);
		for (int c = 0; c < t->ncol; c++) {
			const struct gcell	*k = gtable_at(t, r, c);

			snprintf(no, sizeof(no), "%d", c);
			out_print(o, bars ? " %s |" : ",\"%s\"", r < 0 ? no :
			    k == NULL || k->text[0] == '\0' ? bars ? "nan" :
			    "" : k->text);
		}
		out_puts(o, "\n");
		for (int c = -1; r < 0 && bars && c < t->ncol; c++)
			out_puts(o, c + 1 < t->ncol ? "|---:" : "|---:|\n");
	}
}
