#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "form/band.h"
#include "form/cut.h"
#include "form/filing.h"
#include "form/proof.h"
#include "form/table.h"
#include "form/table_row.h"

#define ROWS		40	/* of a table, with loose figures or not */
#define BANDS		14	/* of a group; more are not understood */
#define WAYS		400	/* for one group */
#define STEPS		200000	/* of the search for them, for all groups */
#define LISTED		6	/* readings named in a note */

/* Which column each band is. */
struct way {
	int	 col[BANDS];
	bool	 viable;
};

/* Rows whose bands are the same. */
struct stack {
	struct vrow	*row[ROWS];
	int		 n;
	int		 band[BANDS];	/* from left to right */
	int		 nband;
	bool		 beside[BANDS];	/* cannot be the same as the next */
	struct way	*way;
	int		 nway;
	bool		 too_many;
};

struct bands {
	struct arena	*arena;
	struct cand	*c;
	struct stack	 stack[ROWS];
	int		 nstack;
	long		 steps;
	int		 noutcome;	/* that the form has */
	struct cuts	 outcome[ROWS + 1];
	struct cuts	 frame[TOTAL + 1];
	bool		 known[TOTAL + 1];	/* there are such cuts */
	bool		 solved;
	bool		 outcomes;	/* their sums are used, too */
};

/* A row that goes by its own figures, or by the bands of its group. */
static bool
same_stack(const struct vrow *a, const struct vrow *b)
{
	return a->loose[0].band != 0 && a->loose[0].block ==
	    b->loose[0].block && grid_group(a->loose[0].band) ==
	    grid_group(b->loose[0].band);
}

static bool
add_band(struct stack *s, int band)
{
	int	 i = 0;

	while (i < s->nband && s->band[i] < band)
		i++;
	if (i < s->nband && s->band[i] == band)
		return true;
	if (s->nband == BANDS)
		return false;
	memmove(s->band + i + 1, s->band + i,
	    (size_t)(s->nband - i) * sizeof(*s->band));
	s->band[i] = band;
	s->nband++;
	return true;
}

/* The place of a row's k-th figure among the bands of its stack. */
static int
band_index(const struct stack *s, const struct vrow *r, int k)
{
	int	 i = 0;

	if (r->loose[k].band == 0)
		return k;
	while (s->band[i] != r->loose[k].band)
		i++;
	return i;
}

bool
loose_say(struct arena *a, const struct vrow *r, const int *col,
    struct value *v)
{
	values_clear(v);
	for (int i = 0; i < APPLICANT__N; i++)
		v[i] = (struct value){ .line = r->loose[0].line,
		    .block = r->loose[0].block, .row = r->loose[0].row,
		    .col = -1, .located = true };
	for (int k = 0; k < r->nloose; k++) {
		struct value	*to = &v[col[k]];

		if (to->raw.n != 0)
			return false;
		*to = r->loose[k];
	}
	if (!values_prove(a, v, APPLICANT__N))
		return false;
	for (int i = 0; i < APPLICANT__N; i++)
		if (number_read(v[i].raw).state == STATE_TEXT)
			return false;
	return true;
}

/* The columns of a row's figures if these are those of the bands. */
static void
row_columns(const struct stack *s, const struct vrow *r, const int *col,
    int *out)
{
	for (int k = 0; k < r->nloose; k++)
		out[k] = col[band_index(s, r, k)];
}

/* What a row says if the bands are these columns; false if it cannot be. */
static bool
row_says(struct arena *a, const struct stack *s, const struct vrow *r,
    const int *col, struct value *v)
{
	int	 at[APPLICANT__N];

	if (r->nloose > APPLICANT__N)
		return false;
	row_columns(s, r, col, at);
	return loose_say(a, r, at, v);
}

static void
keep_way(struct bands *b, struct stack *s, const int *col)
{
	struct value	 v[VALUES_MAX];

	for (int i = 0; i < s->n; i++, b->steps++)
		if (!row_says(b->arena, s, s->row[i], col, v))
			return;
	if (s->nway == WAYS) {
		s->too_many = true;
		return;
	}
	memcpy(s->way[s->nway].col, col, BANDS * sizeof(*col));
	s->way[s->nway++].viable = true;
}

