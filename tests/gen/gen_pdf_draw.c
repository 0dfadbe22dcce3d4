/*
 * PDF (ISO 32000-1) as word processors write it.  The fonts are of two
 * glyphs, a wide box and a narrow one, and embedded, so that no font need be
 * installed; tables in them say which characters they are.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "gen.h"
#include "gen_pdf.h"

#define WIDE	595.3		/* A4 */
#define HIGH	841.9
#define MARGIN	54.0
#define TOP	72.0
#define OBJECTS	(20 + 3 * PDF_PAGES)
#define EM	1000

/* The numbers of the first objects. */
enum { CATALOG = 1, PAGES, FILE_, FONT, FONT_END = FONT + 5 * PDF_FONTS };

double
pdf_left(const struct pdf_writer *w)
{
	(void)w;
	return MARGIN;
}

double
pdf_right(const struct pdf_writer *w)
{
	(void)w;
	return WIDE - MARGIN;
}

double
pdf_bottom(const struct pdf_writer *w)
{
	(void)w;
	return HIGH - TOP;
}

int
pdf_length(const char *s)
{
	unsigned char	 c = (unsigned char)*s;

	return c < 0x80 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
}

static uint32_t
char_of(const char *s)
{
	static const unsigned char	 mask[] = { 0, 0x7F, 0x1F, 0x0F, 7 };
	int				 n = pdf_length(s);
	uint32_t			 c = (unsigned char)*s & mask[n];

	for (int i = 1; i < n; i++)
		c = c << 6 | ((unsigned char)s[i] & 0x3F);
	return c;
}

static int
font_of(uint32_t c)
{
	return c < 0x80 ? PDF_LATIN : PDF_WIDE;
}

/* In thousandths of its size: as in Times. */
static int
width_of(uint32_t c)
{
	if (c >= 0x80)
		return 1000;
	if (c == ' ' || c == '.' || c == ',')
		return 250;
	return c == '(' || c == ')' || c == '-' ? 333 : 500;
}

double
pdf_advance(const struct pdf_writer *w, const char *s, double size)
{
	return width_of(char_of(s)) * size / EM + w->style->loose;
}

double
pdf_width(const struct pdf_writer *w, const char *s, int n, double size)
{
	double	 wide = 0;

	for (int i = 0; i < n; i += pdf_length(s + i))
		wide += pdf_advance(w, s + i, size);
	return wide;
}

static unsigned
code_of(struct pdf_font *f, uint32_t c)
{
	for (int i = 0; i < f->n; i++)
		if (f->used[i] == c)
			return (unsigned)i + 1;
	if (f->n == PDF_USED)
		return 0;
	f->used[f->n++] = c;
	return (unsigned)f->n;
}

static struct out *
page_of(struct pdf_writer *w)
{
	return &w->page[w->npage - 1];
}

/* One text object: the characters of a run, of one font. */
static void
put_object(struct pdf_writer *w, double x, double y, double size,
    const char *s, int n)
{
	const struct pdf_style	*t = w->style;
	struct out		*o = page_of(w);
	uint32_t		 c = char_of(s);
	int			 font = font_of(c);
	double			 k = t->scale != 0 ? t->scale : 1;

	if (font == PDF_LATIN)
		y += t->sink;
	out_print(o, "BT /F%d %.3f Tf ", font + 1, size / k);
	if (t->loose != 0)
		out_print(o, "%.3f Tc ", t->loose / k);
	out_print(o, "1 0 0 1 %.3f %.3f Tm 0 g [", x / k, (HIGH - y) / k);
	for (int i = 0; i < n; i += pdf_length(s + i)) {
		if (i > 0 && t->kern)
			out_print(o, "%d", (int)gen_below(w->gen, 9) - 4);
		out_print(o, "<%04X>", code_of(&w->font[font],
		    char_of(s + i)));
	}
	out_puts(o, "] TJ ET\n");
}

static void
put_run(struct pdf_writer *w, double x, double y, double size, const char *s,
    int n, const double *clip)
{
	const struct pdf_style	*t = w->style;
	struct out		*o = page_of(w);

	if (t->marked)
		out_print(o, "/P <</MCID %d>> BDC ", w->mark++);
	out_puts(o, "q ");
	if (clip != NULL)
		out_print(o, "%.2f %.2f %.2f %.2f re W* n ", clip[0],
		    HIGH - clip[3], clip[2] - clip[0], clip[3] - clip[1]);
	if (t->scale != 0)
		out_print(o, "%g 0 0 %g 0 0 cm ", t->scale, t->scale);
	if (!t->each)
		put_object(w, x, y, size, s, n);
	for (int i = 0, next; t->each && i < n; i = next) {
		next = i + pdf_length(s + i);
		put_object(w, x, y, size, s + i, next - i);
		x += pdf_advance(w, s + i, size);
	}
	out_puts(o, t->marked ? "Q EMC\n" : "Q\n");
}

