/* The formats and layouts; see gen.h. */
#include <config.h>

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "tests/gen/gen.h"
#include "tests/gen/gen_out.h"

void
out_add(struct out *o, const void *p, size_t n)
{
	if (o->n + n + 1 > o->cap) {
		o->cap = 2 * (o->n + n) + 4096;
		o->p = realloc(o->p, o->cap);
		if (o->p == NULL)
			abort();
	}
	memcpy(o->p + o->n, p, n);
	o->n += n;
	o->p[o->n] = '\0';
}

void
out_puts(struct out *o, const char *s)
{
	out_add(o, s, strlen(s));
}

void
out_print(struct out *o, const char *fmt, ...)
{
	char	 s[4096];
	va_list	 ap;

	va_start(ap, fmt);
	vsnprintf(s, sizeof(s), fmt, ap);
	va_end(ap);
	out_puts(o, s);
}

const struct gcell *
gtable_at(const struct gtable *t, int row, int col)
{
	for (int i = 0; i < t->n; i++)
		if (t->cell[i].row <= row && t->cell[i].col <= col &&
		    t->cell[i].row + t->cell[i].rowspan > row &&
		    t->cell[i].col + t->cell[i].colspan > col)
			return &t->cell[i];
	return NULL;
}

bool
gcell_begins(const struct gcell *c, int row, int col)
{
	return c != NULL && c->row == row && c->col == col;
}

/* One line a row, a tab between slots, merged ones empty. */
void
tab_rows(struct gen *g, struct out *o, const struct gtable *t)
{
	(void)g;
	for (int r = 0; r < t->nrow; r++)
		for (int c = 0; c < t->ncol; c++) {
			const struct gcell	*k = gtable_at(t, r, c);

			out_puts(o, gcell_begins(k, r, c) ? k->text : "");
			out_puts(o, c + 1 < t->ncol ? "\t" : "\n");
		}
}

/* One line a cell behind a tab, an empty line between rows. */
static void
tab_cells(struct gen *g, struct out *o, const struct gtable *t)
{
	/* What is merged is one cell here: columns that are no part of the
	 * form would leave blank cells without a place. */
	int	 ncol = t->ncol >= 15 ? 15 : t->ncol >= 10 ? 10 : t->ncol;

	(void)g;
	for (int r = 0; r < t->nrow; r++) {
		for (int c = 0; c < ncol; ) {
			const struct gcell	*k = gtable_at(t, r, c);

			out_print(o, "\t%s\n", gcell_begins(k, r, c) ?
			    k->text : "");
			c = k != NULL ? k->col + k->colspan : c + 1;
		}
		out_puts(o, "\n");
	}
}

/* One line a cell, an empty line between, blank cells one line more. */
void
plain_cells(struct gen *g, struct out *o, const struct gtable *t)
{
	(void)g;
	for (int r = 0; r < t->nrow; r++)
		for (int c = 0; c < t->ncol; c++) {
			const struct gcell	*k = gtable_at(t, r, c);

			if (!gcell_begins(k, r, c))
				continue;
			if (k->text[0] == '\0')
				out_puts(o, "\n");
			else
				out_print(o, "%s\n\n", k->text);
		}
}

static void
pipe_rows(struct gen *g, struct out *o, const struct gtable *t)
{
	for (int r = 0; r < t->nrow; r++) {
		out_puts(o, "|");
		for (int c = 0; c < t->ncol; c++) {
			const struct gcell	*k = gtable_at(t, r, c);

			out_print(o, " %s |", gcell_begins(k, r, c) ?
			    k->text : "");
		}
		out_puts(o, "\n");
		if (r == 0 && gen_chance(g, 500)) {
			out_puts(o, "|");
			for (int c = 0; c < t->ncol; c++)
				out_puts(o, "---|");
			out_puts(o, "\n");
		}
	}
}

void
out_text(struct gen *g, struct out *o, gtable_fn *table, bool markdown)
{
	for (int i = 0; i < g->nblock; i++) {
		const struct gblock	*b = &g->block[i];

		if (b->table >= 0) {
			table(g, o, &g->table[b->table]);
			out_puts(o, "\n");
		} else
			out_print(o, "%s%s\n\n", markdown && b->heading ?
			    "## " : "", b->text);
	}
}

