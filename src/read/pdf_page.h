/*
 * A PDF, or another document of fixed pages, as these show it: words, the
 * lines they stand in, and ruling lines.  Lengths are thousandths of a point
 * (1/72 inch), from the top left corner of the page; everything lives in the
 * arena of the struct pdf.
 */
#ifndef READ_PDF_PAGE_H
#define READ_PDF_PAGE_H

#include <stdbool.h>

#include "base/str.h"

#define PT	1000

struct arena;
struct doc;
struct err;
struct pdf_raster;

struct pdf_box {
	int	 x0, y0, x1, y1;
};

static inline int
pdf_box_height(const struct pdf_box *b)
{
	return b->y1 - b->y0;
}

/* Halfway between its sides. */
static inline int
pdf_box_middle(const struct pdf_box *b)
{
	return b->x0 + (b->x1 - b->x0) / 2;
}

/* Halfway from its top to its foot. */
static inline int
pdf_box_middle_y(const struct pdf_box *b)
{
	return b->y0 + (b->y1 - b->y0) / 2;
}

/* x' = a x + c y + e, y' = b x + d y + f, in points, as in SVG. */
struct pdf_matrix {
	double	 a, b, c, d, e, f;
};

struct pdf_word {
	struct pdf_box	 box;
	struct str	 text;		/* not empty, without spaces */
	int		 line;		/* ordinal of its line, document */
	int		 row;		/* as pdf_order() numbered it */
	int		 cell;		/* of the table at hand, or -1 */
	bool		 apart;		/* in another cell than the last one */
	bool		 gone;		/* running head, page number */
	bool		 across;	/* no part of the text, but over it */
	bool		 over;		/* printed over another, or under it */
	bool		 taken;		/* by a table */
};

/* A horizontal rule at y = at, or a vertical one at x = at. */
struct pdf_rule {
	int	 at, from, to;
};

/* Where a character is drawn: its origin, on the base line. */
struct pdf_glyph {
	int	 x, y;
	short	 wide, high;		/* of its ink, from x on; tenths of a
					   point; 0: none, or not known */
	bool	 faint;			/* light, but not white */
	bool	 red;			/* as seals are */
	bool	 tilted;		/* in a line that is neither level nor
					   upright */
};

struct pdf_line {
	struct pdf_box	 box;
	int		 first, n;	/* in pdf_page.word */
	int		 ordinal;	/* from 1, over the document */
};

struct pdf_page {
	int		 width, height;
	struct pdf_matrix view;		/* from the page as it is drawn */
	struct pdf_word	*word;
	int		 nword;
	size_t		 wordcap;
	struct pdf_line	*line;
	int		 nline;
	struct pdf_rule	*across, *down;	/* horizontal, vertical rules */
	int		 nacross, ndown;
	size_t		 acrosscap, downcap;
	struct pdf_glyph *glyph;	/* by y, then x */
	int		 nglyph;
	size_t		 glyphcap;
	struct pdf_box	*mark;		/* shapes that may be characters */
	int		 nmark;
	size_t		 markcap;
	struct pdf_box	*veil;		/* where it has more than was read */
	int		 nveil;
	size_t		 veilcap;
	double		 pictures;	/* how much of it they cover, of 1 */
	struct pdf_raster *raster;	/* what they show, or NULL */
};

struct pdf {
	struct arena	*arena;
	struct pdf_page	*page;
	int		 npage;
	size_t		 pagecap;
	int		 nword, nrule;	/* on all pages */
	long		 nhan, nalien;	/* characters of words */
};

struct pdf	*pdf_new(struct arena *);

extern const struct pdf_matrix	 pdf_as_drawn;

/* The inner one first. */
struct pdf_matrix pdf_multiply(struct pdf_matrix outer,
		    struct pdf_matrix inner);

/* The smallest box that holds what becomes of the box. */
struct pdf_box	 pdf_map_box(const struct pdf_matrix *, struct pdf_box);

/*
 * Turns pages on which most words lie on their side or on their head, and
 * levels those whose lines all have the same slope, of up to 6 degrees: their
 * words, and .view for what is drawn.  The words are in reading order.
 */
void		 pdf_upright(struct pdf *);

/* Turns a page whose lines have that slope until they are level. */
void		 pdf_level(struct pdf_page *, double slope);

/*
 * Appends a page, and a word to the last page, with characters in a form of
 * ours.  -1 with ERR_LIMIT beyond LIMIT_PAGES or LIMIT_WORDS.
 */
int		 pdf_add_page(struct pdf *, int width, int height,
		    struct err *);
