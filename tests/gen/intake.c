#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "doc/doc.h"
#include "form/filing.h"
#include "form/place.h"
#include "read/read.h"
#include "tests/gen/intake.h"

void
must(int r, const struct err *e)
{
	if (r >= 0)
		return;
	fprintf(stderr, "%s\n", e->msg);
	exit(3);
}

void
intake_load(struct intake *t, struct arena *a)
{
	t->forms = forms_load(a);
	t->divs = divisions_load(a);
	t->used = arena_alloc(a, (size_t)t->divs->n, sizeof(*t->used));
}

void
intake_open(struct intake *t, const char *file)
{
	struct err	 e;

	memset(t->used, 0, (size_t)t->divs->n * sizeof(*t->used));
	must(store_open(file, STORE_CREATE, &t->store, &e), &e);
	must(store_begin(t->store, &e), &e);
}

void
intake(struct intake *t, const char *path, struct bytes in)
{
	struct arena		*a = arena_new();
	struct read_opts	 opts = { .encoding = NULL };
	struct bind_opts	 bind = { .path = str_of(path) };
	struct source		 src = { .data = in, .path = str_of(path) };
	const struct reader	*used;
	struct filing		*f;
	struct doc		*d;
	struct err		 e;

	sha256_hex(in, src.sha256);
	must(read_doc(a, in, &opts, &d, &used, &e), &e);
	must(store_source(t->store, &src, &e), &e);
	f = filing_bind(a, d, t->forms, &bind);
	if (f == NULL) {
		fprintf(stderr, "%s: no filing\n", path);
		exit(3);
	}
	f->place = place_find(a, t->divs, f->agency, &(struct place_hint){
	    .path = STR("") });
	must(store_filing(t->store, src.id, f, &e), &e);
	arena_free(a);
}

const char *
intake_path(struct arena *a, struct intake *t, const struct division *d)
{
	struct str	 path = division_path(a, t->divs, d);

	return arena_printf(a, STR_FMT, STR_ARG(path));
}

const struct division *
intake_place(struct intake *t, enum level level, unsigned seed)
{
	static const unsigned	 stride = 7919;

	for (unsigned i = seed * stride;; i++) {
		unsigned		 k = i % (unsigned)t->divs->n;
		const struct division	*d = &t->divs->v[k];

		if (t->used[k] || d->level != level || d->zone ||
		    d->gone != 0)
			continue;
		if (level == LEVEL_TOWNSHIP ? !str_ends(d->name, STR("镇")) &&
		    !str_ends(d->name, STR("乡")) : level == LEVEL_COUNTY ?
		    !str_ends(d->name, STR("县")) :
		    !str_ends(d->name, STR("市")))
			continue;
		t->used[k] = true;
		return d;
	}
}
