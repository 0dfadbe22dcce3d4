/*
 * Heads that a table says again in each of its cells, for screens on which
 * the cells of a row stand below one another.
 */
#ifndef READ_HTML_LABEL_H
#define READ_HTML_LABEL_H

struct arena;
struct grid;

/*
 * Takes the head of its column from in front of a figure, "自然人：5", or of
 * nothing, where another cell of the column or the row has a figure behind
 * its head.  The arena is for what is needed meanwhile.
 */
void	html_unlabel(struct arena *, struct grid *);

#endif
