/*
 * Text and its dialects of tables, for the files text*.c alone.
 *
 * A text is a list of lines.  Each dialect looks at the lines from one on
 * and, if a table in its manner begins there, takes them; what nobody takes
 * is a paragraph.  None knows of the official form: all that counts is how
 * lines are built.
 */
#ifndef READ_TEXT_H
#define READ_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct arena;
struct doc;
struct err;
struct grid;
struct group;

#define ROW_CELLS	40 /* cells in a row, at most, when rows are guessed */

/* A line that is not blank. */
struct line {
	struct str	 raw;		/* without its end */
	struct str	 text;		/* trimmed; "" of tabs alone */
	int		 no;		/* 1-based, in the file */
	int		 gap;		/* blank lines before it */
	int		 ghosts; /* of them, those with some white space */
	int		 ntab;		/* tabs in raw; 0 if trail */
	bool		 lead;		/* raw begins with a tab */
	bool		 inner;		/* a tab with text before it */
	bool		 trail;		/* the only tab is the last thing */
	bool		 pipe;		/* there is a | */
};

struct text {
	struct arena	*arena;
	struct doc	*doc;
	struct line	*line;
	size_t		 n;
	struct line	 end;		/* behind the last one, for its gap */
	size_t		 ntable;	/* tables made so far */
	size_t		 no_layout;	/* up to here there is no layout, */
	size_t		 no_list;	/* and up to here no list */
	struct group	*group;		/* of the layout looked at, or NULL */
	bool		 bar_seen;	/* a bar was looked for that is alone */
	bool		 bar_alone;	/* on its line, and found */
	int		*place;		/* room for a canvas, of so many */
	size_t		 nplace;
	size_t		 laid_out;	/* characters of all of them */
	size_t		 no_textile;	/* up to here, and */
	bool		 tex_seen;	/* whether it is LaTeX was asked, */
	bool		 tex;		/* and it is: */
	size_t		 tex_body;	/* the document begins there */
	bool		 page_seen;	/* a form feed was looked for, */
	bool		 paged;		/* and found */
};

/*
 * A dialect: how many lines from at on are its table, which is appended to
 * the doc; 0 if none begins there; -1 on error.
 */
typedef long	 dialect_fn(struct text *, size_t at, struct err *);

dialect_fn	 text_wiki;	/* {| of MediaWiki */
dialect_fn	 text_adoc;	/* |=== of AsciiDoc */
dialect_fn	 text_textile;	/* |_. a |\2. b | */
dialect_fn	 text_tex;	/* \begin{tabular} */
dialect_fn	 text_drawn;	/* +---+ around each cell */
dialect_fn	 text_ruler;	/* columns below a line of --- -- --- */
dialect_fn	 text_bar;	/* a | b |, as extractors of pages write it */
dialect_fn	 text_pipe;	/* | a | b | */
dialect_fn	 text_comma;	/* a,b,"c" */
dialect_fn	 text_row;	/* a row a line, cells parted by tabs */
dialect_fn	 text_cell;	/* a cell a line, each behind a tab */
dialect_fn	 text_layout;	/* columns made of spaces */
dialect_fn	 text_list;	/* a cell a line, and nothing else */

/*
 * A new table, or NULL when there are too many (LIMIT_TABLES); and the same
 * for one that was made before it was known to be one: 0, or -1.
 */
int		 text_count(struct text *, struct err *);
struct grid	*text_table(struct text *, struct err *);

/*
 * The level of a heading in any markup, # a, = a, == a ==, h2. a, and what it
 * says; 0 if it is none.
 */
int		 text_heading(struct str line, struct str *text);

/* The text without <!-- comments -->, which has as many lines. */
struct str	 text_uncomment(struct arena *, struct str);

/* Appends lines from..to-1 as headings and paragraphs. */
int		 text_paras(struct text *, size_t from, size_t to,
		    struct err *);

/* Whether such a table begins there, or may, for those that go by less. */
bool		 text_comma_begins(struct text *, size_t at);
bool		 text_drawn_begins(const struct text *, size_t at);
bool		 text_ruler_begins(const struct text *, size_t at);
bool		 text_layout_begins(const struct text *, size_t at);

/* A field without the quotation marks around it; "" inside is one. */
struct str	 text_unquote(struct arena *, struct str);

/*
 * For the dialects with bars: whether a line is a rule, |---|:--:| or
 * ---|---; the next cell of *rest as it is written, false behind the last,
 * with *rest {NULL, 0} when no bar follows it; what a cell says, <br> being
 * a line break, \| a bar, and ** not there.
 */
bool		 text_is_rule(struct str);
bool		 text_cell_of(struct str *rest, struct str *cell);
struct str	 text_plain(struct arena *, struct str cell);

/*
 * Lines of a column, from top to bottom.  Several figures are those of several
 * rows, and no cell, unless they are parts of one that has no room on a line.
 */
struct pile {
	int	 room;		/* columns of the widest line */
	int	 figures, words;
	int	 wide;		/* columns of all figures */
};

void		 pile_add(struct pile *, struct str);
bool		 pile_is_cell(const struct pile *);

/*
 * What a line is by its shape.  A value is a figure as people write it or
 * a placeholder for one; prose ends like a sentence or is too long for a
 * cell; a caption ends with a colon and has a table below; a numbered line
 * begins with 一、 to 十、; a page number is all there is on the line ("- 3
 * -", "第 3 页 共 6 页").
 */
bool		 line_is_value(struct str);
bool		 line_is_unit(struct str);	/* 条, 件, 万元, alone */
bool		 line_is_prose(struct str);
bool		 line_is_caption(struct str);
bool		 line_is_numbered(struct str);
bool		 line_is_page(struct str);

/* Two spaces or more part pieces of it; and the last one is a figure. */
bool		 line_has_columns(struct str);
bool		 line_has_figures(struct str);

#endif
