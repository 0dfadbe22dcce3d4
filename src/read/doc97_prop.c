/*
 * Properties are lists of changes to a default: first the style's and that
 * of the styles it is based on, then the paragraph's, then what the piece
 * of text adds.  Paragraph and character lists stand in pages of 512 bytes
 * (FKP), found by file position; a list that is too long for a page stands
 * in the data stream.
 */
#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/limit.h"
#include "read/doc97_prop.h"
#include "read/doc97_sprm.h"
#include "read/doc97_text.h"
#include "read/le.h"

#define PAGE		512
#define BX_SIZE		13		/* BxPap (2.9.23) */
#define STYLE_PARA	1		/* stk (2.9.260) */
#define STYLE_CHAR	2
#define STYLE_MAX	4094		/* cstd (2.9.272) */
#define STYLE_DEPTH	16		/* styles based on one another */

/* The list that holds for the file positions from from to to - 1. */
struct run {
	size_t		 from, to;
	struct bytes	 list;
	int		 istd;
};

struct props {
	const struct word	*word;
	struct bytes		 papx, chpx;	/* PlcBtePapx, PlcBteChpx */
	struct run		 prun, crun;	/* those last asked for */
	struct pap		 pap;
	bool			 pap_done;	/* pap is that of prun ... */
	uint16_t		 pap_prm;	/* ... with this prm */
	struct chp		 chp;
	bool			 chp_done;
	uint16_t		 chp_prm;
	struct pap		*style;
	struct chp		*looks;		/* of character styles */
	int			 nstyle;
	size_t			 work;		/* bytes of lists read */
};

