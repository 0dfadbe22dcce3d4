/*
 * Texts as spreadsheets and people write them: other separators, quotation
 * marks, and marks for blank cells.
 */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/gen/gen.h"
#include "tests/gen/gen_out.h"

/* The text with quotation marks, when it has what would part it. */
static void
quoted(struct out *o, const char *s, const char *sep)
{
	if (strstr(s, sep) == NULL && strpbrk(s, "\"\n") == NULL) {
		out_puts(o, s);
		return;
	}
	out_puts(o, "\"");
	for (; *s != '\0'; s++) {
		if (*s == '"')
			out_puts(o, "\"");
		out_add(o, s, 1);
	}
	out_puts(o, "\"");
}

static void
separated(struct out *o, const struct gtable *t, const char *sep)
{
	for (int r = 0; r < t->nrow; r++)
		for (int c = 0; c < t->ncol; c++) {
			const struct gcell	*k = gtable_at(t, r, c);

			quoted(o, gcell_begins(k, r, c) ? k->text : "", sep);
			out_puts(o, c + 1 < t->ncol ? sep : "\n");
		}
}

void
list_semicolons(struct gen *g, struct out *o, const struct gtable *t)
{
	(void)g;
	separated(o, t, ";");
}

void
list_wide_commas(struct gen *g, struct out *o, const struct gtable *t)
{
	(void)g;
	separated(o, t, "，");
}

/* A long label is broken over lines inside of its cell. */
static void
broken(struct gen *g, struct out *o, const struct gtable *t, const char *sep)
{
	struct gtable	*u = malloc(sizeof(*u));

	if (u == NULL)
		abort();
	*u = *t;
	for (int i = 0; i < u->n; i++) {
		char	*s = u->cell[i].text;
		size_t	 n = strlen(s), at = n / 6 * 3;

		if (u->cell[i].item[0] != '\0' || n < 24 || n > 300 ||
		    (s[at] & 0xC0) == 0x80 || !gen_chance(g, 500))
			continue;
		memmove(s + at + 1, s + at, n - at + 1);
		s[at] = '\n';
	}
	separated(o, u, sep);
	free(u);
}

void
list_quotes(struct gen *g, struct out *o, const struct gtable *t)
{
	broken(g, o, t, ",");
}

void
list_quoted_tabs(struct gen *g, struct out *o, const struct gtable *t)
{
	broken(g, o, t, "\t");
}

/* Blank cells have a mark, so that none is lost. */
static void
blanks_are_marked(struct gen *g)
{
	static const char	 was[] = "\tblank\t", is[] = "\tplaceholder\t";
	struct out		 o = { 0 };
	const char		*s = g->truth, *p;

	for (; (p = strstr(s, was)) != NULL; s = p + strlen(was)) {
		out_add(&o, s, (size_t)(p - s));
		out_puts(&o, is);
	}
	out_puts(&o, s);
	free(g->truth);
	g->truth = o.p;
	g->truth_n = (int)o.n;
	g->truth_cap = (int)o.cap;
}

static void
marked(struct gen *g, struct out *o, const struct gtable *t)
{
	static const char *const	 marks[] = { "-", "无", "空", "/",
		"——", "暂无" };
	const char			*mark = marks[(g->state >> 40) % 6];

	for (int r = 0; r < t->nrow; r++)
		for (int c = 0; c < t->ncol; c++) {
			const struct gcell	*k = gtable_at(t, r, c);

			if (gcell_begins(k, r, c))
				out_print(o, "%s\n", k->text[0] != '\0' ?
				    k->text : mark);
		}
}

void
list_marks(struct gen *g, struct out *o)
{
	blanks_are_marked(g);
	out_text(g, o, marked, false);
}

/* Cells of a row that have something, its labels or its figures. */
static void
some_cells(struct out *o, const struct gtable *t, int r, bool figures)
{
	for (int c = 0; c < t->ncol; c++) {
		const struct gcell	*k = gtable_at(t, r, c);

		if (gcell_begins(k, r, c) && k->text[0] != '\0' &&
		    (k->item[0] != '\0') == figures)
			out_print(o, "%s\n", k->text);
	}
}

static void
apart(struct gen *g, struct out *o, const struct gtable *t)
{
	(void)g;
	for (int r = 0; r < t->nrow; r++) {
		some_cells(o, t, r, false);
		out_puts(o, "\n");
		some_cells(o, t, r, true);
		out_puts(o, "\n");
	}
}

/* Blank lines are what a program sets around blocks of text. */
void
list_apart(struct gen *g, struct out *o)
{
	out_text(g, o, apart, false);
}

static void
before(struct gen *g, struct out *o, const struct gtable *t)
{
	(void)g;
	for (int r = 0; r < t->nrow; r++) {
		some_cells(o, t, r, true);
		some_cells(o, t, r, false);
	}
}

/* Figures are as high as the first line of a label, and come before it. */
void
list_before(struct gen *g, struct out *o)
{
	out_text(g, o, before, false);
}
