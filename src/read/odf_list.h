/*
 * Numbered lists and headings of OpenDocument text (ODF 1.3 part 3, 5.3 and
 * 16.30): what stands before a paragraph on the page but not in its text.
 */
#ifndef READ_ODF_LIST_H
#define READ_ODF_LIST_H

#include <stdbool.h>

#include "base/str.h"

struct arena;
struct odf_lists;
struct xml;

struct odf_lists *odf_lists_new(struct arena *);

/* Collects list styles; for every start of an element of any part. */
void		 odf_lists_style(struct odf_lists *, struct xml *,
		    const char *name);

/* text:list and its ends, nested as they are. */
void		 odf_list_open(struct odf_lists *, struct xml *);
void		 odf_list_close(struct odf_lists *);

/* text:list-item. */
void		 odf_list_item(struct odf_lists *, struct xml *);

/*
 * The label of a paragraph or heading that begins, in the arena; empty if
 * it is not the first of an item.  Level is that of a heading, else 0.
 */
struct str	 odf_list_label(struct odf_lists *, int level);

#endif
