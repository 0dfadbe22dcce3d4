/*
 * Pages that are a picture of paper, with the words of a program that looked
 * at it behind or above it.  Nothing but the picture shows the ruling lines
 * of their tables, and where a word was overlooked.
 */
#ifndef READ_PDF_RASTER_H
#define READ_PDF_RASTER_H

#include "read/pdf_page.h"

#define PDF_DPI	150		/* of the picture, dots per inch */

/* What of a page is inked, by half points. */
struct pdf_raster {
	int		 width, height;
	unsigned char	*bit;		/* eight of them each, row by row */
	unsigned char	*rest;		/* of that what is in no word of the
					   page; NULL until it is asked for */
};

/*
 * Adds the ruling lines of a page that "pdftoppm -gray" has drawn at PDF_DPI
 * (PGM, "P5"), and keeps its ink but for these.  False, and nothing is done,
 * if it is no picture, or not as large as the page.
 */
bool		 pdf_raster_read(struct pdf *, struct pdf_page *,
		    struct bytes pgm);

/* Whether something is printed in the box that is in none of the words. */
bool		 pdf_raster_shows(const struct pdf_raster *, struct pdf_box,
		    const struct pdf_word *, int n);

/*
 * The same of all words of a page that has a raster, which may not change
 * from the first time on; never if it is no picture any more.
 */
bool		 pdf_raster_lacks(struct pdf *, const struct pdf_page *,
		    struct pdf_box);

#endif
