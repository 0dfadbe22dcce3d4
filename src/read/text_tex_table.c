/*
 * Tables of LaTeX:
 *
 *	\begin{tabular}{|c|c|c|}
 *	\multirow{2}{*}{a} & \multicolumn{2}{c|}{b} \\ \hline
 *	 & 1 & 2 \\
 *	\end{tabular}
 *
 * Cells below one that reaches over several rows are there, and blank.
 */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/limit.h"
#include "doc/doc.h"
#include "read/text.h"
#include "read/text_tex.h"

#define SPEC_BYTES	20000	/* of the columns of a table, */
#define SPAN_BYTES	200	/* and of a number in a group */

/* Environments of tables, with the groups behind their names. */
static const struct {
	const char	*name;
	int		 groups;
} tables[] = {
	{ "{tabular}", 1 }, { "{tabular*}", 2 }, { "{tabularx}", 2 },
	{ "{tabulary}", 2 }, { "{longtable}", 1 }, { "{xltabular}", 2 },
	{ "{supertabular}", 1 }, { "{tblr}", 1 }, { "{longtblr}", 1 },
	{ "{array}", 1 },
};

struct tcell {
	struct str	 text;
	int		 row, col, across, down, line;
	bool		 doubt, covered;
};

struct tex {
	struct text	*t;
	struct str	 s;		/* from behind \begin{tabular} on */
	size_t		 at;
	struct tcell	*cell;
	size_t		 n, cap;
	size_t		*end;		/* behind the last cell of each row */
	size_t		 nrow, rowcap;
	int		 line, col, ncol;
};

size_t
tex_table_begin(struct str s, size_t *k)
{
	size_t	 at = 0;

	while ((at = str_find(s, STR("\\begin{"), at)) != STR_NONE) {
		for (*k = 0; *k < sizeof(tables) / sizeof(*tables); ++*k)
			if (str_starts(str_from(s, at + 6),
			    str_of(tables[*k].name)))
				return at;
		at += 7;
	}
	return STR_NONE;
}

/* The number in the group behind a command, 1 if there is none. */
static int
span_of(struct str s, const char *command)
{
	size_t		 at = str_find(s, str_of(command), 0), n;
	char		*end, text[16];
	struct str	 in;
	long		 span;

	if (at == STR_NONE)
		return 1;
	at += strlen(command);
	while (at < s.n && s.p[at] == '[' &&
	    (n = tex_group(s, at, SPAN_BYTES)) != 0)
		at += n;
	n = tex_group(s, at, SPAN_BYTES);
	if (n < 3 || s.p[at] != '{')
		return 1;
	in = str_trim(str_sub(s, at + 1, n - 2));
	if (in.n == 0 || in.n >= sizeof(text))
		return 1;
	memcpy(text, in.p, in.n);
	text[in.n] = '\0';
	span = strtol(text, &end, 10);
	return end == text || span == 0 ? 1 : span > LIMIT_SPAN ?
	    LIMIT_SPAN : span < -LIMIT_SPAN ? -LIMIT_SPAN : (int)span;
}

static int
put_cell(struct tex *x, struct str s, struct err *e)
{
	struct tcell	 c = { .row = (int)x->nrow, .col = x->col,
			    .line = x->line };

	c.across = span_of(s, "\\multicolumn");
	c.down = span_of(s, "\\multirow");
	c.text = tex_plain(x->t->arena, s, &c.doubt);
	if (c.text.n > LIMIT_CELL)
		return err_set(e, ERR_LIMIT, "a cell of more than %d bytes",
		    LIMIT_CELL);
	if (c.across < 1)
		c.across = 1;
	x->col += c.across;
	if (x->col > LIMIT_COLUMNS || x->n >= LIMIT_SLOTS)
		return err_set(e, ERR_LIMIT,
		    "a table of more than %d columns or %d slots",
		    LIMIT_COLUMNS, LIMIT_SLOTS);
	x->cell = arena_grow(x->t->arena, x->cell, x->n, &x->cap,
	    sizeof(*x->cell));
	x->cell[x->n++] = c;
	return 0;
}

