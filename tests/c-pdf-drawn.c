/*
 * What is drawn on a page and is in no word of it: glyphs as pdftocairo writes
 * them, and pictures of paper.
 */
#include <config.h>

#include <string.h>

#include "pdf-page.h"
#include "read/pdf_raster.h"

/* A digit of 6 by 8 points, and a space, as two versions of cairo have them. */
#define OLD	"<defs><g>\n<symbol overflow=\"visible\" id=\"glyph0-0\">\n" \
	"<path style=\"stroke:none;\" d=\"M 0 0 L 0 -8 L 6 -8 L 6 0 Z\"/>\n" \
	"</symbol>\n<symbol overflow=\"visible\" id=\"glyph0-1\">\n" \
	"<path style=\"stroke:none;\" d=\"\"/>\n</symbol>\n</g>\n" \
	"<clipPath id=\"clip1\"><path d=\"M 0 0 L 9 9\"/></clipPath></defs>\n"
#define NEW	"<defs><g>\n<g id=\"glyph-0-0\">\n" \
	"<path d=\"M 0 0 L 0 -8 L 6 -8 L 6 0 Z\"/>\n</g>\n" \
	"<g id=\"glyph-0-1\">\n<path d=\"\"/>\n</g>\n</g></defs>\n"
#define U(x, y) "<use xlink:href=\"#glyph0-0\" x=\"" #x "\" y=\"" #y "\"/>\n"
#define UNEW(x, y) "<use xlink:href=\"#glyph-0-0\" x=\"" #x "\" y=\"" #y \
	"\"/>\n"

/* Two columns and two rows: 20 to 120 to 220, 100 to 130 to 160. */
#define GRID	H(100, 20, 220) H(130, 20, 220) H(160, 20, 220) \
		V(20, 100, 160) V(120, 100, 160) V(220, 100, 160)
#define LABELS	W(30, 105, 90, 117, "行政许可") \
	W(30, 135, 90, 147, "行政处罚")
#define DUMP(first, second) "T 1 2x2 exact\n  0,0 1x1 行政许可\n" \
	"  0,1 1x1 " first "\n  1,0 1x1 行政处罚\n  1,1 1x1 " second "\n"
#define BAD	"\xEF\xBF\xBD"

static void
test_unnamed(void)
{
	check("a character that no word has is in its cell",
	    P LABELS W(130, 105, 142, 117, "12"),
	    OLD GRID U(130, 115) U(136, 115) U(130, 145),
	    DUMP("12", BAD));
	check("as newer versions draw it",
	    P LABELS W(130, 105, 142, 117, "12"),
	    NEW GRID UNEW(130, 115) UNEW(136, 115) UNEW(130, 145),
	    DUMP("12", BAD));
	check("among digits, and behind them",
	    P LABELS W(130, 105, 136, 117, "1") W(142, 105, 148, 117, "2")
	    W(130, 135, 136, 147, "7"),
	    OLD GRID U(130, 115) U(136, 115) U(142, 115) U(130, 145)
	    U(136, 145) U(142, 145), DUMP("1" BAD "2", "7" BAD BAD));
	check("a space is nothing",
	    P LABELS W(130, 105, 142, 117, "12"),
	    OLD GRID U(130, 115) U(136, 115) G(130, 145), DUMP("12", ""));
	check("nor is what lies beyond the edges of the page",
	    P LABELS W(130, 105, 142, 117, "12"),
	    OLD GRID U(130, 115) U(136, 115) U(-9, 145) U(401, 145)
	    U(150, 601), DUMP("12", ""));
	check("nor is a character of which nothing is known",
	    P LABELS W(130, 105, 142, 117, "12"),
	    GRID U(130, 115) U(136, 115) U(130, 145), DUMP("12", ""));
}

static void
test_controls(void)
{
	check("a control character among digits may be one, elsewhere none",
	    P W(30, 105, 90, 117, "行政\x03许可") W(130, 105, 142, 117, "1\x03")
	    W(30, 135, 90, 147, "行政处罚") W(130, 135, 142, 147, "2"),
	    GRID, DUMP("1" BAD, "2"));
}

