/*
 * Word 97 to 2003 and Kingsoft .wps ([MS-DOC]): compound files with a
 * stream WordDocument.  Read is the main text, and those of text boxes
 * before the paragraph or table that they are anchored in, or last; headers,
 * notes and comments are other texts in the same file and are left out, as
 * are the title and author that its property sets may give, which are more
 * often those of the document it was made from.
 */
#include <config.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "doc/doc.h"
#include "read/cfb.h"
#include "read/doc97_box.h"
#include "read/doc97_list.h"
#include "read/doc97_prop.h"
#include "read/doc97_table.h"
#include "read/doc97_text.h"
#include "read/office.h"
#include "read/read.h"
#include "read/utf16.h"

/* Characters with a meaning of their own (2.4.1, 2.9). */
#define CH_CELL		0x07
#define CH_SHAPE	0x08
#define CH_TAB		0x09
#define CH_LINE		0x0B
#define CH_PAGE		0x0C		/* also ends a section */
#define CH_PARA		0x0D
#define CH_COLUMN	0x0E
#define CH_FIELD	0x13
#define CH_FIELD_SEP	0x14
#define CH_FIELD_END	0x15
#define CH_HYPHEN	0x1E		/* that does not break */
#define CH_SOFT_HYPHEN	0x1F
#define CH_SYMBOL	0x28		/* with a symbol property */

#define FIELDS		64		/* one in another */

struct reading {
	struct arena	*arena;
	struct word	*word;
	struct props	*props;
	struct lists	*lists;
	struct tables	*tables;
	struct doc	*doc;
	struct boxes	*boxes;		/* NULL inside of one */
	struct buf	 text;		/* of the paragraph so far */
	uint64_t	 code;		/* open fields of which code is read */
	int		 nfield;
	struct utf16	 units;		/* into text */
};

static int
doc97_probe(struct bytes in)
{
	return cfb_probe(in, "WordDocument") ? 64 + 12 * 16 : 0;
}

/* A field is its code, a separator, its result, an end; any may nest. */
static void
field(struct reading *r, uint32_t c)
{
	uint64_t	 bit;

	if (c == CH_FIELD) {
		if (r->nfield < FIELDS)
			r->code |= (uint64_t)1 << r->nfield;
		r->nfield++;
		return;
	}
	if (r->nfield == 0)
		return;
	bit = r->nfield <= FIELDS ? (uint64_t)1 << (r->nfield - 1) : 0;
	r->code &= ~bit;
	if (c == CH_FIELD_END)
		r->nfield--;
}

static void
put(struct reading *r, uint32_t c)
{
	utf16_put(&r->units, c);
}

static int
heading_level(const struct pap *pap)
{
	if (pap->outline != OUTLINE_NONE)
		return pap->outline < OUTLINE_BODY ? pap->outline + 1 : -1;
	/* Styles 1 to 9 are the headings in every document (2.9.271). */
	return pap->istd >= 1 && pap->istd <= 9 ? pap->istd : -1;
}

/* The paragraph is complete; its number, if it has one, comes first. */
static int
end_para(struct reading *r, uint32_t mark, const struct pap *pap,
    struct err *e)
{
	struct buf	 all;
	struct str	 text;
	int		 level = heading_level(pap);

	utf16_end(&r->units);
	text = buf_text(&r->text);
	if (pap->ilfo != 0 && str_trim(text).n > 0) {
		buf_init(&all, r->arena);
		lists_number(r->lists, pap->ilfo, pap->ilvl, &all);
		buf_str(&all, str_trim(text));
		text = buf_text(&all);
	} else
		text = str_dup(r->arena, text);
	buf_clear(&r->text);
	r->code = 0;	/* a code does not go on in the next paragraph */
	return tables_para(r->tables, text, (char)mark, pap, level, e);
}

/* A character that may end the paragraph. */
static int
mark(struct reading *r, uint32_t c, size_t fc, const struct piece *p,
    bool hidden, struct err *e)
{
	const struct pap	*pap;

	if (props_pap(r->props, fc, p->prm, &pap, e) < 0)
		return -1;
	if (c == CH_PAGE && pap->itap > 0) {
		put(r, '\n');
		return 0;
	}
	/* A mark that was deleted joins its paragraph with the next. */
	if (hidden && pap->itap == 0)
		return 0;
	return end_para(r, c, pap, e);
}

/* Deleted, hidden or struck out: it is not what the document says. */
static bool
is_gone(const struct chp *c)
{
	return c->deleted || c->vanish || c->strike || c->dstrike;
}

