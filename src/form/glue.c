#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "form/cut.h"
#include "form/glue.h"
#include "form/piece.h"
#include "form/section.h"

#define ROWS_MAX	40
#define LISTED		6	/* readings named in a note */
#define TEXT_MIN	40	/* bytes of text worth a look */

/* One label found in the text, and what follows it. */
struct found {
	const struct item	*item;
	struct str		 run;
	struct cuts		 cuts;
	bool			 open;	/* other readings have blank cells */
};

struct glue {
	struct tables		*t;
	enum part		 part;
	enum form_id		 form;
	struct str		 text;
	int			 unit, line;
	struct found		 row[ROWS_MAX];
	int			 n;
};

static bool
is_skipped(uint32_t c)
{
	return utf8_is_space(c) || c == 0x3001 || c == 0x3002 || c == '.' ||
	    c == ',' || c == ':' || c == ';' || c == '"' || c == '\'' ||
	    (c >= 0x2018 && c <= 0x201D);
}

/* Where the label ends if it begins at at, signs and spaces aside; else 0. */
static size_t
label_at(struct str text, size_t at, struct str label)
{
	size_t	 li = 0;

	while (li < label.n) {
		uint32_t	 want = utf8_fold(utf8_next(label, &li)), c;

		if (is_skipped(want))
			continue;
		do {
			if (at >= text.n)
				return 0;
			c = utf8_fold(utf8_next(text, &at));
		} while (is_skipped(c) && c != want);
		if (c != want)
			return 0;
	}
	/* A quotation mark that ends the label. */
	while (at < text.n) {
		size_t		 next = at;
		uint32_t	 c = utf8_next(text, &next);

		if (c != '"' && !(c >= 0x2018 && c <= 0x201D))
			break;
		at = next;
	}
	return at;
}

static bool
find_label(struct str text, size_t from, struct str label, size_t *at,
    size_t *end)
{
	uint32_t	 first = utf8_fold(utf8_first(label, &(size_t){ 0 }));

	for (size_t i = from; i < text.n; ) {
		size_t		 here = i;
		uint32_t	 c = utf8_fold(utf8_next(text, &i));

		if (c == first && (*end = label_at(text, here, label)) != 0) {
			*at = here;
			return true;
		}
	}
	return false;
}

/*
 * What may stand in a row of figures: more of it follows.  A bracket begins
 * the label of the next rows.
 */
static bool
is_of_figures(uint32_t c)
{
	static const char	 other[] = "件条项次个份篇宗起人名家元万亿无—–―−、，％";
	struct str		 u = STR(other);

	if (c < 0x80)
		return c != '(';
	for (size_t at = 0; at < u.n; )
		if (utf8_fold(utf8_next(u, &at)) == c)
			return true;
	return false;
}

/*
 * Digits, points and spaces from at on.  Digits in several paragraphs are
 * cells of their own, some of which may have left no trace: none of them is
 * made of several.  Nor is anything known of digits behind which the row goes
 * on with units or placeholders.
 */
static struct str
run_at(struct str text, size_t at, size_t end)
{
	size_t	 i = at, last = at;

	while (i < end) {
		uint32_t	 c = utf8_fold(utf8_next(text, &i));

		if (!utf8_is_space(c) && (c < '0' || c > '9') && c != '.') {
			if (is_of_figures(c))
				return STR("");
			break;
		}
		last = i;
	}
	text = str_trim(str_sub(text, at, last - at));
	return str_has(text, STR("\n")) ? STR("") : text;
}

/* The label of an item as it stands in running text. */
static struct str
label_of(const struct item *it)
{
	struct str	 s = str_of(it->label_zh);
	size_t		 cross = str_find(s, STR(" × "), 0);

	return cross == STR_NONE ? s : str_sub(s, 0, cross);
}

