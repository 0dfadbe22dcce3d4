#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "read/html_tag.h"
#include "read/mime.h"

#define HEADERS_WITHIN	65536	/* bytes */

static struct str
text_of(struct bytes b)
{
	return (struct str){ (const char *)b.p, b.n };
}

/* A line without its end, CRLF or LF; what is left of *rest. */
static bool
next_line(struct bytes *rest, struct str *line)
{
	const unsigned char	*nl;
	size_t			 n;

	if (rest->n == 0)
		return false;
	nl = memchr(rest->p, '\n', rest->n);
	n = nl != NULL ? (size_t)(nl - rest->p) + 1 : rest->n;
	*line = str_sub(text_of(*rest), 0, nl != NULL ? n - 1 : n);
	if (line->n > 0 && line->p[line->n - 1] == '\r')
		line->n--;
	rest->p += n;
	rest->n -= n;
	return true;
}

/* "Name: value" → the length of the name, or 0 when it is no header. */
static size_t
header_name(struct str line)
{
	size_t	 n = 0;

	while (n < line.n && line.p[n] > ' ' && line.p[n] < 0x7F &&
	    line.p[n] != ':')
		n++;
	return n < line.n && line.p[n] == ':' ? n : 0;
}

static bool
is_folded(struct str line)
{
	return line.n > 0 && (line.p[0] == ' ' || line.p[0] == '\t');
}

bool
mime_probe(struct bytes in)
{
	struct str	 line, name;
	bool		 mime = false;
	int		 n = 0;

	if (in.n > HEADERS_WITHIN)
		in.n = HEADERS_WITHIN;
	while (next_line(&in, &line) && line.n > 0) {
		if (n > 0 && is_folded(line))
			continue;
		name = str_sub(line, 0, header_name(line));
		if (name.n == 0)
			return false;
		n++;
		mime = mime || html_same(name, "mime-version") ||
		    html_same(name, "content-type");
	}
	return mime;
}

static struct str
unquote(struct str s)
{
	size_t	 n = 0;

	s = str_trim(s);
	if (s.n > 0 && s.p[0] == '"') {
		s = str_from(s, 1);
		while (n < s.n && s.p[n] != '"')
			n++;
	} else
		while (n < s.n && s.p[n] != ';' && s.p[n] != ' ' &&
		    s.p[n] != '\t' && s.p[n] != '\r' && s.p[n] != '\n')
			n++;
	return str_sub(s, 0, n);
}

/* What follows "; name=" in the value of a header, lines unfolded or not. */
static struct str
parameter(struct str value, const char *name)
{
	size_t	 n = strlen(name), i = 0;
	bool	 quoted = false;

	for (; i + n < value.n; i++) {
		if (value.p[i] == '"')
			quoted = !quoted;
		if (quoted || (value.p[i] != ';' && value.p[i] != ' ' &&
		    value.p[i] != '\t' && value.p[i] != '\n'))
			continue;
		if (html_same(str_sub(value, i + 1, n), name) &&
		    i + 1 + n < value.n && value.p[i + 1 + n] == '=')
			return unquote(str_from(value, i + 2 + n));
	}
	return STR("");
}

static void
header(struct mime_part *p, struct str name, struct str value)
{
	size_t	 n = 0;

	if (html_same(name, "content-transfer-encoding"))
		p->coding = unquote(value);
	if (!html_same(name, "content-type"))
		return;
	value = str_trim(value);
	while (n < value.n && value.p[n] != ';' && value.p[n] > ' ')
		n++;
	p->type = str_sub(value, 0, n);
	p->charset = parameter(value, "charset");
	p->boundary = parameter(value, "boundary");
}

void
mime_part(struct bytes in, int line, struct mime_part *p)
{
	struct bytes	 rest = in;
	struct str	 s, name = STR(""), value = STR("");

	*p = (struct mime_part){ .line = line };
	while (next_line(&rest, &s) && s.n > 0) {
		p->line++;
		if (is_folded(s) && name.n > 0) {
			/* The value goes on: it is one piece of the message. */
			value.n = (size_t)(s.p + s.n - value.p);
			continue;
		}
		header(p, name, value);
		name = str_sub(s, 0, header_name(s));
		value = str_from(s, name.n + 1);
	}
	header(p, name, value);
	p->line++;
	p->body = rest;
}

