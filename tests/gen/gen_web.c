/*
 * Tables as they look when a web page or a document has become text: what
 * extractors of articles, clipboards and readers of pictures leave of them.
 */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "tests/gen/gen.h"
#include "tests/gen/gen_out.h"

/* The cells that begin in a row, in order; their number. */
static int
row_cells(const struct gtable *t, int row, const struct gcell **list)
{
	int	 n = 0;

	for (int c = 0; c < t->ncol; c++) {
		const struct gcell	*k = gtable_at(t, row, c);

		if (gcell_begins(k, row, c))
			list[n++] = k;
	}
	return n;
}

static void
fill(struct out *o, int n)
{
	while (n-- > 0)
		out_puts(o, "|");
}

/*
 * "a | b | c |", cells that are covered left out; bars up to the width of
 * the table behind a row that is shorter, or not.
 */
static void
bar_rows(struct out *o, const struct gtable *t, const char *left, bool filled)
{
	const struct gcell	*list[64];

	for (int r = 0; r < t->nrow; r++) {
		int	 n = row_cells(t, r, list);

		out_puts(o, left);
		for (int i = 0; i < n; i++)
			if (list[i]->text[0] != '\0')
				out_print(o, "%s | ", list[i]->text);
			else
				out_puts(o, "|");
		if (filled)
			fill(o, t->ncol - n);
		out_puts(o, "\n");
	}
}

void
web_bars(struct gen *g, struct out *o, const struct gtable *t)
{
	bar_rows(o, t, "", g->state & 1024);
}

/* The same with a bar before each row. */
void
web_bar_both(struct gen *g, struct out *o, const struct gtable *t)
{
	bar_rows(o, t, "| ", g->state & 1024);
}

/* "a | b |" where what is in a blank cell is a line break. */
void
web_bar_breaks(struct gen *g, struct out *o, const struct gtable *t)
{
	const struct gcell	*list[64];

	(void)g;
	for (int r = 0; r < t->nrow; r++) {
		int	 n = row_cells(t, r, list);

		for (int i = 0; i < n; i++)
			if (list[i]->text[0] != '\0')
				out_print(o, "%s%s |", i > 0 ? " " : "",
				    list[i]->text);
			else
				out_puts(o, "\n|");
		out_puts(o, "\n");
	}
}

/* The same with each cell on a line of its own, "a |". */
void
web_bar_cells(struct gen *g, struct out *o, const struct gtable *t)
{
	const struct gcell	*list[64];

	(void)g;
	for (int r = 0; r < t->nrow; r++) {
		int	 n = row_cells(t, r, list);

		for (int i = 0; i < n; i++)
			out_print(o, "%s%s|\n", list[i]->text,
			    list[i]->text[0] != '\0' ? " " : "");
		fill(o, t->ncol - n);
		if (n < t->ncol)
			out_puts(o, "\n");
	}
}

/* Each cell and each bar behind it on a line of its own. */
void
web_bar_lines(struct gen *g, struct out *o, const struct gtable *t)
{
	const struct gcell	*list[64];

	(void)g;
	for (int r = 0; r < t->nrow; r++) {
		int	 n = row_cells(t, r, list);

		for (int i = 0; i < n; i++)
			out_print(o, "%s%s|\n", list[i]->text,
			    list[i]->text[0] != '\0' ? "\n" : "");
	}
}

/* "| ", and then the cells " a  | " on lines of their own. */
void
web_bar_lead(struct gen *g, struct out *o, const struct gtable *t)
{
	const struct gcell	*list[64];

	(void)g;
	for (int r = 0; r < t->nrow; r++) {
		int	 n = row_cells(t, r, list);

		out_puts(o, "| \n");
		for (int i = 0; i < n; i++) {
			out_print(o, " %s  | ", list[i]->text);
			if (i + 1 < n)
				out_puts(o, "\n");
		}
		fill(o, t->ncol - n);
		out_puts(o, "\n");
	}
}

