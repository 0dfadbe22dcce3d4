/*
 * What is drawn on a page, as far as tables need it: of paths the ruling
 * lines and the shapes that may be characters, of characters their places.
 *
 * A rule may be a stroke, a thin filled box, or a fill that a clip makes thin;
 * it may come in pieces, dashes, or double.
 */
#ifndef READ_PDF_DRAW_H
#define READ_PDF_DRAW_H

#include "read/pdf_page.h"

/* How print looks: light, but not white; white; as red as seals are. */
struct pdf_ink {
	bool	 faint, white, red;
};

/* Of a colour in parts from 0 to 1, of which so much covers. */
struct pdf_ink	 pdf_ink(const double rgb[3], double cover);

/* A box that holds every page, and what two boxes share. */
extern const struct pdf_box	 pdf_everywhere;
struct pdf_box	 pdf_shared(struct pdf_box, struct pdf_box);

/* Draws a path; the caller says how, and leaves what is below to the pen. */
struct pdf_pen {
	struct pdf		*pdf;
	struct pdf_page		*page;
	struct pdf_matrix	 m;	/* from points given to the page */
	struct pdf_box		 clip;
	bool			 stroke, fill;
	struct pdf_ink		 ink;	/* of the fill */

	struct pdf_box		 box;	/* of the subpath so far */
	int			 npoint;
	bool			 bent;	/* not all lines level or upright */
	int			 x, y, x0, y0;	/* last and first point */
};

/* Whether a stroke of that width is a line and no area. */
bool		 pdf_pen_is_thin(const struct pdf_matrix *, double width);

/*
 * Begins a subpath; goes on in a straight line; goes by a point, on a curve;
 * goes back to where it began; ends the path.
 */
void		 pdf_pen_move(struct pdf_pen *, double x, double y);
void		 pdf_pen_line(struct pdf_pen *, double x, double y);
void		 pdf_pen_pass(struct pdf_pen *, double x, double y);
void		 pdf_pen_close(struct pdf_pen *);
void		 pdf_pen_up(struct pdf_pen *);

/*
 * A character at a place of the page, and the box of its outline, which is
 * flat if it has none or none is known.  *run counts those that were drawn
 * together, of which three show whether they are tilted.
 */
void		 pdf_draw_glyph(struct pdf *, struct pdf_page *, int x, int y,
		    struct pdf_box outline, struct pdf_ink, int *run);

/*
 * All of the page is drawn: its rules are joined where they touch.  More than
 * LIMIT_RULES or PDF_GLYPHS are a drawing and none is kept.
 */
void		 pdf_drawn(struct pdf_page *);

#endif
