/*
 * Styles of a Word document (ECMA-376 part 1, 17.7), as far as they decide
 * what a paragraph is and what is seen of its text.
 */
#ifndef READ_DOCX_STYLE_H
#define READ_DOCX_STYLE_H

#include "base/str.h"
#include "read/docx_look.h"

struct arena;
struct err;
struct styles;

struct style {
	const char	*id;
	int		 level;		/* of a heading; 0: none */
	int		 num;		/* list it belongs to, or -1 */
	int		 ilvl;		/* level in the list, or -1 */
	struct look	 look;
};

/* Of styles.xml; with no bytes, one without any styles. */
int	styles_read(struct arena *, struct bytes, struct styles **,
	    struct err *);

/*
 * A style of paragraphs, or of runs, with what it inherits; NULL for one
 * that there is not.
 */
const struct style	*styles_find(const struct styles *, const char *id);
const struct style	*styles_find_run(const struct styles *,
			    const char *id);

#endif
