/*
 * Pages as sites make them: tables that are none, what is on a page and is
 * not seen, the same table twice, and what office programs save.
 */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/gen/gen.h"
#include "tests/gen/gen_out.h"

static void
page(struct gen *g, struct out *o, const char *head, gtable_fn *table)
{
	out_print(o, "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\">"
	    "%s</head><body>\n", head);
	for (int i = 0; i < g->nblock; i++) {
		const struct gblock	*b = &g->block[i];

		if (b->table < 0)
			out_print(o, "<p>%s</p>\n", b->text);
		else
			table(g, o, &g->table[b->table]);
	}
	out_puts(o, "</body></html>\n");
}

/* What stands around tables, rows and cells of one kind. */
struct boxes {
	const char	*table, *table_end, *row, *row_end, *cell, *cell_end;
};

static void
boxed(struct out *o, const struct boxes *b, const struct gtable *t,
    int covered)
{
	out_puts(o, b->table);
	for (int r = 0; r < t->nrow; r++) {
		out_puts(o, b->row);
		for (int c = 0; c < t->ncol; c++) {
			const struct gcell	*k = gtable_at(t, r, c);

			if (gcell_begins(k, r, c))
				out_print(o, "%s%s%s", b->cell, k->text,
				    b->cell_end);
			else if (k != NULL && (covered & (k->col != c ? 2 :
			    1)) != 0)
				out_print(o, "%s%s", b->cell, b->cell_end);
		}
		out_puts(o, b->row_end);
	}
	out_puts(o, b->table_end);
}

/* The ways in which CSS makes tables of other elements. */
static const struct boxes	 css_boxes[] = {
	{ "<div class=\"t\">\n", "</div>\n", "<div class=\"r\">", "</div>\n",
	    "<div class=\"c\">", "</div>" },
	{ "<div style=\"display: table; width:100%\">",
	    "</div>\n", "<div style=\"display:table-row\">\n", "</div>\n",
	    "<div style=\"DISPLAY:table-cell;width:9%\"><p>", "</p></div>\n" },
	{ "<ul class=t>", "</ul>", "<li class=r>", "</li>", "<span class=c>",
	    "</span>" },
	{ "<div class=\"t\"><div style='display:table-row-group'>",
	    "</div></div>", "<p class=r>", "</p>", "<span class='c'>",
	    "</span>" },
	{ "<div>", "</div>", "<ul class=tr>", "</ul>", "<li class=td>", "" },
	{ "<section class=list>", "</section>", "<div class=\"row line\">",
	    "</div>", "<i class=\"c\">", "</i>" },
	{ "<div class=\"table w-full\">", "</div>",
	    "<div class=\"table-row\">", "</div>",
	    "<div class=\"table-cell p-2\">", "</div>" },
};

static void
css_table(struct gen *g, struct out *o, const struct gtable *t)
{
	int	 n = (int)(sizeof(css_boxes) / sizeof(*css_boxes));

	boxed(o, &css_boxes[(int)(g->state >> 40) % n], t, 0);
}

void
page_css(struct gen *g, struct out *o)
{
	page(g, o, "<style>.t{display:table;border-collapse:collapse}"
	    ".r, div.line {display:table-row}\n.c{display:table-cell;"
	    "padding:2px}</style>", css_table);
}

/* A cell with its spans and attributes, and what it holds. */
static void
cell(struct out *o, const struct gcell *k, const char *attr,
    const char *before, const char *text, const char *after)
{
	out_puts(o, "<td");
	if (k != NULL && k->rowspan > 1)
		out_print(o, " rowspan=%d", k->rowspan);
	if (k != NULL && k->colspan > 1)
		out_print(o, " colspan=\"%d\"", k->colspan);
	out_print(o, "%s>%s%s%s</td>", attr, before, text, after);
}

typedef void	 cell_fn(struct gen *, struct out *, const struct gtable *,
		    const struct gcell *);

static void
rows(struct gen *g, struct out *o, const struct gtable *t, int from, int to,
    cell_fn *put)
{
	for (int r = from; r < to; r++) {
		out_puts(o, "<tr>");
		for (int c = 0; c < t->ncol; c++) {
			const struct gcell	*k = gtable_at(t, r, c);

			if (k == NULL)
				out_puts(o, "<td></td>");
			else if (gcell_begins(k, r, c))
				put(g, o, t, k);
		}
		out_puts(o, "</tr>\n");
	}
}

