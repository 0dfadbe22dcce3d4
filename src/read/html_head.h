/*
 * Tables whose head is a table of its own above them, which stays in sight
 * while the page is scrolled.
 */
#ifndef READ_HTML_HEAD_H
#define READ_HTML_HEAD_H

struct block;
struct doc;
struct err;
struct grid;

struct html_head {
	struct grid	*grid;		/* with all of its columns */
	struct block	*block;		/* what it became; NULL: none */
};

/*
 * Appends a grid to the document as nest_put_grid() does; one right behind
 * such a head, of as many columns, becomes a table with it.
 */
int	html_put_grid(struct html_head *, struct doc *, struct grid *,
	    int line, struct err *);

#endif
