/*
 * What a reader sees of the text: deletions that are tracked, hidden and
 * struck text, fields' instructions, with what fields in these result in,
 * and old properties are passed over; of alternatives the first is taken;
 * text boxes are paragraphs before the one that they are anchored in.
 */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/limit.h"
#include "doc/doc.h"
#include "read/docx_body.h"
#include "read/docx_num.h"
#include "read/docx_style.h"
#include "read/nest.h"
#include "read/xml.h"

enum elem {
	E_OTHER,
	E_ALTERNATE, E_ANNOTATION, E_BR, E_BRANCH, E_CELLDEL, E_CHUNK, E_CR,
	E_DEL, E_DROPPED, E_FIELD,
	E_GRIDBEFORE, E_GRIDCOL, E_GRIDSPAN, E_HIDDEN, E_HMERGE, E_HYPHEN,
	E_ILVL, E_LABEL, E_NUMID, E_NUMPR, E_OUTLINE, E_P, E_PPR, E_PROMPT,
	E_PSTYLE, E_R, E_RPR, E_RSTYLE, E_SDT, E_SDTCONTENT, E_SYM, E_T,
	E_TAB, E_TBL,
	E_TC, E_TR, E_TRPR, E_VMERGE
};

static const struct {
	const char	*name;
	enum elem	 elem;
} elems[] = {		/* in order of strcmp() */
	{ "aml:annotation",	E_ANNOTATION },
	{ "m:r",		E_R },
	{ "m:sub",		E_DROPPED },
	{ "m:sup",		E_DROPPED },
	{ "m:t",		E_T },
	{ "mc:AlternateContent", E_ALTERNATE },
	{ "mc:Choice",		E_BRANCH },
	{ "mc:Fallback",	E_BRANCH },
	{ "w:altChunk",		E_CHUNK },
	{ "w:br",		E_BR },
	{ "w:cellDel",		E_CELLDEL },
	{ "w:comment",		E_DROPPED },
	{ "w:cr",		E_CR },
	{ "w:del",		E_DEL },
	{ "w:endnote",		E_DROPPED },
	{ "w:fldChar",		E_FIELD },
	{ "w:footnote",		E_DROPPED },
	{ "w:ftr",		E_DROPPED },
	{ "w:glossaryDocument",	E_DROPPED },
	{ "w:gridBefore",	E_GRIDBEFORE },
	{ "w:gridCol",		E_GRIDCOL },
	{ "w:gridSpan",		E_GRIDSPAN },
	{ "w:hMerge",		E_HMERGE },
	{ "w:hdr",		E_DROPPED },
	{ "w:hidden",		E_HIDDEN },
	{ "w:ilvl",		E_ILVL },
	{ "w:listPr",		E_NUMPR },
	{ "w:moveFrom",		E_DROPPED },
	{ "w:noBreakHyphen",	E_HYPHEN },
	{ "w:numId",		E_NUMID },
	{ "w:numPr",		E_NUMPR },
	{ "w:numberingChange",	E_DROPPED },
	{ "w:outlineLvl",	E_OUTLINE },
	{ "w:p",		E_P },
	{ "w:pPr",		E_PPR },
	{ "w:pPrChange",	E_DROPPED },
	{ "w:pStyle",		E_PSTYLE },
	{ "w:ptab",		E_TAB },
	{ "w:r",		E_R },
	{ "w:rPr",		E_RPR },
	{ "w:rPrChange",	E_DROPPED },
	{ "w:rStyle",		E_RSTYLE },
	{ "w:rt",		E_DROPPED },
	{ "w:sdt",		E_SDT },
	{ "w:sdtContent",	E_SDTCONTENT },
	{ "w:sectPrChange",	E_DROPPED },
	{ "w:showingPlcHdr",	E_PROMPT },
	{ "w:sym",		E_SYM },
	{ "w:t",		E_T },
	{ "w:tab",		E_TAB },
	{ "w:tbl",		E_TBL },
	{ "w:tblGridChange",	E_DROPPED },
	{ "w:tblPrChange",	E_DROPPED },
	{ "w:tblPrExChange",	E_DROPPED },
	{ "w:tc",		E_TC },
	{ "w:tcPrChange",	E_DROPPED },
	{ "w:tr",		E_TR },
	{ "w:trPr",		E_TRPR },
	{ "w:trPrChange",	E_DROPPED },
	{ "w:vMerge",		E_VMERGE },
	{ "w:vmerge",		E_VMERGE },
	{ "wx:t",		E_LABEL },
};

