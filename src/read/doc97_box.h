/*
 * Text boxes of a Word binary document ([MS-DOC] 2.8.25, 2.8.32, 2.9.101):
 * their texts lie one behind the other, after those of notes and headers,
 * and each belongs to a shape that is anchored in the main text.
 */
#ifndef READ_DOC97_BOX_H
#define READ_DOC97_BOX_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

struct err;
struct word;

struct box {
	uint32_t	 cp, end;	/* of its characters */
	uint32_t	 shape;
	bool		 done;		/* has been read */
};

struct boxes {
	struct box	*v;
	size_t		 n;
	struct bytes	 anchors;	/* PlcfSpa */
};

/* -1 with ERR_LIMIT for more than LIMIT_BOXES. */
int		 boxes_read(const struct word *, struct boxes *,
		    struct err *);

/* One not yet done whose shape is anchored in that character, or NULL. */
struct box	*boxes_at(const struct boxes *, uint32_t cp);

#endif
