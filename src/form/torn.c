#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "form/proof.h"
#include "form/table.h"
#include "form/torn.h"

/* What the rows of a role that are read add up to, column by column. */
struct column_sums {
	int64_t	 v[APPLICANT__N];
	int	 n;		/* rows */
};

struct torn {
	struct arena	*arena;
	struct cand	*c;
	int		 noutcome;	/* that the form has */
	struct str	 run[APPLICANT__N];	/* of a figure, or of some */
	int		 nrun;
	struct str	 want[APPLICANT__N];
	bool		 used[APPLICANT__N];
};

/*
 * The rows of a role but one; false if they are not so many, or not all are
 * read.
 */
static bool
sum_others(const struct torn *t, enum role role, int n,
    const struct vrow *but, struct column_sums *s)
{
	*s = (struct column_sums){ .n = 0 };
	for (const struct vrow *r = t->c->row; r != NULL; r = r->next) {
		if (r == but || proof_role(r) != role)
			continue;
		if (!proof_is_read(r))
			return false;
		proof_add(s->v, r->v);
		s->n++;
	}
	return s->n == n;
}

/* What the columns leave for a row of outcomes, or for 总计. */
static bool
ask_outcomes(const struct torn *t, const struct vrow *r, int64_t *want)
{
	struct column_sums	 down, total;
	bool			 is_total = proof_role(r) == TOTAL;

	if (!sum_others(t, OUTCOME, t->noutcome - !is_total, r, &down) ||
	    !sum_others(t, TOTAL, !is_total, r, &total))
		return false;
	for (int i = 0; i < APPLICANT__N; i++)
		want[i] = is_total ? down.v[i] : total.v[i] - down.v[i];
	return true;
}

/* 第一项加第二项之和，等于第三项加第四项之和 */
static bool
ask_balance(const struct torn *t, const struct vrow *r, int64_t *want)
{
	static const int	 sign[] = { [NEW] = 1, [CARRIED] = 1,
		[FORWARD] = -1, [TOTAL] = -1 };
	enum role		 role = proof_role(r);
	struct column_sums	 s;

	memset(want, 0, APPLICANT__N * sizeof(*want));
	for (int k = NEW; k <= TOTAL; k++) {
		if (k == (int)role)
			continue;
		if (!sum_others(t, (enum role)k, 1, r, &s))
			return false;
		for (int i = 0; i < APPLICANT__N; i++)
			want[i] -= sign[role] * sign[k] * s.v[i];
	}
	return true;
}

/* The figures that the row must have; false if the sums do not say. */
static bool
wanted(struct torn *t, const struct vrow *r)
{
	enum role	 role = proof_role(r);
	int64_t		 want[APPLICANT__N], sum = 0;

	if (role == NO_ROLE || !(role < TOTAL ? ask_balance(t, r, want) :
	    ask_outcomes(t, r, want)))
		return false;
	for (int i = 0; i < APPLICANT__N; i++) {
		if (want[i] < 0)
			return false;
		sum += i == APPLICANT__N - 1 ? -want[i] : want[i];
		t->want[i] = str_of(arena_printf(t->arena, "%lld",
		    (long long)want[i]));
		t->used[i] = false;
	}
	return sum == 0;
}

/* The digits of a loose figure; false if other characters are among them. */
static bool
read_run(struct torn *t, struct str s)
{
	struct buf	 b;

	if (t->nrun == APPLICANT__N)
		return false;
	buf_init(&b, t->arena);
	for (size_t at = 0; at < s.n; ) {
		uint32_t	 c = utf8_fold(utf8_next(s, &at));

		if (c >= '0' && c <= '9')
			buf_char(&b, c);
		else if (c != ',' && !utf8_is_space(c))
			return false;
	}
	if (b.n > 0)
		t->run[t->nrun++] = buf_text(&b);
	return true;
}

/* The runs of a row, which may stand in one cell with bars between them. */
static bool
read_runs(struct torn *t, const struct vrow *r)
{
	t->nrun = 0;
	for (int i = 0; i < r->nloose; i++) {
		struct str	 rest = r->loose[i].raw, one;

		while (tables_loose(&rest, &one))
			if (!read_run(t, one))
				return false;
	}
	return t->nrun > 0;
}

/*
 * Whether the k-th run from byte at on, and those after it, are the figures
 * that are not used yet, in any order where some have run together.  As deep
 * as there are figures and runs.
 */
static bool
fits_from(struct torn *t, int k, size_t at, int nused)
{
	struct str	 left;

	if (k < t->nrun && at == t->run[k].n)
		return fits_from(t, k + 1, 0, nused);
	if (k == t->nrun)
		return nused == APPLICANT__N;
	left = str_from(t->run[k], at);
	for (int i = 0; i < APPLICANT__N; i++) {
		if (t->used[i] || !str_starts(left, t->want[i]) ||
		    (t->nrun == APPLICANT__N && i != nused))
			continue;
		t->used[i] = true;
		if (fits_from(t, k, at + t->want[i].n, nused + 1))
			return true;
		t->used[i] = false;
	}
	return false;
}

static void
fill(struct torn *t, struct vrow *r)
{
	for (int i = 0; i < APPLICANT__N; i++)
		r->v[i] = (struct value){ .raw = t->want[i],
		    .line = r->loose[0].line, .block = r->loose[0].block,
		    .row = r->loose[0].row, .col = -1, .located = true,
		    .inferred = true, .firm = true };
	r->nloose = 0;
	r->unread = r->refused = false;
	t->c->unread--;
}

void
torn_solve(struct arena *a, const struct forms *forms, enum form_id form,
    struct cand *c)
{
	struct torn	 t = { .arena = a, .c = c };
	bool		 again = true;

	t.noutcome = proof_outcomes(forms, form);
	/* What one row is found to be may tell the next. */
	while (again) {
		again = false;
		for (struct vrow *r = c->row; r != NULL; r = r->next) {
			if (r->nloose == 0 || !read_runs(&t, r) ||
			    !wanted(&t, r))
				continue;
			if (fits_from(&t, 0, 0, 0)) {
				fill(&t, r);
				again = true;
			}
		}
	}
}