/* One that is open; text boxes put paragraphs inside paragraphs. */
struct para {
	struct buf	 text;
	struct str	 label;		/* that is given in so many words */
	int		 line, outline, num, ilvl;
	const struct style *style;
	bool		 in_props, joins_next, labelled;
	struct look	 look;		/* of the run that is open */
	int		 nfield;	/* that are open */
	int		 code;		/* of them, whose instructions come:
					   the outermost; or 0 */
	struct para	*outer;
};

struct body {
	struct arena	*arena;
	const struct styles *styles;
	struct numbering *nums;
	const struct docx_chunks *chunks;
	struct doc	*doc;
	struct nest	*nest;
	struct para	*para;
	int		 skip;		/* elements open in what is skipped */
	unsigned char	 open[LIMIT_NEST + 1];	/* enum elem, by depth */
	bool		 taken[LIMIT_NEST + 1];	/* what comes is skipped */
	struct nest_cell *cell;
	int		 before;	/* columns left out by the row */
	int		 line;
	struct str	 carried;	/* text of a paragraph without an end */
};

static int
by_name(const void *key, const void *elem)
{
	return strcmp(key, *(const char *const *)elem);
}

static enum elem
elem_of(const char *name)
{
	size_t		 i;
	const void	*p = bsearch(name, elems,
			    sizeof(elems) / sizeof(elems[0]),
			    sizeof(elems[0]), by_name);

	if (p == NULL)
		return E_OTHER;
	i = (size_t)((const char *)p - (const char *)elems) /
	    sizeof(elems[0]);
	return elems[i].elem;
}

static void
open_para(struct body *b)
{
	struct para	*p = arena_alloc(b->arena, 1, sizeof(*p));

	buf_init(&p->text, b->arena);
	p->line = ++b->line;
	p->outline = p->num = p->ilvl = -1;
	p->outer = b->para;
	b->para = p;
	buf_str(&p->text, b->carried);
	b->carried = STR("");
}

static int
para_level(const struct para *p)
{
	if (p->outline >= 0)
		return p->outline < 9 ? p->outline + 1 : 0;
	return p->style != NULL ? p->style->level : 0;
}

/* The number that Word puts before the paragraph. */
static struct str
para_label(struct body *b, struct para *p)
{
	int	 num = p->num, ilvl = p->ilvl;

	if (p->label.n > 0)
		return p->label;
	if (num < 0 && p->style != NULL) {
		num = p->style->num;
		if (ilvl < 0)
			ilvl = p->style->ilvl;
		if (ilvl < 0 && num > 0)
			ilvl = numbering_level(b->nums, num, p->style->id);
	}
	return num > 0 ? numbering_next(b->nums, num, ilvl < 0 ? 0 : ilvl) :
	    STR("");
}

/* Up to a line break, or to the end of the paragraph. */
static int
put_line(struct body *b, bool last, struct err *e)
{
	struct para	*p = b->para;
	struct str	 s = buf_text(&p->text), label;
	char		 end;

	if (last && p->joins_next) {
		b->carried = str_dup(b->arena, s);
		return 0;
	}
	if (!p->labelled) {
		p->labelled = true;
		label = para_label(b, p);
		end = label.n > 0 ? label.p[label.n - 1] : '\0';
		if (end >= '0' && end <= '9' && s.n > 0)
			label = str_cat(b->arena, label, STR(" "));
		s = str_cat(b->arena, label, s);
	} else
		s = str_dup(b->arena, s);
	buf_clear(&p->text);
	return nest_para(b->nest, s, p->line, para_level(p), e);
}

static int
close_para(struct body *b, struct err *e)
{
	int	 ret;

	if (b->para == NULL)
		return 0;
	ret = put_line(b, true, e);
	b->para = b->para->outer;
	return ret;
}

/* Fonts of pictures; others have digits where ASCII does (17.3.3.30). */
static bool
has_digits(const char *font)
{
	return font != NULL && strstr(font, "dings") == NULL;
}

/*
 * Symbols are from fonts whose characters have no other number, but in the
 * private use area, where what is in a font of text is moved to as well.
 */
static void
put_symbol(struct para *p, const struct xml *x)
{
	const char	*v = xml_attr(x, "w:char");
	long		 c = v != NULL ? strtol(v, NULL, 16) : 0;

	if (c >= 0xF000 + '0' && c <= 0xF000 + '9' &&
	    has_digits(xml_attr(x, "w:font")))
		c -= 0xF000;
	if (c > 0x20 && c < 0x10000 && (c < 0xD800 || c >= 0xE000))
		buf_char(&p->text, (uint32_t)c);
}

/*
 * A field is its instructions, a separator, its result, and an end; any may
 * nest (17.16.18).  One that is open at the end of its paragraph is let go,
 * so that one without an end hides nothing behind.
 */
