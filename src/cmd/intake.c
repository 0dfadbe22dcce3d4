#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/limit.h"
#include "cmd/intake.h"
#include "doc/doc.h"
#include "form/division.h"
#include "form/script.h"
#include "read/pack.h"
#include "read/read.h"
#include "store/ruling.h"

#define STATEMENT	256	/* bytes of text that are read as fast as one */
#define SLOT		96	/* and as a slot of a table, */
#define MEMBER		1024	/* as all that is done for any text, */
#define FILING		4096	/* and as the rules that are held against it */
#define TIMES		16	/* its size it may unpack to before that
				   counts, half of it */
#define MEANT		5		/* figures that were not in vain */
#define SAMPLE		(32u << 10) /* bytes that tell what cannot be read */
#define FACTS		64	/* of a filing; more are no report's */

int
intake_init(struct arena *a, struct store *s, struct intake_opts *opts,
    struct err *e)
{
	*opts = (struct intake_opts){ .forms = forms_load(a),
	    .divisions = s != NULL ? store_divisions(s, e) :
	    divisions_load(a) };
	return opts->divisions != NULL ? 0 : -1;
}

enum note_id
intake_note(enum errcode code)
{
	switch (code) {
	case ERR_EMPTY:
		return NOTE_EMPTY;
	case ERR_LIMIT:
		return NOTE_OVER_LIMIT;
	case ERR_LOCKED:
		return NOTE_ENCRYPTED;
	case ERR_SCANNED:
		return NOTE_SCANNED;
	case ERR_TOOL:
		return NOTE_NEEDS_TOOL;
	default:
		return NOTE_UNREADABLE;
	}
}

static bool
has_error(const struct notes *ns)
{
	for (const struct note *n = ns->first; n != NULL; n = n->next)
		if (note_level(n->id) == NOTE_ERROR)
			return true;
	return false;
}

int
intake_doc(struct arena *a, struct intake_doc *d,
    const struct intake_opts *opts, struct err *e)
{
	const struct reader	*used = NULL;
	struct source		*src = &d->source;
	struct read_opts	 ropts = { .alone = d->spare };
	struct bind_opts	 bopts = { .path = src->path,
		.agency = src->agency, .parent = src->parent,
		.year = src->year,
		.divisions = opts->divisions };
	struct doc		*doc = NULL;
	struct err		 why;

	if (src->encoding.n > 0)
		ropts.encoding = src->encoding.p;
	/* What is in a copy of a site, and can be no report. */
	if (src->member.n > 0 && read_is_ascii(d->body)) {
		doc = doc_new(a);
		used = reader_for(d->body);
		note_add(a, &doc->notes, NOTE_NOT_A_REPORT, 0, "%s", "");
	} else if (read_doc(a, d->body, &ropts, &doc, &used, &why) == 0) {
		if (d->cut != NULL) {
			doc->ends_open = true;
			note_add(a, &doc->notes, NOTE_TRUNCATED, 0, "%s",
			    d->cut);
		}
		d->filing = filing_bind(a, doc, opts->forms, &bopts);
	} else if (why.code == ERR_SYS || why.code == ERR_USAGE) {
		*e = why;
		return -1;
	} else {
		if (doc == NULL)
			doc = doc_new(a);
		if (!has_error(&doc->notes))
			note_add(a, &doc->notes, intake_note(why.code), 0, "%s",
			    why.code == ERR_EMPTY ? "" : why.msg);
	}
	d->doc = doc;
	d->notes = doc->notes;
	src->charset = doc->charset;
	src->by_line = doc->by_line;
	if (used != NULL) {
		src->reader = used->name;
		src->media_type = used->media_type;
	}
	return 0;
}

/*
 * What is over a limit has been read up to there.  What cannot be read is
 * seen by how it begins, and costs little but its checksum.
 */
static size_t
faulty_effort(const struct intake_doc *d, const struct note *fault)
{
	size_t	 n = d->body.n;

	if (fault->id == NOTE_OVER_LIMIT)
		return n;
	if (read_is_other(d->body))
		return n / 64;
	return n <= SAMPLE ? n : SAMPLE + (n - SAMPLE) / 16;
}

/*
 * Of its text and tables, and of what is done to see whether it has any.  own
 * is how many bytes of the container are the document's.
 */
