#include <config.h>

#include <stdarg.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/limit.h"
#include "doc/note.h"

static const struct {
	const char	*name, *en, *zh;
	enum note_level	 level;
} note_list[NOTE__N] = {
#define NOTE(id, level, en, zh) \
	[NOTE_##id] = { #id, en, zh, NOTE_##level },
#include "doc/note.def"
#undef NOTE
};

void
note_add(struct arena *a, struct notes *ns, enum note_id id, int line,
    const char *fmt, ...)
{
	struct note	*n;
	char		*p;
	va_list		 ap;
	int		 len;

	if (ns->n > LIMIT_NOTES)
		return;
	n = arena_alloc(a, 1, sizeof(*n));
	if (ns->n == LIMIT_NOTES)
		*n = (struct note){ .id = NOTE_MORE_NOTES };
	else {
		va_start(ap, fmt);
		len = vsnprintf(NULL, 0, fmt, ap);
		va_end(ap);
		p = arena_alloc(a, (size_t)(len > 0 ? len : 0) + 1, 1);
		va_start(ap, fmt);
		vsnprintf(p, (size_t)(len > 0 ? len : 0) + 1, fmt, ap);
		va_end(ap);
		*n = (struct note){ .id = id, .line = line,
		    .detail = { p, (size_t)(len > 0 ? len : 0) } };
	}
	if (ns->last != NULL)
		ns->last->next = n;
	else
		ns->first = n;
	ns->last = n;
	ns->n++;
}

bool
notes_have(const struct notes *notes, enum note_id id)
{
	for (const struct note *n = notes->first; n != NULL; n = n->next)
		if (n->id == id)
			return true;
	return false;
}

bool
note_is_unfiled(enum note_id id)
{
	static const bool	 is[NOTE__N] = {
		[NOTE_NOT_A_REPORT] = true,
		[NOTE_OTHER_PERIOD] = true,
		[NOTE_REPORT_ELSEWHERE] = true,
		[NOTE_ABOUT_REPORTS] = true,
	};

	return is[id];
}

struct notes
notes_copy(struct arena *a, const struct notes *from)
{
	struct notes	 to = { NULL, NULL, 0 };

	for (const struct note *n = from->first; n != NULL; n = n->next)
		note_add(a, &to, n->id, n->line, STR_FMT,
		    STR_ARG(n->detail));
	return to;
}

const char *
note_name(enum note_id id)
{
	return note_list[id].name;
}

const char *
note_text(enum note_id id)
{
	return note_list[id].en;
}

const char *
note_text_zh(enum note_id id)
{
	return note_list[id].zh;
}

enum note_level
note_level(enum note_id id)
{
	return note_list[id].level;
}

const char *
note_level_name(enum note_level level)
{
	static const char *const	 name[] = {
		[NOTE_ERROR] = "error",
		[NOTE_WARNING] = "warning",
		[NOTE_INFO] = "info",
	};

	return name[level];
}