static void
plain(struct gen *g, struct out *o, const struct gtable *t,
    const struct gcell *k)
{
	(void)g;
	(void)t;
	cell(o, k, "", "", k->text, "");
}

/* Figures that nobody sees, beside those that there are. */
static const char *const	 decoys[] = {
	"<span class=\"hide\">71</span>", "<span style=\"display:none\">72"
	"</span>", "<span style='font-size:0'>73</span>",
	"<i style=\"opacity: 0\">74</i>", "<b hidden>75</b>",
	"<span style=\"position:absolute;left:-9999px\">76</span>",
	"<span style='visibility:hidden'>77</span>",
	"<em data-old=\"1\">78</em>", "<i class=\"tip-2020\">79</i>",
	"<input type=hidden value=80>", "<template>81</template>",
	"<noscript>82</noscript>", "<u>83</u>",
	"<font color=\"#ffffff\">84</font>",
	"<span style=\"color:#fff;background:#fff\">85</span>",
	"<span style=\"color:rgba(0,0,0,0)\">86</span>",
	"<select><option>87</option></select>",
	"<span style='clip-path: inset(50%)'>88</span>",
	"<span style=\"width:0;height:0;overflow:hidden;display:inline-block"
	"\">89</span>", "<q>90</q>", "<s>91</s>",
	"<span style=\"text-indent:-999em;display:block\">92</span>",
	"<span aria-hidden=true></span>",
};

static void
decoy(struct gen *g, struct out *o, const struct gtable *t,
    const struct gcell *k)
{
	size_t	 n = sizeof(decoys) / sizeof(*decoys);

	(void)t;
	if (k->item[0] == '\0')
		cell(o, k, "", "", k->text, "");
	else if (gen_chance(g, 500))
		cell(o, k, "", decoys[gen_below(g, (uint32_t)n)], k->text,
		    "");
	else
		cell(o, k, "", "", k->text,
		    decoys[gen_below(g, (uint32_t)n)]);
}

static void
decoy_table(struct gen *g, struct out *o, const struct gtable *t)
{
	out_puts(o, "<table>");
	rows(g, o, t, 0, t->nrow, decoy);
	out_puts(o, "<tr class=gone><td>99<td>98</tr></table>\n");
}

void
page_decoys(struct gen *g, struct out *o)
{
	page(g, o, "<style>.hide{display:none} [data-old]{display:none}\n"
	    "i[class^=tip]{display:none} tr.gone:nth-child(n+2)"
	    "{display:none}td > u:not(.seen){display:none}"
	    "p:hover{display:none} td:empty{display:none}"
	    "td q:first-child, td q:last-child{display:none}"
	    "</style>", decoy_table);
}

/* The head above a figure: of the lowest row that has one. */
static const char *
head_above(const struct gtable *t, const struct gcell *k)
{
	const char	*head = "";

	for (int r = 0; r < k->row; r++) {
		const struct gcell	*c = gtable_at(t, r, k->col);

		if (c != NULL && c->item[0] == '\0' && c->text[0] != '\0')
			head = c->text;
	}
	return head;
}

/* Each cell says its head, for screens on which it stands alone. */
static void
labelled(struct gen *g, struct out *o, const struct gtable *t,
    const struct gcell *k)
{
	char	 s[900];

	if (k->item[0] == '\0' || head_above(t, k)[0] == '\0') {
		cell(o, k, "", "", k->text, "");
		return;
	}
	snprintf(s, sizeof(s), g->year % 2 == 0 ? " data-label=\"%s\"" :
	    " data-th='%s'", head_above(t, k));
	if (g->year % 3 != 0) {
		cell(o, k, s, "", k->text, "");
		return;
	}
	snprintf(s, sizeof(s), g->year % 2 == 0 ?
	    "<span class=\"narrow\">%s</span>" :
	    "<span class='narrow'>%s：</span>", head_above(t, k));
	cell(o, k, "", s, k->text, "");
}