void
out_escaped(struct out *o, const char *s)
{
	for (; *s != '\0'; s++)
		if (*s == '<')
			out_puts(o, "&lt;");
		else if (*s == '&')
			out_puts(o, "&amp;");
		else
			out_add(o, s, 1);
}

/* As editors of web pages leave a text behind. */
static void
html_inline(struct gen *g, struct out *o, const char *s, int style)
{
	size_t	 n;

	switch (style) {
	case 1:			/* one span per character */
		for (; *s != '\0'; s += n) {
			char	 c[8];

			n = (*s & 0x80) == 0 ? 1 : (*s & 0x20) == 0 ? 2 :
			    (*s & 0x10) == 0 ? 3 : 4;
			snprintf(c, sizeof(c), "%.*s", (int)n, s);
			out_puts(o, "<span style=\"font-size:14px\">");
			out_escaped(o, c);
			out_puts(o, "</span>");
		}
		break;
	case 2:			/* padded, in a paragraph */
		out_puts(o, "<p class=\"MsoNormal\">&nbsp;<span>");
		out_escaped(o, s);
		out_puts(o, "</span>&nbsp;</p>");
		break;
	case 3:			/* Word's */
		out_puts(o, "\n<p><o:p></o:p><font face=\"宋体\">");
		out_escaped(o, s);
		out_puts(o, "</font></p>\n");
		break;
	default:
		out_escaped(o, s);
	}
	(void)g;
}

static void
html_table(struct gen *g, struct out *o, const struct gtable *t, int style,
    bool unclosed)
{
	out_puts(o, "<table border=1 cellspacing=\"0\"><tbody>\n");
	for (int r = 0; r < t->nrow; r++) {
		out_puts(o, "<tr style='height:20pt'>");
		for (int c = 0; c < t->ncol; c++) {
			const struct gcell	*k = gtable_at(t, r, c);

			if (k == NULL)
				out_puts(o, "<td></td>");
			if (!gcell_begins(k, r, c))
				continue;
			out_puts(o, "<td");
			if (k->rowspan > 1)
				out_print(o, " rowspan=\"%d\"", k->rowspan);
			if (k->colspan > 1)
				out_print(o, " colspan='%d'", k->colspan);
			out_puts(o, " valign=top>");
			html_inline(g, o, k->text, style);
			out_puts(o, unclosed ? "\n" : "</td>\n");
		}
		out_puts(o, unclosed ? "\n" : "</tr>\n");
	}
	out_puts(o, "</tbody></table>\n");
}

void
html_page(struct gen *g, struct out *o)
{
	int	 style = (int)gen_below(g, 4);
	bool	 page = gen_chance(g, 700), unclosed = gen_chance(g, 200);
	bool	 layout = gen_chance(g, 300);

	out_puts(o, "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\">"
	    "<title>年报</title><style>td { border: 1px }</style>"
	    "<script>var a = \"<table><tr><td>一、本年新收</td></tr>\";"
	    "</script></head><body>\n");
	if (page)
		out_puts(o, "<div id=nav><ul><li><a href=/>首页</a></li>"
		    "<li>政务公开</li><li>2019年</li></ul></div>\n"
		    "<table><tr><td>友情链接</td><td>1</td><td>2</td></tr>"
		    "</table><!-- 三、本年度办理结果 -->\n");
	if (layout)
		out_puts(o, "<table width=100%><tr><td>");
	for (int i = 0; i < g->nblock; i++) {
		const struct gblock	*b = &g->block[i];

		if (b->table >= 0) {
			html_table(g, o, &g->table[b->table], style, unclosed);
			continue;
		}
		out_print(o, "<p%s>", b->heading ? " align=center" : "");
		if (b->heading)
			out_puts(o, "<strong>");
		html_inline(g, o, b->text, style == 1 ? 1 : 0);
		out_puts(o, b->heading ? "</strong></p>\n" : "</p>\n");
	}
	if (layout)
		out_puts(o, "</td></tr></table>");
	if (page)
		out_puts(o, "<div class=foot>主办单位 电话 0394-1234567"
		    "</div>");
	out_puts(o, "</body></html>\n");
}