/* "| b" on a line of its own behind "a", and "|" behind the last. */
void
web_bar_next(struct gen *g, struct out *o, const struct gtable *t)
{
	const struct gcell	*list[64];

	(void)g;
	for (int r = 0; r < t->nrow; r++) {
		int	 n = row_cells(t, r, list);

		for (int i = 0; i < n; i++)
			out_print(o, "%s%s\n", i > 0 ? list[i]->text[0] !=
			    '\0' ? "| " : "|" : "", list[i]->text);
		out_puts(o, "|\n");
	}
}

/* Bars around every slot, and what is merged is said in each of its. */
void
web_twice(struct gen *g, struct out *o, const struct gtable *t)
{
	(void)g;
	for (int r = 0; r < t->nrow; r++) {
		out_puts(o, "|");
		for (int c = 0; c < t->ncol; c++) {
			const struct gcell	*k = gtable_at(t, r, c);

			out_print(o, " %s |", k != NULL ? k->text : "");
		}
		out_puts(o, "\n");
		for (int c = 0; r == 0 && c <= t->ncol; c++)
			out_puts(o, c == 0 ? "|" : c < t->ncol ? "---|" :
			    "---|\n");
	}
}

/* HTML in one line amid the text, as readers of pictures write it. */
void
web_html(struct gen *g, struct out *o, const struct gtable *t)
{
	bool	 whole = g->state & 2048;

	out_puts(o, whole ? "<html><body><table>" : "<table>");
	for (int r = 0; r < t->nrow; r++) {
		out_puts(o, "<tr>");
		for (int c = 0; c < t->ncol; c++) {
			const struct gcell	*k = gtable_at(t, r, c);

			if (!gcell_begins(k, r, c))
				continue;
			out_puts(o, "<td");
			if (k->rowspan > 1)
				out_print(o, " rowspan=\"%d\"", k->rowspan);
			if (k->colspan > 1)
				out_print(o, " colspan=\"%d\"", k->colspan);
			out_print(o, ">%s</td>", k->text);
		}
		out_puts(o, "</tr>");
	}
	out_puts(o, whole ? "</table></body></html>\n" : "</table>\n");
}

/* A row a line, one space between cells; nothing is left of blank ones. */
void
web_words(struct gen *g, struct out *o, const struct gtable *t)
{
	const struct gcell	*list[64];

	(void)g;
	for (int r = 0; r < t->nrow; r++) {
		int	 n = row_cells(t, r, list), seen = 0;

		for (int i = 0; i < n; i++)
			if (list[i]->text[0] != '\0')
				out_print(o, "%s%s", seen++ > 0 ? " " : "",
				    list[i]->text);
		if (seen > 0)
			out_puts(o, "\n");
	}
}

/* A cell a line; nothing is left of blank ones. */
void
web_lost(struct gen *g, struct out *o, const struct gtable *t)
{
	const struct gcell	*list[64];
	bool			 wide = g->state & 4096;

	for (int r = 0; r < t->nrow; r++) {
		int	 n = row_cells(t, r, list);

		for (int i = 0; i < n; i++)
			if (list[i]->text[0] != '\0')
				out_print(o, wide ? "%s\n\n" : "%s\n",
				    list[i]->text);
	}
}

/* Comma-separated values, merged cells blank (RFC 4180). */
void
web_commas(struct gen *g, struct out *o, const struct gtable *t)
{
	(void)g;
	for (int r = 0; r < t->nrow; r++)
		for (int c = 0; c < t->ncol; c++) {
			const struct gcell	*k = gtable_at(t, r, c);
			const char		*s = gcell_begins(k, r, c) ?
						    k->text : "";

			out_print(o, strpbrk(s, ",\"\n") != NULL ?
			    "\"%s\"%s" : "%s%s", s,
			    c + 1 < t->ncol ? "," : "\n");
		}
}