static void
label_table(struct gen *g, struct out *o, const struct gtable *t)
{
	out_puts(o, "<table>");
	rows(g, o, t, 0, t->nrow, labelled);
	out_puts(o, "</table>\n");
}

void
page_labels(struct gen *g, struct out *o)
{
	page(g, o, "<style>@media (max-width:600px){td::before{content:attr("
	    "data-label)} thead{display:none}}</style>"
	    "<link rel=stylesheet href=narrow.css>", label_table);
}

static int
head_rows(const struct gtable *t)
{
	int	 n = 0;

	for (int i = 0; i < t->n; i++)
		if (t->cell[i].item[0] != '\0' && (n == 0 ||
		    t->cell[i].row < n))
			n = t->cell[i].row;
	return n;
}

/* The head is a table of its own, which stays where it is. */
static void
sticky_table(struct gen *g, struct out *o, const struct gtable *t)
{
	int	 n = head_rows(t);

	out_puts(o, "<div class=head><table>");
	rows(g, o, t, 0, n, plain);
	out_puts(o, "</table></div>\n<div class=body><table>");
	rows(g, o, t, n, t->nrow, plain);
	out_puts(o, "</table></div>\n");
}

void
page_sticky(struct gen *g, struct out *o)
{
	page(g, o, "", sticky_table);
}

/* One for wide screens, and one for narrow ones behind it. */
static void
copy_table(struct gen *g, struct out *o, const struct gtable *t)
{
	for (int i = 0; i < 2; i++) {
		out_puts(o, i == 0 ? "<div class=\"pc\"><table>" :
		    "<div class=\"mobile\"><table>");
		rows(g, o, t, 0, t->nrow, plain);
		out_puts(o, "</table></div>\n");
	}
}

void
page_copies(struct gen *g, struct out *o)
{
	page(g, o, g->year % 2 == 0 ? "" : "<style>.mobile{display:none}"
	    "@media (max-width:700px){.pc{display:none}"
	    ".mobile{display:block}}</style>", copy_table);
}

/* The whole report is there twice. */
void
page_twice(struct gen *g, struct out *o)
{
	struct out	 half = { 0 };

	page(g, &half, "", g->year % 2 == 0 ? copy_table : decoy_table);
	free(half.p);
	out_puts(o, "<html><body>");
	for (int k = 0; k < 2; k++) {
		out_puts(o, k == 0 ? "<div class=\"visible-lg\">" :
		    "</div><div class=\"visible-xs\">");
		for (int i = 0; i < g->nblock; i++) {
			const struct gblock	*b = &g->block[i];

			if (b->table < 0) {
				out_print(o, "<p>%s</p>\n", b->text);
				continue;
			}
			out_puts(o, "<table>");
			rows(g, o, &g->table[b->table], 0,
			    g->table[b->table].nrow, plain);
			out_puts(o, "</table>\n");
		}
	}
	out_puts(o, "</div></body></html>\n");
}

/* As Word, WPS and Excel save a page. */
static void
office_cell(struct gen *g, struct out *o, const struct gtable *t,
    const struct gcell *k)
{
	bool	 figure = k->item[0] != '\0' && k->text[0] != '\0';
	char	 s[200];

	(void)t;
	switch (g->year % 3) {
	case 0:
		snprintf(s, sizeof(s), figure &&
		    strspn(k->text, "0123456789.") == strlen(k->text) ?
		    " class=xl65 align=right x:num=\"%.80s\"" :
		    " class=xl66 x:str", k->text);
		cell(o, k, s, "", k->text, "");
		return;
	case 1:
		cell(o, k, " width=57 style='width:42.55pt;border:solid "
		    "windowtext 1.0pt;mso-border-alt:solid windowtext .5pt'",
		    "\n  <p class=MsoNormal align=center><span lang=EN-US "
		    "style='font-size:10.5pt;mso-bidi-font-size:11.0pt'>"
		    "<o:p>", k->text, "</o:p></span></p>\n  ");
		return;
	default:
		cell(o, k, " valign=center style=\"mso-border-left-alt:0.5pt"
		    "\"", "<p class=MsoNormal ><!--[if !supportLists]-->"
		    "<span style=\"font-family:宋体;mso-hide:none\" >"
		    "<!--[endif]--><font face=\"宋体\" >", k->text,
		    "</font></span><span style=\"mso-spacerun:'yes'\">"
		    "<o:p></o:p></span></p>");
	}
}

