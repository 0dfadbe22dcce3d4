/*
 * Paragraph styles of a Word document (ECMA-376 part 1, 17.7), as far as
 * they decide what a paragraph is.
 */
#ifndef READ_DOCX_STYLE_H
#define READ_DOCX_STYLE_H

#include "base/str.h"

struct arena;
struct err;
struct styles;

struct style {
	const char	*id;
	int		 level;		/* of a heading; 0: none */
	int		 num;		/* list it belongs to, or -1 */
	int		 ilvl;		/* level in the list, or -1 */
};

/* Of styles.xml; with no bytes, one without any styles. */
int	styles_read(struct arena *, struct bytes, struct styles **,
	    struct err *);

/* With what it inherits; NULL for one that there is not. */
const struct style	*styles_find(const struct styles *, const char *id);

#endif
