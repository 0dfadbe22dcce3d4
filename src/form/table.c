#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/limit.h"
#include "form/table.h"
#include "form/when.h"
#include "form/piece.h"

const char *const	 channel_key[CHANNELS] = {
	"review", "suit_direct", "suit_after_review",
};

const char *const	 result_key[RESULTS] = {
	"upheld", "corrected", "other", "pending", "total",
};

bool
is_value(struct str s)
{
	return number_read(s).state != STATE_TEXT;
}

int
caption_year(struct str s)
{
	size_t	 at = 0, nian;

	while ((nian = str_find(s, STR("年"), at)) != STR_NONE) {
		struct str	 d = str_trim(str_sub(s, 0, nian));

		if (d.n >= 4 && d.p[d.n - 4] == '2' && d.p[d.n - 3] == '0' &&
		    d.p[d.n - 2] >= '0' && d.p[d.n - 2] <= '9' &&
		    d.p[d.n - 1] >= '0' && d.p[d.n - 1] <= '9')
			return 2000 + (d.p[d.n - 2] - '0') * 10 +
			    d.p[d.n - 1] - '0';
		at = nian + 3;
	}
	return 0;
}

static struct cand *
cand_new(struct tables *t, enum part part, int unit)
{
	struct cand	*c = arena_alloc(t->arena, 1, sizeof(*c));

	*c = (struct cand){ .part = part, .unit = unit, .unit_end = unit,
	    .line = t->units->u[unit].line,
	    .section = t->units->u[unit].section };
	c->row_end = &c->row;
	c->seen.obs_end = &c->seen.obs;
	*t->cand_end = c;
	t->cand_end = &c->next;
	return c;
}

void
tables_close(struct tables *t)
{
	t->now = NULL;
}

struct cand *
tables_cand(struct tables *t, enum part part, int unit)
{
	struct cand	*c = t->now;

	if (c == NULL || c->part != part ||
	    c->section != t->units->u[unit].section) {
		c = t->now = cand_new(t, part, unit);
		/* What the block title gave rise to belongs to its block. */
		c->seen.obs = t->pending.obs;
		if (c->seen.obs != NULL)
			c->seen.obs_end = t->pending.obs_end;
		t->pending.obs = NULL;
		t->pending.obs_end = &t->pending.obs;
	}
	c->unit_end = unit;
	t->part = part;
	return c;
}

static bool
same_values(const struct vrow *r, const struct value *v, int n)
{
	for (int i = 0; i < n; i++)
		if (r->v[i].located != v[i].located ||
		    !str_eq(str_trim(r->v[i].raw), str_trim(v[i].raw)))
			return false;
	return true;
}

static bool
blank_values(const struct value *v, int n)
{
	for (int i = 0; i < n; i++)
		if (v[i].raw.n != 0)
			return false;
	return true;
}

/* Columns that one table has and another of the same rows has not. */
static bool
other_columns(const struct value *x, const struct value *y, int n)
{
	int	 nx = 0, ny = 0;

	for (int i = 0; i < n; i++) {
		if (x[i].located && y[i].located)
			return false;
		nx += x[i].located;
		ny += y[i].located;
	}
	return nx > 0 && ny > 0;
}

/* The same columns again, further down. */
static struct cand *
next_cand(struct tables *t, enum part part, int unit)
{
	const struct cand	*old = t->now;
	struct cand		*c;

	tables_close(t);
	c = tables_cand(t, part, unit);
	memcpy(c->head, old->head, sizeof(c->head));
	c->nhead = old->nhead;
	c->crowded = old->crowded;
	return c;
}

void
tables_again(struct tables *t, enum part part, const char *key, int unit)
{
	const struct cand	*c = tables_cand(t, part, unit);
	const struct vrow	*r = tables_find_row(c, key);

	if (r != NULL && (r->refused || !blank_values(r->v, VALUES_MAX)))
		next_cand(t, part, unit);
}

bool
tables_full(struct arena *a, struct cand *c, int line)
{
	if (c->nrow < LIMIT_ROWS)
		return false;
	if (!c->over)
		note_add(a, &c->seen.notes, NOTE_ROW_UNREAD, line,
		    "%s: more than %d rows", part_name(c->part), LIMIT_ROWS);
	c->over = true;
	return true;
}

