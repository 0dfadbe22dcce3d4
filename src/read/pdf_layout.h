/*
 * From pages to a document: tables, and paragraphs made of lines.
 */
#ifndef READ_PDF_LAYOUT_H
#define READ_PDF_LAYOUT_H

struct doc;
struct err;
struct pdf;

/*
 * Appends what is on the pages.  Words, lines and rules are there already,
 * running heads and feet are marked.  A line that ends at the right edge of
 * the print goes on in the next; a table goes on over the page.  -1 with
 * ERR_LIMIT.
 */
int	pdf_layout(struct pdf *, struct doc *, struct err *);

/*
 * Notes pages without words, which are pictures, drawings or blank: who
 * knows.  -1 with ERR_SCANNED when no page has any.
 */
int	pdf_note_scanned(const struct pdf *, struct doc *, struct err *);

#endif
