/*
 * Pages of a PDF and the words and lines on them, for gen_pdf.c.  Lengths are
 * points from the top left corner of the page, and a word's y is its base
 * line.
 */
#ifndef TESTS_GEN_GEN_PDF_H
#define TESTS_GEN_GEN_PDF_H

#include <stdbool.h>
#include <stdint.h>

#include "gen_out.h"

#define PDF_PAGES	100
#define PDF_USED	2000	/* different characters of a report */

enum pdf_rule_kind { PDF_BOX, PDF_STROKE, PDF_POLYGON };
enum pdf_grid { PDF_ALL, PDF_ACROSS, PDF_THREE, PDF_NONE };
enum { PDF_WIDE, PDF_LATIN, PDF_FONTS };

struct pdf_style {
	const char	*name;
	/* How text is drawn. */
	int		 split;	/* runs end so often, per mille of characters */
	bool		 each;		/* characters one by one */
	bool		 kern;		/* pushed about by thousandths */
	bool		 trail;		/* a space behind each run */
	bool		 marked;	/* as marked content */
	bool		 clip;		/* to its cell */
	double		 scale;		/* of coordinates; 0: 1 */
	double		 loose;		/* between characters */
	double		 sink;		/* of Latin text below its line */
	int		 ascent[PDF_FONTS], descent[PDF_FONTS];
	/* What of a table is drawn, and where. */
	enum pdf_rule_kind rule;
	enum pdf_grid	 grid;
	double		 cell, pad;	/* size of print; 0: as usual */
	double		 least;		/* to weigh columns by; 0: as usual */
	bool		 fair;		/* no figure is broken */
	bool		 left, leftlabels;	/* or centred */
	bool		 top;
	bool		 breaks;	/* rows over the page */
	bool		 heads;		/* repeated on each page */
	const char	*head, *number;	/* of pages, for a #; or NULL */
	bool		 turned;	/* pages on their side, shown upright */
	bool		 form;		/* pages drawn by a form */
};

/* The characters that a font has, by the codes under which it has them. */
struct pdf_font {
	uint32_t	 used[PDF_USED];
	int		 n;
};

struct gen;

struct pdf_writer {
	const struct pdf_style	*style;
	struct gen		*gen;
	struct out		 page[PDF_PAGES];
	int			 npage;
	double			 y;	/* where there is room on it */
	int			 mark;	/* of marked content */
	struct pdf_font		 font[PDF_FONTS];
};

/* Begins a page, with its head and its number. */
void	pdf_page(struct pdf_writer *);

/* The margins. */
double	pdf_left(const struct pdf_writer *);
double	pdf_right(const struct pdf_writer *);
double	pdf_bottom(const struct pdf_writer *);

/* The bytes of the first character, and how far it moves the next. */
int	pdf_length(const char *);
double	pdf_advance(const struct pdf_writer *, const char *, double size);
double	pdf_width(const struct pdf_writer *, const char *, int n,
	    double size);

/* n bytes of text; clip has two corners, or is NULL. */
void	pdf_text(struct pdf_writer *, double x, double y, double size,
	    const char *, int n, const double *clip);

/* A line as thick as the box from one corner to the other. */
void	pdf_line(struct pdf_writer *, double x0, double y0, double x1,
	    double y1);

/* Writes the file and frees the pages. */
void	pdf_end(struct pdf_writer *, struct out *);

#endif
