/* The formats and layouts; see gen.h. */
#include <config.h>

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "tests/gen/gen.h"

struct out {
	char	*p;
	size_t	 n, cap;
};

static void
add(struct out *o, const void *p, size_t n)
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

static void
puts_to(struct out *o, const char *s)
{
	add(o, s, strlen(s));
}

static void __attribute__((format(printf, 2, 3)))
print(struct out *o, const char *fmt, ...)
{
	char	 s[4096];
	va_list	 ap;

	va_start(ap, fmt);
	vsnprintf(s, sizeof(s), fmt, ap);
	va_end(ap);
	puts_to(o, s);
}

/* The cell that begins at a slot, or that covers it. */
static const struct gcell *
cell_at(const struct gtable *t, int row, int col)
{
	for (int i = 0; i < t->n; i++)
		if (t->cell[i].row <= row && t->cell[i].col <= col &&
		    t->cell[i].row + t->cell[i].rowspan > row &&
		    t->cell[i].col + t->cell[i].colspan > col)
			return &t->cell[i];
	return NULL;
}

static bool
begins(const struct gcell *c, int row, int col)
{
	return c != NULL && c->row == row && c->col == col;
}

/* One line a row, a tab between slots, merged ones empty. */
static void
tab_rows(struct gen *g, struct out *o, const struct gtable *t)
{
	(void)g;
	for (int r = 0; r < t->nrow; r++)
		for (int c = 0; c < t->ncol; c++) {
			const struct gcell	*k = cell_at(t, r, c);

			puts_to(o, begins(k, r, c) ? k->text : "");
			puts_to(o, c + 1 < t->ncol ? "\t" : "\n");
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
			const struct gcell	*k = cell_at(t, r, c);

			print(o, "\t%s\n", begins(k, r, c) ? k->text : "");
			c = k != NULL ? k->col + k->colspan : c + 1;
		}
		puts_to(o, "\n");
	}
}

/* One line a cell, an empty line between, blank cells one line more. */
static void
plain_cells(struct gen *g, struct out *o, const struct gtable *t)
{
	(void)g;
	for (int r = 0; r < t->nrow; r++)
		for (int c = 0; c < t->ncol; c++) {
			const struct gcell	*k = cell_at(t, r, c);

			if (!begins(k, r, c))
				continue;
			if (k->text[0] == '\0')
				puts_to(o, "\n");
			else
				print(o, "%s\n\n", k->text);
		}
}

static void
pipe_rows(struct gen *g, struct out *o, const struct gtable *t)
{
	for (int r = 0; r < t->nrow; r++) {
		puts_to(o, "|");
		for (int c = 0; c < t->ncol; c++) {
			const struct gcell	*k = cell_at(t, r, c);

			print(o, " %s |", begins(k, r, c) ? k->text : "");
		}
		puts_to(o, "\n");
		if (r == 0 && gen_chance(g, 500)) {
			puts_to(o, "|");
			for (int c = 0; c < t->ncol; c++)
				puts_to(o, "---|");
			puts_to(o, "\n");
		}
	}
}

static void
render_text(struct gen *g, struct out *o,
    void (*table)(struct gen *, struct out *, const struct gtable *))
{
	bool	 md = table == pipe_rows && gen_chance(g, 500);

	for (int i = 0; i < g->nblock; i++) {
		const struct gblock	*b = &g->block[i];

		if (b->table >= 0) {
			table(g, o, &g->table[b->table]);
			puts_to(o, "\n");
		} else
			print(o, "%s%s\n\n", md && b->heading ? "## " : "",
			    b->text);
	}
}

static void
html_text(struct out *o, const char *s)
{
	for (; *s != '\0'; s++)
		if (*s == '<')
			puts_to(o, "&lt;");
		else if (*s == '&')
			puts_to(o, "&amp;");
		else
			add(o, s, 1);
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
			puts_to(o, "<span style=\"font-size:14px\">");
			html_text(o, c);
			puts_to(o, "</span>");
		}
		break;
	case 2:			/* padded, in a paragraph */
		puts_to(o, "<p class=\"MsoNormal\">&nbsp;<span>");
		html_text(o, s);
		puts_to(o, "</span>&nbsp;</p>");
		break;
	case 3:			/* Word's */
		puts_to(o, "\n<p><o:p></o:p><font face=\"宋体\">");
		html_text(o, s);
		puts_to(o, "</font></p>\n");
		break;
	default:
		html_text(o, s);
	}
	(void)g;
}

static void
html_table(struct gen *g, struct out *o, const struct gtable *t, int style,
    bool unclosed)
{
	puts_to(o, "<table border=1 cellspacing=\"0\"><tbody>\n");
	for (int r = 0; r < t->nrow; r++) {
		puts_to(o, "<tr style='height:20pt'>");
		for (int c = 0; c < t->ncol; c++) {
			const struct gcell	*k = cell_at(t, r, c);

			if (k == NULL)
				puts_to(o, "<td></td>");
			if (!begins(k, r, c))
				continue;
			puts_to(o, "<td");
			if (k->rowspan > 1)
				print(o, " rowspan=\"%d\"", k->rowspan);
			if (k->colspan > 1)
				print(o, " colspan='%d'", k->colspan);
			puts_to(o, " valign=top>");
			html_inline(g, o, k->text, style);
			puts_to(o, unclosed ? "\n" : "</td>\n");
		}
		puts_to(o, unclosed ? "\n" : "</tr>\n");
	}
	puts_to(o, "</tbody></table>\n");
}

