#include <config.h>

#include <ctype.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "read/doc97_list.h"
#include "read/doc97_text.h"
#include "read/le.h"
#include "read/ordinal.h"

#define LEVELS		9
#define LSTF_SIZE	28		/* 2.9.147 */
#define LVLF_SIZE	28		/* 2.9.150 */
#define LFO_SIZE	16		/* 2.9.131 */
#define FOLLOW_NOTHING	2		/* ixchFollow */
#define NUMBER_MAX	100		/* characters of a number's text */

/*
 * MSONFC ([MS-OSHARED] 2.2.1.3).  Numbers in words and in kana come out as
 * digits.
 */
static const enum ordinal	 formats[] = {
	[0x00] = ORDINAL_DECIMAL, [0x01] = ORDINAL_UPPER_ROMAN,
	[0x02] = ORDINAL_LOWER_ROMAN, [0x03] = ORDINAL_UPPER,
	[0x04] = ORDINAL_LOWER, [0x05] = ORDINAL_DECIMAL,
	[0x06] = ORDINAL_DECIMAL, [0x07] = ORDINAL_DECIMAL,
	[0x08] = ORDINAL_DECIMAL, [0x09] = ORDINAL_DECIMAL,
	[0x0A] = ORDINAL_HAN_DIGITS, [0x0B] = ORDINAL_HAN,
	[0x0C] = ORDINAL_DECIMAL, [0x0D] = ORDINAL_DECIMAL,
	[0x0E] = ORDINAL_WIDE, [0x0F] = ORDINAL_DECIMAL,
	[0x10] = ORDINAL_LEGAL, [0x11] = ORDINAL_HAN_DIGITS,
	[0x12] = ORDINAL_CIRCLE, [0x13] = ORDINAL_WIDE,
	[0x14] = ORDINAL_DECIMAL, [0x15] = ORDINAL_DECIMAL,
	[0x16] = ORDINAL_ZERO, [0x17] = ORDINAL_NONE,	/* a bullet */
	[0x18] = ORDINAL_DECIMAL, [0x19] = ORDINAL_DECIMAL,
	[0x1A] = ORDINAL_STOP, [0x1B] = ORDINAL_PAREN,
	[0x1C] = ORDINAL_CIRCLE, [0x1D] = ORDINAL_CIRCLED_HAN,
	[0x1E] = ORDINAL_STEM, [0x1F] = ORDINAL_BRANCH,
	[0x20] = ORDINAL_DECIMAL, [0x21] = ORDINAL_HAN,
	[0x22] = ORDINAL_LEGAL, [0x23] = ORDINAL_HAN,
	[0x24] = ORDINAL_HAN_DIGITS, [0x25] = ORDINAL_HAN,
	[0x26] = ORDINAL_LEGAL, [0x27] = ORDINAL_HAN,
	[0x28] = ORDINAL_HAN_DIGITS,
};

struct level {
	int		 start;
	enum ordinal	 ordinal;
	bool		 legal;		/* other levels in decimal */
	int		 follow;
	struct bytes	 text;		/* UTF-16; 0 to 8 stand for levels */
};

struct list {
	uint32_t	 id;
	struct level	 level[LEVELS];
	int		 nlevel;
	int		 count[LEVELS];
	bool		 begun[LEVELS];
};

/* A use of a list, which may begin anew and print otherwise. */
struct use {
	struct list	*list;
	bool		 restart[LEVELS];
	int		 start[LEVELS];
	bool		 own[LEVELS];
	struct level	 level[LEVELS];
};

struct lists {
	struct list	*list;
	size_t		 nlist;
	struct use	*use;
	size_t		 nuse;
};

/* LVL (2.9.149); moves *at behind it. */
static bool
read_level(struct bytes b, size_t *at, struct level *l)
{
	unsigned	 flags = le8(b, *at + 5);
	size_t		 text = *at + LVLF_SIZE + le8(b, *at + 24) +
	    le8(b, *at + 25);

	if (!le_has(b, text, 2) || !le_has(b, text + 2,
	    2 * (size_t)le16(b, text)))
		return false;
	l->start = le16(b, *at);	/* at most 0x7FFF */
	l->ordinal = le8(b, *at + 4) >= sizeof(formats) / sizeof(formats[0])
	    ? ORDINAL_NONE : formats[le8(b, *at + 4)];
	l->legal = (flags & 0x04) != 0;
	l->follow = le8(b, *at + 15);
	l->text = le_sub(b, text + 2, 2 * (size_t)le16(b, text));
	*at = text + 2 + l->text.n;
	return true;
}