struct vrow *
tables_row(struct tables *t, enum part part, const char *key, int unit,
    int line, const struct value *v, int n)
{
	struct cand	*c = tables_cand(t, part, unit);
	struct vrow	*r = c->row;

	while (r != NULL && strcmp(r->key, key) != 0)
		r = r->next;
	if (r != NULL) {
		c->last = r;
		if (same_values(r, v, n))
			return NULL;
		if (other_columns(r->v, v, n)) {
			for (int i = 0; i < n; i++)
				if (v[i].located)
					r->v[i] = v[i];
			return r;
		}
		/* A heading, or a row broken by a page, has none. */
		if (blank_values(r->v, VALUES_MAX) && n > 0 && !r->refused) {
			memcpy(r->v, v, (size_t)n * sizeof(*v));
			r->unread = false;
			return r;
		}
		if (blank_values(v, n))
			return NULL;
		/* The columns are those of the table above. */
		c = next_cand(t, part, unit);
	}
	if (tables_full(t->arena, c, line))
		return NULL;
	r = arena_alloc(t->arena, 1, sizeof(*r));
	*r = (struct vrow){ .key = key, .unit = unit, .line = line };
	for (int i = 0; i < n; i++)
		r->v[i] = v[i];
	*c->row_end = r;
	c->row_end = &r->next;
	c->last = r;
	c->nrow++;
	return r;
}

void
tables_dispute(struct tables *t, int unit, int line, int channel,
    const struct value *v, int n)
{
	struct vrow	*r = tables_cand(t, PART_DISPUTES, unit)->row;
	struct value	*to;

	if (r == NULL)
		r = tables_row(t, PART_DISPUTES, "", unit, line, NULL, 0);
	to = &r->v[channel * RESULTS];
	for (int i = 0; i < n && !blank_values(to, n); i++)
		if (to[i].located && !str_eq(str_trim(to[i].raw),
		    str_trim(v[i].raw))) {
			tables_close(t);
			r = tables_row(t, PART_DISPUTES, "", unit, line,
			    NULL, 0);
			to = &r->v[channel * RESULTS];
			break;
		}
	for (int i = 0; i < n; i++)
		to[i] = v[i];
}

const struct vrow *
tables_find_row(const struct cand *c, const char *key)
{
	for (const struct vrow *r = c->row; r != NULL; r = r->next)
		if (strcmp(r->key, key) == 0)
			return r;
	return NULL;
}

bool
tables_is_unknown(const struct vrow *r)
{
	return r->key[0] == '?';
}

void
tables_unknown(struct tables *t, int unit, int line, struct str label,
    const struct value *v, int n)
{
	struct vrow	*row = tables_row(t, PART_REQUESTS,
	    arena_printf(t->arena, "?%d", unit), unit, line, v, n);

	t->now->strange++;
	if (row == NULL)
		return;
	row->label = str_trim(label);
	row->unread = n == 0;
	row->inferred = true;
}

int
tables_figures(const struct vrow *r)
{
	int	 n = 0;

	for (int i = 0; i < VALUES_MAX; i++)
		n += r->v[i].located && r->v[i].raw.n != 0;
	return n;
}

void
tables_refuse(struct cand *c, struct vrow *r)
{
	memset(r->v, 0, sizeof(r->v));
	r->unread = r->refused = true;
	c->unread++;
}

static int
key_index(const char *const *list, int n, const char *key)
{
	for (int i = 0; i < n; i++)
		if (strcmp(list[i], key) == 0)
			return i;
	return -1;
}

bool
tables_match(struct tables *t, enum part part, enum axis axis, struct str s,
    struct match *m)
{
	return label_match_first(&t->asked, t->arena, t->forms, part, part,
	    axis, s, m);
}

int
tables_channel(struct tables *t, struct str s)
{
	struct match	 m;

	if (!tables_match(t, PART_DISPUTES, AXIS_ROW, s, &m))
		return -1;
	/* A heading that names both is not a channel. */
	if (!m.exact && str_has(m.norm, STR("诉讼")) &&
	    str_has(m.norm, STR("行政复议")))
		return -1;
	return key_index(channel_key, CHANNELS, m.label->key);
}

