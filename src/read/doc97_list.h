/*
 * Automatic numbering of a Word binary document ([MS-DOC] 2.4.6.3): the
 * text that lists put before their paragraphs.
 *
 * Not rendered: the numbering of Word 6 that converted documents may carry
 * on (sprmPAnld), LISTNUM and AUTONUM fields, and bullets.
 */
#ifndef READ_DOC97_LIST_H
#define READ_DOC97_LIST_H

struct buf;
struct lists;
struct word;

struct lists	*lists_new(const struct word *);

/*
 * Counts a paragraph of that list (sprmPIlfo) and level (sprmPIlvl), and
 * appends its number to the text.  Does nothing for lists there are not.
 */
void		 lists_number(struct lists *, int ilfo, int ilvl,
		    struct buf *);

#endif