/* Bands i and on; at most BANDS deep. */
static void
ways_from(struct bands *b, struct stack *s, int i, int *col)
{
	int	 first = i == 0 ? 0 : col[i - 1] + s->beside[i - 1];

	if (++b->steps > STEPS)
		s->too_many = true;
	if (s->too_many)
		return;
	if (i == s->nband) {
		keep_way(b, s, col);
		return;
	}
	for (int k = first; k < APPLICANT__N; k++) {
		col[i] = k;
		ways_from(b, s, i + 1, col);
	}
}

/* The bands of a stack and the ways there are; none if too many. */
static void
find_ways(struct bands *b, struct stack *s)
{
	int	 col[BANDS];

	s->way = arena_alloc(b->arena, WAYS, sizeof(*s->way));
	for (int i = 0; i < s->n; i++)
		for (int k = 0; k < s->row[i]->nloose; k++) {
			int	 band = s->row[i]->loose[k].band;

			if (!add_band(s, band != 0 ? band : k))
				return;
		}
	for (int i = 0; i < s->n; i++)
		for (int k = 0; k + 1 < s->row[i]->nloose; k++) {
			int	 at = band_index(s, s->row[i], k);

			if (band_index(s, s->row[i], k + 1) == at + 1)
				s->beside[at] = true;
		}
	ways_from(b, s, 0, col);
	if (s->too_many)
		s->nway = 0;
}

static void
make_stacks(struct bands *b)
{
	for (struct vrow *r = b->c->row; r != NULL; r = r->next) {
		int	 i = 0;

		if (r->nloose == 0)
			continue;
		while (i < b->nstack && !same_stack(b->stack[i].row[0], r))
			i++;
		if (i == ROWS || (i < b->nstack && b->stack[i].n == ROWS))
			continue;
		b->nstack += i == b->nstack;
		b->stack[i].row[b->stack[i].n++] = r;
	}
	for (int i = 0; i < b->nstack; i++)
		find_ways(b, &b->stack[i]);
}

static struct cuts
new_cuts(struct bands *b, int n)
{
	return (struct cuts){ .c = arena_alloc(b->arena,
	    (size_t)(n > 0 ? n : 1), sizeof(struct cut)), .n = n,
	    .width = APPLICANT__N };
}

/* What the rows of a stack that have the role say in each way, added up. */
static struct cuts
cuts_of_stack(struct bands *b, const struct stack *s, enum role role, int *n)
{
	struct cuts	 k = new_cuts(b, s->nway);
	struct value	 v[VALUES_MAX];

	*n = 0;
	for (int i = 0; i < s->n; i++)
		*n += proof_role(s->row[i]) == role;
	for (int w = 0; w < s->nway; w++) {
		memset(&k.c[w], 0, sizeof(k.c[w]));
		for (int i = 0; i < s->n; i++)
			if (proof_role(s->row[i]) == role && row_says(b->arena,
			    s, s->row[i], s->way[w].col, v))
				proof_add(k.c[w].v, v);
	}
	return k;
}

/*
 * The rows that are read, as one choice: what they add up to.  Returns how
 * many there are.
 */
static int
cuts_of_read(struct bands *b, enum role role, struct cuts *k)
{
	int	 n = 0;

	*k = new_cuts(b, 1);
	memset(&k->c[0], 0, sizeof(k->c[0]));
	for (const struct vrow *r = b->c->row; r != NULL; r = r->next) {
		if (proof_role(r) != role || r->nloose > 0)
			continue;
		if (proof_is_read(r))
			proof_add(k->c[0].v, r->v);
		else if (b->c->strange > 0 || !proof_is_empty(r))
			return -1;
		n++;
	}
	return n;
}

/*
 * What the rows of a stack that are outcomes say in each way.  A stack that
 * has none is nothing to them, be it read or not.  Returns how many there are;
 * -1 if there is no way to read them.
 */
static int
outcomes_of_stack(struct bands *b, int i)
{
	int	 n;

	b->outcome[i] = cuts_of_stack(b, &b->stack[i], OUTCOME, &n);
	if (b->stack[i].nway > 0)
		return n;
	b->outcome[i] = new_cuts(b, 1);
	memset(&b->outcome[i].c[0], 0, sizeof(b->outcome[i].c[0]));
	return n > 0 ? -1 : 0;
}