/* Paragraphs of the section, one after the other. */
static bool
gather(struct glue *g, int section)
{
	struct pieces	*us = g->t->units;
	struct buf	 b;

	buf_init(&b, g->t->arena);
	g->unit = -1;
	for (int i = 0; i < us->n; i++) {
		struct piece	*u = &us->u[i];

		if (u->section != section || u->heading != 0 ||
		    u->grid != NULL)
			continue;
		if (g->unit < 0) {
			g->unit = i;
			g->line = u->line;
		}
		buf_str(&b, u->single);
		buf_puts(&b, "\n");
	}
	g->text = buf_text(&b);
	return g->text.n >= TEXT_MIN;
}

/* Labels of the part in the order of the form, and the runs behind them. */
static void
find_rows(struct glue *g, size_t from)
{
	const struct forms	*forms = g->t->forms;
	const char		*last = "";
	size_t			 at, end, start[ROWS_MAX], stop[ROWS_MAX];

	for (int i = 0; i < forms->nitem && g->n < ROWS_MAX; i++) {
		const struct item	*it = &forms->item[i];

		if (it->form != g->form || it->part != g->part ||
		    strcmp(it->row, last) == 0 ||
		    !find_label(g->text, from, label_of(it), &at, &end))
			continue;
		last = it->row;
		start[g->n] = at;
		stop[g->n] = end;
		g->row[g->n++] = (struct found){ .item = it };
		from = end;
	}
	for (int i = 0; i < g->n; i++)
		g->row[i].run = run_at(g->text, stop[i],
		    i + 1 < g->n ? start[i + 1] : g->text.n);
}

static struct found *
row_of(struct glue *g, const char *key)
{
	for (int i = 0; i < g->n; i++)
		if (strcmp(g->row[i].item->row, key) == 0)
			return g->row[i].cuts.n != 0 ? &g->row[i] : NULL;
	return NULL;
}

static struct cuts *
cuts_of(struct glue *g, const char *key)
{
	struct found	*f = row_of(g, key);

	return f != NULL ? &f->cuts : NULL;
}

static void
note_readings(struct glue *g, struct cand *c, const struct found *f)
{
	struct buf	 b;
	int		 listed = 0;

	buf_init(&b, g->t->arena);
	for (int i = 0; i < f->cuts.n && listed < LISTED; i++) {
		if (!f->cuts.c[i].viable)
			continue;
		buf_puts(&b, listed++ == 0 ? "" : " | ");
		for (int k = 0; k < f->cuts.width; k++)
			buf_printf(&b, "%s%lld", k == 0 ? "" : " ",
			    (long long)f->cuts.c[i].v[k]);
	}
	if (f->open && listed > 0)
		buf_puts(&b, " | or blank cells");
	c->unread++;
	note_add(g->t->arena, &c->seen.notes, NOTE_GLUED, g->line,
	    STR_FMT " \"" STR_FMT "\": " STR_FMT "%s",
	    STR_ARG(label_of(f->item)), STR_ARG(f->run),
	    STR_ARG(buf_text(&b)), f->cuts.too_many ? "too many readings" :
	    f->cuts.n == 0 ? "no reading" : "");
}

/* What all viable cuts agree on; false if there is a cell they do not. */
static bool
agreed(struct glue *g, const struct found *f, struct value *v)
{
	const struct cuts	*k = &f->cuts;
	bool			 all = true;

	if (f->open)
		return false;
	for (int cell = 0; cell < k->width; cell++) {
		int64_t	 x = -1;
		bool	 same = true;

		for (int i = 0; i < k->n; i++) {
			if (!k->c[i].viable)
				continue;
			same = same && (x < 0 || x == k->c[i].v[cell]);
			x = k->c[i].v[cell];
		}
		if (x < 0 || !same) {
			all = false;
			continue;
		}
		v[cell] = (struct value){ .raw = str_of(arena_printf(
		    g->t->arena, "%lld", (long long)x)), .line = g->line,
		    .block = g->t->units->u[g->unit].bi, .row = -1,
		    .col = -1, .located = true };
	}
	return all;
}