int		 pdf_add_word(struct pdf *, struct pdf_box, struct str text,
		    struct err *);

/* All words are there: pages are made upright, boxes as high as print. */
void		 pdf_words_end(struct pdf *);

/*
 * Appends the pages and words of what "pdftotext -bbox" wrote.  -1 with
 * ERR_LIMIT beyond LIMIT_PAGES or LIMIT_WORDS.
 */
int		 pdf_words(struct pdf *, struct str bbox, struct err *);

/*
 * Whether the words are not what the pages show: fonts that do not say which
 * characters they draw give accented letters, controls and private characters
 * among ideographs, and digits for what is none.
 */
bool		 pdf_is_garbled(const struct pdf *);

/*
 * Sorts words into lines, top down, and by x in each; .row counts the lines
 * from 0.  Returns how many there are.
 */
int		 pdf_order(struct pdf_word *, int n);

/* The smallest box that holds both. */
struct pdf_box	 pdf_both(struct pdf_box, struct pdf_box);

/*
 * Sorts the words of every page into lines, top down and left to right,
 * and numbers the lines.
 */
void		 pdf_lines(struct pdf *);

/* Marks running heads and feet and page numbers as gone. */
void		 pdf_running(struct pdf *);

/*
 * Adds the ruling lines of what "pdftocairo -svg" wrote of the pages from
 * first on (counted from 0), joined where they touch, and the glyphs.
 * Returns the number of pages it saw, or 0 when the first of them has not
 * the size of ours.  A page with more than LIMIT_RULES is a drawing and
 * keeps none.
 */
int		 pdf_rules(struct pdf *, int first, struct str svg);

/*
 * Whether a page is a picture of paper, whose words are not drawn, or under
 * it: what a program has recognised in it.
 */
bool		 pdf_is_picture(const struct pdf_page *);

/* More glyphs than this on a page are a drawing, and none is kept. */
#define PDF_GLYPHS	50000

void		 pdf_glyphs_sort(struct pdf_page *);

/* The first glyph that is not above y, of those sorted by it. */
int		 pdf_glyph_from(const struct pdf_page *, int y);

/*
 * Adds words of U+FFFD for the characters that are drawn on pages and that no
 * word has, as their fonts do not say which they are, and numbers the lines
 * anew; *n counts them.  -1 with ERR_LIMIT beyond LIMIT_WORDS.
 */
int		 pdf_unnamed(struct pdf *, int *n, struct err *);

/*
 * The same for shapes that are as high as words and stand in none: behind
 * words, alone on their line, or between rules.
 */
int		 pdf_outlined(struct pdf *, int *n, struct err *);

/* Whether a part of a page may have more than its words. */
bool		 pdf_is_veiled(const struct pdf_page *, const struct pdf_box *);

/*
 * Where the characters of a word begin, in x[0..]; false if that is not
 * known, or there are more than max.
 */
bool		 pdf_glyphs_of(const struct pdf_page *,
		    const struct pdf_word *, int *x, int max);

/*
 * Drops the words that are drawn across the pages: tilted, or faint and the
 * same in the same place on most pages that were drawn, or of a seal, which
 * is red words without figures around one that stands upon others; and
 * numbers the lines anew.
 */
void		 pdf_watermarks(struct pdf *);

/*
 * Makes two pages of each sheet that has them beside each other: all wide
 * pages are such sheets, or none.  Their rules are there already.
 */
void		 pdf_halves(struct pdf *);

/*
 * Marks the words that stand over others of about their size; those of them
 * that have digits get U+FFFD behind these.  Notes how many there are.
 */
void		 pdf_overprinted(struct pdf *, struct doc *);

/*
 * Makes two of each word that is in no table, and whose glyphs show a gap:
 * where fonts have no measures, or columns are narrow, words of neighbouring
 * cells run together.
 */
void		 pdf_glyphs_cut(struct pdf *);

/* Digits and the signs that stand with or for figures, and nothing else. */
bool		 pdf_is_figure(struct str);

/* Whether there is to be a space between two words of a line. */
bool		 pdf_spaced(const struct pdf_word *, const struct pdf_word *);

/*
 * Whether the text begins as an item of a list: "（一）", "3.", "四、",
 * "第二十条".
 */
bool		 pdf_begins_item(struct str);

/*
 * Adds a word of n characters of which only the place is known, to any page;
 * -1 with ERR_LIMIT when there are too many words.
 */
int		 pdf_add_unknown(struct pdf *, struct pdf_page *,
		    struct pdf_box, int n, struct err *);

#endif