/* Which stack has the row of a role, or whether that is read. */
static void
find_frame(struct bands *b, enum role role)
{
	int	 n;

	b->known[role] = cuts_of_read(b, role, &b->frame[role]) == 1;
	for (int i = 0; i < b->nstack; i++) {
		struct cuts	 k = cuts_of_stack(b, &b->stack[i], role, &n);

		if (n == 1 && k.n > 0) {
			b->frame[role] = k;
			b->known[role] = true;
		}
	}
}

static bool
is_listed(const struct cuts *k, const struct cut *one)
{
	for (int i = 0; i < k->n; i++)
		if (memcmp(k->c[i].v, one->v, sizeof(one->v)) == 0)
			return true;
	return false;
}

/* What the three rows leave for 总计 in one choice; false if less than none. */
static bool
balance(const struct cut *in, const struct cut *over,
    const struct cut *forward, struct cut *total)
{
	memset(total, 0, sizeof(*total));
	for (int i = 0; i < APPLICANT__N; i++) {
		total->v[i] = in->v[i] + over->v[i] - forward->v[i];
		if (total->v[i] < 0)
			return false;
	}
	return true;
}

/*
 * Without 总计, the balance says what it is: 本年新收 and 上年结转 less 结转下年.
 * False if there are too many choices of the three rows.
 */
static bool
total_of_balance(struct bands *b, struct cuts *total)
{
	const struct cuts	*f = b->frame;
	struct cut		*to;

	if (f[NEW].n > CUT_MAX / f[CARRIED].n ||
	    f[NEW].n * f[CARRIED].n > CUT_MAX / f[FORWARD].n)
		return false;
	*total = new_cuts(b, f[NEW].n * f[CARRIED].n * f[FORWARD].n);
	total->n = 0;
	for (int i = 0; i < f[NEW].n; i++)
		for (int j = 0; j < f[CARRIED].n; j++)
			for (int k = 0; k < f[FORWARD].n; k++) {
				to = &total->c[total->n];
				if (balance(&f[NEW].c[i], &f[CARRIED].c[j],
				    &f[FORWARD].c[k], to) &&
				    !is_listed(total, to))
					total->n++;
			}
	return true;
}

/* The ways of all stacks by which the columns add up; false if none do. */
static bool
find_viable(struct bands *b)
{
	struct cut_table	 t = { .outcome = b->outcome,
		.noutcome = b->outcomes ? b->nstack + 1 : 0,
		.results_total = &b->frame[TOTAL] };
	struct cuts		 total;

	if (b->known[NEW] && b->known[CARRIED] && b->known[FORWARD]) {
		t.new_requests = &b->frame[NEW];
		t.carried_over = &b->frame[CARRIED];
		t.carried_forward = &b->frame[FORWARD];
		if (!b->known[TOTAL]) {
			t.results_total = &total;
			return total_of_balance(b, &total) && cut_solve(&t);
		}
	}
	return b->known[TOTAL] && cut_solve(&t);
}

/* All four rows of the balance. */
static bool
frame_is_known(const struct bands *b)
{
	for (int role = NEW; role <= TOTAL; role++)
		if (!b->known[role])
			return false;
	return true;
}

/*
 * The sums tell nothing of outcomes if one of them is lost; what is new and
 * was carried over is what was settled and is carried on all the same.
 */
static void
solve(struct bands *b)
{
	int	 n, rows = cuts_of_read(b, OUTCOME, &b->outcome[b->nstack]);
	bool	 all = rows >= 0;

	for (int i = 0; i < b->nstack; i++) {
		n = outcomes_of_stack(b, i);
		all = all && n >= 0;
		rows += n;
	}
	for (int role = NEW; role <= TOTAL; role++)
		find_frame(b, (enum role)role);
	/* What has no figures may have no row; no other figures are lost. */
	b->outcomes = all && (rows == b->noutcome ||
	    (b->c->strange == 0 && rows < b->noutcome));
	b->solved = (b->outcomes || frame_is_known(b)) && find_viable(b);
	if (!b->solved)
		return;
	for (int i = 0; i < b->nstack && b->outcomes; i++)
		for (int w = 0; w < b->stack[i].nway; w++)
			b->stack[i].way[w].viable =
			    b->outcome[i].c[w].viable;
	for (int role = NEW; role <= TOTAL; role++)
		for (int i = 0; i < b->nstack && b->known[role]; i++) {
			cuts_of_stack(b, &b->stack[i], (enum role)role, &n);
			for (int w = 0; n == 1 && w < b->stack[i].nway; w++)
				b->stack[i].way[w].viable &=
				    b->frame[role].c[w].viable;
		}
}