/* The page as one quoted-printable part of a saved web page. */
static void
render_mht(struct gen *g, struct out *o)
{
	struct out	 page = { 0 };
	int		 col = 0;

	html_page(g, &page);
	out_puts(o, "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\n"
	    "Content-Type: multipart/related; type=\"text/html\";"
	    " boundary=\"----=_b1\"\r\n\r\n------=_b1\r\n"
	    "Content-Type: text/html; charset=\"utf-8\"\r\n"
	    "Content-Transfer-Encoding: quoted-printable\r\n\r\n");
	for (size_t i = 0; i < page.n; i++) {
		unsigned char	 c = (unsigned char)page.p[i];

		if (c == '\n') {
			out_puts(o, "\r\n");
			col = 0;
			continue;
		}
		if (col > 70) {
			out_puts(o, "=\r\n");
			col = 0;
		}
		if (c < 32 || c > 126 || c == '=') {
			out_print(o, "=%02X", c);
			col += 3;
		} else {
			out_add(o, &c, 1);
			col++;
		}
	}
	out_puts(o, "\r\n------=_b1--\r\n");
	free(page.p);
}

static void
le(struct out *o, unsigned long v, int n)
{
	for (int i = 0; i < n; i++, v >>= 8) {
		unsigned char	 c = v & 255;

		out_add(o, &c, 1);
	}
}

void
zip_add(struct zip *z, const char *name, const struct out *data)
{
	unsigned long	 crc = crc32(0, (const unsigned char *)data->p,
	    (unsigned)data->n);
	size_t		 at = z->body.n;

	for (int dir = 0; dir < 2; dir++) {
		struct out	*o = dir ? &z->dir : &z->body;

		le(o, dir ? 0x02014b50 : 0x04034b50, 4);
		if (dir)
			le(o, 20, 2);
		le(o, 20, 2);
		le(o, 0, 2);
		le(o, 0, 2);
		le(o, 0x5a21b000 >> 8, 4);
		le(o, crc, 4);
		le(o, data->n, 4);
		le(o, data->n, 4);
		le(o, strlen(name), 2);
		le(o, 0, 2);
		if (dir) {
			le(o, 0, 2);
			le(o, 0, 2);
			le(o, 0, 2);
			le(o, 0, 4);
			le(o, at, 4);
		}
		out_puts(o, name);
	}
	out_add(&z->body, data->p, data->n);
	z->n++;
}

void
zip_part(struct zip *z, const char *name, const char *text)
{
	struct out	 o = { 0 };

	out_puts(&o, text);
	zip_add(z, name, &o);
	free(o.p);
}

void
zip_end(struct zip *z, struct out *o)
{
	size_t	 at = z->body.n, n = z->dir.n;

	out_add(o, z->body.p, z->body.n);
	out_add(o, z->dir.p, z->dir.n);
	le(o, 0x06054b50, 4);
	le(o, 0, 4);
	le(o, (unsigned)z->n, 2);
	le(o, (unsigned)z->n, 2);
	le(o, n, 4);
	le(o, at, 4);
	le(o, 0, 2);
	free(z->body.p);
	free(z->dir.p);
}

#define XML	"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"
#define W	"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define S	"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define R	"http://schemas.openxmlformats.org/officeDocument/2006/" \
		"relationships"
#define REL	"http://schemas.openxmlformats.org/package/2006/relationships"
#define TYPES	"http://schemas.openxmlformats.org/package/2006/content-types"

