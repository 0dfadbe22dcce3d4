/*
 * LaTeX: its words and tables, for text_tex.c and text_tex_table.c.
 */
#ifndef READ_TEXT_TEX_H
#define READ_TEXT_TEX_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct arena;
struct err;
struct text;

/*
 * What a piece of LaTeX says: \textbf{a} is a, \\ a line break, \% a percent
 * sign; digits of \textsuperscript are raised ones.  What is struck out or
 * only takes room is left out, and so are measures.  *doubt is set when there
 * is a command of which it is not known what it prints, or one that may
 * print nothing.
 */
struct str	 tex_plain(struct arena *, struct str, bool *doubt);

/*
 * Bytes of the group {…} or […] that begins there; 0 if none does, or none of
 * so many bytes at most.
 */
size_t		 tex_group(struct str, size_t at, size_t most);

/* Lines from at on, n of them, as one text without comments. */
struct str	 tex_lines(struct text *, size_t at, size_t n);

/*
 * Where a table begins in a line, and of which kind; STR_NONE.  Then, how
 * many lines from at on it takes, put into the document; -1 on error.
 */
size_t		 tex_table_begin(struct str, size_t *kind);
long		 tex_table(struct text *, size_t at, size_t kind,
		    struct err *);

/* Without comments; has as many lines. */
struct str	 tex_uncomment(struct arena *, struct str);

/* The name of the command that begins there, behind \; empty if none. */
struct str	 tex_command(struct str, size_t at);

#endif
