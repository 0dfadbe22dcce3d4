/*
 * OFD, the fixed pages of Chinese offices (GB/T 33190-2016): a zip archive
 * of XML.  What is seen of a page is its own content and that of its
 * templates; annotations, among them the pictures of seals, lie above it and
 * are none of its text, nor are attachments.
 */
#ifndef READ_OFD_H
#define READ_OFD_H

#include <stdbool.h>

#include "base/str.h"

struct err;
struct pdf;

/* Whether an element has that name, in whatever namespace. */
bool	ofd_is(const char *name, const char *want);

/* The first n numbers of a list, 6 at most; if fewer false, v as it was. */
bool	ofd_numbers(struct str, double *v, int n);

/*
 * Takes the XML of a page or template (7.7) that has the area box (x, y,
 * width, height in millimetres): its words for the last page of the pdf, or,
 * when all words are there, the rules and the places of its characters for
 * that page.  -1 with ERR_LIMIT or as xml_parse().
 */
int	ofd_words(struct pdf *, struct bytes, const double box[4],
	    struct err *);
int	ofd_draw(struct pdf *, int page, struct bytes, const double box[4],
	    struct err *);

#endif