static void
render_html(struct gen *g, struct out *o)
{
	int	 style = (int)gen_below(g, 4);
	bool	 page = gen_chance(g, 700), unclosed = gen_chance(g, 200);
	bool	 layout = gen_chance(g, 300);

	puts_to(o, "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\">"
	    "<title>年报</title><style>td { border: 1px }</style>"
	    "<script>var a = \"<table><tr><td>一、本年新收</td></tr>\";"
	    "</script></head><body>\n");
	if (page)
		puts_to(o, "<div id=nav><ul><li><a href=/>首页</a></li>"
		    "<li>政务公开</li><li>2019年</li></ul></div>\n"
		    "<table><tr><td>友情链接</td><td>1</td><td>2</td></tr>"
		    "</table><!-- 三、本年度办理结果 -->\n");
	if (layout)
		puts_to(o, "<table width=100%><tr><td>");
	for (int i = 0; i < g->nblock; i++) {
		const struct gblock	*b = &g->block[i];

		if (b->table >= 0) {
			html_table(g, o, &g->table[b->table], style, unclosed);
			continue;
		}
		print(o, "<p%s>", b->heading ? " align=center" : "");
		if (b->heading)
			puts_to(o, "<strong>");
		html_inline(g, o, b->text, style == 1 ? 1 : 0);
		puts_to(o, b->heading ? "</strong></p>\n" : "</p>\n");
	}
	if (layout)
		puts_to(o, "</td></tr></table>");
	if (page)
		puts_to(o, "<div class=foot>主办单位 电话 0394-1234567"
		    "</div>");
	puts_to(o, "</body></html>\n");
}

/* The page as one quoted-printable part of a saved web page. */
static void
render_mht(struct gen *g, struct out *o)
{
	struct out	 page = { 0 };
	int		 col = 0;

	render_html(g, &page);
	puts_to(o, "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\n"
	    "Content-Type: multipart/related; type=\"text/html\";"
	    " boundary=\"----=_b1\"\r\n\r\n------=_b1\r\n"
	    "Content-Type: text/html; charset=\"utf-8\"\r\n"
	    "Content-Transfer-Encoding: quoted-printable\r\n\r\n");
	for (size_t i = 0; i < page.n; i++) {
		unsigned char	 c = (unsigned char)page.p[i];

		if (c == '\n') {
			puts_to(o, "\r\n");
			col = 0;
			continue;
		}
		if (col > 70) {
			puts_to(o, "=\r\n");
			col = 0;
		}
		if (c < 32 || c > 126 || c == '=') {
			print(o, "=%02X", c);
			col += 3;
		} else {
			add(o, &c, 1);
			col++;
		}
	}
	puts_to(o, "\r\n------=_b1--\r\n");
	free(page.p);
}

/* A zip archive of stored members (APPNOTE 4.3). */
struct zip {
	struct out	 body, dir;
	int		 n;
};

static void
le(struct out *o, unsigned long v, int n)
{
	for (int i = 0; i < n; i++, v >>= 8) {
		unsigned char	 c = v & 255;

		add(o, &c, 1);
	}
}

static void
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
		puts_to(o, name);
	}
	add(&z->body, data->p, data->n);
	z->n++;
}

static void
zip_part(struct zip *z, const char *name, const char *text)
{
	struct out	 o = { 0 };

	puts_to(&o, text);
	zip_add(z, name, &o);
	free(o.p);
}

static void
zip_end(struct zip *z, struct out *o)
{
	size_t	 at = z->body.n, n = z->dir.n;

	add(o, z->body.p, z->body.n);
	add(o, z->dir.p, z->dir.n);
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
		puts_to(o, "<w:r><w:rPr><w:sz w:val=\"21\"/></w:rPr>"
		    "<w:t xml:space=\"preserve\">");
		html_text(o, part);
		puts_to(o, "</w:t></w:r>");
	}
}