static void
office_table(struct gen *g, struct out *o, const struct gtable *t)
{
	out_print(o, "<table class=MsoTableGrid border=1 x:str>\n"
	    "<!--[if supportMisalignedColumns]><![endif]-->"
	    "<col width=72 span=%d style='width:54pt'>\n", t->ncol);
	rows(g, o, t, 0, t->nrow, office_cell);
	out_puts(o, "<![if supportMisalignedColumns]>"
	    "<tr height=0 style='display:none'>");
	for (int c = 0; c < t->ncol; c++)
		out_puts(o, "<td width=72 style='width:54pt'></td>");
	out_puts(o, "</tr><![endif]></table>\n");
}

void
page_office(struct gen *g, struct out *o)
{
	page(g, o, "<!--[if gte mso 9]><xml><x:ExcelWorkbook><x:Name>1"
	    "</x:Name></x:ExcelWorkbook></xml><![endif]-->"
	    "<style>\n<!--\n /* Style Definitions */\n p.MsoNormal, "
	    "li.MsoNormal\n{mso-style-parent:\"\";margin:0cm;}\n"
	    "td{mso-number-format:General;mso-ignore:padding}\n-->\n"
	    "</style><!--[if gte mso 10]><style>td{display:none}</style>"
	    "<![endif]-->", office_table);
}

/* A form whose figures are values of its fields. */
static void
field_cell(struct gen *g, struct out *o, const struct gtable *t,
    const struct gcell *k)
{
	char	 s[600];

	(void)t;
	if (k->item[0] == '\0') {
		cell(o, k, "", "", k->text, "");
		return;
	}
	snprintf(s, sizeof(s), g->year % 3 == 0 ? "<input readonly value='%s'>"
	    : g->year % 3 == 1 ? "<textarea rows=1>%s</textarea>" :
	    "<select><option>0</option><option selected>%s</option></select>",
	    k->text);
	cell(o, k, "", "", s, "");
}

static void
field_table(struct gen *g, struct out *o, const struct gtable *t)
{
	out_puts(o, "<form><table>");
	rows(g, o, t, 0, t->nrow, field_cell);
	out_puts(o, "</table></form>\n");
}

void
page_fields(struct gen *g, struct out *o)
{
	page(g, o, "", field_table);
}

static bool
has_applicants(const struct gtable *t)
{
	for (int i = 0; i < t->n; i++)
		if (strcmp(t->cell[i].text, "申请人情况") == 0)
			return true;
	return false;
}

/* Spans that reach too far, heads on every page, and a foot. */
static void
wide_table(struct gen *g, struct out *o, const struct gtable *t)
{
	int	 n = head_rows(t), cut = n + (t->nrow - n) / 2;

	out_puts(o, "<table><thead>");
	rows(g, o, t, 0, n, plain);
	out_puts(o, "</thead><tbody>");
	for (int r = n; r < t->nrow; r++) {
		/* Where no cell goes on over the break. */
		bool	 whole = true;

		for (int c = 0; c < t->ncol; c++) {
			const struct gcell	*k = gtable_at(t, r, c);

			whole = whole && (k == NULL || k->row == r);
		}
		if (r >= cut && whole && has_applicants(t)) {
			out_puts(o, "</tbody></table><table><thead>");
			rows(g, o, t, 0, n, plain);
			out_puts(o, "</thead><tbody>");
			cut = t->nrow;
		}
		rows(g, o, t, r, r + 1, plain);
	}
	out_print(o, "</tbody><tfoot><tr><td colspan=%d>注：各项数据统计至年底"
	    "。</td></tr></tfoot></table>\n", t->ncol + 7);
}

void
page_wide(struct gen *g, struct out *o)
{
	page(g, o, "", wide_table);
}

/* Drawn with characters, in lines that are kept as they are. */
static void
drawn_table(struct gen *g, struct out *o, const struct gtable *t)
{
	out_puts(o, "<pre>\n");
	(g->year % 2 == 0 ? box_rows : web_twice)(g, o, t);
	out_puts(o, "</pre>\n");
}

