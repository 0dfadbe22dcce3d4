#include <config.h>

#include <string.h>

#include "form/filing.h"
#include "form/proof.h"
#include "form/table.h"

#define EMPTY_MAX	30	/* rows without figures */

enum verdict { UNKNOWN, HOLDS, FAILS };

struct proof {
	struct cand	*c;
	int		 noutcome;	/* that the form has */
	int		 col;
};

enum role
proof_role(const struct vrow *r)
{
	static const char *const	 key[] = {
		[NEW] = "new_requests", [CARRIED] = "carried_over",
		[FORWARD] = "carried_forward", [TOTAL] = "results_total",
	};

	for (int i = NEW; i <= TOTAL; i++)
		if (strcmp(r->key, key[i]) == 0)
			return (enum role)i;
	return tables_is_unknown(r) ? NO_ROLE : OUTCOME;
}

bool
proof_is_empty(const struct vrow *r)
{
	if (!r->unread || r->refused || r->nloose > 0)
		return false;
	for (int i = 0; i < APPLICANT__N; i++)
		if (r->v[i].located)
			return false;
	return true;
}

bool
proof_is_read(const struct vrow *r)
{
	for (int i = 0; i < APPLICANT__N; i++) {
		struct number	 n = number_read(r->v[i].raw);

		if (!r->v[i].located || n.state == STATE_TEXT ||
		    (n.state == STATE_NUMBER && !dec_is_int(n.value)))
			return false;
	}
	return true;
}

void
proof_add(int64_t *sum, const struct value *v)
{
	for (int i = 0; i < APPLICANT__N; i++) {
		struct number	 n = number_read(v[i].raw);

		if (n.state == STATE_NUMBER)
			sum[i] += n.value.mant;
	}
}

/* What the rows of that role have in the column; false if not all is read. */
static bool
sum_of(const struct proof *p, enum role role, int want, int64_t *sum)
{
	int	 n = 0;

	*sum = 0;
	for (const struct vrow *r = p->c->row; r != NULL; r = r->next) {
		const struct value	*v = &r->v[p->col];
		struct number		 num;

		if (proof_role(r) != role)
			continue;
		n++;
		if (!v->located)
			return false;
		num = number_read(v->raw);
		if (num.state == STATE_TEXT || (num.state == STATE_NUMBER &&
		    !dec_is_int(num.value)))
			return false;
		if (num.state == STATE_NUMBER)
			*sum += num.value.mant;
	}
	return n == want;
}

static enum verdict
outcomes_hold(const struct proof *p)
{
	int64_t	 sum, total;

	if (!sum_of(p, OUTCOME, p->noutcome, &sum) ||
	    !sum_of(p, TOTAL, 1, &total))
		return UNKNOWN;
	return sum == total ? HOLDS : FAILS;
}

static enum verdict
balance_holds(const struct proof *p)
{
	int64_t	 in, carried, total, forward;

	if (!sum_of(p, NEW, 1, &in) || !sum_of(p, CARRIED, 1, &carried) ||
	    !sum_of(p, TOTAL, 1, &total) ||
	    !sum_of(p, FORWARD, 1, &forward))
		return UNKNOWN;
	return in + carried == total + forward ? HOLDS : FAILS;
}

/* 0 or nothing: no sum can tell in which of two columns it was. */
static bool
is_nothing(const struct value *v)
{
	struct number	 num = number_read(v->raw);

	return num.state != STATE_NUMBER || num.value.mant == 0;
}

/* Takes a column back, or only what is inferred in it. */
static int
take_back(const struct proof *p, bool outcomes, enum verdict verdict)
{
	int	 n = 0;

	for (struct vrow *r = p->c->row; r != NULL; r = r->next) {
		struct value	*v = &r->v[p->col];
		enum role	 role = proof_role(r);
		bool		 mine = outcomes ? role == OUTCOME ||
				    role == TOTAL : role < TOTAL;

		if (!mine || !v->located)
			continue;
		if (verdict != FAILS && (!v->inferred || v->firm ||
		    (verdict == HOLDS && !is_nothing(v))))
			continue;
		*v = (struct value){ .located = false };
		n++;
	}
	return n;
}