void
pdf_text(struct pdf_writer *w, double x, double y, double size,
    const char *s, int n, const double *clip)
{
	int	 end;

	for (int i = 0; i < n; i = end) {
		int	 font = font_of(char_of(s + i));

		for (end = i + pdf_length(s + i); end < n &&
		    font_of(char_of(s + end)) == font &&
		    !gen_chance(w->gen, w->style->split);)
			end += pdf_length(s + end);
		put_run(w, x, y, size, s + i, end - i, clip);
		x += pdf_width(w, s + i, end - i, size);
	}
	if (w->style->trail)
		put_run(w, x, y, size, " ", 1, NULL);
}

void
pdf_line(struct pdf_writer *w, double x0, double y0, double x1, double y1)
{
	struct out	*o = page_of(w);
	double		 wide = x1 - x0, high = y1 - y0;

	y0 = HIGH - y0;
	y1 = HIGH - y1;
	switch (w->style->rule) {
	case PDF_BOX:
		out_print(o, "0 g %.2f %.2f %.2f %.2f re f*\n", x0, y1, wide,
		    high);
		break;
	case PDF_STROKE:
		if (wide > high)
			y0 = y1 = (y0 + y1) / 2;
		else
			x0 = x1 = (x0 + x1) / 2;
		out_print(o, "%.2f w %.2f %.2f m %.2f %.2f l S\n",
		    wide > high ? high : wide, x0, y0, x1, y1);
		break;
	case PDF_POLYGON:
		out_print(o, "0 g %.2f %.2f m %.2f %.2f l %.2f %.2f l %.2f "
		    "%.2f l h f\n", x0, y0, x1, y0, x1, y1, x0, y1);
		break;
	}
}

void
pdf_page(struct pdf_writer *w)
{
	const struct pdf_style	*t = w->style;
	char			 s[60];

	if (w->npage == PDF_PAGES)
		abort();
	w->npage++;
	w->y = TOP;
	w->mark = 0;
	if (t->head != NULL)
		pdf_text(w, MARGIN + 150, 50, 9, t->head,
		    (int)strlen(t->head), NULL);
	if (t->number == NULL)
		return;
	snprintf(s, sizeof(s), "%.*s%d%s", (int)strcspn(t->number, "#"),
	    t->number, w->npage, strchr(t->number, '#') + 1);
	pdf_text(w, WIDE / 2 - 10, HIGH - 45, 9, s, (int)strlen(s), NULL);
}

/* The file, and where its objects begin. */
struct file {
	struct out	*o;
	size_t		 at[OBJECTS];
	int		 n;
};

static void
begin(struct file *f, int number)
{
	f->at[number] = f->o->n;
	f->n = f->n > number ? f->n : number;
	out_print(f->o, "%d 0 obj\n", number);
}

static void
put_stream(struct file *f, int number, const char *more,
    const struct out *data)
{
	begin(f, number);
	out_print(f->o, "<<%s/Length %zu>>\nstream\n", more, data->n);
	out_add(f->o, data->p, data->n);
	out_puts(f->o, "\nendstream\nendobj\n");
}

static void
put_bytes(struct out *o, uint32_t v, int n)
{
	while (n-- > 0)
		out_add(o, &(unsigned char){ (unsigned char)(v >> 8 * n) }, 1);
}

/* A simple glyph of TrueType: a box so wide that stands on the base line. */
static void
put_box(struct out *o, uint32_t wide)
{
	static const unsigned char	 point[] = { 3, 0, 0,
	    /* End of contour, no instructions; four points on the curve. */
	    1, 1, 1, 1 };

	put_bytes(o, 1, 2);
	put_bytes(o, 50, 2);
	put_bytes(o, 0, 2);
	put_bytes(o, wide - 50, 2);
	put_bytes(o, 700, 2);
	put_bytes(o, 0, 1);
	out_add(o, point, sizeof(point));
	put_bytes(o, 50, 2);
	put_bytes(o, wide - 100, 2);
	put_bytes(o, 0, 2);
	put_bytes(o, 100 - wide, 2);
	put_bytes(o, 0, 2);
	put_bytes(o, 0, 2);
	put_bytes(o, 700, 2);
	put_bytes(o, 0, 2);
	while (o->n % 4 != 0)
		put_bytes(o, 0, 1);
}

enum { GLYF, HEAD, HHEA, HMTX, LOCA, MAXP, TABLES };

