/*
 * The content of a page of OFD: its words, what is drawn, and what comes of
 * them.
 */
#include <config.h>

#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "doc/doc.h"
#include "read/ofd.h"
#include "read/pdf_draw.h"
#include "read/pdf_layout.h"

int	LLVMFuzzerTestOneInput(const uint8_t *, size_t);

int
LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
	static const double	 box[4] = { 0, 0, 210, 297 };
	struct arena		*a = arena_new();
	struct pdf		*pdf = pdf_new(a);
	struct doc		*doc = doc_new(a);
	struct bytes		 in = { p, n };
	struct err		 e;
	struct buf		 b;

	if (pdf_add_page(pdf, 595 * PT, 842 * PT, &e) == 0 &&
	    ofd_words(pdf, in, box, &e) == 0) {
		pdf_words_end(pdf);
		ofd_draw(pdf, 0, in, box, &e);
		pdf_drawn(&pdf->page[0]);
		pdf_lines(pdf);
		pdf_running(pdf);
		pdf_watermarks(pdf);
		pdf_halves(pdf);
		if (pdf_layout(pdf, doc, &e) == 0) {
			buf_init(&b, a);
			doc_dump(doc, &b);
		}
	}
	arena_free(a);
	return 0;
}
