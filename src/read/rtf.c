/*
 * Rich Text Format (Microsoft, RTF Specification 1.9.1): text, tables with
 * merged cells, tables in tables, the numbers of lists (which writers put
 * into the text as well).  Headers, footers, notes, text boxes, pictures
 * and fields' codes are left out, as from Word documents.
 */
#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/limit.h"
#include "doc/doc.h"
#include "read/charset.h"
#include "read/doc97_prop.h"
#include "read/doc97_table.h"
#include "read/read.h"
#include "read/rtf_word.h"
#include "read/shift.h"
#include "read/utf16.h"

#define FONTS		4096
#define STYLES		4096
#define MARK_PARA	0x0D
#define MARK_CELL	0x07

/* What a group restores when it ends. */
struct state {
	bool		 skip;		/* a destination that is not text */
	bool		 fonts;		/* the font table */
	bool		 styles;	/* the style sheet */
	bool		 number;	/* of a paragraph in a list */
	bool		 nested;	/* properties of an inner row */
	bool		 row;		/* one has ended in the group */
	bool		 hidden, struck;
	enum shift	 shift;
	int		 font;
	int		 uc;		/* what stands for a \u elsewhere */
	int		 itap;
	int		 style;
	int		 outline;
};

struct rtf {
	struct arena	*arena;
	struct doc	*doc;
	struct tables	*tables;
	struct state	 stack[LIMIT_NEST];
	int		 depth;
	struct buf	 text;		/* of the paragraph */
	struct buf	 raw;		/* bytes to be decoded, for text */
	bool		 raw_high;	/* some of them are not ASCII */
	const char	*raw_charset;
	enum shift	 raw_shift;
	struct utf16	 units;
	int		 codepage;
	unsigned char	*charset;	/* of each font (\fcharset) */
	signed char	*outline;	/* of each style */
	int		 fallback;	/* characters to skip after a \u */
	bool		 star;		/* after \* */
	struct row_def	 row[2];	/* outer and inner */
	uint16_t	 cell_flags;
	long		 nbad;
};

static int
rtf_probe(struct bytes in)
{
	return in.n > 5 && memcmp(in.p, "{\\rtf", 5) == 0 ? 40 : 0;
}

/* Encodings by Windows code page and by character set of a font. */
static const char *
charset_of(const struct rtf *r, int font)
{
	static const struct {
		int		 codepage, font;
		const char	*name;
	} all[] = {
		{ 936, 134, "GB18030" }, { 950, 136, "BIG5" },
		{ 54936, 134, "GB18030" }, { 932, 128, "CP932" },
		{ 949, 129, "CP949" }, { 1250, 238, "CP1250" },
		{ 1251, 204, "CP1251" }, { 1253, 161, "CP1253" },
		{ 1254, 162, "CP1254" }, { 65001, -1, "UTF-8" },
	};
	int	 set = font >= 0 && font < FONTS ? r->charset[font] : 0;

	/* Fonts of Chinese, and else what the document says of itself. */
	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		if (all[i].font == set && set != 0)
			return all[i].name;
	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		if (all[i].codepage == r->codepage)
			return all[i].name;
	return "CP1252";
}

static struct state *
top(struct rtf *r)
{
	return &r->stack[r->depth];
}

static bool
is_seen(const struct state *s)
{
	return !s->skip && !s->fonts && !s->hidden && !s->struck;
}

/* Bytes so far become text; a character may be of several. */
static int
flush(struct rtf *r, struct err *e)
{
	struct decoded	 d;

	if (r->raw.n == 0)
		return 0;
	if (!r->raw_high)
		shift_put(&r->text, buf_text(&r->raw), r->raw_shift);
	else {
		if (charset_decode(r->arena, buf_bytes(&r->raw),
		    r->raw_charset, NULL, &d, e) < 0)
			return -1;
		r->nbad += d.nbad;
		shift_put(&r->text, d.text, r->raw_shift);
	}
	buf_clear(&r->raw);
	r->raw_high = false;
	return 0;
}

/* One byte of text, literal or as \'hh. */
static int
byte(struct rtf *r, unsigned c, struct err *e)
{
	const char	*charset;
	char		 one = (char)c;

	if (r->fallback > 0) {
		r->fallback--;
		return 0;
	}
	if (!is_seen(top(r)))
		return 0;
	utf16_end(&r->units);
	charset = charset_of(r, top(r)->font);
	if (r->raw.n > 0 && (strcmp(charset, r->raw_charset) != 0 ||
	    r->raw_shift != top(r)->shift) && flush(r, e) < 0)
		return -1;
	r->raw_charset = charset;
	r->raw_shift = top(r)->shift;
	r->raw_high |= c >= 0x80;
	buf_add(&r->raw, &one, 1);
	return 0;
}

static int
unit(struct rtf *r, uint32_t c, struct err *e)
{
	if (!is_seen(top(r)))
		return 0;
	if (flush(r, e) < 0)
		return -1;
	utf16_put(&r->units, shift_char(c, top(r)->shift));
	return 0;
}

