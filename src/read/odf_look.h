/*
 * Styles of OpenDocument texts (ODF 1.3 part 3, 16.29 and 20), as far as
 * they decide whether a text holds: hidden, struck out, raised.
 */
#ifndef READ_ODF_LOOK_H
#define READ_ODF_LOOK_H

#include <stdbool.h>

#include "read/shift.h"

struct arena;
struct err;
struct odf_looks;
struct xml;

struct odf_look {
	bool		 hidden;	/* or struck out */
	enum shift	 shift;
};

struct odf_looks *odf_looks_new(struct arena *);

/*
 * An element of the styles; any other is of no concern.  -1 with ERR_LIMIT if
 * there are more than LIMIT_ENTRIES styles: what the rest hide is not known.
 */
int		 odf_looks_style(struct odf_looks *, const struct xml *,
		    const char *name, struct err *);

/*
 * What a style of that family looks like, with what it inherits and over
 * what is around it; a name of NULL changes nothing.
 */
enum odf_family { ODF_TEXT, ODF_PARAGRAPH, ODF_CELL, ODF__N };
struct odf_look	 odf_look(const struct odf_looks *, enum odf_family,
		    const char *style, struct odf_look around);

/* Looks of a paragraph and of the spans open in it. */
struct odf_spans {
	struct odf_look	 look;		/* of what comes now */
	struct odf_look	 outer[64];	/* those deeper are as the 64th */
	int		 depth;
};

void		 odf_span_open(struct odf_spans *, const struct odf_looks *,
		    enum odf_family, const char *style);
void		 odf_span_close(struct odf_spans *);

#endif
