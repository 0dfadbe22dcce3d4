/*
 * The main part of a Word document (ECMA-376 part 1, 17.2 to 17.4).
 */
#ifndef READ_DOCX_BODY_H
#define READ_DOCX_BODY_H

#include "base/str.h"

struct arena;
struct doc;
struct err;
struct numbering;
struct styles;

/* Lines are the ordinals of paragraphs, those in tables included. */
int	docx_body(struct arena *, struct bytes, const struct styles *,
	    struct numbering *, struct doc *, struct err *);

#endif
