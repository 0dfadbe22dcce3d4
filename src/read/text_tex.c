/* LaTeX: the text around its tables (text_tex_table.c). */
#include <config.h>

#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "doc/doc.h"
#include "read/text.h"
#include "read/text_tex.h"

struct str
tex_lines(struct text *t, size_t at, size_t n)
{
	struct buf	 b;

	buf_init(&b, t->arena);
	for (size_t i = at; i < at + n; i++) {
		int	 gap = i == at ? 0 : 1 + t->line[i].gap;

		while (gap-- > 0)
			buf_puts(&b, "\n");
		buf_str(&b, t->line[i].text);
	}
	return tex_uncomment(t->arena, buf_text(&b));
}

/* Where the document begins, behind what is set up for it; STR_NONE: no TeX. */
static void
look(struct text *t)
{
	size_t	 k;

	t->tex_seen = true;
	for (size_t i = 0; i < t->n; i++) {
		struct str	 s = t->line[i].text;

		if (s.p == NULL || s.n == 0 || memchr(s.p, '\\', s.n) == NULL)
			continue;
		if (str_starts(s, STR("\\documentclass")) ||
		    tex_table_begin(s, &k) != STR_NONE)
			t->tex = true;
		if (str_has(s, STR("\\begin{document}"))) {
			t->tex = true;
			t->tex_body = i;
			return;
		}
	}
}

static bool
begins_apart(struct str s)
{
	static const char *const	 those[] = { "section", "subsection",
		"chapter", "begin", "end", "item", "title", "maketitle",
		"caption", "date", "author", "subsubsection", "hline" };
	struct str			 name = tex_command(s, 0);

	for (size_t i = 0; i < sizeof(those) / sizeof(*those); i++)
		if (str_eq(name, str_of(those[i])))
			return true;
	return false;
}

static int
put_text(struct text *t, size_t at, size_t n, struct err *e)
{
	struct str	 s = tex_lines(t, at, n), name = tex_command(s, 0), words;
	bool		 doubt = false;

	words = tex_plain(t->arena, s, &doubt);
	if (str_eq(name, STR("section")) || str_eq(name, STR("chapter")))
		return doc_heading(t->doc, words, t->line[at].no, 1, e);
	if (str_eq(name, STR("subsection")))
		return doc_heading(t->doc, words, t->line[at].no, 2, e);
	return doc_para(t->doc, words, t->line[at].no, e);
}

long
text_tex(struct text *t, size_t at, struct err *e)
{
	size_t		 n = 1, k;
	struct str	 s = t->line[at].text;
	bool		 apart = begins_apart(s);

	if (!t->tex_seen)
		look(t);
	if (!t->tex)
		return 0;
	if (tex_table_begin(s, &k) != STR_NONE && s.p[0] != '%')
		return tex_table(t, at, k, e);
	if (at < t->tex_body && !str_starts(s, STR("\\title")))
		return 1;
	while (!apart && at + n < t->n && t->line[at + n].gap == 0 &&
	    !begins_apart(t->line[at + n].text) &&
	    tex_table_begin(t->line[at + n].text, &k) == STR_NONE)
		n++;
	return put_text(t, at, n, e) < 0 ? -1 : (long)n;
}