/* Whether the sums that were used have the row in them. */
static bool
is_borne_out(const struct bands *b, const struct vrow *r)
{
	enum role	 role = proof_role(r);

	if (!b->solved || role == NO_ROLE)
		return false;
	if (role == OUTCOME)
		return b->outcomes;
	if (role == TOTAL)
		return b->known[TOTAL];
	return b->known[NEW] && b->known[CARRIED] && b->known[FORWARD];
}

/* The cells in which all ways that remain agree; how many they are. */
static int
fill_row(struct bands *b, const struct stack *s, struct vrow *r)
{
	struct value	 v[VALUES_MAX];
	bool		 first = true;
	int		 n = 0;

	for (int w = 0; w < s->nway; w++) {
		if (!s->way[w].viable ||
		    !row_says(b->arena, s, r, s->way[w].col, v))
			continue;
		for (int i = 0; i < APPLICANT__N; i++) {
			if (first)
				r->v[i] = v[i];
			else if (!str_eq(v[i].raw, r->v[i].raw))
				r->v[i].located = false;
			r->v[i].inferred = r->v[i].firm = true;
		}
		first = false;
	}
	for (int i = 0; i < APPLICANT__N; i++) {
		if (!r->v[i].located)
			r->v[i] = (struct value){ .located = false };
		n += r->v[i].located;
	}
	return n;
}

/* In which columns the figures of a row are, in the ways that remain. */
static void
find_sets(struct bands *b, const struct stack *s, struct vrow *r)
{
	struct value	 v[VALUES_MAX];
	bool		*may = arena_alloc(b->arena, LOOSE_SETS, sizeof(*may));
	int		 at[APPLICANT__N];

	memset(may, 0, LOOSE_SETS * sizeof(*may));
	for (int w = 0; w < s->nway; w++) {
		unsigned	 set = 0;

		if (!s->way[w].viable ||
		    !row_says(b->arena, s, r, s->way[w].col, v))
			continue;
		row_columns(s, r, s->way[w].col, at);
		for (int k = 0; k < r->nloose; k++)
			set |= 1U << at[k];
		may[set] = true;
	}
	r->may = may;
}

static void
note_row(struct bands *b, const struct stack *s, const struct vrow *r,
    struct notes *notes)
{
	struct value	 v[VALUES_MAX];
	struct buf	 list;
	int		 n = 0;

	buf_init(&list, b->arena);
	for (int w = 0; b->solved && w < s->nway && n < LISTED; w++) {
		if (!s->way[w].viable ||
		    !row_says(b->arena, s, r, s->way[w].col, v))
			continue;
		buf_puts(&list, n++ == 0 ? ": " : " | ");
		for (int i = 0; i < APPLICANT__N; i++)
			buf_printf(&list, "%s" STR_FMT, i == 0 ? "" : " ",
			    STR_ARG(v[i].raw.n > 0 ? v[i].raw : STR("_")));
	}
	note_add(b->arena, notes, NOTE_ROW_UNREAD, r->line,
	    STR_FMT ": %d figures for %d cells" STR_FMT, STR_ARG(r->label),
	    r->nloose, APPLICANT__N, STR_ARG(buf_text(&list)));
}

/* Reads what the sums tell of a row, and keeps what they leave open. */
static void
settle_row(struct bands *b, const struct stack *s, struct vrow *r,
    struct notes *notes)
{
	r->may = NULL;
	if (!is_borne_out(b, r)) {
		note_row(b, s, r, notes);
		return;
	}
	find_sets(b, s, r);
	if (fill_row(b, s, r) < APPLICANT__N) {
		note_row(b, s, r, notes);
		return;
	}
	r->nloose = 0;
	r->unread = false;
	b->c->unread--;
}

void
bands_solve(struct arena *a, const struct forms *forms, enum form_id form,
    struct cand *c, struct notes *notes)
{
	struct bands	*b = arena_alloc(a, 1, sizeof(*b));

	memset(b, 0, sizeof(*b));
	b->arena = a;
	b->c = c;
	b->noutcome = proof_outcomes(forms, form);
	make_stacks(b);
	if (b->nstack == 0)
		return;
	solve(b);
	for (int i = 0; i < b->nstack; i++)
		for (int k = 0; k < b->stack[i].n; k++)
			settle_row(b, &b->stack[i], b->stack[i].row[k],
			    notes);
}