static void
fill_tables(struct out *table)
{
	static const uint16_t	 head[] = { 1, 0, 1, 0, 0, 0, 0x5F0F, 0x3CF5,
	    3, EM, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, EM, 700, 0, 8, 2, 0, 0 };
	static const uint16_t	 hhea[] = { 1, 0, 859, (uint16_t)-141, 0, EM,
	    0, 0, EM, 1, 0, 0, 0, 0, 0, 0, 0, 3 };
	static const uint16_t	 maxp[] = { 1, 0, 3, 4, 1, 0, 0, 1, 0, 0, 0, 0,
	    0, 0, 0, 0 };
	static const uint16_t	 hmtx[] = { EM, 50, 500, 50, 250, 0 };

	for (size_t i = 0; i < sizeof(head) / sizeof(*head); i++)
		put_bytes(&table[HEAD], head[i], 2);
	for (size_t i = 0; i < sizeof(hhea) / sizeof(*hhea); i++)
		put_bytes(&table[HHEA], hhea[i], 2);
	for (size_t i = 0; i < sizeof(maxp) / sizeof(*maxp); i++)
		put_bytes(&table[MAXP], maxp[i], 2);
	for (size_t i = 0; i < sizeof(hmtx) / sizeof(*hmtx); i++)
		put_bytes(&table[HMTX], hmtx[i], 2);
	put_bytes(&table[LOCA], 0, 2);
	put_box(&table[GLYF], EM);
	put_bytes(&table[LOCA], (uint32_t)table[GLYF].n / 2, 2);
	put_box(&table[GLYF], 500);
	put_bytes(&table[LOCA], (uint32_t)table[GLYF].n / 2, 2);
	put_bytes(&table[LOCA], (uint32_t)table[GLYF].n / 2, 2);
}

/* The font file: a wide box, a narrow one, and a space. */
static void
put_font_file(struct file *f, int number)
{
	static const char	*tag[TABLES] = { "glyf", "head", "hhea",
	    "hmtx", "loca", "maxp" };
	struct out		 table[TABLES] = { 0 }, font = { 0 };
	uint32_t		 at = 12 + 16 * TABLES;

	fill_tables(table);
	put_bytes(&font, 0x10000, 4);
	put_bytes(&font, TABLES, 2);
	put_bytes(&font, 64, 2);
	put_bytes(&font, 2, 2);
	put_bytes(&font, 16 * TABLES - 64, 2);
	for (int i = 0; i < TABLES; i++) {
		out_add(&font, tag[i], 4);
		put_bytes(&font, 0, 4);
		put_bytes(&font, at, 4);
		put_bytes(&font, (uint32_t)table[i].n, 4);
		at += (uint32_t)(table[i].n + 3) / 4 * 4;
	}
	for (int i = 0; i < TABLES; i++) {
		out_add(&font, table[i].p, table[i].n);
		while (font.n % 4 != 0)
			put_bytes(&font, 0, 1);
		free(table[i].p);
	}
	put_stream(f, number, "", &font);
	free(font.p);
}

/* Which characters the codes of a font are (9.10.3), and which glyphs. */
static void
put_maps(struct file *f, int number, const struct pdf_font *font)
{
	struct out	 map = { 0 }, glyph = { 0 };

	out_puts(&map, "/CIDInit /ProcSet findresource begin 12 dict begin "
	    "begincmap /CMapName /X def /CMapType 2 def 1 "
	    "begincodespacerange <0000> <FFFF> endcodespacerange\n");
	put_bytes(&glyph, 0, 2);
	for (int i = 0; i < font->n; i++) {
		uint32_t	 c = font->used[i];

		if (i % 100 == 0)
			out_print(&map, "%s%d beginbfchar\n", i > 0 ?
			    "endbfchar\n" : "", font->n - i < 100 ?
			    font->n - i : 100);
		if (c < 0x10000)
			out_print(&map, "<%04X> <%04X>\n", i + 1, c);
		else
			out_print(&map, "<%04X> <%04X%04X>\n", i + 1,
			    0xD7C0 + (c >> 10), 0xDC00 + (c & 0x3FF));
		put_bytes(&glyph, c == ' ' ? 2 : c < 0x80, 2);
	}
	out_puts(&map, font->n > 0 ? "endbfchar\nendcmap end end" :
	    "endcmap end end");
	put_stream(f, number, "", &map);
	put_stream(f, number + 1, "", &glyph);
	free(map.p);
	free(glyph.p);
}