/* A row a line, tabs between the cells that there are. */
void
web_tabs(struct gen *g, struct out *o, const struct gtable *t)
{
	const struct gcell	*list[64];

	(void)g;
	for (int r = 0; r < t->nrow; r++) {
		int	 n = row_cells(t, r, list);

		for (int i = 0; i < n; i++)
			out_print(o, "%s%s", i > 0 ? "\t" : "",
			    list[i]->text);
		out_puts(o, "\n");
	}
}

/* Bytes of the first n characters of s. */
static size_t
first_chars(const char *s, int n)
{
	size_t	 i = 0;

	while (s[i] != '\0' && n-- > 0)
		for (i++; (s[i] & 0xC0) == 0x80; )
			i++;
	return i;
}

/* A cell a line, long ones broken as their columns are narrow. */
void
web_broken(struct gen *g, struct out *o, const struct gtable *t)
{
	const struct gcell	*list[64];

	(void)g;
	for (int r = 0; r < t->nrow; r++) {
		int	 n = row_cells(t, r, list);

		for (int i = 0; i < n; i++) {
			const char	*s = list[i]->text;
			int		 wide = list[i]->colspan > 1 ? 14 : 7;

			if (s[0] >= '0' && s[0] <= '9' && strlen(s) < 12)
				wide = 12;
			for (size_t k; *s != '\0'; s += k) {
				k = first_chars(s, wide);
				out_print(o, "%.*s\n", (int)k, s);
			}
		}
	}
}

/* A page whose editor takes away what merges cells. */
void
web_flat(struct gen *g, struct out *o)
{
	const struct gcell	*list[64];

	out_puts(o, "<html><body>\n");
	for (int i = 0; i < g->nblock; i++) {
		const struct gblock	*b = &g->block[i];
		const struct gtable	*t;

		if (b->table < 0) {
			out_print(o, "<p>%s</p>\n", b->text);
			continue;
		}
		t = &g->table[b->table];
		out_puts(o, "<table>\n");
		for (int r = 0; r < t->nrow; r++) {
			int	 n = row_cells(t, r, list);

			out_puts(o, "<tr>");
			for (int k = 0; k < n; k++)
				out_print(o, "<td><p>%s</p></td>",
				    list[k]->text);
			out_puts(o, "</tr>\n");
		}
		out_puts(o, "</table>\n");
	}
	out_puts(o, "</body></html>\n");
}

/* A page whose rows and cells are divs. */
void
web_divs(struct gen *g, struct out *o)
{
	const struct gcell	*list[64];

	out_puts(o, "<html><body>\n");
	for (int i = 0; i < g->nblock; i++) {
		const struct gblock	*b = &g->block[i];
		const struct gtable	*t;

		if (b->table < 0) {
			out_print(o, "<div>%s</div>\n", b->text);
			continue;
		}
		t = &g->table[b->table];
		for (int r = 0; r < t->nrow; r++) {
			int	 n = row_cells(t, r, list);

			out_puts(o, "<div class=\"tr\">");
			for (int k = 0; k < n; k++)
				out_print(o, "<div class=\"td\">%s</div>",
				    list[k]->text);
			out_puts(o, "</div>\n");
		}
	}
	out_puts(o, "</body></html>\n");
}

/* A line a cell, and each line once in the whole document. */
void
web_once(struct gen *g, struct out *o)
{
	struct out	 all = { NULL, 0, 0 };
	char		*next;

	out_text(g, &all, web_lost, false);
	for (char *s = all.p; *s != '\0'; s = next) {
		bool	 seen = false;

		next = strchr(s, '\n') + 1;
		for (const char *p = all.p; p < s && !seen;
		    p = strchr(p, '\n') + 1)
			seen = strncmp(p, s, (size_t)(next - s)) == 0;
		if (!seen)
			out_add(o, s, (size_t)(next - s));
	}
	free(all.p);
}
