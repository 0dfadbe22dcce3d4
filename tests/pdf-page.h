/*
 * Pages as poppler's tools write them, in points, for tests: words, strokes
 * and glyphs, and the dump of the document that they make.
 */
#ifndef TESTS_PDF_PAGE_H
#define TESTS_PDF_PAGE_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "doc/doc.h"
#include "read/pdf_layout.h"
#include "read/pdf_page.h"
#include "tap.h"

#define P	"<page width=\"400\" height=\"600\">\n"
#define W(x0, y0, x1, y1, t) "<word xMin=\"" #x0 "\" yMin=\"" #y0 \
	"\" xMax=\"" #x1 "\" yMax=\"" #y1 "\">" t "</word>\n"
#define PEN "style=\"fill:none;stroke-width:0.5;stroke:rgb(0%,0%,0%);\" "
#define H(y, x0, x1) "<path " PEN "d=\"M " #x0 " " #y " L " #x1 " " #y " \"/>\n"
#define V(x, y0, y1) "<path " PEN "d=\"M " #x " " #y0 " L " #x " " #y1 " \"/>\n"
#define G(x, y)	"<use xlink:href=\"#glyph0-1\" x=\"" #x "\" y=\"" #y \
	"\"/>\n"
#define PAGE "</page>\n<page>\n"

/* The dump of what the two make, to be freed with the arena. */
static const char *
read_pages(struct arena *a, const char *bbox, const char *svg)
{
	struct pdf	*pdf = pdf_new(a);
	struct doc	*doc = doc_new(a);
	struct err	 e;
	struct buf	 b;
	int		 unnamed;

	if (pdf_words(pdf, str_of(bbox), &e) < 0)
		return arena_printf(a, "error %s", e.msg);
	pdf_lines(pdf);
	pdf_running(pdf);
	pdf_rules(pdf, 0, str_of(svg));
	if (pdf_unnamed(pdf, &unnamed, &e) < 0)
		return arena_printf(a, "error %s", e.msg);
	if (pdf_outlined(pdf, &unnamed, &e) < 0)
		return arena_printf(a, "error %s", e.msg);
	pdf_watermarks(pdf);
	pdf_halves(pdf);
	pdf_overprinted(pdf, doc);
	if (pdf_layout(pdf, doc, &e) < 0)
		return arena_printf(a, "error %s", e.msg);
	buf_init(&b, a);
	doc_dump(doc, &b);
	return buf_text(&b).p;
}

static void
check(const char *what, const char *bbox, const char *svg, const char *want)
{
	struct arena	*a = arena_new();

	tap_check_str(read_pages(a, bbox, svg), want, what, __FILE__,
	    __LINE__);
	arena_free(a);
}

/* A row of a label and three figures, without rules. */
#define ROW(y0, y1, label, a, b, c) W(40, y0, 110, y1, label) \
	W(150, y0, 156, y1, a) W(210, y0, 216, y1, b) W(270, y0, 276, y1, c)

#endif