void
page_drawn(struct gen *g, struct out *o)
{
	page(g, o, "", drawn_table);
}

/* Rows and columns that style sheets make without a word of tables. */
static void
flex_rows(struct gen *g, struct out *o, const struct gtable *t, int covered)
{
	static const struct boxes	 ways[] = {
		{ "<div class=list>\n", "</div>\n", "<div class=line>",
		    "</div>\n", "<div>", "</div>" },
		{ "<ul>", "</ul>", "<li style='display: flex;gap:4px'>",
		    "</li>\n", "<span style=\"flex:1\">", "</span>" },
		{ "", "", "<div style=\"display:-webkit-flex;display:flex\">\n",
		    "</div>\n", "<p class=k>", "</p>\n" },
	};

	boxed(o, &ways[g->year % 3], t, covered);
}

/* What merged cells cover stands there, or is left out. */
static void
flex_table(struct gen *g, struct out *o, const struct gtable *t)
{
	flex_rows(g, o, t, g->year % 2 == 0 ? 3 : 0);
}

/* The one, below them or beside them, and not the other. */
static void
half_table(struct gen *g, struct out *o, const struct gtable *t)
{
	flex_rows(g, o, t, g->year % 2 == 0 ? 1 : 2);
}

#define FLEX_STYLE	"<style>.line{display:flex;flex-direction:row}" \
			".line > div{flex:1 1 0}</style>"

void
page_flex(struct gen *g, struct out *o)
{
	page(g, o, FLEX_STYLE, flex_table);
}

void
page_half(struct gen *g, struct out *o)
{
	page(g, o, FLEX_STYLE, half_table);
}

static void
grid_table(struct gen *g, struct out *o, const struct gtable *t)
{
	const char	*name = g->year % 2 == 0 ? "div" : "span";

	out_print(o, g->year % 3 == 0 ? "<section style=\"display:grid;"
	    "grid-template-columns:repeat(%d, minmax(0, 1fr))\">\n" :
	    "<style>.g%d{display:grid;grid-template-columns:", t->ncol);
	for (int c = 0; c < t->ncol && g->year % 3 != 0; c++)
		out_puts(o, c == 0 ? "12em" : " 1fr");
	if (g->year % 3 != 0)
		out_print(o, "}</style><section class=\"box g%d\">\n",
		    t->ncol);
	for (int r = 0; r < t->nrow; r++)
		for (int c = 0; c < t->ncol; c++) {
			const struct gcell	*k = gtable_at(t, r, c);

			if (k != NULL && !gcell_begins(k, r, c))
				continue;
			out_print(o, "<%s style=\"", name);
			if (k != NULL && k->colspan > 1)
				out_print(o, "grid-column: span %d;",
				    k->colspan);
			if (k != NULL && k->rowspan > 1)
				out_print(o, "grid-row:span %d / auto",
				    k->rowspan);
			out_print(o, "\">%s</%s>\n", k == NULL ? "" :
			    k->text, name);
		}
	out_puts(o, "</section>\n");
}

void
page_grid(struct gen *g, struct out *o)
{
	page(g, o, "", grid_table);
}

/* What a row is about, and its figures. */
static void
terms_table(struct gen *g, struct out *o, const struct gtable *t)
{
	bool	 one = g->year % 2 == 0, wrap = g->year % 3 == 0;

	out_puts(o, one ? "<dl>" : "");
	for (int r = 0; r < t->nrow; r++) {
		out_puts(o, !one ? "<dl>" : wrap ? "<div>" : "");
		for (int c = 0, n = 0; c < t->ncol; c++) {
			const struct gcell	*k = gtable_at(t, r, c);

			if (gcell_begins(k, r, c))
				out_print(o, n++ == 0 ? "<dt>%s</dt>" :
				    "<dd>%s</dd>", k->text);
		}
		out_puts(o, !one ? "</dl>\n" : wrap ? "</div>\n" : "\n");
	}
	out_puts(o, one ? "</dl>\n" : "");
}

void
page_terms(struct gen *g, struct out *o)
{
	page(g, o, "", terms_table);
}