/* A run, broken in two in its middle now and then. */
static void
docx_runs(struct gen *g, struct out *o, const char *s)
{
	size_t	 cut = 0, n = strlen(s);

	if (n > 12 && gen_chance(g, 400))
		for (cut = n / 2; ((unsigned char)s[cut] & 0xC0) == 0x80; )
			cut--;
	for (int i = 0; i < 2; i++) {
		char	 part[1300];

		snprintf(part, sizeof(part), "%.*s",
		    (int)(i == 0 ? cut : n - cut), i == 0 ? s : s + cut);
		if (part[0] == '\0')
			continue;
		out_puts(o, "<w:r><w:rPr><w:sz w:val=\"21\"/></w:rPr>"
		    "<w:t xml:space=\"preserve\">");
		out_escaped(o, part);
		out_puts(o, "</w:t></w:r>");
	}
}

static void
docx_table(struct gen *g, struct out *o, const struct gtable *t)
{
	static const char *const	 side[] = { "top", "left", "bottom",
		"right", "insideH", "insideV" };

	out_puts(o, "<w:tbl><w:tblPr>");
	if (!gen_chance(g, 50)) {
		out_puts(o, "<w:tblBorders>");
		for (int i = 0; i < 6; i++)
			out_print(o, "<w:%s w:val=\"single\" w:sz=\"4\"/>",
			    side[i]);
		out_puts(o, "</w:tblBorders>");
	}
	out_puts(o, "</w:tblPr><w:tblGrid>");
	for (int c = 0; c < t->ncol; c++)
		out_print(o, "<w:gridCol w:w=\"%d\"/>", 9000 / t->ncol);
	out_puts(o, "</w:tblGrid>");
	for (int r = 0; r < t->nrow; r++) {
		out_puts(o, "<w:tr>");
		for (int c = 0; c < t->ncol; ) {
			const struct gcell	*k = gtable_at(t, r, c);

			if (k == NULL) {
				out_puts(o, "<w:tc><w:p/></w:tc>");
				c++;
				continue;
			}
			out_puts(o, "<w:tc><w:tcPr>");
			if (k->colspan > 1)
				out_print(o, "<w:gridSpan w:val=\"%d\"/>",
				    k->colspan);
			if (k->rowspan > 1)
				out_puts(o, k->row == r ?
				    "<w:vMerge w:val=\"restart\"/>" :
				    "<w:vMerge/>");
			out_puts(o, "</w:tcPr><w:p>");
			if (k->row == r)
				docx_runs(g, o, k->text);
			out_puts(o, "</w:p></w:tc>");
			c = k->col + k->colspan;
		}
		out_puts(o, "</w:tr>");
	}
	out_puts(o, "</w:tbl>");
}

static void
render_docx(struct gen *g, struct out *o)
{
	struct zip	 z = { 0 };
	struct out	 d = { 0 };

	out_print(&d, XML "<w:document xmlns:w=\"" W "\"><w:body>");
	for (int i = 0; i < g->nblock; i++) {
		if (g->block[i].table >= 0) {
			docx_table(g, &d, &g->table[g->block[i].table]);
			continue;
		}
		out_puts(&d, "<w:p>");
		docx_runs(g, &d, g->block[i].text);
		out_puts(&d, "</w:p>");
	}
	out_puts(&d, "<w:sectPr/></w:body></w:document>");
	zip_part(&z, "[Content_Types].xml", XML "<Types xmlns=\"" TYPES "\">"
	    "<Default Extension=\"rels\" ContentType=\"application/vnd."
	    "openxmlformats-package.relationships+xml\"/><Override PartName="
	    "\"/word/document.xml\" ContentType=\"application/vnd."
	    "openxmlformats-officedocument.wordprocessingml.document.main"
	    "+xml\"/></Types>");
	zip_part(&z, "_rels/.rels", XML "<Relationships xmlns=\"" REL "\">"
	    "<Relationship Id=\"rId1\" Type=\"" R "/officeDocument\" "
	    "Target=\"word/document.xml\"/></Relationships>");
	zip_add(&z, "word/document.xml", &d);
	free(d.p);
	zip_end(&z, o);
}

static void
xlsx_ref(char *s, int row, int col)
{
	sprintf(s, "%c%d", 'A' + col, row + 1);
}

static bool
is_digits(const char *s)
{
	return s[0] != '\0' && strspn(s, "0123456789.") == strlen(s);
}