static void
docx_table(struct gen *g, struct out *o, const struct gtable *t)
{
	static const char *const	 side[] = { "top", "left", "bottom",
		"right", "insideH", "insideV" };

	puts_to(o, "<w:tbl><w:tblPr>");
	if (!gen_chance(g, 50)) {
		puts_to(o, "<w:tblBorders>");
		for (int i = 0; i < 6; i++)
			print(o, "<w:%s w:val=\"single\" w:sz=\"4\"/>",
			    side[i]);
		puts_to(o, "</w:tblBorders>");
	}
	puts_to(o, "</w:tblPr><w:tblGrid>");
	for (int c = 0; c < t->ncol; c++)
		print(o, "<w:gridCol w:w=\"%d\"/>", 9000 / t->ncol);
	puts_to(o, "</w:tblGrid>");
	for (int r = 0; r < t->nrow; r++) {
		puts_to(o, "<w:tr>");
		for (int c = 0; c < t->ncol; ) {
			const struct gcell	*k = cell_at(t, r, c);

			if (k == NULL) {
				puts_to(o, "<w:tc><w:p/></w:tc>");
				c++;
				continue;
			}
			puts_to(o, "<w:tc><w:tcPr>");
			if (k->colspan > 1)
				print(o, "<w:gridSpan w:val=\"%d\"/>",
				    k->colspan);
			if (k->rowspan > 1)
				puts_to(o, k->row == r ?
				    "<w:vMerge w:val=\"restart\"/>" :
				    "<w:vMerge/>");
			puts_to(o, "</w:tcPr><w:p>");
			if (k->row == r)
				docx_runs(g, o, k->text);
			puts_to(o, "</w:p></w:tc>");
			c = k->col + k->colspan;
		}
		puts_to(o, "</w:tr>");
	}
	puts_to(o, "</w:tbl>");
}

static void
render_docx(struct gen *g, struct out *o)
{
	struct zip	 z = { 0 };
	struct out	 d = { 0 };

	print(&d, XML "<w:document xmlns:w=\"" W "\"><w:body>");
	for (int i = 0; i < g->nblock; i++) {
		if (g->block[i].table >= 0) {
			docx_table(g, &d, &g->table[g->block[i].table]);
			continue;
		}
		puts_to(&d, "<w:p>");
		docx_runs(g, &d, g->block[i].text);
		puts_to(&d, "</w:p>");
	}
	puts_to(&d, "<w:sectPr/></w:body></w:document>");
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
		print(o, "<c r=\"%s\"><v>%s</v></c>", ref, text);
		return;
	}
	print(o, "<c r=\"%s\" t=\"inlineStr\"><is><t>", ref);
	html_text(o, text);
	puts_to(o, "</t></is></c>");
}

static void
render_xlsx(struct gen *g, struct out *o)
{
	struct zip	 z = { 0 };
	struct out	 d = { 0 }, merge = { 0 };
	int		 row = 0, nmerge = 0;
	char		 a[16], b[16];

	print(&d, XML "<worksheet xmlns=\"" S "\"><sheetData>");
	for (int i = 0; i < g->nblock; i++) {
		const struct gtable	*t;

		if (g->block[i].table < 0) {
			print(&d, "<row r=\"%d\">", row + 1);
			xlsx_cell(&d, row, 0, g->block[i].text);
			puts_to(&d, "</row>");
			xlsx_ref(a, row, 0);
			xlsx_ref(b, row, 9);
			print(&merge, "<mergeCell ref=\"%s:%s\"/>", a, b);
			nmerge++;
			row++;
			continue;
		}
		t = &g->table[g->block[i].table];
		for (int r = 0; r < t->nrow; r++, row++) {
			print(&d, "<row r=\"%d\">", row + 1);
			for (int c = 0; c < t->ncol; c++) {
				const struct gcell	*k = cell_at(t, r, c);

				if (!begins(k, r, c))
					continue;
				xlsx_cell(&d, row, c, k->text);
				if (k->rowspan * k->colspan == 1)
					continue;
				xlsx_ref(a, row, c);
				xlsx_ref(b, row + k->rowspan - 1,
				    c + k->colspan - 1);
				print(&merge, "<mergeCell ref=\"%s:%s\"/>", a,
				    b);
				nmerge++;
			}
			puts_to(&d, "</row>");
		}
	}
	print(&d, "</sheetData><mergeCells count=\"%d\">", nmerge);
	add(&d, merge.p, merge.n);
	puts_to(&d, "</mergeCells></worksheet>");
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

const char *const	 gen_formats[] = { "rows.txt", "cells.txt",
	"list.txt", "pipe.txt", "html", "mht", "docx", "xlsx", NULL };

unsigned char *
gen_render(struct gen *g, const char *format, long *size)
{
	struct out	 o = { 0 };

	if (strcmp(format, "rows.txt") == 0)
		render_text(g, &o, tab_rows);
	else if (strcmp(format, "cells.txt") == 0)
		render_text(g, &o, tab_cells);
	else if (strcmp(format, "list.txt") == 0)
		render_text(g, &o, plain_cells);
	else if (strcmp(format, "pipe.txt") == 0)
		render_text(g, &o, pipe_rows);
	else if (strcmp(format, "html") == 0)
		render_html(g, &o);
	else if (strcmp(format, "mht") == 0)
		render_mht(g, &o);
	else if (strcmp(format, "docx") == 0)
		render_docx(g, &o);
	else if (strcmp(format, "xlsx") == 0)
		render_xlsx(g, &o);
	else
		return NULL;
	*size = (long)o.n;
	return (unsigned char *)o.p;
}
