/*
 * Whether a document is there to its end.  Copies of web pages are cut off
 * by downloads, by databases of so many bytes a field, by previews; what is
 * missing in them was not left out by the filer.
 */
#ifndef FORM_WHOLE_H
#define FORM_WHOLE_H

struct arena;
struct doc;
struct filing;
struct pieces;

/*
 * To be asked when all else of the filing is known.  A report breaks off
 * where a part with missing rows is the last of the document; where nothing
 * but rows and labels follow the last figure or the heading of section 二,
 * 三 or 四, and tables of that section or the sections behind it are not
 * there; in a row of section 四 without a line end, or in its table when that
 * has only heads and blanks; with a heading; with half of a character; or,
 * before section 六, in the middle of a sentence: a long text without its full
 * stop, or a short one that is not a date in a document that ends without a
 * line end.
 *
 * Then cut_line is set, NOTE_TRUNCATED is added, and what rests on the last
 * piece alone is taken back: observations, facts, blank cells of its row, in
 * section 四 all blank cells, and, when the document ends in the middle of a
 * text (doc.ends_open), the figure that stands last, which may be half of one,
 * or its whole row where columns are not known and a cell is missing.
 */
void	 whole_find(struct arena *, struct filing *, const struct doc *,
	    const struct pieces *);

#endif
