#include <config.h>

#include "base/utf8.h"
#include "doc/doc.h"
#include "read/html_flow.h"

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

/*
 * A line end in the source between two characters of Chinese is not a
 * space: editors break lines anywhere in it.
 */
static void
put_gap(struct html_flow *f, uint32_t next)
{
	uint32_t	 last;
	size_t		 n;

	if (f->text.n != 0 && f->gap != GAP_NONE) {
		last = utf8_last(buf_text(&f->text), &n);
		if (f->gap == GAP_SPACE || utf8_width(last) != 2 ||
		    utf8_width(next) != 2)
			buf_puts(&f->text, " ");
	}
	f->gap = GAP_NONE;
}

int
html_flow_text(struct html_flow *f, struct str s, int line, bool lines_break,
    struct err *e)
{
	size_t		 at = 0, from;
	uint32_t	 c;

	while (at < s.n) {
		if (is_blank(s.p[at])) {
			if (s.p[at] == '\n') {
				line++;
				if (lines_break && html_flow_break(f, e) < 0)
					return -1;
				f->gap = GAP_LINE;
			} else if (f->gap == GAP_NONE)
				f->gap = GAP_SPACE;
			at++;
			continue;
		}
		if (f->line == 0)
			f->line = line;
		from = at;
		c = utf8_next(s, &at);
		put_gap(f, c);
		while (at < s.n && !is_blank(s.p[at]))
			at++;
		buf_str(&f->text, str_sub(s, from, at - from));
	}
	return 0;
}

int
html_flow_break(struct html_flow *f, struct err *e)
{
	struct str	 s = str_trim(buf_text(&f->text));
	int		 line = f->line, level = f->level;

	f->line = 0;
	f->gap = GAP_NONE;
	buf_clear(&f->text);
	if (s.n == 0)
		return 0;
	if (f->cell != NULL) {
		if (f->cell->n != 0)
			buf_puts(f->cell, "\n");
		buf_str(f->cell, s);
		return 0;
	}
	s = str_dup(f->arena, s);
	return level > 0 ? doc_heading(f->doc, s, line, level, e) :
	    doc_para(f->doc, s, line, e);
}