/* A row of the candidate: what is known of it. */
static void
add_row(struct glue *g, const struct found *f)
{
	struct tables	*t = g->t;
	struct value	 v[VALUES_MAX] = { 0 };
	struct vrow	*row;
	bool		 all = agreed(g, f, v);

	if (!all)
		note_readings(g, tables_cand(t, g->part, g->unit), f);
	row = tables_row(t, g->part, f->item->row, g->unit, g->line, v,
	    f->cuts.width);
	if (row != NULL)
		row->inferred = true;
}

/*
 * Whether a cell may be blank and nobody see it.  Without a sum, digits are
 * only cells where as many stand apart as there should be, or all are zeros,
 * which no figure begins with.
 */
static bool
may_lack_cells(struct str s, int width)
{
	int	 n = 0, zeros = 0, digits = 0;
	bool	 in = false;

	for (size_t at = 0; at < s.n; ) {
		uint32_t	 c = utf8_fold(utf8_next(s, &at));
		bool		 digit = !utf8_is_space(c);

		n += digit && !in;
		in = digit;
		digits += digit;
		zeros += c == '0';
	}
	return n != width && (zeros < digits || digits != width);
}

/* All ways to cut the row, where no sum has a say. */
static void
cut_freely(struct glue *g, struct found *f, int width)
{
	f->cuts = cut_all(g->t->arena, f->run, width, CUT_FREE);
	f->open = may_lack_cells(f->run, width);
}

static void
viable_alone(struct found *f)
{
	for (int i = 0; i < f->cuts.n; i++)
		f->cuts.c[i].viable = true;
}

/* The total decides a row only when the other sums have been used. */
static void
glue_requests(struct glue *g)
{
	static const char *const	 frame[] = { "new_requests",
	    "carried_over", "results_total", "carried_forward" };
	struct cut_table		 ct = { 0 };
	int				 wanted = 0;
	bool				 solved;

	ct.outcome = arena_alloc(g->t->arena, ROWS_MAX, sizeof(*ct.outcome));
	for (int i = 0; i < g->n; i++) {
		struct found	*f = &g->row[i];
		bool		 outcome = !f->item->is_group;

		if (f->item->is_group)
			continue;
		f->cuts = cut_all(g->t->arena, f->run, APPLICANT__N,
		    CUT_TOTAL);
		for (int k = 0; k < 4; k++)
			outcome = outcome && strcmp(f->item->row,
			    frame[k]) != 0;
		if (!outcome)
			continue;
		wanted++;
		if (f->cuts.n != 0)
			ct.outcome[ct.noutcome++] = f->cuts;
	}
	/* A row that is lost leaves its columns without a sum. */
	if (ct.noutcome != wanted ||
	    wanted != (g->form == FORM_OGI2019 ? 19 : 21))
		ct.noutcome = 0;
	ct.new_requests = cuts_of(g, frame[0]);
	ct.carried_over = cuts_of(g, frame[1]);
	ct.results_total = cuts_of(g, frame[2]);
	ct.carried_forward = cuts_of(g, frame[3]);
	solved = cut_solve(&ct);
	for (int i = 0; i < g->n; i++) {
		struct found	*f = &g->row[i];
		bool		 outcome = true;

		if (f->item->is_group)
			continue;
		for (int k = 0; k < 4; k++)
			outcome = outcome && strcmp(f->item->row,
			    frame[k]) != 0;
		/* Without a solution only what needs no sum is known. */
		if (!solved)
			cut_freely(g, f, APPLICANT__N);
		if (!solved || (outcome && ct.noutcome == 0))
			viable_alone(f);
		add_row(g, f);
	}
}

static void
glue_art20(struct glue *g)
{
	const struct forms	*forms = g->t->forms;

	for (int i = 0; i < g->n; i++) {
		struct found	*f = &g->row[i];
		int		 width = 0;

		for (int k = 0; k < forms->nitem; k++)
			width += forms->item[k].form == g->form &&
			    forms->item[k].part == g->part &&
			    strcmp(forms->item[k].row, f->item->row) == 0;
		if (width == 1 && number_read(f->run).state == STATE_NUMBER &&
		    !number_read(f->run).spaced) {
			struct value	 v[VALUES_MAX] = { { .raw = f->run,
			    .line = g->line, .row = -1, .col = -1,
			    .block = g->t->units->u[g->unit].bi,
			    .located = true } };
			struct vrow	*row = tables_row(g->t, g->part,
			    f->item->row, g->unit, g->line, v, 1);

			if (row != NULL)
				row->inferred = true;
			continue;
		}
		cut_freely(g, f, width);
		viable_alone(f);
		add_row(g, f);
	}
}

