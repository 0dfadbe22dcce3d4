/*
 * XML as it comes in documents: a stream of events, with names in a form
 * that does not depend on prefixes (and the only file that knows expat).
 *
 * A name is "w:tbl": the prefix that everybody uses for the namespace,
 * whichever one the document uses, the strict and the transitional variant
 * of OOXML alike; "?" for a namespace that is not known, and no prefix at
 * all for none.
 *
 * Refused: a document type declaration, and with it all entities that the
 * document could define; elements nested deeper than LIMIT_NEST.
 */
#ifndef READ_XML_H
#define READ_XML_H

#include "base/str.h"

struct err;
struct xml;

/* Each may be NULL, and ends the parse by returning -1. */
struct xml_events {
	int	(*start)(struct xml *, const char *name, void *ctx,
		    struct err *);
	int	(*end)(struct xml *, const char *name, void *ctx,
		    struct err *);
	/* A piece of character data; the next may go on with it. */
	int	(*text)(struct xml *, struct str, void *ctx, struct err *);
};

/* -1 with ERR_FORMAT, ERR_LIMIT, ERR_TOOL, or as an event set it. */
int	xml_parse(struct bytes, const struct xml_events *, void *ctx,
	    struct err *);

/* Without the white space that some programs leave before a declaration. */
struct bytes	xml_from_start(struct bytes);

/*
 * Of the element that starts, in its event only: the value of an attribute
 * or NULL, among the first LIMIT_ATTRS.
 */
const char	*xml_attr(const struct xml *, const char *name);
int		 xml_attr_int(const struct xml *, const char *name, int def);

/* Elements that are open around the one of the event. */
int	xml_depth(const struct xml *);

#endif