/* The last i in 0 to n - 1 with plc[i] <= fc < plc[i + 1]; else n. */
static size_t
plc_find(struct bytes plc, size_t n, size_t fc)
{
	size_t	 lo = 0, hi = n, mid;

	while (lo < hi) {
		mid = lo + (hi - lo) / 2;
		if (le32(plc, 4 * (mid + 1)) <= fc)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo < n && le32(plc, 4 * lo) <= fc ? lo : n;
}

/* PapxInFkp (2.9.177): the length is in words, or in the byte after a 0. */
static void
papx_list(struct bytes page, size_t at, struct run *r)
{
	size_t	 n = le8(page, at++);

	n = n != 0 ? 2 * n - 1 : 2 * (size_t)le8(page, at++);
	r->istd = le16(page, at);
	if (n > 2)
		r->list = le_sub(page, at + 2, n - 2);
}

static void
find_run(const struct props *ps, bool para, size_t fc, struct run *r)
{
	struct bytes	 plc = para ? ps->papx : ps->chpx, page;
	size_t		 n = plc.n < 4 ? 0 : (plc.n - 4) / 8, i, at, crun;

	*r = (struct run){ .from = fc, .to = fc + 1 };
	i = plc_find(plc, n, fc);
	if (i == n)
		return;
	page = le_sub(ps->word->main, (size_t)(le32(plc, 4 * (n + 1) + 4 * i)
	    & 0x3FFFFFu) * PAGE, PAGE);
	crun = le8(page, PAGE - 1);
	i = plc_find(page, crun, fc);
	if (page.n < PAGE || i == crun)
		return;
	r->from = le32(page, 4 * i);
	r->to = le32(page, 4 * i + 4);
	at = 4 * (crun + 1) + i * (para ? BX_SIZE : 1);
	at = 2 * (size_t)le8(page, at);
	if (at == 0)
		return;
	if (para)
		papx_list(page, at, r);
	else
		r->list = le_sub(page, at + 1, le8(page, at));
}

/* Lists may be shared without end; what is read of them is bounded. */
static int
spend(struct props *ps, size_t n, struct err *e)
{
	ps->work += n + 16;
	if (ps->work > 4 * (size_t)LIMIT_FILE)
		return err_set(e, ERR_LIMIT,
		    "the document has too many properties");
	return 0;
}

static int	 apply_list(struct props *, struct bytes, struct pap *,
		    bool inner, struct err *);

/* One change of a paragraph (2.6.2) or of a row (2.6.3). */
static int
apply(struct props *ps, const struct sprm *s, struct pap *p, bool inner,
    struct err *e)
{
	struct bytes	 data = ps->word->data;
	size_t		 at;

	switch (s->op) {
	case SPRM_P_IN_TABLE:
		if (le8(s->arg, 0) == 0)
			p->itap = 0;
		else if (p->itap == 0)
			p->itap = 1;
		break;
	case SPRM_P_ITAP:
		p->itap = le32(s->arg, 0) > 0x7FFF ? 0 :
		    (int)le32(s->arg, 0);
		break;
	case SPRM_P_DTAP:
		p->itap += (int16_t)le16(s->arg, 0);
		if (p->itap < 0)
			p->itap = 0;
		break;
	case SPRM_P_TTP:
	case SPRM_P_INNER_TTP:
		p->row_end = le8(s->arg, 0) != 0;
		break;
	case SPRM_P_INNER_CELL:
		p->cell_end = le8(s->arg, 0) != 0;
		break;
	case SPRM_P_OUTLINE:
		p->outline = le8(s->arg, 0);
		break;
	case SPRM_P_ILFO:
		p->ilfo = le16(s->arg, 0);
		break;
	case SPRM_P_ILVL:
		p->ilvl = le8(s->arg, 0);
		break;
	case SPRM_P_HUGE:
	case SPRM_P_HUGE_OLD:
	case SPRM_P_TABLE_PROPS:
		at = le32(s->arg, 0);
		if (!inner && le_has(data, at, 2))
			return apply_list(ps, le_sub(data, at + 2,
			    le16(data, at)), p, true, e);
		break;
	default:
		p->has_row |= row_change(&p->row, s);
	}
	return 0;
}

static int
apply_list(struct props *ps, struct bytes list, struct pap *p, bool inner,
    struct err *e)
{
	struct sprm	 s;

	if (spend(ps, list.n, e) < 0)
		return -1;
	while (sprm_next(&list, &s))
		if (apply(ps, &s, p, inner, e) < 0)
			return -1;
	return 0;
}

/* Prm (2.9.214): one change in two bytes, or the number of a list. */
static int
apply_prm(struct props *ps, uint16_t prm, struct pap *p, struct err *e)
{
	static const struct {
		unsigned	 isprm;
		uint16_t	 op;
	} short_ops[] = {
		{ 0x0C, SPRM_P_ILVL },
		{ 0x18, SPRM_P_IN_TABLE },
		{ 0x19, SPRM_P_TTP },
	};
	unsigned char	 val = (unsigned char)(prm >> 8);
	struct sprm	 s = { 0, { &val, 1 } };

	if ((prm & 1) != 0)
		return prm >> 1 >= ps->word->nprc ? 0 :
		    apply_list(ps, ps->word->prc[prm >> 1], p, false, e);
	for (size_t i = 0; i < sizeof(short_ops) / sizeof(short_ops[0]); i++)
		if ((prm >> 1 & 0x7F) == (int)short_ops[i].isprm) {
			s.op = short_ops[i].op;
			return apply(ps, &s, p, false, e);
		}
	return 0;
}

int
props_pap(struct props *ps, size_t fc, uint16_t prm, const struct pap **out,
    struct err *e)
{
	struct run	*r = &ps->prun;

	*out = &ps->pap;
	if (fc < r->from || fc >= r->to) {
		find_run(ps, true, fc, r);
		ps->pap_done = false;
	}
	if (ps->pap_done && ps->pap_prm == prm)
		return 0;
	if (r->istd < ps->nstyle)
		ps->pap = ps->style[r->istd];
	else
		ps->pap = (struct pap){ .outline = OUTLINE_NONE };
	ps->pap.istd = r->istd;
	ps->pap_done = true;
	ps->pap_prm = prm;
	return apply_list(ps, r->list, &ps->pap, false, e) < 0 ||
	    (prm != 0 && apply_prm(ps, prm, &ps->pap, e) < 0) ? -1 : 0;
}

/* ToggleOperand (2.9.327): off, on, as the style has it, or the reverse. */
static bool
toggle(unsigned v, bool style)
{
	return v == 0x80 ? style : v == 0x81 ? !style : v == 1;
}

/* A change of characters (2.6.1) that decides what is seen of them. */
static void
chp_change(const struct props *ps, const struct sprm *s, struct chp *c,
    struct chp *style)
{
	unsigned	 v = le8(s->arg, 0);

	switch (s->op) {
	case SPRM_C_STYLE:
		if (le16(s->arg, 0) >= ps->nstyle)
			break;
		*style = ps->looks[le16(s->arg, 0)];
		c->vanish = style->vanish;
		c->strike = style->strike;
		c->dstrike = style->dstrike;
		c->shift = style->shift;
		break;
	case SPRM_C_RMARK_DEL:
		c->deleted = v == 1 || v == 0x81;
		break;
	case SPRM_C_VANISH:
		c->vanish = toggle(v, style->vanish);
		break;
	case SPRM_C_STRIKE:
		c->strike = toggle(v, style->strike);
		break;
	case SPRM_C_DSTRIKE:
		c->dstrike = toggle(v, style->dstrike);
		break;
	case SPRM_C_RAISED:
		c->shift = v == 1 ? SHIFT_RAISED : v == 2 ? SHIFT_LOWERED :
		    SHIFT_NONE;
		break;
	case SPRM_C_SYMBOL:
		c->symbol = le16(s->arg, 2);
		break;
	}
}

static int
chp_list(struct props *ps, struct bytes list, struct chp *c, struct err *e)
{
	struct chp	 style = { .deleted = false };
	struct sprm	 s;

	if (spend(ps, list.n, e) < 0)
		return -1;
	while (sprm_next(&list, &s))
		chp_change(ps, &s, c, &style);
	return 0;
}

/* A change in two bytes, which as in Word 6 numbers from 0x41 on. */
static void
chp_prm(const struct props *ps, uint16_t prm, struct chp *c)
{
	static const struct {
		unsigned	 isprm;
		uint16_t	 op;
	} short_ops[] = {
		{ 0x41, SPRM_C_RMARK_DEL },
		{ 0x57, SPRM_C_STRIKE },
		{ 0x5C, SPRM_C_VANISH },
		{ 0x68, SPRM_C_RAISED },
	};
	unsigned char	 val = (unsigned char)(prm >> 8);
	struct sprm	 s = { 0, { &val, 1 } };
	struct chp	 style = { .deleted = false };

	for (size_t i = 0; i < sizeof(short_ops) / sizeof(short_ops[0]); i++)
		if ((prm >> 1 & 0x7F) == (int)short_ops[i].isprm) {
			s.op = short_ops[i].op;
			chp_change(ps, &s, c, &style);
		}
}

int
props_chp(struct props *ps, size_t fc, uint16_t prm, struct chp *out,
    struct err *e)
{
	struct run	*r = &ps->crun;

	if (fc < r->from || fc >= r->to) {
		find_run(ps, false, fc, r);
		ps->chp_done = false;
	}
	if (!ps->chp_done || ps->chp_prm != prm) {
		ps->chp = (struct chp){ .deleted = false };
		ps->chp_done = true;
		ps->chp_prm = prm;
		if (chp_list(ps, r->list, &ps->chp, e) < 0)
			return -1;
		if ((prm & 1) != 0 && prm >> 1 < ps->word->nprc &&
		    chp_list(ps, ps->word->prc[prm >> 1], &ps->chp, e) < 0)
			return -1;
		if ((prm & 1) == 0)
			chp_prm(ps, prm, &ps->chp);
	}
	*out = ps->chp;
	return 0;
}

/*
 * STSH (2.9.271), one STD (2.9.258): its kind, its base, and the list of
 * its paragraphs, or of its characters.
 */
static int
read_style(struct bytes std, size_t cb_base, int *base, struct bytes *list)
{
	int	 kind = le16(std, 2) & 0xF;
	size_t	 at, cb, skip = kind == STYLE_PARA ? 2 : 0;

	if (kind != STYLE_PARA && kind != STYLE_CHAR)
		return 0;
	*base = le16(std, 2) >> 4;
	at = cb_base + 2 + 2 * (size_t)le16(std, cb_base) + 2;
	cb = le16(std, at);
	if (cb < skip || !le_has(std, at + 2, cb))
		return 0;
	*list = le_sub(std, at + 2 + skip, cb - skip);
	return kind;
}

/* From the style that the others are based on to the style itself. */
static void
apply_style(struct props *ps, int style, int kind, const int *base,
    const struct bytes *list)
{
	struct bytes	 chain[STYLE_DEPTH];
	int		 depth = 0;
	struct err	 ignored;

	for (int k = style; k < ps->nstyle && depth < STYLE_DEPTH;
	    k = base[k])
		chain[depth++] = list[k];
	while (depth-- > 0)
		if (kind == STYLE_CHAR)
			chp_list(ps, chain[depth], &ps->looks[style],
			    &ignored);
		else
			apply_list(ps, chain[depth], &ps->style[style],
			    false, &ignored);
}

static void
read_styles(struct props *ps)
{
	size_t		 at, start, cb_base, n;
	struct bytes	 stsh = word_part(ps->word, PART_STSH, &start);
	struct arena	*a = ps->word->arena;
	struct bytes	*list;
	int		*base, *kind;

	at = 2 + (size_t)le16(stsh, 0);
	ps->nstyle = le16(stsh, 2) > STYLE_MAX ? 0 : le16(stsh, 2);
	n = (size_t)ps->nstyle;
	cb_base = le16(stsh, 4);
	ps->style = arena_alloc(a, n + 1, sizeof(*ps->style));
	ps->looks = arena_alloc(a, n + 1, sizeof(*ps->looks));
	list = arena_alloc(a, n + 1, sizeof(*list));
	base = arena_alloc(a, n + 1, sizeof(*base));
	kind = arena_alloc(a, n + 1, sizeof(*kind));
	for (int i = 0; i < ps->nstyle; i++) {
		size_t	 cb = le16(stsh, at);

		ps->style[i].outline = OUTLINE_NONE;
		base[i] = ps->nstyle;
		kind[i] = read_style(le_sub(stsh, at + 2, cb), cb_base,
		    &base[i], &list[i]);
		at += 2 + cb + (cb & 1);
	}
	for (int i = 0; i < ps->nstyle; i++)
		apply_style(ps, i, kind[i], base, list);
}

struct props *
props_new(const struct word *w)
{
	struct props	*ps = arena_alloc(w->arena, 1, sizeof(*ps));
	size_t		 at;

	ps->word = w;
	ps->papx = word_part(w, PART_BTE_PAPX, &at);
	ps->chpx = word_part(w, PART_BTE_CHPX, &at);
	read_styles(ps);
	return ps;
}
