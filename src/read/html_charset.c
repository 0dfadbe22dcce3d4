#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "read/html_charset.h"
#include "read/html_tag.h"

/* Pages have been seen that declare it behind pages of script. */
#define DECLARED_WITHIN	65536

/* Behind the "charset=" of a media type, or its end. */
static size_t
find_charset(struct str s)
{
	for (size_t i = 0; i + 8 <= s.n; i++)
		if (html_same(str_sub(s, i, 8), "charset="))
			return i + 8;
	return s.n;
}

/* The name of a charset without what is around it. */
static struct str
label(struct str s)
{
	size_t	 n = 0;

	while (s.n > 0 && strchr(" \t\"'", s.p[0]) != NULL)
		s = str_from(s, 1);
	while (n < s.n && n < 40 && ((s.p[n] >= '0' && s.p[n] <= '9') ||
	    (s.p[n] >= 'a' && s.p[n] <= 'z') ||
	    (s.p[n] >= 'A' && s.p[n] <= 'Z') ||
	    s.p[n] == '-' || s.p[n] == '_' || s.p[n] == ':'))
		n++;
	return str_sub(s, 0, n);
}

const char *
html_declared(struct arena *a, struct bytes in)
{
	struct str	 t = str_sub((struct str){ (const char *)in.p, in.n },
			    0, DECLARED_WITHIN);
	struct str	 value;
	struct html_tag	 g;
	size_t		 at = 0, i;

	while ((at = str_find(t, STR("<"), at)) != STR_NONE) {
		value = str_from(t, at);
		if (!html_tag(t, &at, &g)) {
			at++;
			continue;
		}
		if (str_starts(value, STR("<?xml"))) {
			value = str_sub(value, 0, at);
			i = str_find(value, STR("encoding="), 0);
			value = str_from(value, i == STR_NONE ? value.n :
			    i + strlen("encoding="));
		} else if (g.kind != HTML_META)
			continue;
		else if (g.attrs.charset.n != 0)
			value = g.attrs.charset;
		else {
			value = g.attrs.content;
			i = find_charset(value);
			value = str_from(value, i);
		}
		value = label(value);
		if (value.n != 0)
			return arena_dup(a, value.p, value.n);
	}
	return NULL;
}
