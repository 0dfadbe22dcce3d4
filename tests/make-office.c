/* make-office doc|xls [OPTION...] <description >file; see tests/office.h */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "tests/cfb-write.h"
#include "tests/office.h"

/* "12 rest" */
static int
number(struct str *s)
{
	int	 n = 0;

	while (s->n > 0 && s->p[0] >= '0' && s->p[0] <= '9') {
		n = 10 * n + (s->p[0] - '0');
		*s = str_from(*s, 1);
	}
	return n;
}

static void
after(struct str *s, char c)
{
	if (s->n > 0 && s->p[0] == c)
		*s = str_from(*s, 1);
}

static void
parse_cell(struct arena *a, struct part *t, struct str l)
{
	struct piece_of_table	*c = arena_alloc(a, 1, sizeof(*c));

	l = str_from(l, 2);
	c->row = number(&l);
	after(&l, ',');
	c->col = number(&l);
	after(&l, ' ');
	c->rowspan = number(&l);
	after(&l, 'x');
	c->colspan = number(&l);
	after(&l, ' ');
	c->text = l;
	if (t->last != NULL)
		t->last->next = c;
	else
		t->cell = c;
	t->last = c;
}

struct part *
office_parse(struct arena *a, struct str s)
{
	struct part	*first = NULL, *last = NULL, *p;
	struct str	 l;

	while (str_line(&s, &l)) {
		if (str_starts(l, STR("  ")) && last != NULL &&
		    last->kind == 'T') {
			parse_cell(a, last, l);
			continue;
		}
		if (l.n == 0 || strchr("PHTNB", l.p[0]) == NULL) {
			fprintf(stderr, "not understood: " STR_FMT "\n",
			    STR_ARG(l));
			return NULL;
		}
		p = arena_alloc(a, 1, sizeof(*p));
		p->kind = l.p[0];
		l = str_from(l, 1);
		p->level = number(&l);
		after(&l, ' ');
		if (p->kind != 'N')
			number(&l);
		after(&l, ' ');
		if (p->kind == 'T') {
			p->nrow = number(&l);
			after(&l, 'x');
			p->ncol = number(&l);
		}
		p->text = l;
		if (last != NULL)
			last->next = p;
		else
			first = p;
		last = p;
	}
	return first;
}

/* A compound file of empty streams. */
static struct bytes
streams(struct arena *a, char **name, int n)
{
	struct out_stream	*s = arena_alloc(a, (size_t)n + 1, sizeof(*s));

	for (int i = 0; i < n; i++)
		s[i] = (struct out_stream){ name[i],
		    { (const unsigned char *)"x", 1 } };
	return cfb_write(a, s, (size_t)n);
}

static bool
option(struct how *h, const char *name)
{
	const struct {
		const char	*name;
		bool		*at;
	} all[] = {
		{ "pieces", &h->pieces }, { "huge", &h->huge },
		{ "hmerge", &h->hmerge }, { "insert", &h->insert },
		{ "jitter", &h->jitter }, { "thin", &h->thin },
		{ "based", &h->based }, { "prm", &h->prm },
		{ "locked", &h->locked },
		{ "old", &h->old }, { "split", &h->split },
		{ "formula", &h->formula }, { "hidden", &h->hidden },
		{ "lines", &h->lines }, { "never", &h->never },
	};

	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		if (strcmp(all[i].name, name) == 0)
			return *all[i].at = true;
	return false;
}

int
main(int argc, char **argv)
{
	struct arena	*a = arena_new();
	struct how	 how = { false };
	struct part	*p;
	struct bytes	 out;
	struct buf	 b;
	int		 c;

	if (argc < 2)
		return 2;
	if (strcmp(argv[1], "streams") == 0)
		out = streams(a, argv + 2, argc - 2);
	else {
		for (int i = 2; i < argc; i++)
			if (!option(&how, argv[i]))
				return 2;
		buf_init(&b, a);
		while ((c = getchar()) != EOF)
			w8(&b, (unsigned)c);
		p = office_parse(a, buf_text(&b));
		if (p == NULL)
			return 1;
		out = strcmp(argv[1], "xls") == 0 ? office_xls(a, p, &how) :
		    office_doc(a, p, &how);
	}
	fwrite(out.p, 1, out.n, stdout);
	arena_free(a);
	return 0;
}