static void
plain(struct reading *r, uint32_t c, const struct chp *chp)
{
	switch (c) {
	case CH_TAB:
		put(r, c);
		break;
	case CH_LINE:
	case CH_COLUMN:
		put(r, '\n');
		break;
	case CH_HYPHEN:
		put(r, '-');
		break;
	case CH_SOFT_HYPHEN:
		break;
	case CH_SYMBOL:
		/* What a symbol font shows in the private area is unknown. */
		if (chp->symbol == 0)
			put(r, c);
		else if (chp->symbol < 0xE000 || chp->symbol > 0xF8FF)
			put(r, chp->symbol);
		break;
	default:
		/* Pictures, references, separators and the like. */
		if (c >= 0x20)
			put(r, shift_char(c, chp->shift));
	}
}

/* What was read, to its end. */
static int
finish(struct reading *r, struct err *e)
{
	static const struct pap	 none = { .outline = OUTLINE_NONE };

	utf16_end(&r->units);
	if (r->text.n > 0 && end_para(r, CH_PARA, &none, e) < 0)
		return -1;
	return tables_end(r->tables, e);
}

static int	read_piece(struct reading *, const struct piece *,
		    struct err *);

static int
read_box(struct reading *r, struct box *b, struct err *e)
{
	const struct pieces	*ps = &r->word->boxes;
	struct reading		 in = { .arena = r->arena, .word = r->word,
		.props = r->props, .lists = r->lists, .doc = r->doc };

	b->done = true;
	in.tables = tables_new(r->doc, tables_line(r->tables));
	buf_init(&in.text, r->arena);
	in.units.to = &in.text;
	for (size_t i = 0; i < ps->n; i++) {
		struct piece	 p = ps->v[i];

		if (p.end <= b->cp || p.cp >= b->end)
			continue;
		if (p.cp < b->cp) {
			p.fc += (p.wide ? 2 : 1) * (size_t)(b->cp - p.cp);
			p.cp = b->cp;
		}
		if (p.end > b->end)
			p.end = b->end;
		if (read_piece(&in, &p, e) < 0)
			return -1;
	}
	if (finish(&in, e) < 0)
		return -1;
	r->units.nbad += in.units.nbad;
	return 0;
}

/* Text boxes of the shape whose anchor this character is. */
static int
read_boxes(struct reading *r, uint32_t cp, struct err *e)
{
	struct box	*b;

	while (r->boxes != NULL && (b = boxes_at(r->boxes, cp)) != NULL)
		if (read_box(r, b, e) < 0)
			return -1;
	return 0;
}

static int
read_piece(struct reading *r, const struct piece *p, struct err *e)
{
	size_t		 step = p->wide ? 2 : 1, fc = p->fc;
	struct chp	 chp;

	for (uint32_t cp = p->cp; cp < p->end; cp++, fc += step) {
		uint32_t	 c = word_unit(r->word, p, fc);

		if (props_chp(r->props, fc, p->prm, &chp, e) < 0)
			return -1;
		switch (c) {
		case CH_CELL:
		case CH_PAGE:
		case CH_PARA:
			if (mark(r, c, fc, p, chp.deleted || chp.vanish,
			    e) < 0)
				return -1;
			break;
		case CH_SHAPE:
			if (!is_gone(&chp) && read_boxes(r, cp, e) < 0)
				return -1;
			break;
		case CH_FIELD:
		case CH_FIELD_SEP:
		case CH_FIELD_END:
			field(r, c);
			break;
		default:
			if (r->code == 0 && !is_gone(&chp))
				plain(r, c, &chp);
		}
	}
	return 0;
}

static int
read_text(struct reading *r, struct doc *d, struct err *e)
{
	for (size_t i = 0; i < r->word->text.n; i++)
		if (read_piece(r, &r->word->text.v[i], e) < 0)
			return -1;
	if (finish(r, e) < 0)
		return -1;
	/* In a group of shapes they have no anchor of their own. */
	for (size_t i = 0; i < r->boxes->n; i++)
		if (!r->boxes->v[i].done && r->boxes->v[i].shape != 0 &&
		    read_box(r, &r->boxes->v[i], e) < 0)
			return -1;
	if (r->units.nbad > 0)
		note_add(d->arena, &d->notes, NOTE_BAD_BYTES, 0, "%ld",
		    r->units.nbad);
	return 0;
}

static int
doc97_read(struct arena *a, struct bytes in, const struct read_opts *opts,
    struct doc *d, struct err *e)
{
	struct reading	 r = { .arena = a, .doc = d };
	struct boxes	 boxes;

	if (word_open(a, in, &r.word, e) < 0)
		return -1;
	if (r.word->nfib < WORD_97)
		return office_read(a, in, &office_word6, opts, d, e);
	r.props = props_new(r.word);
	r.lists = lists_new(r.word);
	r.tables = tables_new(d, 0);
	if (boxes_read(r.word, &boxes, e) < 0)
		return -1;
	r.boxes = &boxes;
	buf_init(&r.text, a);
	r.units.to = &r.text;
	return read_text(&r, d, e);
}

const struct reader	 doc97_reader = {
	.name = "doc97",
	.media_type = "application/msword",
	.probe = doc97_probe,
	.read = doc97_read,
};