/* PlfLst (2.9.178): the lists, and behind it the levels of all of them. */
static void
read_lists(struct lists *ls, const struct word *w)
{
	size_t		 start, at, n;
	struct bytes	 plf = word_part(w, PART_LST, &start);

	n = le16(plf, 0);
	if (plf.n < 2 || n > (plf.n - 2) / LSTF_SIZE)
		return;
	ls->list = arena_alloc(w->arena, n + 1, sizeof(*ls->list));
	at = start + plf.n;
	for (size_t i = 0; i < n; i++) {
		struct list	*l = &ls->list[i];
		size_t		 lstf = 2 + LSTF_SIZE * i;
		int		 levels = (le8(plf, lstf + 26) & 1) != 0 ? 1 :
		    LEVELS;

		l->id = le32(plf, lstf);
		for (; l->nlevel < levels; l->nlevel++)
			if (!read_level(w->table, &at, &l->level[l->nlevel]))
				return;
		ls->nlist++;
	}
}

static struct list *
find_list(struct lists *ls, uint32_t id)
{
	for (size_t i = 0; i < ls->nlist; i++)
		if (ls->list[i].id == id)
			return &ls->list[i];
	return NULL;
}

/* LFOLVL (2.9.133): what a use does otherwise at one level. */
static bool
read_override(struct bytes b, size_t *at, struct use *u)
{
	uint32_t	 flags = le32(b, *at + 4);
	size_t		 level = flags & 0xF;

	if (!le_has(b, *at, 8) || level >= LEVELS)
		return false;
	if ((flags & 0x10) != 0) {
		u->restart[level] = true;
		u->start[level] = le16(b, *at);
	}
	*at += 8;
	if ((flags & 0x20) == 0)
		return true;
	u->own[level] = true;
	if (!read_level(b, at, &u->level[level]))
		return false;
	if (u->restart[level])
		u->start[level] = u->level[level].start;
	return true;
}

/* PlfLfo (2.9.177): the uses, and then what they do otherwise. */
static void
read_uses(struct lists *ls, const struct word *w)
{
	size_t		 start, at, n;
	struct bytes	 plf = word_part(w, PART_LFO, &start);

	n = le32(plf, 0);
	if (plf.n < 4 || n > (plf.n - 4) / LFO_SIZE)
		return;
	ls->use = arena_alloc(w->arena, n + 1, sizeof(*ls->use));
	ls->nuse = n;
	for (size_t i = 0; i < n; i++)
		ls->use[i].list = find_list(ls, le32(plf, 4 + LFO_SIZE * i));
	at = 4 + LFO_SIZE * n;
	for (size_t i = 0; i < n; i++) {
		int	 k = le8(plf, 4 + LFO_SIZE * i + 12);

		at += 4;
		while (k-- > 0)
			if (!read_override(plf, &at, &ls->use[i]))
				return;
	}
}

struct lists *
lists_new(const struct word *w)
{
	struct lists	*ls = arena_alloc(w->arena, 1, sizeof(*ls));

	read_lists(ls, w);
	read_uses(ls, w);
	return ls;
}

static const struct level *
level_of(const struct use *u, int ilvl)
{
	return u->own[ilvl] ? &u->level[ilvl] : &u->list->level[ilvl];
}

/* The paragraph's own level goes on, those below it begin anew. */
static void
count(struct use *u, int ilvl)
{
	struct list	*l = u->list;

	for (int i = 0; i <= ilvl; i++)
		if (u->restart[i] && i == ilvl) {
			l->count[i] = u->start[i];
			l->begun[i] = true;
			u->restart[i] = false;
		} else if (!l->begun[i]) {
			l->count[i] = level_of(u, i)->start;
			l->begun[i] = true;
		} else if (i == ilvl)
			l->count[i]++;
	for (int i = ilvl + 1; i < LEVELS; i++)
		l->begun[i] = false;
}

void
lists_number(struct lists *ls, int ilfo, int ilvl, struct buf *b)
{
	const struct level	*l;
	struct use		*u;
	size_t			 before = b->n, n;

	if (ilfo < 1 || (size_t)ilfo > ls->nuse)
		return;
	u = &ls->use[ilfo - 1];
	if (u->list == NULL || ilvl < 0 || ilvl >= u->list->nlevel)
		return;
	count(u, ilvl);
	l = level_of(u, ilvl);
	if (l->ordinal == ORDINAL_NONE)
		return;
	n = l->text.n / 2 < NUMBER_MAX ? l->text.n / 2 : NUMBER_MAX;
	for (size_t i = 0; i < n; i++) {
		uint32_t	 c = le16(l->text, 2 * i);

		if (c >= LEVELS)
			buf_char(b, c);
		else if ((int)c < u->list->nlevel)
			ordinal(b, l->legal && (int)c != ilvl ?
			    ORDINAL_DECIMAL : level_of(u, (int)c)->ordinal,
			    u->list->count[c]);
	}
	/* The space or tab behind it matters only where two words meet. */
	if (b->n > before && l->follow != FOLLOW_NOTHING &&
	    isalnum((unsigned char)b->p[b->n - 1]))
		buf_char(b, ' ');
}
