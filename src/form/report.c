/*
 * A document becomes filings: cut where a new report begins, then each is
 * read by those who know sections, names, tables and sentences.
 */
#include <config.h>

#include "base/arena.h"
#include "base/limit.h"
#include "base/utf8.h"
#include "doc/doc.h"
#include "form/bind.h"
#include "form/filing.h"
#include "form/identity.h"
#include "form/line.h"
#include "form/lookalike.h"
#include "form/narrative.h"
#include "form/piece.h"
#include "form/script.h"
#include "form/section.h"
#include "form/unshown.h"
#include "form/whole.h"

#define TITLE_BACK	40	/* blocks between a title and section 一 */
#define TITLE_CHARS	80

struct report {
	struct arena		*arena;
	struct doc		*doc;
	const struct forms	*forms;
	const struct bind_opts	*opts;
	struct narrative	 narrative;
};

static bool
is_title(struct arena *a, const struct block *b)
{
	size_t	 at;

	return b->kind != BLOCK_TABLE && b->text.n != 0 &&
	    !utf8_longer(b->text, TITLE_CHARS) &&
	    identity_is_title(str_bare(a, b->text), &at);
}

/* Where the report begins whose section 一 is at block[i], above low. */
static int
start_of(struct arena *a, struct block **block, int i, int low)
{
	int	 first = i;

	for (int k = i - 1; k > low && k >= i - TITLE_BACK; k--)
		if (is_title(a, block[k]))
			first = k;
	return first;
}

/*
 * The headings of sections in a block, a bit for each.  Text in which no
 * blank lines part headings from tables has those of sections 二 to 四 in
 * rows of their own.
 */
static unsigned
headings_in(struct arena *a, const struct block *b)
{
	unsigned	 seen = 0;

	if (b->kind != BLOCK_TABLE)
		return 1u << section_heading(a, b->text);
	for (int row = 0; row < b->grid->nrow; row++) {
		const struct cell	*only = NULL, *c;
		bool			 single = true;

		for (int col = 0; col < b->grid->ncol && single; col++) {
			c = grid_at(b->grid, row, col);
			if (c == NULL || c == only || c->text.n == 0)
				continue;
			single = only == NULL;
			only = c;
		}
		if (single && only != NULL)
			seen |= 1u << section_heading(a, only->text);
	}
	return seen & ~3u;
}

/*
 * The blocks at which reports begin, when there are two or more: a report
 * is what has a heading of section 一 and, before the next of these,
 * headings of sections 二 and 三.  Returns their number.
 */
static int
find_starts(const struct report *r, struct block **block, int n, int *start)
{
	int	 count = 0, one = -1, last = -1, low = -1;
	unsigned seen = 0, now;

	for (int i = 0; i < n; i++) {
		now = headings_in(r->arena, block[i]);
		if ((now & 1u << 1) != 0) {
			one = i;
			low = last;
			seen = 0;
			continue;
		}
		seen |= now;
		if (one >= 0 && (now & 1u << 3) != 0 &&
		    (seen & 1u << 2) != 0 && count < LIMIT_FILINGS) {
			start[count++] = start_of(r->arena, block, one, low);
			one = -1;
		}
		if (now > 1u << 1)
			last = i;
	}
	return count;
}

/* A table of indicators that nobody has filled in is no report. */
static bool
has_statistic(const struct filing *f)
{
	for (const struct statistic *s = f->statistic; s != NULL; s = s->next)
		if (s->state != STATE_BLANK && s->state != STATE_PLACEHOLDER &&
		    s->state != STATE_MISSING)
			return true;
	return false;
}

/*
 * A title, two of the sections, or the tables themselves.  A few labels in
 * some other list are none of these.
 */
static bool
is_report(const struct filing *f)
{
	int	 sections = 0;

	for (int k = 1; k < SECTION__N; k++)
		sections += f->section[k].found;
	return f->title.n != 0 || sections >= 2 || has_statistic(f) ||
	    (f->part[PART_REQUESTS].found &&
	    filing_figure(f, "new_requests", APPLICANT_TOTAL) != NULL);
}