/* Tables without rules, where characters or words stand for figures. */
static void
test_free(void)
{
	check("a row whose figures have no words is not blank",
	    P ROW(100, 112, "1.行政许可", "1", "20", "3")
	    W(40, 130, 110, 142, "2.行政处罚")
	    ROW(160, 172, "3.行政强制", "5", "8", "7"),
	    OLD U(150, 140) U(210, 140) U(270, 140),
	    "T 1 3x6 padded\n  0,0 1x1 \n  0,1 1x1 \n"
	    "  0,2 1x1 1.行政许可\n  0,3 1x1 1\n  0,4 1x1 20\n"
	    "  0,5 1x1 3\n  1,0 1x1 \n  1,1 1x1 \n"
	    "  1,2 1x1 2.行政处罚\n  1,3 1x1 " BAD "\n  1,4 1x1 " BAD "\n"
	    "  1,5 1x1 " BAD "\n  2,0 1x1 \n  2,1 1x1 \n"
	    "  2,2 1x1 3.行政强制\n  2,3 1x1 5\n  2,4 1x1 8\n  2,5 1x1 7\n");
	check("nor is one beside whose label words stand half a line off",
	    P ROW(100, 112, "1.行政许可", "1", "20", "3")
	    W(40, 130, 110, 142, "2.行政处罚") W(205, 138, 225, 150, "详见")
	    ROW(160, 172, "3.行政强制", "5", "8", "7"), "",
	    "T 1 4x6 padded\n  0,0 1x1 \n  0,1 1x1 \n"
	    "  0,2 1x1 1.行政许可\n  0,3 1x1 1\n  0,4 1x1 20\n"
	    "  0,5 1x1 3\n  1,0 1x1 \n  1,1 1x1 \n"
	    "  1,2 1x1 2.行政处罚\n  2,0 1x1 \n  2,1 1x1 \n"
	    "  2,2 1x1 \n  2,3 1x1 (may not show) \n  2,4 1x1 详见\n"
	    "  2,5 1x1 (may not show) \n  3,0 1x1 \n  3,1 1x1 \n"
	    "  3,2 1x1 3.行政强制\n  3,3 1x1 5\n  3,4 1x1 8\n  3,5 1x1 7\n");
}

/* As where a layer of text lacks the second half of one of two figures. */
static void
test_halves(void)
{
	check("a figure that stays out may be half of the one above",
	    P ROW(100, 112, "1.行政许可", "1", "20", "3")
	    W(40, 130, 110, 142, "2.行政处罚") W(150, 130, 156, 142, "4")
	    W(180, 130, 246, 142, "36363636363") W(270, 130, 276, 142, "0")
	    W(210, 147, 216, 159, "5")
	    ROW(190, 202, "3.行政强制", "5", "8", "7"), "",
	    "T 1 4x6 padded\n  0,0 1x1 \n  0,1 1x1 \n"
	    "  0,2 1x1 1.行政许可\n  0,3 1x1 1\n  0,4 1x1 20\n"
	    "  0,5 1x1 3\n  1,0 1x1 \n  1,1 1x1 \n"
	    "  1,2 1x1 2.行政处罚\n  1,3 1x1 4\n  1,4 1x1 36363636363" BAD "\n"
	    "  1,5 1x1 0\n  2,0 1x1 \n  2,1 1x1 \n  2,2 1x1 \n"
	    "  3,0 1x1 \n  3,1 1x1 \n"
	    "  3,2 1x1 3.行政强制\n  3,3 1x1 5\n  3,4 1x1 8\n  3,5 1x1 7\n"
	    "P 3 5\n");
}

/*
 * A picture of the page, which is 400 by 600 points at PDF_DPI, and of that
 * what the test draws, in points of the page before it was laid askew.
 */
#define WIDE	834
#define HIGH	1250

struct scan {
	unsigned char	 dot[16 + WIDE * HIGH];
	size_t		 head;
	double		 slope;
};