/* Ends a paragraph, a cell, or a row. */
static int
end_para(struct rtf *r, char mark, struct pap *pap, struct err *e)
{
	struct str	 text;

	if (top(r)->skip)
		return 0;
	if (flush(r, e) < 0)
		return -1;
	utf16_end(&r->units);
	text = str_dup(r->arena, str_trim(buf_text(&r->text)));
	buf_clear(&r->text);
	pap->outline = top(r)->outline;
	return tables_para(r->tables, text, mark, pap, pap->outline < 0 ||
	    pap->outline >= OUTLINE_BODY ? -1 : pap->outline + 1, e);
}

static int
end_row(struct rtf *r, bool inner, struct err *e)
{
	struct pap	 pap = { .row_end = true, .has_row = true };

	top(r)->row |= !inner;
	pap.row = r->row[inner];
	pap.itap = inner ? (top(r)->itap > 2 ? top(r)->itap : 2) : 1;
	return end_para(r, MARK_PARA, &pap, e);
}

/* A group of another kind, by the word it begins with. */
static void
destination(struct rtf *r, enum rtf_word w)
{
	switch (w) {
	case RTF_FONTTBL:
		top(r)->fonts = true;
		break;
	case RTF_STYLESHEET:
		top(r)->skip = top(r)->styles = true;
		break;
	case RTF_LISTTEXT:
		top(r)->number = true;
		break;
	case RTF_NESTTABLEPROPS:
		top(r)->nested = true;
		break;
	case RTF_SKIP:
		top(r)->skip = true;
		break;
	default:
		/* What is optional and not known is left out. */
		if (r->star)
			top(r)->skip = true;
	}
}

static void
table_word(struct rtf *r, enum rtf_word w, int n)
{
	struct row_def	*def = &r->row[top(r)->nested];

	switch (w) {
	case RTF_TROWD:
		*def = (struct row_def){ .ncell = 0 };
		r->cell_flags = 0;
		break;
	case RTF_TRLEFT:
		if (def->ncell == 0)
			def->edge[0] = n;
		break;
	case RTF_CELLX:
		if (def->ncell < ROW_CELLS) {
			def->flags[def->ncell++] = r->cell_flags;
			def->edge[def->ncell] = n < -100000 ? -100000 :
			    n > 100000 ? 100000 : n;
		}
		r->cell_flags = 0;
		break;
	case RTF_CLMGF:
		r->cell_flags |= CELL_FIRST;
		break;
	case RTF_CLMRG:
		r->cell_flags |= CELL_MERGED;
		break;
	case RTF_CLVMGF:
		r->cell_flags |= CELL_BELOW | CELL_RESTART;
		break;
	case RTF_CLVMRG:
		r->cell_flags |= CELL_BELOW;
		break;
	default:
		break;
	}
}

/* What text is like from there on. */
static void
char_word(struct rtf *r, enum rtf_word w, int n, bool has_n)
{
	struct state	*s = top(r);

	switch (w) {
	case RTF_F:
		s->font = n;
		break;
	case RTF_UC:
		s->uc = n < 0 ? 0 : n > 10 ? 10 : n;
		break;
	case RTF_V:
	case RTF_DELETED:
		s->hidden = !has_n || n != 0;
		break;
	case RTF_STRIKE:
		s->struck = !has_n || n != 0;
		break;
	case RTF_SUPER:
		s->shift = SHIFT_RAISED;
		break;
	case RTF_SUB:
		s->shift = SHIFT_LOWERED;
		break;
	case RTF_NOSUPERSUB:
		s->shift = SHIFT_NONE;
		break;
	case RTF_PLAIN:
		s->hidden = s->struck = false;
		s->shift = SHIFT_NONE;
		break;
	default:
		break;
	}
}

/* What paragraphs are like, and the style that is one's or is defined. */
static void
para_word(struct rtf *r, enum rtf_word w, int n)
{
	struct state	*s = top(r);

	switch (w) {
	case RTF_PARD:
		s->itap = 0;
		s->outline = OUTLINE_NONE;
		break;
	case RTF_INTBL:
		if (s->itap == 0)
			s->itap = 1;
		break;
	case RTF_ITAP:
		s->itap = n < 0 ? 0 : n;
		break;
	case RTF_S:
		s->style = n >= 0 && n < STYLES ? n : 0;
		s->outline = r->outline[s->style];
		break;
	case RTF_OUTLINE:
		s->outline = n >= 0 && n < OUTLINE_BODY ? n : OUTLINE_BODY;
		if (s->styles)
			r->outline[s->style] = (signed char)s->outline;
		break;
	default:
		break;
	}
}

/* What is said once, in front of the text. */
static void
head_word(struct rtf *r, enum rtf_word w, int n)
{
	struct state	*s = top(r);

	if (w == RTF_ANSICPG)
		r->codepage = n;
	else if (w == RTF_FCHARSET && s->fonts && s->font >= 0 &&
	    s->font < FONTS && n >= 0 && n < 256)
		r->charset[s->font] = (unsigned char)n;
}

