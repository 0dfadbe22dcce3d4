/* Text as a report: figures are bound once each, and to what is printed. */
#include <config.h>

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "doc/doc.h"
#include "form/filing.h"
#include "read/read.h"

extern const struct reader	 text_reader;

int	LLVMFuzzerTestOneInput(const uint8_t *, size_t);

static const struct forms *
forms(void)
{
	static struct arena		*a;
	static const struct forms	*f;

	if (a == NULL) {
		a = arena_new();
		f = forms_load(a);
	}
	return f;
}

static void
check(const struct filing *f)
{
	for (const struct figure *g = f->figure; g != NULL; g = g->next) {
		if (g->state == STATE_MISSING || g->item == NULL)
			abort();
		/* The database has one place for each. */
		if (filing_figure(f, g->item->code, g->who) != g)
			abort();
		if (g->state == STATE_NUMBER &&
		    number_read(g->raw).state != STATE_NUMBER)
			abort();
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
	struct bytes		 in = { p, n };
	struct read_opts	 opts = { .encoding = "UTF-8" };
	struct bind_opts	 bind = { .path = STR("fuzz.txt") };
	struct arena		*a = arena_new();
	struct doc		*d = doc_new(a);
	struct err		 e;
	struct buf		 b;

	if (text_reader.read(a, in, &opts, d, &e) == 0) {
		buf_init(&b, a);
		for (struct filing *f = filing_bind(a, d, forms(), &bind);
		    f != NULL; f = f->next) {
			check(f);
			filing_dump(f, &b);
		}
	}
	arena_free(a);
	return 0;
}
