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

/*
 * Text of another format that stands in for a piece of the body (w:altChunk,
 * 17.17.2.1): appends that of the part with the id.
 */
struct docx_chunks {
	int	(*read)(void *ctx, const char *id, struct doc *,
		    struct err *);
	void	*ctx;
};

/*
 * Lines are the ordinals of paragraphs, those in tables included.  Chunks
 * may be NULL, and are then passed over.
 */
int	docx_body(struct arena *, struct bytes, const struct styles *,
	    struct numbering *, const struct docx_chunks *, struct doc *,
	    struct err *);

#endif