int
proof_outcomes(const struct forms *forms, enum form_id form)
{
	const char	*last = "";
	int		 n = 0;

	for (int i = 0; i < forms->nitem; i++) {
		const struct item	*it = &forms->item[i];

		if (it->form != form || it->part != PART_REQUESTS ||
		    it->is_group || strcmp(it->row, last) == 0 ||
		    proof_role(&(struct vrow){ .key = it->row }) != OUTCOME)
			continue;
		last = it->row;
		n++;
	}
	return n;
}

void
proof_columns(struct arena *a, const struct forms *forms, enum form_id form,
    struct cand *c, struct filing *f)
{
	struct proof	 p = { .c = c };
	int		 n = 0;

	p.noutcome = proof_outcomes(forms, form);
	for (p.col = 0; p.col < APPLICANT__N; p.col++) {
		enum verdict	 down = outcomes_hold(&p);
		enum verdict	 across = balance_holds(&p);

		/* 总计 belongs to both; the longer sum decides on it. */
		n += take_back(&p, true, down);
		n += take_back(&p, false, across);
	}
	if (n > 0)
		note_add(a, &f->notes, NOTE_ROW_UNREAD, c->line,
		    "%d figures in columns of spaces that do not add up", n);
}

/*
 * Above figures that are not their row's, a row whose figures may be those of
 * the one before it, which has none.
 */
static void
doubt_above(struct cand *c, const struct vrow *r)
{
	struct vrow	*last = NULL, *before = NULL;

	for (struct vrow *o = c->row; o != r; o = o->next) {
		before = last;
		last = o;
	}
	if (before != NULL && proof_is_empty(before) && !last->unread)
		tables_refuse(c, last);
}

void
proof_groups(struct arena *a, const struct forms *forms, enum form_id form,
    struct cand *c, struct filing *f)
{
	for (struct vrow *r = c->row; r != NULL; r = r->next) {
		const struct item	*it = forms_item(forms, form,
		    PART_REQUESTS, str_of(r->key), STR(""));

		if (!(it != NULL ? it->is_group : r->match.label != NULL &&
		    label_is_group(r->match.label)) ||
		    (tables_figures(r) == 0 && r->nloose == 0))
			continue;
		doubt_above(c, r);
		memset(r->v, 0, sizeof(r->v));
		r->nloose = 0;
		r->unread = r->refused = true;
		c->unread++;
		c->strange++;
		note_add(a, &f->notes, NOTE_ROW_UNREAD, r->line, STR_FMT
		    ": figures of a row beside it", STR_ARG(r->label));
	}
}

/* Whether the sums of all columns hold with what has no figures left out. */
static bool
holds_without(struct proof *p, bool outcomes)
{
	for (p->col = 0; p->col < APPLICANT__N; p->col++)
		if ((outcomes ? outcomes_hold(p) : balance_holds(p)) != HOLDS)
			return false;
	return true;
}

/* A row without figures becomes one of blank cells, or again what it was. */
static void
set_blank(struct vrow *r, const struct value *beside, bool blank)
{
	for (int i = 0; i < APPLICANT__N; i++) {
		r->v[i] = (struct value){ .located = false };
		if (blank)
			r->v[i] = (struct value){ .line = r->line,
			    .block = beside->block, .row = -1, .col = -1,
			    .located = true, .inferred = true, .firm = true };
	}
}

void
proof_empty_rows(const struct forms *forms, enum form_id form,
    struct cand *c)
{
	struct proof		 p = { .c = c };
	const struct value	*beside = NULL;
	struct vrow		*row[EMPTY_MAX];
	bool			 down, across;
	int			 n = 0;

	/* A row without figures may have left no trace at all. */
	for (struct vrow *r = c->row; r != NULL; r = r->next) {
		p.noutcome += proof_role(r) == OUTCOME;
		if (r->v[0].located)
			beside = &r->v[0];
		if (!proof_is_empty(r) || proof_role(r) == NO_ROLE)
			continue;
		if (n == EMPTY_MAX)
			return;
		row[n++] = r;
	}
	if (n == 0 || beside == NULL || c->strange > 0 ||
	    p.noutcome > proof_outcomes(forms, form))
		return;
	for (int i = 0; i < n; i++)
		set_blank(row[i], beside, true);
	down = holds_without(&p, true);
	across = holds_without(&p, false);
	for (int i = 0; i < n; i++) {
		enum role	 role = proof_role(row[i]);

		if ((down && role >= TOTAL) || (across && role <= TOTAL)) {
			row[i]->unread = false;
			c->unread--;
		} else
			set_blank(row[i], NULL, false);
	}
}