static void
blacken(struct scan *s, double x0, double y0, double x1, double y1, int light)
{
	for (double y = y0; y < y1; y += .1)
		for (double x = x0; x < x1; x += .1) {
			int	 k = (int)((x - s->slope * y) * PDF_DPI / 72);
			int	 i = (int)((y + s->slope * x) * PDF_DPI / 72);

			if (k >= 0 && k < WIDE && i >= 0 && i < HIGH)
				s->dot[s->head + (size_t)(i * WIDE + k)] =
				    (unsigned char)light;
		}
}

/* A table of two columns and rows, as GRID; walls of that light. */
static void
draw_scan(struct scan *s, int walls)
{
	s->head = (size_t)sprintf((char *)s->dot, "P5\n%d %d\n255\n", WIDE,
	    HIGH);
	memset(s->dot + s->head, 235, WIDE * HIGH);
	for (int i = 0; i < 3; i++)
		blacken(s, 20, 100 + 30 * i, 220, 101 + 30 * i, walls);
	for (int i = 0; i < 3; i++)
		blacken(s, 20 + 100 * i, 100, 21 + 100 * i, 161, walls);
}

#define PICTURE	"<defs><image id=\"image5\" width=\"400\" height=\"600\"/>" \
	"</defs>\n<use xlink:href=\"#image5\"/>\n"

static const char *
read_scan(struct arena *a, const struct scan *s, const char *bbox)
{
	struct pdf	*pdf = pdf_new(a);
	struct doc	*doc = doc_new(a);
	struct err	 e;
	struct buf	 b;

	if (pdf_words(pdf, str_of(bbox), &e) < 0)
		return "error";
	pdf_lines(pdf);
	pdf_rules(pdf, 0, STR(PICTURE));
	if (!pdf_is_picture(&pdf->page[0]))
		return "no picture";
	if (s != NULL && !pdf_raster_read(pdf, &pdf->page[0],
	    (struct bytes){ s->dot, s->head + WIDE * HIGH }))
		return "no raster";
	if (pdf_layout(pdf, doc, &e) < 0)
		return "error";
	buf_init(&b, a);
	doc_dump(doc, &b);
	return buf_text(&b).p;
}

static void
check_scan(const char *what, const struct scan *s, const char *bbox,
    const char *want)
{
	struct arena	*a = arena_new();

	tap_check_str(read_scan(a, s, bbox), want, what, __FILE__, __LINE__);
	arena_free(a);
}

static struct scan	*
new_scan(struct arena *a, double slope, int walls)
{
	struct scan	*s = arena_alloc(a, 1, sizeof(*s));

	s->slope = slope;
	draw_scan(s, walls);
	return s;
}