int
tables_result(struct tables *t, struct str s)
{
	struct match	 m;

	if (!tables_match(t, PART_DISPUTES, AXIS_COL, s, &m))
		return -1;
	return key_index(result_key, RESULTS, m.label->key);
}

int
tables_applicant(struct tables *t, struct str s, struct match *m)
{
	if (!tables_match(t, PART_REQUESTS, AXIS_COL, s, m))
		return -1;
	for (int i = 0; i < APPLICANT__N; i++)
		if (strcmp(m->label->key,
		    applicant_code((enum applicant)i)) == 0)
			return i;
	return -1;
}

int
tables_form_heads(const struct forms *f, enum form_id form, enum part part,
    const struct label **list)
{
	int	 n = 0;

	for (int i = 0; i < f->nlabel; i++) {
		const struct label	*l = &f->label[i];

		if (l->part != part || l->axis != AXIS_COL || !l->official ||
		    (l->forms & 1u << form) == 0 || n == HEADS_MAX)
			continue;
		if (n == 0 || strcmp(list[n - 1]->key, l->key) != 0)
			list[n++] = l;
	}
	return n;
}

/* Whether a part of article 20 has as many heads as on a form. */
static bool
heads_whole(const struct tables *t, const struct cand *c)
{
	const struct label	*list[HEADS_MAX];

	for (int form = 0; form < FORM__N; form++)
		if (c->nhead > 0 && tables_form_heads(t->forms,
		    (enum form_id)form, c->part, list) == c->nhead)
			return true;
	return false;
}

int
tables_width(const struct tables *t, const struct cand *c, enum part part)
{
	switch (part) {
	case PART_REQUESTS:
		return APPLICANT__N;
	case PART_DISPUTES:
		return VALUES_MAX;
	default:
		return c != NULL && heads_whole(t, c) ? c->nhead : 0;
	}
}

bool
tables_art20(struct tables *t, enum axis axis, struct str s, struct match *m)
{
	/* Columns are named alike in several parts: the one we are in. */
	if (axis == AXIS_COL && t->part <= PART_ART20_9 &&
	    tables_match(t, t->part, axis, s, m))
		return true;
	return label_match_first(&t->asked, t->arena, t->forms, PART_ART20_1,
	    PART_ART20_9, axis, s, m);
}

bool
tables_strange_head(struct tables *t, struct str text)
{
	struct str	 s = label_norm(t->arena, text, NULL);

	if (s.n == 0 || str_has(s, STR("信息内容")) ||
	    str_has(STR("信息内容备注说明单位"), s))
		return false;
	for (int i = 0; i < t->forms->nlabel; i++) {
		const struct label	*l = &t->forms->label[i];

		if (l->part <= PART_ART20_9 && l->official &&
		    l->axis == AXIS_COL && str_has(l->text, s))
			return false;
	}
	return true;
}

/* The group that a row of section 三 stands in or heads. */
static bool
in_other_handling(const struct cand *c)
{
	const struct vrow	*last = c->last;

	return last != NULL && (strcmp(last->key, "other_fee_unpaid") == 0 ||
	    strcmp(last->key, "other_correction_overdue") == 0 ||
	    strcmp(last->key, "other_handling") == 0);
}

/* Whether a label of a row of section 三 can stand where we are. */
static bool
can_stand(const struct tables *t, const struct match *m)
{
	const struct cand	*c = t->now;
	bool			 begun;

	begun = c != NULL && c->part == PART_REQUESTS && c->nrow > 0;
	if (strcmp(m->label->key, "other_misc") == 0)
		return begun && in_other_handling(c);
	if (strcmp(m->label->key, "results_total") == 0)
		return begun;
	return true;
}

bool
tables_request(struct tables *t, struct str s, struct match *m)
{
	return tables_match(t, PART_REQUESTS, AXIS_ROW, s, m) &&
	    can_stand(t, m);
}

bool
tables_request_exact(struct tables *t, struct str s, struct match *m)
{
	return label_match_exact(&t->asked, t->arena, t->forms,
	    PART_REQUESTS, AXIS_ROW, s, m) && can_stand(t, m);
}

void
tables_heading(struct tables *t, int unit)
{
	static const enum part	 part[SECTION__N] = { PART__N, PART__N,
	    PART__N, PART_REQUESTS, PART_DISPUTES, PART__N, PART__N };

	tables_close(t);
	t->part = part[t->units->u[unit].heading];
}

