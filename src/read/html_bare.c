#include <config.h>

#include "read/html_bare.h"
#include "read/text_body.h"

void
html_bare_text(struct html_bare *b, struct str s, int line)
{
	if (b->text.n == 0)
		b->line = line;
	buf_str(&b->text, s);
}

/* Whether the line that the text ends in begins with a bar. */
static bool
in_row(const struct html_bare *b)
{
	size_t	 at = b->text.n;

	while (at > 0 && b->text.p[at - 1] != '\n')
		at--;
	while (at < b->text.n && b->text.p[at] == ' ')
		at++;
	return at < b->text.n && b->text.p[at] == '|';
}

void
html_bare_break(struct html_bare *b)
{
	if (b->text.n != 0)
		buf_puts(&b->text, in_row(b) ? "<br>" : "\n");
}

void
html_bare_doubt(struct html_bare *b)
{
	if (b->text.n != 0 && in_row(b))
		buf_puts(&b->text, "<wbr>");
}

int
html_bare_flush(struct html_bare *b, struct err *e)
{
	struct str	 s = buf_text(&b->text);
	int		 ret = 0;

	if (str_trim(s).n != 0)
		ret = text_body(b->arena, str_dup(b->arena, s), b->line,
		    b->doc, e);
	buf_clear(&b->text);
	return ret;
}
