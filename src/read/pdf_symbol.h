/*
 * How far the characters reach that pdftocairo draws: each is a <symbol>, or
 * in newer versions a <g>, that has an id and the outline of the character,
 * and is used wherever it stands.
 */
#ifndef READ_PDF_SYMBOL_H
#define READ_PDF_SYMBOL_H

#include "read/pdf_page.h"

struct pdf_symbol {
	int		 font, glyph;	/* "glyph3-12", "glyph-3-12" */
	struct pdf_box	 ink;		/* around its origin; flat: none */
};

/* A picture, by the number in its id, and how large it is in its dots. */
struct pdf_image {
	int		 id;
	double		 w, h;
};

struct pdf_symbols {
	struct arena		*arena;
	struct pdf_symbol	*symbol;
	int			 n;
	size_t			 cap;
	bool			 open;		/* the last one goes on */
	bool			 sorted;
	struct pdf_image	*image;
	int			 nimage;
	size_t			 imagecap;
};

/* A tag inside <defs>, in order. */
void		 pdf_symbols_tag(struct pdf_symbols *, struct str tag);

/* Of <use xlink:href="#image5">; NULL if it is of something else. */
const struct pdf_image *pdf_symbols_image(const struct pdf_symbols *,
		    struct str use);

/* Of <use xlink:href="#glyph3-12">; a flat box if it has no ink. */
struct pdf_box	 pdf_symbols_ink(struct pdf_symbols *, struct str use);

/* The box of the points of a path, of which there is at least one. */
bool		 pdf_path_box(const struct pdf_matrix *, struct str d,
		    struct pdf_box *);

#endif
