/* Lines of anything as a filing: who, when and where are found or not. */
#include <config.h>

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/utf8.h"
#include "doc/doc.h"
#include "form/division.h"
#include "form/identity.h"

int	LLVMFuzzerTestOneInput(const uint8_t *, size_t);

/* Loading the table takes longer than everything else. */
static const struct divisions *
divisions(void)
{
	static struct arena		*a;
	static const struct divisions	*d;

	if (a == NULL) {
		a = arena_new();
		d = divisions_load(a);
	}
	return d;
}

int
LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
	struct arena		*a = arena_new();
	struct doc		*doc = doc_new(a);
	struct filing		*f = filing_new(a);
	struct bind_opts	 o = { .divisions = divisions() };
	struct str		 rest = { (const char *)p, n }, line;
	struct err		 e;
	int			 no = 0;

	while (str_line(&rest, &line) &&
	    doc_para(doc, line, ++no, &e) == 0)
		if (no == 1)
			o.path = doc->title = doc->date = line;
	identity_find(a, f, doc->first, NULL, doc, &o);
	if (f->year != 0 && (f->year < 2002 || f->year > 2100))
		abort();
	if (f->published_on.n != 0 && f->published_on.n != 10)
		abort();
	arena_free(a);
	return 0;
}