static void
field(struct para *p, const struct xml *x)
{
	const char	*type = xml_attr(x, "w:fldCharType");

	if (type == NULL)
		return;
	if (strcmp(type, "begin") == 0) {
		p->nfield++;
		if (p->code == 0)
			p->code = p->nfield;
		return;
	}
	if (p->code == p->nfield)
		p->code = 0;
	if (strcmp(type, "end") == 0 && p->nfield > 0)
		p->nfield--;
}

/*
 * Instructions are elements of their own (w:instrText), but for the results
 * of the fields among them.
 */
static bool
is_instruction(const struct para *p)
{
	return p->code > 0 && p->nfield > p->code;
}

static int
run_content(struct body *b, struct xml *x, enum elem el, struct err *e)
{
	struct para	*p = b->para;
	const char	*type;

	if (el == E_FIELD)
		field(p, x);
	if (look_hides(&p->look) || is_instruction(p))
		return 0;
	switch (el) {
	case E_BR:
		type = xml_attr(x, "w:type");
		if (type != NULL && strcmp(type, "textWrapping") != 0)
			return 0;
		return put_line(b, false, e);
	case E_CR:
		return put_line(b, false, e);
	case E_TAB:
		buf_puts(&p->text, "\t");
		return 0;
	case E_HYPHEN:
		buf_puts(&p->text, "-");
		return 0;
	case E_SYM:
		put_symbol(p, x);
		return 0;
	default:
		return 0;
	}
}

/* The look of a run's own style comes before that of the paragraph's. */
static void
run_style(struct body *b, const char *id)
{
	const struct style	*s = id != NULL ?
				    styles_find_run(b->styles, id) : NULL;
	struct look		 l;

	if (s == NULL)
		return;
	l = s->look;
	look_inherit(&l, b->para->look);
	b->para->look = l;
}

static void
para_property(struct body *b, struct xml *x, enum elem el)
{
	struct para	*p = b->para;
	const char	*v = xml_attr(x, "w:val");

	if (el == E_PSTYLE)
		p->style = v != NULL ? styles_find(b->styles, v) : NULL;
	else if (el == E_OUTLINE)
		p->outline = xml_attr_int(x, "w:val", -1);
	else if (el == E_NUMID)
		p->num = xml_attr_int(x, "w:val", 0);
	else if (el == E_ILVL)
		p->ilvl = xml_attr_int(x, "w:val", 0);
	else if (el == E_LABEL && (v = xml_attr(x, "wx:val")) != NULL)
		p->label = str_dup(b->arena, str_of(v));
}

static void
cell_property(struct body *b, struct xml *x, enum elem el)
{
	const char	*v = xml_attr(x, "w:val");
	bool		 restart = v != NULL && strcmp(v, "restart") == 0;
	int		 n;

	if (b->cell == NULL)
		return;
	if (el == E_GRIDSPAN) {
		n = xml_attr_int(x, "w:val", 1);
		b->cell->colspan = n < 1 ? 1 : n > LIMIT_SPAN ? LIMIT_SPAN : n;
	} else if (el == E_VMERGE)
		b->cell->below = !restart;
	else if (el == E_HMERGE)
		b->cell->joined = !restart;
	else
		b->cell->dropped = true;
}

/* The row whose property's property this is. */
static void
drop_row(struct body *b, int depth)
{
	nest_row_drop(b->nest);
	if (depth >= 2)
		b->taken[depth - 2] = true;
}

/* Elements that mean something by what they are in; true if it is skipped. */
static bool
dropped(struct body *b, struct xml *x, enum elem el, enum elem parent)
{
	int		 depth = xml_depth(x);
	const char	*type;

	switch (el) {
	case E_DROPPED:
		return true;
	case E_ANNOTATION:
		type = xml_attr(x, "w:type");
		return type != NULL && strcmp(type, "Word.Deletion") == 0;
	case E_DEL:
		if (parent == E_TRPR)
			drop_row(b, depth);
		else if (parent == E_RPR && b->para != NULL &&
		    b->para->in_props)
			b->para->joins_next = true;
		return true;
	case E_HIDDEN:
		if (parent == E_TRPR && docx_is_on(x)) {
			drop_row(b, depth);
			note_add(b->arena, &b->doc->notes, NOTE_HIDDEN,
			    b->line + 1, "a row of a table");
		}
		return true;
	case E_TC:
		return parent == E_TR && b->taken[depth - 1];
	case E_PROMPT:
		/* What stands there is a request to write something. */
		if (depth >= 2 && docx_is_on(x))
			b->taken[depth - 2] = true;
		return true;
	case E_SDTCONTENT:
		return parent == E_SDT && b->taken[depth - 1];
	case E_BRANCH:
		if (parent != E_ALTERNATE)
			return false;
		if (b->taken[depth - 1])
			return true;
		b->taken[depth - 1] = true;
		return false;
	default:
		return false;
	}
}