/* Digits behind the last head of section 四. */
static void
glue_disputes(struct glue *g)
{
	struct found	 f = { .item = g->row[0].item };
	struct value	 v[VALUES_MAX] = { 0 };
	size_t		 at, from = 0, end = 0, e;

	if (!find_label(g->text, 0, STR("复议后起诉"), &at, &from))
		return;
	while (find_label(g->text, from, STR("总计"), &at, &e))
		from = end = e;
	if (end == 0)
		return;
	f.run = run_at(g->text, end, g->text.n);
	f.cuts = cut_all(g->t->arena, f.run, VALUES_MAX, CUT_FIVES);
	/* Cells apart need no sum. */
	if (f.cuts.n == 0)
		cut_freely(g, &f, VALUES_MAX);
	viable_alone(&f);
	if (f.run.n == 0)
		return;
	if (!agreed(g, &f, v))
		note_readings(g, tables_cand(g->t, PART_DISPUTES, g->unit),
		    &f);
	tables_dispute(g->t, g->unit, g->line, 0, v, VALUES_MAX);
	g->t->now->row->inferred = true;
}

/* The heads of the part in the text, so that its columns have names. */
static void
add_heads(struct glue *g)
{
	const struct forms	*forms = g->t->forms;
	const char		*row = g->row[0].item->row;
	struct match		 m;

	g->t->part = g->part;
	for (int i = 0; i < forms->nitem; i++) {
		const struct item	*it = &forms->item[i];
		struct str		 s = str_of(it->label_zh);
		size_t			 cross = str_find(s, STR(" × "), 0);

		if (it->form != g->form || it->part != g->part ||
		    strcmp(it->row, row) != 0 || cross == STR_NONE)
			continue;
		s = str_from(s, cross + strlen(" × "));
		if (tables_art20(g->t, AXIS_COL, s, &m))
			tables_head(g->t, g->unit, &m, s, g->line, -1, 1);
	}
}

void
glue_part(struct tables *t, enum part part, const struct filing *f)
{
	static const char *const	 sign2019 = "本年新制作数量";
	int		 section = part == PART_DISPUTES ? 4 :
			    part == PART_REQUESTS ? 3 : 2;
	struct glue	*g = arena_alloc(t->arena, 1, sizeof(*g));
	size_t		 at, end = 0;

	*g = (struct glue){ .t = t, .part = part };
	if (!f->section[section].found || !gather(g, section))
		return;
	tables_close(t);
	g->form = FORM_OGI2021;
	if (section == 2 ? str_has(g->text, str_of(sign2019)) :
	    f->form == FORM_OGI2019)
		g->form = FORM_OGI2019;
	if (part <= PART_ART20_9) {
		static const char *const	 item[] = { "一", "五", "六",
		    "八", "九" };
		struct str			 title;

		title = str_of(arena_printf(t->arena, "第二十条第（%s）项",
		    item[part]));
		if (!find_label(g->text, 0, title, &at, &end))
			return;
	}
	find_rows(g, end);
	if (part == PART_DISPUTES) {
		g->row[0].item = forms_code(t->forms, g->form,
		    "review_upheld");
		glue_disputes(g);
	} else if (g->n > (part == PART_REQUESTS ? 3 : 0)) {
		if (part == PART_REQUESTS)
			glue_requests(g);
		else {
			add_heads(g);
			glue_art20(g);
		}
	}
	for (struct cand *c = t->cand; c != NULL; c = c->next)
		if (c->part == part && c->unit == g->unit)
			c->is_glued = true;
	tables_close(t);
}