/* RFC 2046, 5.1.1: "--boundary", with a second "--" behind the last part. */
static bool
is_delimiter(struct str line, struct str boundary, bool *last)
{
	struct str	 rest;

	if (!str_starts(line, STR("--")) ||
	    !str_starts(str_from(line, 2), boundary))
		return false;
	rest = str_from(line, 2 + boundary.n);
	*last = str_starts(rest, STR("--"));
	return str_trim(*last ? str_from(rest, 2) : rest).n == 0;
}

bool
mime_next(struct bytes *rest, int *line, struct str boundary,
    struct mime_part *p)
{
	struct bytes	 part, before;
	struct str	 s;
	int		 begun = 0;
	bool		 last = false;

	if (boundary.n == 0)
		return false;
	/* To the delimiter before the part, or no further than where it is. */
	do {
		if (!next_line(rest, &s))
			return false;
		++*line;
	} while (!is_delimiter(s, boundary, &last));
	if (last)
		return false;
	part = *rest;
	begun = *line;
	for (;;) {
		before = *rest;
		if (!next_line(rest, &s) || is_delimiter(s, boundary, &last))
			break;
		++*line;
	}
	part.n -= before.n;
	*rest = before;		/* the delimiter begins the next part */
	mime_part(part, begun, p);
	return true;
}

static int
hex(unsigned char c)
{
	return c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'F' ?
	    c - 'A' + 10 : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* One line of the message, and whether a line of the text ends with it. */
static bool
quoted_line(struct str s, struct buf *b)
{
	size_t	 i;
	char	 c;

	while (s.n > 0 && (s.p[s.n - 1] == ' ' || s.p[s.n - 1] == '\t'))
		s.n--;
	for (i = 0; i < s.n; i++) {
		int	 hi = i + 2 < s.n ? hex((unsigned char)s.p[i + 1]) :
			    -1;
		int	 lo = i + 2 < s.n ? hex((unsigned char)s.p[i + 2]) :
			    -1;

		if (s.p[i] != '=') {
			buf_add(b, s.p + i, 1);
			continue;
		}
		if (i + 1 == s.n)
			return false;	/* a soft line break */
		if (hi < 0 || lo < 0) {
			buf_add(b, s.p + i, 1);
			continue;
		}
		c = (char)(hi << 4 | lo);
		buf_add(b, &c, 1);
		i += 2;
	}
	return true;
}

static struct bytes
base64(struct arena *a, struct bytes in)
{
	static const char	 digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				    "abcdefghijklmnopqrstuvwxyz0123456789+/";
	struct buf		 b;
	unsigned		 bits = 0;
	int			 n = 0;
	const char		*d;
	char			 c;

	buf_init(&b, a);
	for (size_t i = 0; i < in.n && in.p[i] != '='; i++) {
		if (in.p[i] == '\0' ||
		    (d = strchr(digits, in.p[i])) == NULL)
			continue;
		bits = bits << 6 | (unsigned)(d - digits);
		n += 6;
		if (n >= 8) {
			n -= 8;
			c = (char)(bits >> n & 0xFF);
			buf_add(&b, &c, 1);
			bits &= (1u << n) - 1;
		}
	}
	return buf_bytes(&b);
}

struct bytes
mime_decode(struct arena *a, const struct mime_part *p, int **lines,
    int *nline)
{
	struct bytes	 rest = p->body;
	struct buf	 b;
	struct str	 s;
	bool		 quoted = html_same(p->coding, "quoted-printable");
	int		 n = 1, line = p->line, *map;

	*lines = NULL;
	*nline = 0;
	if (html_same(p->coding, "base64"))
		return base64(a, p->body);
	for (size_t i = 0; i < rest.n; i++)
		n += rest.p[i] == '\n';
	map = arena_alloc(a, (size_t)n + 2, sizeof(*map));
	map[1] = line;
	n = 1;
	buf_init(&b, a);
	while (next_line(&rest, &s)) {
		line++;
		if (quoted && !quoted_line(s, &b))
			continue;
		if (!quoted)
			buf_str(&b, s);
		buf_puts(&b, "\n");
		map[++n] = line;
	}
	*lines = map;
	*nline = n;
	return buf_bytes(&b);
}
