/*
 * The report in the markup of wikis, AsciiDoc, Textile and LaTeX, with its
 * merged cells and headings.
 */
#include <config.h>

#include <string.h>

#include "tests/gen/gen.h"
#include "tests/gen/gen_out.h"

typedef void	 cell_fn(struct out *, const struct gtable *,
		    const struct gcell *);

/* Cells that begin there, row by row; row and end go around them. */
static void
put_cells(struct out *o, const struct gtable *t, const char *row,
    const char *end, cell_fn *put)
{
	for (int r = 0; r < t->nrow; r++) {
		out_puts(o, row);
		for (int c = 0; c < t->ncol; c++) {
			const struct gcell	*k = gtable_at(t, r, c);

			if (k == NULL)
				put(o, t, &(struct gcell){ .row = r,
				    .col = c, .rowspan = 1, .colspan = 1 });
			else if (gcell_begins(k, r, c))
				put(o, t, k);
		}
		out_puts(o, end);
	}
}

static void
wiki_cell(struct out *o, const struct gtable *t, const struct gcell *k)
{
	(void)t;
	out_puts(o, k->row < 2 ? "!" : "|");
	if (k->rowspan > 1)
		out_print(o, " rowspan=\"%d\"", k->rowspan);
	if (k->colspan > 1)
		out_print(o, " colspan=%d", k->colspan);
	if (k->rowspan > 1 || k->colspan > 1)
		out_puts(o, " |");
	out_print(o, " %s\n", k->text);
}

static void
wiki_table(struct gen *g, struct out *o, const struct gtable *t)
{
	(void)g;
	out_puts(o, "{| class=\"wikitable\"\n");
	put_cells(o, t, "|-\n", "", wiki_cell);
	out_puts(o, "|}\n");
}

static void
adoc_cell(struct out *o, const struct gtable *t, const struct gcell *k)
{
	if (k->rowspan > 1)
		out_print(o, "%d.%d+^", k->colspan, k->rowspan);
	else if (k->colspan > 1)
		out_print(o, "%d+", k->colspan);
	out_print(o, "|%s%s", k->text, k->col + k->colspan < t->ncol ? " " :
	    "");
}

static void
adoc_table(struct gen *g, struct out *o, const struct gtable *t)
{
	(void)g;
	out_print(o, "[cols=\"%d*\"]\n|===\n", t->ncol);
	put_cells(o, t, "", "\n\n", adoc_cell);
	out_puts(o, "|===\n");
}

static void
textile_cell(struct out *o, const struct gtable *t, const struct gcell *k)
{
	(void)t;
	out_puts(o, k->row < 2 ? "|_" : "|");
	if (k->colspan > 1)
		out_print(o, "\\%d", k->colspan);
	if (k->rowspan > 1)
		out_print(o, "/%d", k->rowspan);
	out_print(o, "%s%s", k->row < 2 || k->colspan > 1 || k->rowspan > 1 ?
	    ". " : "", k->text);
}

static void
textile_table(struct gen *g, struct out *o, const struct gtable *t)
{
	(void)g;
	put_cells(o, t, "", "|\n", textile_cell);
}

static void
tex_words(struct out *o, const char *s)
{
	for (; *s != '\0'; s++) {
		if (strchr("%&_#$", *s) != NULL)
			out_puts(o, "\\");
		out_add(o, s, 1);
	}
}

/* Below a cell over several rows stand blank ones. */
static void
tex_table(struct gen *g, struct out *o, const struct gtable *t)
{
	(void)g;
	out_puts(o, "\\begin{tabular}{|");
	for (int c = 0; c < t->ncol; c++)
		out_puts(o, "c|");
	out_puts(o, "}\n\\hline\n");
	for (int r = 0; r < t->nrow; r++)
		for (int c = 0, n; c < t->ncol; c += n) {
			const struct gcell	*k = gtable_at(t, r, c);

			n = k != NULL ? k->colspan : 1;
			if (n > 1)
				out_print(o, "\\multicolumn{%d}{|c|}{", n);
			if (k != NULL && gcell_begins(k, r, c)) {
				if (k->rowspan > 1)
					out_print(o, "\\multirow{%d}{*}{",
					    k->rowspan);
				tex_words(o, k->text);
				out_puts(o, k->rowspan > 1 ? "}" : "");
			}
			out_puts(o, n > 1 ? "}" : "");
			out_puts(o, c + n < t->ncol ? " & " :
			    " \\\\ \\hline\n");
		}
	out_puts(o, "\\end{tabular}\n");
}

static void
put_text(struct gen *g, struct out *o, gtable_fn *table, const char *head,
    const char *behind)
{
	for (int i = 0; i < g->nblock; i++) {
		const struct gblock	*b = &g->block[i];

		if (b->table >= 0)
			table(g, o, &g->table[b->table]);
		else
			out_print(o, "%s%s%s\n", b->heading ? head : "",
			    b->text, b->heading ? behind : "");
		out_puts(o, "\n");
	}
}

void
markup_wiki(struct gen *g, struct out *o)
{
	put_text(g, o, wiki_table, "== ", " ==");
}

void
markup_adoc(struct gen *g, struct out *o)
{
	put_text(g, o, adoc_table, "== ", "");
}

void
markup_textile(struct gen *g, struct out *o)
{
	put_text(g, o, textile_table, "h2. ", "");
}

void
markup_tex(struct gen *g, struct out *o)
{
	out_puts(o, "\\documentclass{ctexart}\n\\begin{document}\n");
	put_text(g, o, tex_table, "\\section*{", "}");
	out_puts(o, "\\end{document}\n");
}