static void
test_scans(void)
{
	struct arena	*a = arena_new();
	struct scan	*s = new_scan(a, 0, 0);

	check_scan("the walls that a picture shows, and a blank cell", s,
	    P LABELS W(130, 105, 142, 117, "12"), DUMP("12", ""));
	check_scan("what is no picture of the page",
	    &(struct scan){ .head = 0 }, P LABELS, "no raster");
	blacken(s, 130, 137, 131, 145, 40);
	blacken(s, 145, 107, 150, 115, 40);
	check_scan("a figure that was overlooked, and a digit", s,
	    P LABELS W(130, 105, 142, 117, "12"),
	    DUMP("12" BAD, "(may not show) "));
	check_scan("pale walls", new_scan(a, 0, 170),
	    P LABELS W(130, 105, 142, 117, "12"), DUMP("12", ""));
	/* Words lie where their middles are under the slope. */
	check_scan("laid askew under the scanner", new_scan(a, .03, 0),
	    P W(27, 107, 87, 119, "行政许可") W(26, 137, 86, 149, "行政处罚")
	    W(127, 109, 139, 121, "12") W(126, 139, 138, 151, "7"),
	    DUMP("12", "7"));
	s = new_scan(a, 0, 0);
	blacken(s, 118, 102, 123, 160, 235);
	blacken(s, 170, 100, 171, 161, 0);
	check_scan("where a wall does not show, no figure is sure", s,
	    P LABELS W(130, 105, 142, 117, "12") W(130, 135, 142, 147, "7")
	    W(180, 105, 192, 117, "5"),
	    "T 1 2x2 exact\n  0,0 1x1 行政许可 12\n  0,1 1x1 5" BAD "\n"
	    "  1,0 1x1 行政处罚 7\n  1,1 1x1 (may not show) \n");
	s = new_scan(a, 0, 0);
	blacken(s, 122, 129, 219, 132, 235);
	check_scan("a figure in two rows for want of a wall is none", s,
	    P LABELS W(130, 105, 142, 117, "12"),
	    "T 1 2x2 exact\n  0,0 1x1 行政许可\n  0,1 2x1 12" BAD "\n"
	    "  1,0 1x1 行政处罚\n");
	s = new_scan(a, 0, 235);
	blacken(s, 212, 117, 216, 125, 0);
	check_scan("digits below those of a figure, without any lines", s,
	    P ROW(100, 112, "1.行政许可", "1", "20", "3")
	    ROW(160, 172, "3.行政强制", "5", "8", "7"),
	    "T 1 2x6 padded\n  0,0 1x1 \n  0,1 1x1 \n"
	    "  0,2 1x1 1.行政许可\n  0,3 1x1 1\n  0,4 1x1 20" BAD "\n"
	    "  0,5 1x1 3\n  1,0 1x1 \n  1,1 1x1 \n"
	    "  1,2 1x1 3.行政强制\n  1,3 1x1 5\n  1,4 1x1 8\n  1,5 1x1 7\n");
	check_scan("nobody has seen what is blank", NULL,
	    P ROW(100, 112, "1.行政许可", "1", "20", "3")
	    W(40, 130, 110, 142, "2.行政处罚") W(210, 130, 216, 142, "4")
	    ROW(160, 172, "3.行政强制", "5", "8", "7"),
	    "T 1 3x6 padded\n  0,0 1x1 \n  0,1 1x1 \n"
	    "  0,2 1x1 1.行政许可\n  0,3 1x1 1\n  0,4 1x1 20\n"
	    "  0,5 1x1 3\n  1,0 1x1 \n  1,1 1x1 \n"
	    "  1,2 1x1 2.行政处罚\n  1,3 1x1 (may not show) \n  1,4 1x1 4\n"
	    "  1,5 1x1 (may not show) \n  2,0 1x1 \n  2,1 1x1 \n"
	    "  2,2 1x1 3.行政强制\n  2,3 1x1 5\n  2,4 1x1 8\n  2,5 1x1 7\n");
	arena_free(a);
}

/* Two rows and columns at the foot of a page, and the same at the top. */
#define FOOT	H(500, 20, 220) H(530, 20, 220) H(560, 20, 220) \
		V(20, 500, 560) V(120, 500, 560) V(220, 500, 560)

static void
test_over_pages(void)
{
	check("beside what may be the rest of a label nothing is blank",
	    P W(30, 505, 90, 517, "行政许可") W(130, 505, 142, 517, "12")
	    W(30, 535, 48, 547, "1.属") W(130, 535, 142, 547, "7")
	    P W(30, 105, 90, 117, "于国家秘密") W(30, 135, 90, 147, "3.其他")
	    W(130, 135, 142, 147, "5"), "<page>" FOOT PAGE GRID,
	    "T 1 4x2 exact\n  0,0 1x1 行政许可\n  0,1 1x1 12\n"
	    "  1,0 1x1 1.属\n  1,1 1x1 7\n  2,0 1x1 于国家秘密\n"
	    "  2,1 1x1 (may not show) \n  3,0 1x1 3.其他\n  3,1 1x1 5\n");
	check("but beside one that begins there",
	    P W(30, 505, 90, 517, "行政许可") W(130, 505, 142, 517, "12")
	    W(30, 535, 48, 547, "1.属") W(130, 535, 142, 547, "7")
	    P W(30, 105, 90, 117, "2.国家秘密") W(30, 135, 90, 147, "3.其他")
	    W(130, 135, 142, 147, "5"), "<page>" FOOT PAGE GRID,
	    "T 1 4x2 exact\n  0,0 1x1 行政许可\n  0,1 1x1 12\n"
	    "  1,0 1x1 1.属\n  1,1 1x1 7\n  2,0 1x1 2.国家秘密\n"
	    "  2,1 1x1 \n  3,0 1x1 3.其他\n  3,1 1x1 5\n");
}

