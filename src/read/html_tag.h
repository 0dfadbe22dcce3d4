/*
 * The elements of HTML as far as they matter here, and the tags of a page
 * taken apart.
 */
#ifndef READ_HTML_TAG_H
#define READ_HTML_TAG_H

#include <stdbool.h>

#include "base/str.h"
#include "read/ordinal.h"
#include "read/shift.h"

enum html_kind {
	HTML_INLINE,	/* anything unknown: as if the tag were not there */
	HTML_VOID,	/* the same, and has no content */
	HTML_INPUT,	/* what is filled in is text */
	HTML_PARA,	/* is closed by the next */
	HTML_BLOCK,
	HTML_BREAK,
	HTML_TABLE,
	HTML_PART,	/* of a table */
	HTML_RAW,	/* dropped, to the end of the page if it is open */
	HTML_SKIP,	/* dropped, if it is closed */
	HTML_STRUCK,	/* text that no longer holds */
	HTML_RUBY,	/* what is said of it stands above */
	HTML_FIELD,	/* its content is text and has no tags */
	HTML_CHOICE,	/* one of what it lists shows */
	HTML_RAISED,	/* digits in it are not the figure's */
	HTML_LOWERED,
	HTML_TITLE,
	HTML_META,
};

/* What an element is laid out as, when it is no part of a table. */
enum html_box { BOX_NONE, BOX_BLOCK, BOX_GROUP, BOX_ROW, BOX_CELL };

/* Views of the page, or empty; the first of a kind counts. */
struct html_attrs {
	struct str	rowspan, colspan;
	struct str	name, content;		/* of meta */
	struct str	charset;
	struct str	type, value;		/* of input; of ol and li */
	struct str	start;			/* of ol */
	struct str	id, classes, style;
	struct str	media;			/* of style */
	struct str	rel;			/* of link */
	struct str	role;			/* of what is no table */
	struct str	color, ground;		/* color; bgcolor, background */
	struct str	all;			/* as they are written */
	bool		reversed;
	bool		has_list;		/* style says how to number, */
	enum ordinal	list;			/* so */
	bool		hidden;			/* by attribute or style */
	bool		blank;			/* a cell: it keeps its place */
	bool		veiled;			/* until something opens it */
	bool		open;			/* of details, dialog */
	bool		struck;			/* by style */
	bool		selected;		/* of option */
	enum html_box	box;			/* by style, class or role */
	int		columns;		/* 1: flex, else of a grid */
	bool		item;			/* of such, in a line */
	int		across, down;		/* spans there; -1: unknown */
	enum shift	shift;			/* by style or class */
};

#define HTML_IDS	128

struct html_tag {
	char		 name[16];	/* lower case, cut off */
	int		 id;		/* below HTML_IDS, of a known name */
	bool		 end;
	enum html_kind	 kind;
	const char	*as;		/* what it is written as, or NULL */
	struct html_attrs attrs;
};

/*
 * The tag that begins with the "<" at *at, which moves behind it, or to
 * the end of the text if the tag does not end.  False, and nothing moves,
 * when it is no tag but text.  A comment, a declaration or the beginning of
 * a CDATA section is a tag without a name.  At most LIMIT_ATTRS attributes
 * are looked at.
 */
bool	html_tag(struct str text, size_t *at, struct html_tag *);

/* Where "</name" next begins at or after from, or STR_NONE. */
size_t	html_end_tag(struct str text, const char *name, size_t from);

/* The value of an attribute among those of an element; whether it has it. */
bool	html_attr_of(struct str attrs, struct str name, struct str *value);

/* The two compared without regard to ASCII case. */
bool	html_same(struct str, const char *);

/* A number that begins the value, 0 to 999999999; -1 if there is none. */
int	html_number(struct str);

#endif
