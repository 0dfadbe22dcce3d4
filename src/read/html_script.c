#include <config.h>

#include "read/html_filter.h"
#include "read/html_script.h"
#include "read/html_tag.h"

/* The next script with something in it; false when there is none. */
static bool
next_script(struct html_script *s)
{
	struct html_tag	 g;
	size_t		 end;

	while ((s->at = str_find(s->page, STR("<"), s->at)) != STR_NONE) {
		if (!html_tag(s->page, &s->at, &g)) {
			s->at++;
			continue;
		}
		if (!html_same(str_of(g.name), "script") || g.end)
			continue;
		end = html_end_tag(s->page, "script", s->at);
		end = end == STR_NONE ? s->page.n : end;
		s->strings = (struct quoted){ .script = true,
		    .text = str_sub(s->page, s->at, end - s->at) };
		s->at = end;
		return true;
	}
	s->at = s->page.n;
	return false;
}

/* "<table" may be written in several ways. */
static bool
has_table(struct str raw)
{
	static const char *const	 before[] = { "<", "\\u003c",
		"\\u003C", "\\x3c", "\\x3C", "&lt;" };

	for (size_t at = 0; at + 5 <= raw.n; at++) {
		if ((raw.p[at] | 0x20) != 't' ||
		    !html_same(str_sub(raw, at, 5), "table"))
			continue;
		for (size_t i = 0; i < sizeof(before) / sizeof(*before); i++)
			if (str_ends(str_sub(raw, 0, at), str_of(before[i])))
				return true;
	}
	return false;
}

bool
html_script_next(struct arena *a, struct html_script *s, struct str *text)
{
	do
		while (quoted_next(&s->strings))
			if (!s->strings.key && has_table(s->strings.raw)) {
				*text = html_resolve(a,
				    quoted_text(a, s->strings.raw));
				return true;
			}
	while (next_script(s));
	return false;
}

struct str
html_resolve(struct arena *a, struct str s)
{
	return !str_has(s, STR("<")) && str_has(s, STR("&lt;/")) ?
	    html_unescape(a, s) : s;
}
