/*
 * What there is to say about how a document was read (doc/note.def).
 */
#ifndef DOC_NOTE_H
#define DOC_NOTE_H

#include "base/str.h"

struct arena;

enum note_level { NOTE_ERROR, NOTE_WARNING, NOTE_INFO };

enum note_id {
#define NOTE(id, level, en, zh)	NOTE_##id,
#include "doc/note.def"
#undef NOTE
	NOTE__N
};

struct note {
	enum note_id	 id;
	int		 line;		/* 0: the document as a whole */
	struct str	 detail;	/* may be empty */
	struct note	*next;
};

struct notes {
	struct note	*first, *last;
	int		 n;
};

/*
 * Adds a note, in the arena; the format makes its detail and may be "".
 * From LIMIT_NOTES on, one MORE_NOTES is added and the rest dropped.
 */
void		 note_add(struct arena *, struct notes *, enum note_id,
		    int line, const char *fmt, ...)
		    __attribute__((format(printf, 5, 6)));

bool		 notes_have(const struct notes *, enum note_id);

/*
 * One of those that say that a document was read and is no annual report;
 * other errors say that it could not be read.
 */
bool		 note_is_unfiled(enum note_id);

/* The same notes in another arena. */
struct notes	 notes_copy(struct arena *, const struct notes *);

const char	*note_name(enum note_id);	/* "ROW_UNREAD" */
const char	*note_text(enum note_id);	/* English */
const char	*note_text_zh(enum note_id);
enum note_level	 note_level(enum note_id);
const char	*note_level_name(enum note_level);	/* "warning" */

#endif
