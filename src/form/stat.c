#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "form/label.h"
#include "form/piece.h"
#include "form/stat.h"

#define LABEL_CHARS	60
#define ROWS_MIN	5	/* known rows that make a list a table */

/* Which column of the table is which; -1: there is none. */
struct columns {
	int	 label, unit, code, value;
};

struct stat {
	struct arena		*arena;
	const struct forms	*forms;
	struct filing		*f;
	struct str		*name;		/* of each item, simplified */
	int			 last;		/* item of the row before */
	int			 known[FORM__N];
	int			 line;		/* of the first row */
};

/*
 * A label without what differs between printings: remarks in brackets,
 * 其中, and the 数 or 总数 at its end.
 */
static struct str
simplify(struct arena *a, struct str label)
{
	struct str	 s = label_norm(a, label, NULL);
	struct buf	 b;
	int		 depth = 0;

	if (str_starts(s, STR("其中")))
		s = label_norm(a, str_from(s, strlen("其中")), NULL);
	buf_init(&b, a);
	for (size_t at = 0; at < s.n; ) {
		uint32_t	 c = utf8_next(s, &at);

		if (c == '(')
			depth++;
		else if (c == ')' && depth > 0)
			depth--;
		else if (depth == 0 && c != '*')
			buf_char(&b, c);
	}
	s = buf_text(&b);
	if (str_ends(s, STR("总数")))
		s.n -= strlen("总数");
	else if (str_ends(s, STR("数量")))
		s.n -= strlen("数量");
	else if (str_ends(s, STR("数")))
		s.n -= strlen("数");
	return s;
}

/* The item of that name, the first behind the last one found if any. */
static const struct item *
item_of(struct stat *st, struct str label)
{
	struct str	 s = simplify(st->arena, label);
	int		 n = st->forms->nitem;

	if (s.n == 0 || utf8_length(label) > LABEL_CHARS)
		return NULL;
	for (int k = 0; k < n; k++) {
		int			 i = (st->last + 1 + k) % n;
		const struct item	*it = &st->forms->item[i];

		if (it->part == PART_STATISTIC && str_eq(st->name[i], s)) {
			st->last = i;
			return it;
		}
	}
	return NULL;
}

static void
add(struct stat *st, struct str label, struct str unit, struct str code,
    struct str raw, int line)
{
	struct number		 num = number_read(raw);
	struct statistic	*s = arena_alloc(st->arena, 1, sizeof(*s));

	*s = (struct statistic){ .item = item_of(st, label),
	    .label = str_trim(label), .unit = str_trim(unit),
	    .code = str_trim(code), .raw = str_trim(raw),
	    .state = num.state, .value = num.value, .line = line };
	*st->f->statistic_end = s;
	st->f->statistic_end = &s->next;
	if (s->item != NULL)
		st->known[s->item->form]++;
	if (st->line == 0)
		st->line = line;
}

/* Heads of the table, if the row has them. */
static bool
read_heads(const struct piece *u, struct columns *c)
{
	static const struct {
		const char	*word;
		int		 which;	/* 0 label, 1 unit, 2 code, 3 value */
		int		 rank;	/* the greater is the better value */
	} head[] = {
		{ "统计指标", 0, 0 }, { "指标名称", 0, 0 }, { "指标", 0, 0 },
		{ "单位", 1, 0 }, { "代码", 2, 0 }, { "序号", 2, 0 },
		{ "本期", 3, 1 }, { "数量", 3, 2 }, { "统计数", 3, 3 },
		{ "本年累计", 3, 4 }, { "累计", 3, 3 },
	};
	int	 at[4] = { -1, -1, -1, -1 }, best = 0;

	for (int i = 0; i < u->ncell; i++) {
		struct str	 s = u->cell[i]->text;

		if (utf8_length(s) > 14)
			continue;
		for (size_t k = 0; k < sizeof(head) / sizeof(head[0]); k++) {
			int	 w = head[k].which;

			if (!str_has(s, str_of(head[k].word)) ||
			    (w == 3 && head[k].rank <= best))
				continue;
			if (w != 3 && at[w] >= 0)
				continue;
			at[w] = u->cell[i]->col;
			if (w == 3)
				best = head[k].rank;
			break;
		}
	}
	if (at[0] < 0 || at[3] < 0)
		return false;
	*c = (struct columns){ at[0], at[1], at[2], at[3] };
	return true;
}

