/*
 * The bodies of OpenDocument files (ODF 1.3 part 3).
 */
#ifndef READ_ODF_BODY_H
#define READ_ODF_BODY_H

#include "base/str.h"

struct arena;
struct doc;
struct err;
struct odf_lists;
struct odf_looks;

/* Of content.xml: text; lines are the ordinals of paragraphs. */
int	odf_text(struct arena *, struct bytes, struct odf_lists *,
	    struct odf_looks *, struct doc *, struct err *);

/* Of content.xml: the sheets that show; lines are their rows. */
int	odf_sheets(struct arena *, struct bytes, struct odf_looks *,
	    struct doc *, struct err *);

#endif