/* NULL when it is no report. */
static struct filing *
bind_in(struct arena *a, struct report *r, const struct block *first,
    const struct block *end)
{
	struct filing	*f = filing_new(a);
	struct pieces	*us = pieces_of(a, r->forms, first, end);
	struct str	 other;
	enum note_id	 note;

	sections_find(a, f, us);
	identity_find(a, f, first, end, r->doc, r->opts);
	bind_tables(a, r->forms, us, f);
	if (!is_report(f))
		return NULL;
	if ((other = lookalike_find(a, f, first, end, &note)).n != 0) {
		note_add(r->arena, &r->doc->notes, note, f->title_line,
		    STR_FMT, STR_ARG(other));
		return NULL;
	}
	narrative_begin(a, f, first, end, &r->narrative);
	narrative_observe(a, f, first, end, &r->narrative);
	narrative_facts(a, f, &r->narrative);
	if (end == NULL)
		whole_find(a, f, r->doc, us);
	return f;
}

/* In memory of its own, of which the filing alone is kept. */
static struct filing *
bind_one(struct report *r, const struct block *first,
    const struct block *end)
{
	struct arena	*own = arena_new();
	struct filing	*f = bind_in(own, r, first, end);

	if (f != NULL)
		f = filing_copy(r->arena, f);
	arena_free(own);
	return f;
}

/* An agency's report of the year, of those that the page shows. */
static bool
is_shown_too(const struct filing *list, const struct filing *f)
{
	for (; list != NULL; list = list->next)
		if (!list->unshown && list->year == f->year &&
		    (list->agency.n == 0 || f->agency.n == 0 ||
		    str_eq(list->agency, f->agency)))
			return true;
	return false;
}

/* Reports that were hidden when another one took their place. */
static void
drop_unshown(struct report *r, struct filing **list)
{
	for (struct filing **link = list; *link != NULL; ) {
		struct filing	*f = *link;

		if (!f->unshown || !is_shown_too(*list, f)) {
			link = &f->next;
			continue;
		}
		note_add(r->arena, &r->doc->notes, NOTE_HIDDEN, f->title_line,
		    "a report of %d", f->year);
		*link = f->next;
	}
}

/* The report from one block up to another, as far as the page shows it. */
static struct filing *
bind_shown(struct report *r, struct block *first, const struct block *end)
{
	bool		 unshown = first->unshown != 0;
	int		 line = first->line, n = unshown_drop(&first, end);
	struct filing	*f;

	if (n > 0)
		note_add(r->arena, &r->doc->notes, NOTE_HIDDEN, line,
		    "%d in tables that are shown with others", n);
	f = bind_one(r, first, end);
	if (f != NULL)
		f->unshown = unshown;
	return f;
}

/* Whether it is said already that there is no report. */
static bool
has_unfiled(const struct notes *ns)
{
	for (const struct note *n = ns->first; n != NULL; n = n->next)
		if (note_is_unfiled(n->id))
			return true;
	return false;
}

struct filing *
filing_bind(struct arena *a, struct doc *doc, const struct forms *forms,
    const struct bind_opts *opts)
{
	struct bind_opts  own = *opts;
	struct report	  r = { .arena = a, .doc = doc, .forms = forms,
		.opts = &own, .narrative = { .arena = a,
		.facts = forms->facts, .remarks = forms->remarks,
		.illegible = notes_have(&doc->notes, NOTE_ILLEGIBLE) } };
	struct block	**block;
	int		 *start;
	struct filing	 *list = NULL, **link = &list;
	int		  n = 0, count;

	/* No title, heading or label is without them. */
	if (!script_has_han(doc)) {
		note_add(a, &doc->notes, NOTE_NOT_A_REPORT, 0, "%s", "");
		return NULL;
	}
	script_simplify(a, doc);
	if (notes_have(&doc->notes, NOTE_TRADITIONAL))
		own.path = script_simplified(a, opts->path);
	block = arena_alloc(a, (size_t)doc->nblock + 1, sizeof(*block));
	start = arena_alloc(a, LIMIT_FILINGS, sizeof(*start));
	for (struct block *b = doc->first; b != NULL; b = b->next)
		block[n++] = b;
	count = find_starts(&r, block, n, start);
	/* One report, or what stands in front of the first of several. */
	if (count < 2) {
		count = 1;
		start[0] = 0;
	}
	for (int i = 0; i < count && n > 0; i++) {
		*link = bind_shown(&r, block[i == 0 && count == 1 ? 0 :
		    start[i]], i + 1 < count ? block[start[i + 1]] : NULL);
		if (*link != NULL)
			link = &(*link)->next;
	}
	drop_unshown(&r, &list);
	if (list == NULL && !has_unfiled(&doc->notes))
		note_add(a, &doc->notes, NOTE_NOT_A_REPORT, 0, "%s", "");
	return list;
}