static void
xlsx_cell(struct out *o, int row, int col, const char *text)
{
	char	 ref[16];

	xlsx_ref(ref, row, col);
	if (is_digits(text)) {
		out_print(o, "<c r=\"%s\"><v>%s</v></c>", ref, text);
		return;
	}
	out_print(o, "<c r=\"%s\" t=\"inlineStr\"><is><t>", ref);
	out_escaped(o, text);
	out_puts(o, "</t></is></c>");
}

static void
render_xlsx(struct gen *g, struct out *o)
{
	struct zip	 z = { 0 };
	struct out	 d = { 0 }, merge = { 0 };
	int		 row = 0, nmerge = 0;
	char		 a[16], b[16];

	out_print(&d, XML "<worksheet xmlns=\"" S "\"><sheetData>");
	for (int i = 0; i < g->nblock; i++) {
		const struct gtable	*t;

		if (g->block[i].table < 0) {
			out_print(&d, "<row r=\"%d\">", row + 1);
			xlsx_cell(&d, row, 0, g->block[i].text);
			out_puts(&d, "</row>");
			xlsx_ref(a, row, 0);
			xlsx_ref(b, row, 9);
			out_print(&merge, "<mergeCell ref=\"%s:%s\"/>", a, b);
			nmerge++;
			row++;
			continue;
		}
		t = &g->table[g->block[i].table];
		for (int r = 0; r < t->nrow; r++, row++) {
			out_print(&d, "<row r=\"%d\">", row + 1);
			for (int c = 0; c < t->ncol; c++) {
				const struct gcell	*k = gtable_at(t, r, c);

				if (!gcell_begins(k, r, c))
					continue;
				xlsx_cell(&d, row, c, k->text);
				if (k->rowspan * k->colspan == 1)
					continue;
				xlsx_ref(a, row, c);
				xlsx_ref(b, row + k->rowspan - 1,
				    c + k->colspan - 1);
				out_print(&merge, "<mergeCell ref=\"%s:%s\"/>",
				    a, b);
				nmerge++;
			}
			out_puts(&d, "</row>");
		}
	}
	out_print(&d, "</sheetData><mergeCells count=\"%d\">", nmerge);
	out_add(&d, merge.p, merge.n);
	out_puts(&d, "</mergeCells></worksheet>");
	zip_part(&z, "[Content_Types].xml", XML "<Types xmlns=\"" TYPES "\">"
	    "<Default Extension=\"rels\" ContentType=\"application/vnd."
	    "openxmlformats-package.relationships+xml\"/><Override PartName="
	    "\"/xl/workbook.xml\" ContentType=\"application/vnd."
	    "openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
	    "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType="
	    "\"application/vnd.openxmlformats-officedocument.spreadsheetml."
	    "worksheet+xml\"/></Types>");
	zip_part(&z, "_rels/.rels", XML "<Relationships xmlns=\"" REL "\">"
	    "<Relationship Id=\"rId1\" Type=\"" R "/officeDocument\" "
	    "Target=\"xl/workbook.xml\"/></Relationships>");
	zip_part(&z, "xl/workbook.xml", XML "<workbook xmlns=\"" S "\" "
	    "xmlns:r=\"" R "\"><sheets><sheet name=\"年报\" sheetId=\"1\" "
	    "r:id=\"rId1\"/></sheets></workbook>");
	zip_part(&z, "xl/_rels/workbook.xml.rels", XML "<Relationships xmlns="
	    "\"" REL "\"><Relationship Id=\"rId1\" Type=\"" R "/worksheet\" "
	    "Target=\"worksheets/sheet1.xml\"/></Relationships>");
	zip_add(&z, "xl/worksheets/sheet1.xml", &d);
	free(d.p);
	free(merge.p);
	zip_end(&z, o);
}

static void
render_pipes(struct gen *g, struct out *o)
{
	out_text(g, o, pipe_rows, gen_chance(g, 500));
}

