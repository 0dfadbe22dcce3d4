/*
 * Fuzz target: pages of a PDF to a document.  The input is what pdftotext
 * wrote and, behind the first "%%svg", what pdftocairo did.
 */
#include <config.h>

#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "doc/doc.h"
#include "read/charset.h"
#include "read/pdf_layout.h"
#include "read/pdf_page.h"

int	LLVMFuzzerTestOneInput(const uint8_t *, size_t);

int
LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
	struct arena	*a = arena_new();
	struct pdf	*pdf = pdf_new(a);
	struct doc	*doc = doc_new(a);
	struct decoded	 in;
	struct str	 bbox, svg;
	struct err	 e;
	struct buf	 b;
	size_t		 cut;
	int		 unnamed;

	if (charset_decode(a, (struct bytes){ p, n }, "UTF-8", NULL, &in,
	    &e) == 0) {
		cut = str_find(in.text, STR("%%svg"), 0);
		bbox = cut == STR_NONE ? in.text : str_sub(in.text, 0, cut);
		svg = cut == STR_NONE ? STR("") : str_from(in.text, cut);
		if (pdf_words(pdf, bbox, &e) == 0) {
			pdf_lines(pdf);
			pdf_running(pdf);
			pdf_rules(pdf, 0, svg);
			pdf_unnamed(pdf, &unnamed, &e);
			pdf_watermarks(pdf);
			pdf_halves(pdf);
			if (pdf_layout(pdf, doc, &e) == 0) {
				buf_init(&b, a);
				doc_dump(doc, &b);
			}
		}
	}
	arena_free(a);
	return 0;
}
