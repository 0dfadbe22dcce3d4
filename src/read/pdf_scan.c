#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "read/pdf_scan.h"

#define NUMBER_MAX	1e5	/* points: 35 m, and no sum of them overflows */

bool
scan_tag(struct str *rest, struct str *before, struct str *tag)
{
	const char	*lt, *gt;

	if (rest->n == 0)
		return false;
	lt = memchr(rest->p, '<', rest->n);
	if (lt == NULL)
		return false;
	gt = memchr(lt, '>', rest->n - (size_t)(lt - rest->p));
	if (gt == NULL)
		return false;
	*before = (struct str){ rest->p, (size_t)(lt - rest->p) };
	*tag = (struct str){ lt + 1, (size_t)(gt - lt - 1) };
	*rest = str_from(*rest, (size_t)(gt - rest->p) + 1);
	return true;
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool
scan_is(struct str tag, const char *name)
{
	struct str	 want = str_of(name);

	return str_starts(tag, want) && (tag.n == want.n ||
	    is_blank(tag.p[want.n]) || tag.p[want.n] == '/');
}

struct str
scan_attr(struct str tag, const char *name)
{
	struct str	 want = str_of(name);
	size_t		 at = 0, end;

	while ((at = str_find(tag, want, at)) != STR_NONE) {
		end = at + want.n;
		if (at > 0 && is_blank(tag.p[at - 1]) && end + 1 < tag.n &&
		    tag.p[end] == '=' && tag.p[end + 1] == '"') {
			at = end + 2;
			end = str_find(tag, STR("\""), at);
			return str_sub(tag, at,
			    end == STR_NONE ? 0 : end - at);
		}
		at = end;
	}
	return STR("");
}

struct str
scan_style(struct str tag, const char *name)
{
	struct str	 style = scan_attr(tag, "style"), item;
	struct str	 want = str_of(name);

	while (style.n != 0 && str_field(&style, ';', &item)) {
		item = str_trim(item);
		if (str_starts(item, want) && item.n > want.n &&
		    item.p[want.n] == ':')
			return str_trim(str_from(item, want.n + 1));
	}
	return scan_attr(tag, name);
}

/* The digits at the beginning of s; how many are below the point in *below. */
static size_t
scan_digits(struct str s, double *value, int *below)
{
	size_t	 i;
	bool	 point = false;

	*value = 0;
	*below = 0;
	for (i = 0; i < s.n; i++) {
		if (s.p[i] == '.' && !point)
			point = true;
		else if (s.p[i] < '0' || s.p[i] > '9')
			break;
		else if (*value < 1e14) {
			*value = *value * 10 + (s.p[i] - '0');
			*below += point;
		} else if (!point)
			*value *= 10;
	}
	return i;
}

bool
scan_number(struct str *s, double *value)
{
	double	 v;
	bool	 minus;
	int	 below;
	size_t	 n;

	while (s->n != 0 && (is_blank(s->p[0]) || s->p[0] == ','))
		*s = str_from(*s, 1);
	if (s->n == 0)
		return false;
	minus = s->p[0] == '-';
	n = scan_digits(str_from(*s, minus), &v, &below);
	if (n == 0)
		return false;
	*s = str_from(*s, n + minus);
	while (below-- > 0)
		v /= 10;
	if (!(v <= NUMBER_MAX))
		v = NUMBER_MAX;
	*value = minus ? -v : v;
	return true;
}

int
scan_milli(double v)
{
	if (!(v > -NUMBER_MAX))
		return (int)(-NUMBER_MAX * 1000);
	if (v > NUMBER_MAX)
		return (int)(NUMBER_MAX * 1000);
	return (int)(v * 1000 + (v < 0 ? -0.5 : 0.5));
}

/* The character a reference stands for and its length, or 0. */
static uint32_t
scan_entity(struct str s, size_t *n)
{
	static const struct {
		const char	*name;
		uint32_t	 c;
	} entity[] = {
		{ "&amp;", '&' }, { "&lt;", '<' }, { "&gt;", '>' },
		{ "&quot;", '"' }, { "&apos;", '\'' }, { "&#39;", '\'' },
	};

	for (size_t i = 0; i < sizeof(entity) / sizeof(*entity); i++)
		if (str_starts(s, str_of(entity[i].name))) {
			*n = strlen(entity[i].name);
			return entity[i].c;
		}
	return 0;
}

struct str
scan_text(struct arena *a, struct str s)
{
	struct buf	 b;
	uint32_t	 c;
	size_t		 n;

	buf_init(&b, a);
	for (size_t at = 0; at < s.n; ) {
		c = s.p[at] == '&' ? scan_entity(str_from(s, at), &n) : 0;
		if (c != 0)
			at += n;
		else
			c = utf8_next(s, &at);
		buf_char(&b, c);
	}
	return buf_text(&b);
}