static size_t
first_of(const struct tex *x, size_t row)
{
	return row == 0 ? 0 : x->end[row - 1];
}

/* A row ends; one of nothing but rules is none. */
static void
end_row(struct tex *x)
{
	size_t	 first = first_of(x, x->nrow);

	if (x->n == first + 1 && x->cell[first].text.n == 0 &&
	    x->cell[first].across == 1 && !x->cell[first].doubt)
		x->n = first;
	else {
		x->end = arena_grow(x->t->arena, x->end, x->nrow, &x->rowcap,
		    sizeof(*x->end));
		x->end[x->nrow++] = x->n;
		if (x->col > x->ncol)
			x->ncol = x->col;
	}
	x->col = 0;
}

/* Behind \\, with what may follow it. */
static size_t
row_end(struct str s, size_t at)
{
	at += 2;
	if (at < s.n && s.p[at] == '*')
		at++;
	return at + (at < s.n && s.p[at] == '[' ?
	    tex_group(s, at, SPAN_BYTES) : 0);
}

static void
count_lines(struct tex *x, size_t from, size_t to)
{
	for (; from < to && from < x->s.n; from++)
		x->line += x->s.p[from] == '\n';
}

/* Cells up to \end of the table; x->at is behind it. */
static int
read_cells(struct tex *x, struct err *e)
{
	struct str	 s = x->s, name;
	size_t		 from = x->at, i = from, next;
	int		 depth = 0, inside = 0;

	while (i < s.n) {
		bool	 top = depth <= 0 && inside == 0, row = false;

		name = tex_command(s, i);
		next = i + 1 + name.n;
		row = top && (str_starts(str_from(s, i), STR("\\\\")) ||
		    str_eq(name, STR("tabularnewline")));
		if (row && name.n == 0)
			next = row_end(s, i);
		else if (s.p[i] == '\\' && name.n == 0)
			next = i + 2;
		else if (str_eq(name, STR("begin")))
			inside++;
		else if (str_eq(name, STR("end")) && --inside < 0)
			break;
		depth += (s.p[i] == '{') - (s.p[i] == '}');
		if (row || (top && s.p[i] == '&')) {
			if (put_cell(x, str_sub(s, from, i - from), e) < 0)
				return -1;
			count_lines(x, from, next);
			from = next;
			if (row)
				end_row(x);
		}
		i = next;
	}
	if (put_cell(x, str_sub(s, from, i < s.n ? i - from : s.n - from),
	    e) < 0)
		return -1;
	end_row(x);
	x->at = i;
	return 0;
}

/* The cell of a row that begins in a column, or NULL. */
static struct tcell *
cell_at(struct tex *x, size_t row, int col)
{
	size_t	 low, high;

	if (row >= x->nrow)
		return NULL;
	low = first_of(x, row);
	high = x->end[row];
	while (low < high) {
		size_t	 mid = low + (high - low) / 2;

		if (x->cell[mid].col == col)
			return &x->cell[mid];
		if (x->cell[mid].col < col)
			low = mid + 1;
		else
			high = mid;
	}
	return NULL;
}

/* Whether the cells of a row below c are blank; they are then covered. */
static bool
cover(struct tex *x, const struct tcell *c, size_t row)
{
	struct tcell	*below;

	for (int pass = 0; pass < 2; pass++)
		for (int col = c->col; col < c->col + c->across;
		    col += below->across) {
			below = cell_at(x, row, col);
			if (below == NULL || below->text.n > 0 ||
			    below->doubt || below->covered ||
			    below->col + below->across > c->col + c->across)
				return false;
			below->covered = pass == 1;
		}
	return true;
}

/*
 * Cells reach down over blank ones alone.  One that reaches up has its words
 * in the last row: the first of them takes them.
 */