static struct str
text_at(const struct grid *g, int row, int col)
{
	const struct cell	*c = col < 0 ? NULL : grid_at(g, row, col);

	return c != NULL ? str_trim(c->text) : STR("");
}

static void
grid_row_of(struct stat *st, const struct piece *u, const struct columns *c)
{
	struct str	 label = text_at(u->grid, u->row, c->label);
	struct str	 raw = text_at(u->grid, u->row, c->value);

	if (label.n == 0 || grid_at(u->grid, u->row, c->label) ==
	    grid_at(u->grid, u->row, c->value))
		return;
	add(st, label, text_at(u->grid, u->row, c->unit),
	    text_at(u->grid, u->row, c->code), raw, u->line);
}

static void
grids(struct stat *st, struct pieces *us)
{
	const struct grid	*now = NULL;
	struct columns		 c = { -1, -1, -1, -1 };

	for (int i = 0; i < us->n; i++) {
		const struct piece	*u = &us->u[i];

		if (u->is_list)
			continue;
		if (u->grid != now) {
			/* A table that goes on has no heads of its own. */
			if (now == NULL || now->ncol != u->grid->ncol)
				c.label = -1;
			now = u->grid;
		}
		if (!read_heads(u, &c) && c.label >= 0)
			grid_row_of(st, u, &c);
	}
}

static bool
is_unit(struct str s)
{
	static const char *const	 unit[] = { "条", "件", "次", "篇",
		"个", "人", "人次", "万元", "元", "份" };

	for (size_t i = 0; i < sizeof(unit) / sizeof(unit[0]); i++)
		if (str_eq(s, str_of(unit[i])))
			return true;
	return false;
}

/* One cell per line: label, unit, figure. */
static void
list(struct stat *st, struct pieces *us)
{
	int	 known = 0;

	for (int pass = 0; pass < 2; pass++) {
		if (pass == 1 && known < ROWS_MIN)
			return;
		st->last = -1;
		for (int i = 0; i < us->n; i++) {
			struct str	 label = us->u[i].single, unit;
			int		 k = i + 1;

			if (!us->u[i].is_list || label.n == 0)
				continue;
			while (k < us->n && us->u[k].single.n == 0)
				k++;
			if (k >= us->n || !us->u[k].is_list ||
			    !is_unit(us->u[k].single))
				continue;
			unit = us->u[k++].single;
			while (k < us->n && us->u[k].is_list &&
			    us->u[k].single.n == 0)
				k++;
			if (k >= us->n || number_read(us->u[k].single).state
			    != STATE_NUMBER)
				continue;
			if (pass == 0)
				known += item_of(st, label) != NULL;
			else
				add(st, label, unit, STR(""),
				    us->u[k].single, us->u[i].line);
		}
	}
}

void
stat_bind(struct arena *a, const struct forms *forms, struct pieces *us,
    struct filing *f)
{
	struct stat	 st = { .arena = a, .forms = forms, .f = f,
		.last = -1 };

	st.name = arena_alloc(a, (size_t)forms->nitem + 1, sizeof(*st.name));
	for (int i = 0; i < forms->nitem; i++)
		if (forms->item[i].part == PART_STATISTIC)
			st.name[i] = simplify(a,
			    str_of(forms->item[i].label_zh));
	grids(&st, us);
	if (f->statistic == NULL)
		list(&st, us);
	if (f->statistic == NULL)
		return;
	f->form = st.known[FORM_STAT2014] > 0 &&
	    st.known[FORM_STAT2014] >= st.known[FORM_LEGACY2008] ?
	    FORM_STAT2014 : FORM_LEGACY2008;
	/* The same label means an item of each form: of this one, here. */
	for (struct statistic *s = f->statistic; s != NULL; s = s->next)
		if (s->item != NULL && s->item->form != f->form)
			s->item = forms_code(forms, f->form, s->item->code);
	f->part[PART_STATISTIC] = (struct part_found){ .found = true,
	    .form = f->form, .line = st.line };
}
