/*
 * dump-doc [-l] [-e ENCODING] [-H CHARSET] FILE...: the documents as their
 * readers see them, with what there is to note, for tests and for people.
 * -H is what a server said.  With -l, the line and the text of each cell
 * instead.
 */
#include <config.h>

#include <stdio.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "doc/doc.h"
#include "read/read.h"
#include "slurp.h"

static void
dump_lines(const struct doc *d)
{
	const struct cell	*c;

	for (const struct block *k = d->first; k != NULL; k = k->next)
		for (int i = 0; k->grid != NULL &&
		    i < k->grid->nrow * k->grid->ncol; i++) {
			c = grid_at(k->grid, i / k->grid->ncol,
			    i % k->grid->ncol);
			if (c != NULL)
				printf("%d\t" STR_FMT "\n", c->line,
				    STR_ARG(c->text));
		}
}

static int
dump(const char *path, const struct read_opts *opts, int lines)
{
	struct arena		*a = arena_new();
	struct doc		*d = NULL;
	const struct reader	*used;
	struct err		 e = { 0 };
	struct buf		 b;
	int			 ret;

	ret = read_doc(a, slurp(a, path), opts, &d, &used, &e);
	if (ret < 0)
		printf("error %d (%s): %s\n", (int)e.code,
		    used != NULL ? used->name : "-", e.msg);
	else if (lines)
		dump_lines(d);
	else {
		buf_init(&b, a);
		doc_dump(d, &b);
		fwrite(buf_text(&b).p, 1, b.n, stdout);
	}
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
	int			 opt, lines = 0, bad = 0;

	while ((opt = getopt(argc, argv, "e:H:l")) != -1)
		if (opt == 'e')
			opts.encoding = optarg;
		else if (opt == 'H')
			opts.http_charset = optarg;
		else if (opt == 'l')
			lines = 1;
		else
			return 2;
	for (; optind < argc; optind++)
		bad |= dump(argv[optind], &opts, lines) < 0;
	return bad;
}