bool
tables_title(struct tables *t, int unit, struct str s)
{
	enum part	 part;
	bool		 right;

	if (!label_block_title(t->arena, s, &part, &right))
		return false;
	tables_close(t);
	t->part = part;
	t->pending.obs = NULL;
	t->pending.obs_end = &t->pending.obs;
	if (!right || part == PART__N)
		filing_add_obs(t->arena, &t->pending, OBS_ARTICLE,
		    t->units->u[unit].line, str_of(part == PART__N ? "" :
		    part_name(part)), str_trim(s));
	return true;
}

bool
tables_loose(struct str *rest, struct str *one)
{
	size_t	 bar = str_find(*rest, STR("|"), 0);

	if (rest->n == 0)
		return false;
	*one = str_trim(str_sub(*rest, 0, bar == STR_NONE ? rest->n : bar));
	*rest = bar == STR_NONE ? STR("") : str_from(*rest, bar + 1);
	return true;
}

bool
tables_is_piece(const struct tables *t, const struct match *m)
{
	for (int i = 0; i < t->forms->nlabel && !m->exact; i++) {
		const struct label	*l = &t->forms->label[i];

		if (l->official && l->part == m->label->part &&
		    l->axis == m->label->axis &&
		    strcmp(l->key, m->label->key) == 0 &&
		    (str_starts(l->text, m->norm) ||
		    (m->ordinal == 0 && str_has(l->text, m->norm)) ||
		    str_has(m->norm, l->text)))
			return true;
	}
	return false;
}

/* The last year that a head names, or 0. */
static int
head_year(struct str s)
{
	size_t	 at = 0, n;
	int	 year, last = 0;

	for (; (year = year_find(s, &at, &n)) != 0; at += n)
		last = year > last ? year : last;
	return last;
}

/* Whether of two columns alike the second is that of the report's year. */
static bool
is_later(struct str first, struct str second)
{
	int	 before = head_year(first), after = head_year(second);

	return before != 0 && (after > before || (after == 0 &&
	    str_has(second, STR("本年"))));
}

void
tables_head(struct tables *t, int unit, const struct match *m,
    struct str text, int line, int col, int colspan)
{
	struct cand	*c = t->now;
	enum part	 part = t->part <= PART_ART20_9 ? t->part :
	    m->label->part;
	int		 i = 0;

	if (c != NULL && c->part == part && c->nrow > 0)
		tables_close(t);
	c = tables_cand(t, part, unit);
	while (i < c->nhead &&
	    strcmp(c->head[i].label->key, m->label->key) != 0)
		i++;
	if (i == HEADS_MAX || (i < c->nhead &&
	    !is_later(c->head[i].text, text)))
		return;
	c->nhead += i == c->nhead;
	c->head[i] = (struct head){ .label = m->label,
	    .text = str_trim(text), .exact = m->exact, .line = line,
	    .col = col, .colspan = colspan };
}

void
tables_head_joined(struct tables *t, const struct match *m)
{
	for (int i = 0; i < t->now->nhead; i++)
		if (t->now->head[i].label == m->label)
			t->now->head[i].joined = true;
}

struct cand *
tables_art20_cand(struct tables *t, enum part part, int unit)
{
	struct cand	*c = t->now;

	if (c != NULL && c->part == part)
		return tables_cand(t, part, unit);
	if (c != NULL && c->part <= PART_ART20_9 && c->nhead > 0) {
		if (c->nrow == 0) {
			c->part = part;
			return tables_cand(t, part, unit);
		}
		return next_cand(t, part, unit);
	}
	return t->part == part ? tables_cand(t, part, unit) : NULL;
}

struct tables *
tables_scan(struct arena *a, const struct forms *forms, struct pieces *us)
{
	struct tables	*t = arena_alloc(a, 1, sizeof(*t));

	*t = (struct tables){ .arena = a, .forms = forms, .units = us,
	    .part = PART__N };
	t->cand_end = &t->cand;
	t->pending.obs_end = &t->pending.obs;
	for (int i = 0; i < us->n; )
		if (us->u[i].is_list)
			table_list(t, &i);
		else
			table_rows(t, &i);
	return t;
}
