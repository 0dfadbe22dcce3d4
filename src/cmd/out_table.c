/* Tables for people: Markdown, and an HTML page. */
#include <config.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "cmd/out_row.h"

static void
md_field(struct buf *b, struct str s)
{
	for (size_t at = 0; at < s.n;) {
		uint32_t	 c = utf8_next(s, &at);

		switch (c) {
		case '|': case '\\': case '*': case '[': case ']': case '`':
			buf_char(b, '\\');
			buf_char(b, c);
			break;
		case '<':
			buf_puts(b, "&lt;");
			break;
		case '&':
			buf_puts(b, "&amp;");
			break;
		case '\n':
			buf_puts(b, "<br>");
			break;
		case '\t':
			buf_char(b, ' ');
			break;
		default:
			buf_char(b, out_is_control(c) ? UTF8_BAD : c);
		}
	}
}

static void
md_begin(struct out *o)
{
	for (int i = 0; i < o->ncol; i++) {
		buf_puts(&o->line, "| ");
		md_field(&o->line, o->name[i]);
		buf_char(&o->line, ' ');
	}
	buf_puts(&o->line, "|\n");
	for (int i = 0; i < o->ncol; i++)
		buf_puts(&o->line, "| --- ");
	buf_puts(&o->line, "|\n");
}

static void
md_row(struct out *o, const struct out_value *v)
{
	for (int i = 0; i < o->ncol; i++) {
		buf_puts(&o->line, "| ");
		if (v[i].type != OUT_NULL) {
			md_field(&o->line, v[i].text);
			buf_char(&o->line, ' ');
		}
	}
	buf_puts(&o->line, "|\n");
}

void
out_html_text(struct buf *b, struct str s)
{
	for (size_t at = 0; at < s.n;) {
		uint32_t	 c = utf8_next(s, &at);

		switch (c) {
		case '<':
			buf_puts(b, "&lt;");
			break;
		case '>':
			buf_puts(b, "&gt;");
			break;
		case '&':
			buf_puts(b, "&amp;");
			break;
		case '"':
			buf_puts(b, "&quot;");
			break;
		case '\'':
			buf_puts(b, "&#39;");
			break;
		case '\n':
			buf_puts(b, "<br>");
			break;
		case '\t':
			buf_char(b, ' ');
			break;
		default:
			buf_char(b, out_is_control(c) ? UTF8_BAD : c);
		}
	}
}

static void
html_begin(struct out *o)
{
	buf_puts(&o->line, "<!DOCTYPE html>\n"
	    "<html lang=\"zh\"><head><meta charset=\"utf-8\">"
	    "<title>nianbao</title>\n"
	    "<style>body { font-family: sans-serif } "
	    "table { border-collapse: collapse } "
	    "td, th { border: 1px solid #999; padding: 2px 6px; "
	    "text-align: left } .n { text-align: right }</style>"
	    "</head><body>\n<table>\n<thead><tr>");
	for (int i = 0; i < o->ncol; i++) {
		buf_puts(&o->line, "<th>");
		out_html_text(&o->line, o->name[i]);
		buf_puts(&o->line, "</th>");
	}
	buf_puts(&o->line, "</tr></thead>\n<tbody>\n");
}

static void
html_row(struct out *o, const struct out_value *v)
{
	buf_puts(&o->line, "<tr>");
	for (int i = 0; i < o->ncol; i++) {
		buf_puts(&o->line, v[i].type == OUT_NUMBER ?
		    "<td class=\"n\">" : "<td>");
		if (v[i].type != OUT_NULL)
			out_html_text(&o->line, v[i].text);
		buf_puts(&o->line, "</td>");
	}
	buf_puts(&o->line, "</tr>\n");
}

static void
html_end(struct out *o)
{
	buf_puts(&o->line, "</tbody>\n</table>\n</body></html>\n");
}

const struct out_writer out_md = { "md", md_begin, md_row, NULL };
const struct out_writer out_html = { "html", html_begin, html_row, html_end };