/* A word that sets something: one of these has a use for it, or none. */
static void
property(struct rtf *r, enum rtf_word w, int n, bool has_n)
{
	head_word(r, w, n);
	char_word(r, w, n, has_n);
	para_word(r, w, n);
	table_word(r, w, n);
}

static int
word(struct rtf *r, enum rtf_word w, int n, bool has_n, struct err *e)
{
	struct pap	 pap = { .itap = top(r)->itap };

	switch (w) {
	case RTF_PAR:
		return end_para(r, MARK_PARA, &pap, e);
	case RTF_CELL:
		pap.itap = 1;
		return end_para(r, MARK_CELL, &pap, e);
	case RTF_NESTCELL:
		pap.itap = pap.itap > 2 ? pap.itap : 2;
		pap.cell_end = true;
		return end_para(r, MARK_PARA, &pap, e);
	case RTF_ROW:
		return end_row(r, false, e);
	case RTF_NESTROW:
		return end_row(r, true, e);
	case RTF_U:
		r->fallback = 0;
		if (unit(r, (uint32_t)n & 0xFFFF, e) < 0)
			return -1;
		r->fallback = top(r)->uc;
		return 0;
	default:
		break;
	}
	/* Numbers are parted from their text by a tab that means nothing. */
	if (w == RTF_TAB && top(r)->number)
		return 0;
	if (rtf_character(w) != 0) {
		if (r->fallback > 0)
			r->fallback--;
		else
			return unit(r, rtf_character(w), e);
		return 0;
	}
	/* A byte that is part of a character does not go over a word. */
	if (w == RTF_F && flush(r, e) < 0)
		return -1;
	property(r, w, n, has_n);
	return 0;
}

static int
open_group(struct rtf *r, struct err *e)
{
	if (r->depth + 1 >= LIMIT_NEST)
		return err_set(e, ERR_LIMIT, "groups more than %d deep",
		    LIMIT_NEST);
	r->fallback = 0;
	r->stack[r->depth + 1] = r->stack[r->depth];
	r->depth++;
	top(r)->row = false;
	return 0;
}

/*
 * What a group sets of the paragraph stays: writers rely on it.  But others
 * put rows into groups, and paragraphs without a word behind them.
 */
static void
close_group(struct rtf *r)
{
	struct state	 was = *top(r);

	r->fallback = 0;
	r->depth--;
	if (!was.skip && !was.fonts && !was.nested && !was.number) {
		if (!was.row)
			top(r)->itap = was.itap;
		top(r)->outline = was.outline;
	}
}

static int
token(struct rtf *r, const struct rtf_token *t, struct err *e)
{
	switch (t->kind) {
	case RTF_T_OPEN:
		return open_group(r, e);
	case RTF_T_CLOSE:
		close_group(r);
		break;
	case RTF_T_BYTE:
		return byte(r, t->byte, e);
	case RTF_T_STAR:
		r->star = true;
		return 0;
	case RTF_T_WORD:
		if (t->first)
			destination(r, t->word);
		r->star = false;
		return word(r, t->word, t->number, t->has_number, e);
	case RTF_T_NONE:
		break;
	}
	r->star = false;
	return 0;
}

static int
read_all(struct rtf *r, struct bytes in, struct err *e)
{
	struct rtf_token	 t = { .kind = RTF_T_NONE };
	struct pap		 none = { .itap = 0 };
	size_t			 at = 0;

	while (rtf_next(in, &at, &t)) {
		if (token(r, &t, e) < 0)
			return -1;
		if (r->depth == 0)
			break;		/* what comes after is no text */
	}
	if (r->depth != 0)
		return err_set(e, ERR_FORMAT, "the document is cut short");
	r->stack[0].skip = false;
	if ((r->text.n > 0 || r->raw.n > 0) &&
	    end_para(r, MARK_PARA, &none, e) < 0)
		return -1;
	return tables_end(r->tables, e);
}

static int
rtf_read(struct arena *a, struct bytes in, const struct read_opts *opts,
    struct doc *d, struct err *e)
{
	struct rtf	*r = arena_alloc(a, 1, sizeof(*r));

	(void)opts;
	r->arena = a;
	r->doc = d;
	r->tables = tables_new(d, 0);
	r->charset = arena_alloc(a, FONTS, 1);
	r->outline = arena_alloc(a, STYLES, 1);
	memset(r->outline, OUTLINE_NONE, STYLES);
	r->stack[0].uc = 1;
	r->stack[0].outline = OUTLINE_NONE;
	buf_init(&r->text, a);
	buf_init(&r->raw, a);
	r->units.to = &r->text;
	if (read_all(r, in, e) < 0)
		return -1;
	r->nbad += r->units.nbad;
	if (r->nbad > 0)
		note_add(a, &d->notes, NOTE_BAD_BYTES, 0, "%ld", r->nbad);
	return 0;
}

const struct reader	 rtf_reader = {
	.name = "rtf",
	.media_type = "application/rtf",
	.probe = rtf_probe,
	.read = rtf_read,
};