/* A shape of curves. */
#define ZERO(x0, y0, x1, y1, fill) "<path style=\"stroke:none;fill:" fill \
	";\" d=\"M " #x0 " " #y0 " C " #x1 " " #y0 " " #x1 " " #y1 " " #x0 \
	" " #y1 " C " #x0 " " #y1 " " #x0 " " #y0 " " #x0 " " #y0 " Z \"/>\n"
#define BLACK	"rgb(0%,0%,0%)"
#define CELLS	H(100, 20, 220) H(130, 20, 220) V(20, 100, 130) \
	V(120, 100, 130) V(220, 100, 130)

static void
test_outlines(void)
{
	check("a digit that is a shape",
	    P W(24, 110, 90, 122, "甲"), CELLS
	    ZERO(150, 112, 155, 120, BLACK) ZERO(157, 112, 162, 120, BLACK),
	    "T 1 1x2 exact\n  0,0 1x1 甲\n  0,1 1x1 ��\n");
	check("a shape where a word is, a white one, and a box",
	    P W(24, 110, 90, 122, "甲"), CELLS
	    ZERO(30, 112, 35, 120, BLACK)
	    ZERO(150, 112, 155, 120, "rgb(100%,100%,100%)")
	    "<path style=\"stroke:none;fill:rgb(0%,0%,0%);\" d=\"M 170 112 "
	    "L 175 112 L 175 120 L 170 120 Z \"/>\n",
	    "T 1 1x2 exact\n  0,0 1x1 甲\n  0,1 1x1 \n");
	check("the sides of a frame, cut where they meet",
	    P W(24, 110, 90, 122, "甲"), CELLS
	    "<path style=\"stroke:none;fill:rgb(0%,0%,0%);\" d=\"M 150 110 "
	    "L 151 111 L 151 121 L 150 122 Z M 150 110 \"/>\n"
	    "<path style=\"stroke:none;fill:rgb(0%,0%,0%);\" d=\"M 190 110 "
	    "L 191 111 L 191 121 L 190 122 Z M 190 110 \"/>\n",
	    "T 1 1x2 exact\n  0,0 1x1 甲\n  0,1 1x1 \n");
	check("a shape in front of a line, and one behind it",
	    P W(40, 110, 90, 122, "一、甲") W(40, 140, 90, 152, "乙"),
	    ZERO(30, 112, 35, 120, BLACK) ZERO(100, 142, 105, 150, BLACK),
	    "P 1 一、甲\nP 2 乙�\n");
	check("shapes in front of a label are no column",
	    P W(50, 100, 110, 112, "许可") W(150, 100, 156, 112, "1")
	    W(210, 100, 216, 112, "2") W(270, 100, 276, 112, "3")
	    ROW(130, 142, "2.行政处罚", "4", "5", "6"),
	    H(90, 20, 30) V(20, 90, 150) V(300, 90, 150)
	    ZERO(30, 102, 35, 110, BLACK),
	    "T 1 2x6 padded\n  0,0 1x1 �\n  0,1 1x1 \n  0,2 1x1 许可\n"
	    "  0,3 1x1 1\n  0,4 1x1 2\n  0,5 1x1 3\n  1,0 1x1 \n  1,1 1x1 \n"
	    "  1,2 1x1 2.行政处罚\n  1,3 1x1 4\n  1,4 1x1 5\n  1,5 1x1 6\n");
}

int
main(void)
{
	test_unnamed();
	test_controls();
	test_free();
	test_halves();
	test_scans();
	test_over_pages();
	test_outlines();
	return tap_done();
}