static void
open_cell(struct body *b)
{
	b->cell = nest_cell(b->nest, b->line + 1);
	if (b->cell != NULL)
		b->cell->before = b->before;
	b->before = 0;
}

/* An element of the paragraph that is open, and of its runs. */
static int
para_content(struct body *b, struct xml *x, const char *name, enum elem el,
    enum elem parent, struct err *e)
{
	if (el == E_PPR)
		b->para->in_props = true;
	else if (el == E_R) {
		b->para->look = b->para->style != NULL ?
		    b->para->style->look : look_unsaid();
	} else if (parent == E_R)
		return run_content(b, x, el, e);
	else if (el == E_RSTYLE && !b->para->in_props)
		run_style(b, xml_attr(x, "w:val"));
	else if (parent == E_RPR && !b->para->in_props)
		look_set(&b->para->look, x, name);
	else if (parent == E_PPR || parent == E_NUMPR)
		para_property(b, x, el);
	return 0;
}

static int
body_start(struct xml *x, const char *name, void *ctx, struct err *e)
{
	struct body	*b = ctx;
	const char	*id;
	int		 depth = xml_depth(x);
	enum elem	 el = elem_of(name);
	enum elem	 parent = depth > 0 ?
			    (enum elem)b->open[depth - 1] : E_OTHER;

	b->open[depth] = (unsigned char)el;
	b->taken[depth] = false;
	if (b->skip > 0 || dropped(b, x, el, parent)) {
		b->skip++;
		return 0;
	}
	switch (el) {
	case E_P:
		open_para(b);
		return 0;
	case E_TBL:
		return nest_table(b->nest, b->line + 1, e);
	case E_TR:
		b->cell = NULL;
		b->before = 0;
		return nest_row(b->nest, b->line + 1, e);
	case E_TC:
		open_cell(b);
		return 0;
	case E_CHUNK:
		id = xml_attr(x, "r:id");
		return b->chunks == NULL || id == NULL ? 0 :
		    b->chunks->read(b->chunks->ctx, id, b->doc, e);
	case E_GRIDBEFORE:
		b->before = xml_attr_int(x, "w:val", 0);
		return 0;
	case E_GRIDCOL:
		return nest_width(b->nest, xml_attr_int(x, "w:w", 0), e);
	case E_GRIDSPAN:
	case E_VMERGE:
	case E_HMERGE:
	case E_CELLDEL:
		cell_property(b, x, el);
		return 0;
	default:
		return b->para == NULL ? 0 :
		    para_content(b, x, name, el, parent, e);
	}
}

static int
body_end(struct xml *x, const char *name, void *ctx, struct err *e)
{
	struct body	*b = ctx;
	enum elem	 el = (enum elem)b->open[xml_depth(x)];

	(void)name;
	if (b->skip > 0) {
		b->skip--;
		return 0;
	}
	switch (el) {
	case E_P:
		return close_para(b, e);
	case E_PPR:
		if (b->para != NULL)
			b->para->in_props = false;
		return 0;
	case E_TC:
		nest_cell_end(b->nest);
		b->cell = NULL;
		return 0;
	case E_TBL:
		return nest_table_end(b->nest, e);
	default:
		return 0;
	}
}

static int
body_text(struct xml *x, struct str s, void *ctx, struct err *e)
{
	struct body	*b = ctx;
	int		 depth = xml_depth(x);

	(void)e;
	if (b->skip > 0 || b->para == NULL || look_hides(&b->para->look) ||
	    is_instruction(b->para) || depth == 0 || b->open[depth - 1] != E_T)
		return 0;
	if (look_shift(&b->para->look) != SHIFT_NONE)
		shift_put(&b->para->text, s, look_shift(&b->para->look));
	else
		for (size_t i = 0; i < s.n; i++)
			buf_add(&b->para->text, s.p[i] == '\n' ? " " :
			    s.p + i, 1);
	return 0;
}

int
docx_body(struct arena *a, struct bytes in, const struct styles *styles,
    struct numbering *nums, const struct docx_chunks *chunks,
    struct doc *d, struct err *e)
{
	static const struct xml_events	 events = {
		body_start, body_end, body_text
	};
	struct body			*b = arena_alloc(a, 1, sizeof(*b));

	b->arena = a;
	b->styles = styles;
	b->nums = nums;
	b->chunks = chunks;
	b->doc = d;
	b->nest = nest_new(a, d);
	if (xml_parse(in, &events, b, e) < 0 || nest_end(b->nest, e) < 0)
		return -1;
	return nest_para(b->nest, b->carried, b->line, 0, e);
}