static void
put_font(struct file *f, int number, const struct pdf_writer *w, int which)
{
	static const char	*name[] = { "ABCDEE+SimSun",
	    "ABCDEE+TimesNewRoman" };
	const struct pdf_style	*t = w->style;
	const struct pdf_font	*font = &w->font[which];
	int			 up = t->ascent[which] != 0 ?
	    t->ascent[which] : which == PDF_WIDE ? 859 : 891;
	int			 down = t->descent[which] != 0 ?
	    t->descent[which] : which == PDF_WIDE ? -141 : -216;

	begin(f, number);
	out_print(f->o, "<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding"
	    "/Identity-H/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>\nendobj\n",
	    name[which], number + 1, number + 3);
	begin(f, number + 1);
	out_print(f->o, "<</Type/Font/Subtype/CIDFontType2/BaseFont/%s"
	    "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0"
	    ">>/CIDToGIDMap %d 0 R/DW 1000/FontDescriptor %d 0 R/W[1[",
	    name[which], number + 4, number + 2);
	for (int i = 0; i < font->n; i++)
		out_print(f->o, " %d", width_of(font->used[i]));
	out_puts(f->o, "]]>>\nendobj\n");
	begin(f, number + 2);
	out_print(f->o, "<</Type/FontDescriptor/FontName/%s/Flags 32"
	    "/ItalicAngle 0/Ascent %d/Descent %d/CapHeight 693/StemV 80"
	    "/FontBBox[0 %d 1000 %d]/FontFile2 %d 0 R>>\nendobj\n",
	    name[which], up, down, down, up, FILE_);
	put_maps(f, number + 3, font);
}

/* What a page or a form draws with. */
static const char	 resources[] = "/Resources<</Font<</F1 4 0 R/F2 9 0 R"
	">>>>";

static void
put_page(struct file *f, int number, const struct pdf_writer *w, int page)
{
	struct out	 use = { 0 };
	char		 more[300];

	begin(f, number);
	out_print(f->o, "<</Type/Page/Parent %d 0 R/Contents %d 0 R", PAGES,
	    number + 1);
	if (w->style->form)
		out_print(f->o, "/Resources<</XObject<</X %d 0 R>>>>",
		    number + 2);
	else
		out_puts(f->o, resources);
	out_print(f->o, "/MediaBox[0 0 %g %g]%s>>\nendobj\n",
	    w->style->turned ? HIGH : WIDE, w->style->turned ? WIDE : HIGH,
	    w->style->turned ? "/Rotate 90" : "");
	if (w->style->form) {
		out_puts(&use, "q 2 0 0 2 0 0 cm /X Do Q");
		put_stream(f, number + 1, "", &use);
		snprintf(more, sizeof(more), "/Type/XObject/Subtype/Form/BBox"
		    "[0 0 %g %g]/Matrix[.5 0 0 .5 0 0]%s", WIDE, HIGH,
		    resources);
		put_stream(f, number + 2, more, &w->page[page]);
	} else {
		/* Turned by a quarter, to be turned back when it is shown. */
		if (w->style->turned)
			out_print(&use, "0 1 -1 0 %g 0 cm\n", HIGH);
		out_add(&use, w->page[page].p, w->page[page].n);
		put_stream(f, number + 1, "", &use);
	}
	free(use.p);
}

void
pdf_end(struct pdf_writer *w, struct out *o)
{
	struct file	 f = { .o = o };
	size_t		 table;

	out_puts(o, "%PDF-1.7\n%\xB5\xB5\xB5\xB5\n");
	begin(&f, CATALOG);
	out_print(o, "<</Type/Catalog/Pages %d 0 R>>\nendobj\n", PAGES);
	begin(&f, PAGES);
	out_print(o, "<</Type/Pages/Count %d/Kids[", w->npage);
	for (int i = 0; i < w->npage; i++)
		out_print(o, "%d 0 R ", FONT_END + 3 * i);
	out_puts(o, "]>>\nendobj\n");
	put_font_file(&f, FILE_);
	for (int i = 0; i < PDF_FONTS; i++)
		put_font(&f, FONT + 5 * i, w, i);
	for (int i = 0; i < w->npage; i++) {
		put_page(&f, FONT_END + 3 * i, w, i);
		free(w->page[i].p);
	}
	table = o->n;
	out_print(o, "xref\n0 %d\n0000000000 65535 f \n", f.n + 1);
	for (int i = 1; i <= f.n; i++)
		out_print(o, "%010zu %s \n", f.at[i],
		    f.at[i] != 0 ? "00000 n" : "65535 f");
	out_print(o, "trailer<</Size %d/Root %d 0 R>>\nstartxref\n%zu\n"
	    "%%%%EOF\n", f.n + 1, CATALOG, table);
}
