/*
 * A filing by itself.  What a document was read with takes a hundred times
 * the room of what came of it, and a container holds thousands of them.
 */
#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "form/filing.h"

static const char *
copy_name(struct arena *a, const char *s)
{
	return s != NULL ? arena_dup(a, s, strlen(s)) : NULL;
}

static void
copy_figures(struct arena *a, struct filing *to, const struct figure *g)
{
	for (; g != NULL; g = g->next) {
		struct figure	*x = arena_alloc(a, 1, sizeof(*x));

		*x = *g;
		x->raw = str_dup(a, g->raw);
		x->next = NULL;
		*to->figure_end = x;
		to->figure_end = &x->next;
	}
}

static void
copy_statistics(struct arena *a, struct filing *to,
    const struct statistic *s)
{
	for (; s != NULL; s = s->next) {
		struct statistic	*x = arena_alloc(a, 1, sizeof(*x));

		*x = *s;
		x->label = str_dup(a, s->label);
		x->unit = str_dup(a, s->unit);
		x->code = str_dup(a, s->code);
		x->raw = str_dup(a, s->raw);
		x->next = NULL;
		*to->statistic_end = x;
		to->statistic_end = &x->next;
	}
}

static void
copy_obs(struct arena *a, struct filing *to, const struct obs *o)
{
	for (; o != NULL; o = o->next) {
		struct obs	*x = filing_add_obs(a, to, o->kind, o->line,
				    str_dup(a, o->place),
				    str_dup(a, o->text));

		x->line_end = o->line_end;
	}
}

static void
copy_facts(struct arena *a, struct filing *to, const struct fact *f)
{
	for (; f != NULL; f = f->next) {
		struct fact	*x = arena_alloc(a, 1, sizeof(*x));

		*x = *f;
		x->code = copy_name(a, f->code);
		x->unit = copy_name(a, f->unit);
		x->scope = copy_name(a, f->scope);
		x->quote = str_dup(a, f->quote);
		x->next = NULL;
		*to->fact_end = x;
		to->fact_end = &x->next;
	}
}

static void
copy_place(struct arena *a, struct placement *p)
{
	const char	**candidate = arena_alloc(a, (size_t)p->ncandidate + 1,
			    sizeof(*candidate));

	p->division = copy_name(a, p->division);
	p->reporting = copy_name(a, p->reporting);
	p->organ = str_dup(a, p->organ);
	p->key = str_dup(a, p->key);
	p->evidence = str_dup(a, p->evidence);
	for (int i = 0; i < p->nstep; i++) {
		p->step[i].code = copy_name(a, p->step[i].code);
		p->step[i].name = str_dup(a, p->step[i].name);
	}
	for (int i = 0; i < p->ncandidate; i++)
		candidate[i] = copy_name(a, p->candidate[i]);
	p->candidate = candidate;
}

struct filing *
filing_copy(struct arena *a, const struct filing *f)
{
	struct filing	*to = arena_alloc(a, 1, sizeof(*to));

	*to = *f;
	to->agency = str_dup(a, f->agency);
	to->agency_from = copy_name(a, f->agency_from);
	to->year_from = copy_name(a, f->year_from);
	to->title = str_dup(a, f->title);
	to->published_on = str_dup(a, f->published_on);
	to->period_from = str_dup(a, f->period_from);
	to->period_to = str_dup(a, f->period_to);
	to->source_org = str_dup(a, f->source_org);
	copy_place(a, &to->place);
	for (int i = 0; i < SECTION__N; i++) {
		to->section[i].heading = str_dup(a, f->section[i].heading);
		to->section[i].text = str_dup(a, f->section[i].text);
	}
	to->figure = NULL;
	to->figure_end = &to->figure;
	to->statistic = NULL;
	to->statistic_end = &to->statistic;
	to->obs = NULL;
	to->obs_end = &to->obs;
	to->fact = NULL;
	to->fact_end = &to->fact;
	copy_figures(a, to, f->figure);
	copy_statistics(a, to, f->statistic);
	copy_obs(a, to, f->obs);
	copy_facts(a, to, f->fact);
	to->notes = notes_copy(a, &f->notes);
	to->next = NULL;
	return to;
}