/* Texts that only differ in their tables, and the rest. */
static const struct {
	const char	*name;
	gtable_fn	*table;
	void		 (*render)(struct gen *, struct out *);
} format_list[] = {
	{ "rows.txt", tab_rows, NULL },
	{ "cells.txt", tab_cells, NULL },
	{ "list.txt", plain_cells, NULL },
	{ "pipe.txt", NULL, render_pipes },
	{ "bars.txt", web_bars, NULL },
	{ "barboth.txt", web_bar_both, NULL },
	{ "barbreaks.txt", web_bar_breaks, NULL },
	{ "barcells.txt", web_bar_cells, NULL },
	{ "barlines.txt", web_bar_lines, NULL },
	{ "barlead.txt", web_bar_lead, NULL },
	{ "barnext.txt", web_bar_next, NULL },
	{ "twice.txt", web_twice, NULL },
	{ "html.md", web_html, NULL },
	{ "commas.txt", web_commas, NULL },
	{ "words.txt", web_words, NULL },
	{ "lost.txt", web_lost, NULL },
	{ "tabs.txt", web_tabs, NULL },
	{ "broken.txt", web_broken, NULL },
	{ "once.txt", NULL, web_once },
	{ "flat.html", NULL, web_flat },
	{ "divs.html", NULL, web_divs },
	{ "html", NULL, html_page },
	{ "turned.html", NULL, field_turned },
	{ "counted.html", NULL, field_counted },
	{ "annex.html", NULL, field_annex },
	{ "parted.html", NULL, field_parted },
	{ "slips.html", NULL, field_slips },
	{ "turned.txt", NULL, field_turned_list },
	{ "boxes.txt", NULL, field_boxes },
	{ "eight.html", NULL, field_eight },
	{ "eight.txt", NULL, field_eight_list },
	{ "eightrows.txt", NULL, field_eight_rows },
	{ "css.html", NULL, page_css },
	{ "decoys.html", NULL, page_decoys },
	{ "labels.html", NULL, page_labels },
	{ "sticky.html", NULL, page_sticky },
	{ "copies.html", NULL, page_copies },
	{ "twice.html", NULL, page_twice },
	{ "office.html", NULL, page_office },
	{ "fields.html", NULL, page_fields },
	{ "wide.html", NULL, page_wide },
	{ "drawn.html", NULL, page_drawn },
	{ "flex.html", NULL, page_flex },
	{ "half.html", NULL, page_half },
	{ "grid.html", NULL, page_grid },
	{ "dl.html", NULL, page_terms },
	{ "semicolons.txt", list_semicolons, NULL },
	{ "wide.txt", list_wide_commas, NULL },
	{ "quotes.txt", list_quotes, NULL },
	{ "quotedtabs.txt", list_quoted_tabs, NULL },
	{ "marks.txt", NULL, list_marks },
	{ "grid.txt", draw_grid, NULL },
	{ "framed.txt", NULL, draw_framed },
	{ "parted.txt", draw_parted, NULL },
	{ "ruled.txt", draw_ruled, NULL },
	{ "frame.txt", draw_frame, NULL },
	{ "wiki", NULL, markup_wiki },
	{ "adoc", NULL, markup_adoc },
	{ "textile", NULL, markup_textile },
	{ "tex", NULL, markup_tex },
	{ "apart.txt", NULL, list_apart },
	{ "before.txt", NULL, list_before },
	{ "mht", NULL, render_mht },
	{ "docx", NULL, render_docx },
	{ "ofd", NULL, render_ofd },
	{ "bare.ofd", NULL, render_bare_ofd },
	{ "xlsx", NULL, render_xlsx },
};

unsigned char *
gen_render(struct gen *g, const char *format, long *size)
{
	struct out	 o = { 0 };

	for (size_t i = 0; i < sizeof(format_list) / sizeof(*format_list);
	    i++) {
		if (strcmp(format_list[i].name, format) != 0)
			continue;
		if (format_list[i].table != NULL)
			out_text(g, &o, format_list[i].table, false);
		else
			format_list[i].render(g, &o);
		*size = (long)o.n;
		return (unsigned char *)o.p;
	}
	if (!render_pdf(g, &o, format))
		return NULL;
	*size = (long)o.n;
	return (unsigned char *)o.p;
}