static size_t
effort_of(const struct intake_doc *d, size_t own)
{
	const struct note	*fault = intake_fault(d);
	size_t			 effort = SLOT * (size_t)d->doc->slots;

	if (d->doc->unpacked > TIMES * own)
		effort += (d->doc->unpacked - TIMES * own) / 2;
	effort += d->doc->bytes;
	if (fault != NULL && !note_is_unfiled(fault->id))
		return effort + faulty_effort(d, fault);
	if (!script_has_han(d->doc))
		effort -= d->doc->bytes / 2;
	return effort + d->body.n / 8 + (d->doc->nblock > 0 ? MEMBER : 0);
}

/*
 * Each figure is worth a kibibyte, and so is what a sentence states.  Text
 * without ideographs is not looked into.
 */
static void
weigh(const struct intake_doc *d, struct intake_effort *sum, size_t packed)
{
	size_t	 left = packed > sum->bytes ? packed - sum->bytes : 0;
	size_t	 own = d->body.n < left ? d->body.n : left;
	size_t	 effort = effort_of(d, own), worth = 0;

	sum->bytes += own;
	for (const struct filing *f = d->filing; f != NULL; f = f->next) {
		int	 nfact = 0;

		effort += FILING + STATEMENT * (size_t)f->nstatement;
		worth += 1024 * (size_t)f->nfigure;
		for (const struct statistic *s = f->statistic; s != NULL;
		    s = s->next)
			worth += 1024;
		for (const struct fact *s = f->fact; s != NULL &&
		    nfact < FACTS; s = s->next, nfact++)
			worth += 1024;
	}
	if (worth < MEANT * 1024)
		sum->runs += d->doc->nprogram;
	else
		sum->nreport++;
	if (effort > worth)
		sum->in_vain += effort - worth;
	else
		sum->earned += worth - effort;
}

/* Nothing is left of it but a note. */
static void
give_up(struct arena *a, struct intake_doc *d, const char *why)
{
	d->filing = NULL;
	d->notes = (struct notes){ NULL, NULL, 0 };
	d->source.reader = d->source.media_type = d->source.charset = NULL;
	d->source.by_line = false;
	note_add(a, &d->notes, NOTE_OVER_LIMIT, 0, "%s", why);
}

bool
intake_is_idle(struct arena *a, struct intake_doc *d,
    const struct intake_effort *sum, size_t packed)
{
	size_t	 most = LIMIT_IDLE + LIMIT_IDLE_RATIO * packed;

	most = most < LIMIT_IDLE_MAX ? most : LIMIT_IDLE_MAX;
	if (sum->in_vain <= most + sum->earned)
		return false;
	give_up(a, d, "the container has too much in it that is no report");
	return true;
}

bool
intake_may_run(const struct intake_effort *sum, size_t packed)
{
	return sum->runs <= LIMIT_IDLE_RUNS + (long)(packed / LIMIT_IDLE_RUN) +
	    LIMIT_IDLE_RUNS_EACH * sum->nreport;
}

void
intake_settle(struct arena *a, struct intake_doc *d,
    struct intake_effort *sum, size_t packed)
{
	if (intake_is_idle(a, d, sum, packed))
		return;
	if (d->doc->nprogram > 0 && !intake_may_run(sum, packed))
		give_up(a, d, "the container has too much in it that takes "
		    "another program to read and is no report");
	else
		weigh(d, sum, packed);
}

/*
 * The document in memory of its own, of which nothing but the notes and the
 * filings is kept: a container may be full of such.
 */
static int
read_apart(struct intake *it, struct intake_doc *d,
    const struct intake_opts *opts)
{
	struct arena	 *own = arena_new();
	struct filing	 *list = NULL, **link = &list;

	if (intake_doc(own, d, opts, &it->err) < 0) {
		arena_free(own);
		return -1;
	}
	intake_settle(own, d, &it->effort, it->source.data.n);
	for (const struct filing *f = d->filing; f != NULL; f = f->next) {
		*link = filing_copy(it->arena, f);
		link = &(*link)->next;
	}
	d->filing = list;
	d->notes = notes_copy(it->arena, &d->notes);
	if (d->source.charset != NULL)
		d->source.charset = arena_dup(it->arena, d->source.charset,
		    strlen(d->source.charset));
	d->doc = NULL;
	arena_free(own);
	return 0;
}

