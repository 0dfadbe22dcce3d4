/*
 * dump-filing [-e ENCODING] FILE...: what the filings in documents say, cell by
 * cell, with what there is to note, for tests and for people.
 */
#include <config.h>

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "doc/doc.h"
#include "form/filing.h"
#include "read/read.h"
#include "slurp.h"

static void
dump_filings(struct arena *a, struct doc *d, const char *path)
{
	struct bind_opts	 bind = { .path = str_of(path) };
	struct filing		*f = filing_bind(a, d, forms_load(a), &bind);
	struct buf		 b;

	buf_init(&b, a);
	for (; f != NULL; f = f->next)
		filing_dump(f, &b);
	fwrite(buf_text(&b).p, 1, b.n, stdout);
}

static int
dump(const char *path, const struct read_opts *opts)
{
	struct arena		*a = arena_new();
	struct doc		*d = NULL;
	const struct reader	*used;
	struct err		 e = { 0 };
	int			 ret;

	ret = read_doc(a, slurp(a, path), opts, &d, &used, &e);
	if (ret < 0)
		printf("error %d (%s): %s\n", (int)e.code,
		    used != NULL ? used->name : "-", e.msg);
	else
		dump_filings(a, d, path);
	for (const struct note *n = d != NULL ? d->notes.first : NULL;
	    n != NULL; n = n->next)
		printf("N %d %s " STR_FMT "\n", n->line, note_name(n->id),
		    STR_ARG(n->detail));
	arena_free(a);
	return ret;
}

int
main(int argc, char **argv)
{
	struct read_opts	 opts = { .encoding = NULL };
	int			 i = 1, bad = 0;

	if (argc > 2 && strcmp(argv[1], "-e") == 0) {
		opts.encoding = argv[2];
		i = 3;
	}
	for (; i < argc; i++)
		bad |= dump(argv[i], &opts) < 0;
	return bad;
}
