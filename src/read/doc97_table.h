/*
 * Paragraphs of a Word document, put together into blocks: cells, rows and
 * tables, also tables inside of cells.
 *
 * A row with a table inside, and a table of a single column, are there for
 * the looks: what is in their cells comes out as if they were not.
 */
#ifndef READ_DOC97_TABLE_H
#define READ_DOC97_TABLE_H

#include "base/str.h"

struct doc;
struct err;
struct pap;
struct tables;

/* Lines count from the one after that. */
struct tables	*tables_new(struct doc *, int line);

/* Of the last paragraph. */
int		 tables_line(const struct tables *);

/*
 * A paragraph that ends with that mark; level is that of a heading or -1.
 * The text is kept, not copied.  -1 with ERR_LIMIT.
 */
int		 tables_para(struct tables *, struct str, char mark,
		    const struct pap *, int level, struct err *);

/* After the last paragraph. */
int		 tables_end(struct tables *, struct err *);

#endif
