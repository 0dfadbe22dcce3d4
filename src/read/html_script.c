#include <config.h>

#include <string.h>

#include "read/html_entity.h"
#include "read/html_script.h"
#include "read/html_tag.h"

/* The next script or field with something in it; NULL when there is none. */
static const char *
next_content(struct html_script *s, struct str *content)
{
	static const char *const	 names[] = { "script", "textarea" };
	struct html_tag			 g;
	size_t				 end, k;

	while ((s->at = str_find(s->page, STR("<"), s->at)) != STR_NONE) {
		if (!html_tag(s->page, &s->at, &g)) {
			s->at++;
			continue;
		}
		for (k = 0; k < 2 && strcmp(g.name, names[k]) != 0; k++)
			;
		if (k == 2 || g.end)
			continue;
		end = html_end_tag(s->page, names[k], s->at);
		end = end == STR_NONE ? s->page.n : end;
		*content = str_sub(s->page, s->at, end - s->at);
		s->at = end;
		return names[k];
	}
	s->at = s->page.n;
	return NULL;
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
	struct str	 content;
	const char	*name;

	for (;;) {
		while (quoted_next(&s->strings))
			if (!s->strings.key && has_table(s->strings.raw)) {
				*text = html_resolve(a,
				    quoted_text(a, s->strings.raw));
				return true;
			}
		if ((name = next_content(s, &content)) == NULL)
			return false;
		if (strcmp(name, "script") == 0) {
			s->strings = (struct quoted){ .script = true,
			    .text = content };
		} else if (has_table(content)) {
			*text = html_resolve(a, content);
			return true;
		}
	}
}

struct str
html_resolve(struct arena *a, struct str s)
{
	return !str_has(s, STR("<")) && str_has(s, STR("&lt;/")) ?
	    html_unescape(a, s) : s;
}