/*
 * A member's faults are its own: the rest of the container is read all the
 * same.
 */
static int
intake_member(struct intake *it, struct intake_doc *d, const struct member *m,
    const struct intake_opts *opts)
{
	struct arena	*a = it->arena;

	d->source = it->source;
	d->source.path = str_of(arena_printf(a, "%.*s/%.*s",
	    STR_ARG(it->source.path), STR_ARG(m->name)));
	d->source.member = m->name;
	d->source.data = m->data;
	sha256_hex(m->data, d->source.sha256);
	d->body = m->data;
	if (m->fault != NULL)
		note_add(a, &d->notes, intake_note(m->code), 0, "%s",
		    m->fault);
	else if (!intake_is_idle(a, d, &it->effort, it->source.data.n)) {
		d->spare = !intake_may_run(&it->effort, it->source.data.n);
		return read_apart(it, d, opts);
	}
	return 0;
}

void
intake_cut(struct arena *a, struct notes *ns, const struct container *box)
{
	if (box->cut != NULL)
		note_add(a, ns, NOTE_TRUNCATED, 0, "%s", box->cut);
}

static int
intake_open(struct intake *it, const struct intake_opts *opts)
{
	struct member		*m, whole = { .data = it->source.data };
	struct intake_doc	**end = &it->doc;
	struct container	 box;
	struct err		 why = { ERR_NONE, "" };

	if (unpack(it->arena, it->source.data, &m, &box, &why) < 0) {
		*end = arena_alloc(it->arena, 1, sizeof(**end));
		(*end)->source = it->source;
		note_add(it->arena, &(*end)->notes, intake_note(why.code), 0,
		    "%s", why.msg);
		return 0;
	}
	if (box.kind == NULL)
		m = &whole;
	it->is_container = m == NULL || m->name.n > 0;
	if (it->is_container) {
		it->source.reader = box.kind;
		intake_cut(it->arena, &it->notes, &box);
	}
	for (; m != NULL; m = m->next, end = &(*end)->next) {
		*end = arena_alloc(it->arena, 1, sizeof(**end));
		if (it->is_container) {
			if (intake_member(it, *end, m, opts) < 0)
				return -1;
			continue;
		}
		(*end)->source = it->source;
		(*end)->body = m->data;
		(*end)->cut = box.cut;
		if (intake_doc(it->arena, *end, opts, &it->err) < 0)
			return -1;
	}
	return 0;
}

void
intake_read(struct intake *it, const struct intake_opts *opts)
{
	struct source	*src = &it->source;

	sha256_hex(src->data, src->sha256);
	if (opts->known != NULL &&
	    known_has(opts->known, src->path, src->sha256))
		it->is_known = true;
	else if (intake_open(it, opts) < 0)
		it->failed = true;
}

int
intake_store_doc(struct store *s, const struct intake_doc *d, struct err *e)
{
	int64_t	 id = d->source.id;

	if (store_notes(s, id, &d->notes, e) < 0)
		return -1;
	for (const struct filing *f = d->filing; f != NULL; f = f->next)
		if (store_filing(s, id, f, e) < 0)
			return -1;
	return 0;
}

int
intake_store(struct store *s, struct intake *it, struct err *e)
{
	if (it->is_container && (store_source(s, &it->source, e) < 0 ||
	    store_notes(s, it->source.id, &it->notes, e) < 0))
		return -1;
	for (struct intake_doc *d = it->doc; d != NULL; d = d->next) {
		if (it->is_container)
			d->source.container = it->source.id;
		if (store_source(s, &d->source, e) < 0 ||
		    intake_store_doc(s, d, e) < 0)
			return -1;
	}
	return 0;
}

const struct note *
intake_fault(const struct intake_doc *d)
{
	for (const struct note *n = d->notes.first; n != NULL; n = n->next)
		if (note_level(n->id) == NOTE_ERROR)
			return n;
	return NULL;
}

int
intake_filings(const struct intake_doc *d)
{
	int	 n = 0;

	for (const struct filing *f = d->filing; f != NULL; f = f->next)
		n++;
	return n;
}
