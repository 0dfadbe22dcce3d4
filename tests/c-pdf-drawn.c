/*
 * What is drawn on a page and is in no word of it, from glyphs as pdftocairo
 * writes them.
 */
#include <config.h>

#include "pdf-page.h"

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
#define LABELS	W(30, 105, 90, 117, "行政许可") W(30, 135, 90, 147, "行政处罚")
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

int
main(void)
{
	test_unnamed();
	test_controls();
	test_free();
	return tap_done();
}