static void
find_rows(struct tex *x)
{
	for (size_t i = 0; i < x->n; i++) {
		struct tcell	*c = &x->cell[i], *top;
		int		 want = c->down, n = 1;

		c->down = 1;
		if (c->covered)
			continue;
		if (want > 0) {
			while (n < want && cover(x, c, (size_t)(c->row + n)))
				n++;
			c->down = n;
			continue;
		}
		while (n < -want && n <= c->row && (top = cell_at(x,
		    (size_t)(c->row - n), c->col)) != NULL &&
		    top->text.n == 0 && top->across == c->across &&
		    !top->covered && top->down == 1)
			n++;
		top = cell_at(x, (size_t)(c->row - n + 1), c->col);
		if (n == 1 || top == NULL)
			continue;
		top->text = c->text;
		top->doubt |= c->doubt;
		c->text = STR("");
		c->doubt = false;
		for (top->down = 1; top->down < n && cover(x, top,
		    (size_t)(top->row + top->down)); )
			top->down++;
	}
}

static int
put_grid(struct tex *x, struct grid *g, struct err *e)
{
	for (size_t row = 0; row < x->nrow; row++) {
		int	 col = 0;

		if (grid_row(g, e) < 0)
			return -1;
		for (size_t i = first_of(x, row); i < x->end[row]; i++) {
			const struct tcell	*c = &x->cell[i];

			col = c->col + c->across;
			if (c->covered)
				continue;
			if (grid_cell(g, c->text, c->line, c->down, c->across,
			    e) < 0)
				return -1;
			grid_at(g, g->nrow - 1, g->at - 1)->doubtful =
			    c->doubt;
		}
		/* What is not written is blank. */
		for (; col < x->ncol; col++)
			if (grid_cell(g, STR(""), x->line, 1, 1, e) < 0)
				return -1;
	}
	return 0;
}

/* How many lines the table takes that begins on the first. */
static size_t
table_lines(const struct text *t, size_t at, const char *name)
{
	struct str	 end = str_of(name), s;
	size_t		 i, k;
	int		 open = 0;

	for (i = at; i < t->n; i++) {
		s = t->line[i].text;
		for (k = 0; (k = str_find(s, STR("\\begin{"), k)) != STR_NONE;
		    k += 6)
			open += str_starts(str_from(s, k + 6), end);
		for (k = 0; (k = str_find(s, STR("\\end{"), k)) != STR_NONE;
		    k += 4)
			open -= str_starts(str_from(s, k + 4), end);
		if (open <= 0)
			return i + 1 - at;
	}
	return t->n - at;
}

long
tex_table(struct text *t, size_t at, size_t kind, struct err *e)
{
	size_t		 n = table_lines(t, at, tables[kind].name), k, len;
	struct tex	 x = { .t = t, .line = t->line[at].no };
	struct grid	*g;
	bool		 doubt = false;

	x.s = tex_lines(t, at, n);
	x.at = tex_table_begin(x.s, &k);
	if (x.at == STR_NONE)
		return 0;
	if (doc_para(t->doc, tex_plain(t->arena, str_sub(x.s, 0, x.at),
	    &doubt), x.line, e) < 0)
		return -1;
	x.at += 6 + strlen(tables[kind].name);
	for (int i = 0; i < tables[kind].groups; x.at += len) {
		while (x.at < x.s.n && (x.s.p[x.at] == ' ' ||
		    x.s.p[x.at] == '\n'))
			x.at++;
		len = tex_group(x.s, x.at, SPEC_BYTES);
		if (len == 0)
			break;
		i += x.s.p[x.at] == '{';
	}
	if (read_cells(&x, e) < 0)
		return -1;
	find_rows(&x);
	g = text_table(t, e);
	if (g == NULL || put_grid(&x, g, e) < 0 ||
	    doc_table(t->doc, g, t->line[at].no, e) < 0)
		return -1;
	return (long)n;
}
