/*
 * The parts of an Excel workbook (ECMA-376 part 1, 18).
 */
#ifndef READ_XLSX_SHEET_H
#define READ_XLSX_SHEET_H

#include <stdbool.h>

#include "base/str.h"

struct arena;
struct doc;
struct err;

struct xlsx_strings {
	struct str	*text;
	size_t		 n, cap;
};

struct xlsx_format {
	struct str	 code;		/* of numbers; empty: General */
	bool		 date;		/* shows a number as one */
	bool		 struck;	/* the text of the cell */
};

struct xlsx_formats {
	struct xlsx_format *v;		/* by index of the cell format */
	size_t		 n;
	bool		 from_1904;
};

/* sharedStrings.xml; -1 with ERR_LIMIT for more than LIMIT_SLOTS. */
int	xlsx_strings(struct arena *, struct bytes, struct xlsx_strings *,
	    struct err *);

/* styles.xml: how cells show what is in them. */
int	xlsx_formats(struct arena *, struct bytes, struct xlsx_formats *,
	    struct err *);

/* One worksheet, appended to the document, or noted if it is hidden. */
int	xlsx_sheet(struct arena *, struct bytes,
	    const struct xlsx_strings *, const struct xlsx_formats *,
	    bool hidden, struct doc *, struct err *);

/* "2021-01-29" of a day counted as Excel does, or the number itself. */
struct str xlsx_date(struct arena *, struct str number, bool from_1904);

#endif
