#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "read/html_look.h"

#define FAR	(-999)	/* pixels or points; letters: a tenth */
#define NEAR	16	/* of 255 */

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

void
look_squeeze(struct str s, char to[64])
{
	size_t	 n = 0;

	for (size_t i = 0; i < s.n && n < 63; i++)
		if (!is_blank(s.p[i]))
			to[n++] = (char)(s.p[i] >= 'A' && s.p[i] <= 'Z' ?
			    s.p[i] - 'A' + 'a' : s.p[i]);
	to[n] = '\0';
}

static bool
begins(const char *s, const char *with)
{
	return strncmp(s, with, strlen(with)) == 0;
}

/* A length so far to the left or above that nobody sees it. */
static bool
is_far(const char *v)
{
	char	*unit;
	long	 n = strtol(v, &unit, 10);

	if (begins(unit, "em") || begins(unit, "rem") || begins(unit, "vw"))
		return n <= FAR / 10;
	return n <= FAR;
}

/* 0 and 0px, but not 0.9em. */
static bool
is_nought(const char *v)
{
	size_t	 n = strspn(v, "0.");

	return n > 0 && (v[n] < '0' || v[n] > '9');
}

/* "#fff", "#ffffff", and with what shows through them. */
static int
hex_color(const char *v)
{
	size_t	 n = strspn(++v, "0123456789abcdef");
	char	 full[9] = "000000ff";
	long	 c;

	if (n == 3 || n == 4)
		for (size_t i = 0; i < n; i++)
			full[2 * i] = full[2 * i + 1] = v[i];
	else if (n == 6 || n == 8)
		memcpy(full, v, n);
	else
		return SAYS_SHOWN;
	if (strcmp(full + 6, "00") == 0)
		return SAYS_HIDDEN;
	full[6] = '\0';
	c = strtol(full, NULL, 16);
	return SAYS_RGB + (int)c;
}

/* "rgb(255,255,255)"; with alpha nought it is transparent. */
static int
rgb_color(const char *v)
{
	int	 c = 0;
	char	*end;

	v = strchr(v, '(') + 1;
	for (int i = 0; i < 3; i++) {
		long	 n = strtol(v, &end, 10);

		if (end == v || n < 0 || n > 255 || (*end != ',' &&
		    (i < 2 || *end != ')')))
			return SAYS_SHOWN;
		c = c << 8 | (int)n;
		v = end + 1;
	}
	return *end == ',' && is_nought(v) ? SAYS_HIDDEN : SAYS_RGB + c;
}

static int
color_of(const char *v)
{
	static const struct {
		const char	*name;
		int		 color;
	} known[] = {
		{ "white", 0xFFFFFF }, { "black", 0 }, { "red", 0xFF0000 },
		{ "blue", 0x0000FF }, { "green", 0x008000 },
		{ "yellow", 0xFFFF00 }, { "gray", 0x808080 },
		{ "grey", 0x808080 }, { "silver", 0xC0C0C0 },
		{ "navy", 0x000080 }, { "maroon", 0x800000 },
		{ "orange", 0xFFA500 }, { "purple", 0x800080 },
		{ "snow", 0xFFFAFA }, { "ivory", 0xFFFFF0 },
		{ "windowtext", 0 }, { "window", 0xFFFFFF },
	};
	size_t	 n = strspn(v, "abcdefghijklmnopqrstuvwxyz");

	if (*v == '#')
		return hex_color(v);
	if (begins(v, "rgb(") || begins(v, "rgba("))
		return rgb_color(v);
	if (begins(v, "transparent"))
		return SAYS_HIDDEN;
	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++)
		if (strlen(known[i].name) == n && begins(v, known[i].name))
			return SAYS_RGB + known[i].color;
	return SAYS_SHOWN;
}

int
look_color(struct str s)
{
	char	 v[64];

	look_squeeze(s, v);
	return color_of(v);
}

/* The colour among what else is said of a background. */
static int
ground_of(const char *v)
{
	const char	*p;

	if (strstr(v, "url(") != NULL || strstr(v, "gradient") != NULL)
		return SAYS_SHOWN;
	if ((p = strchr(v, '#')) != NULL || (p = strstr(v, "rgb")) != NULL)
		return color_of(p);
	return begins(v, "none") || begins(v, "transparent") ?
	    SAYS_HIDDEN : color_of(v);
}

bool
look_same_color(int a, int b)
{
	for (int shift = 0; shift < 24; shift += 8)
		if (abs((a >> shift & 255) - (b >> shift & 255)) > NEAR)
			return false;
	return true;
}

static int
display_of(const char *v)
{
	static const struct {
		const char	*begins;
		int		 says;
	} known[] = {
		{ "none", SAYS_HIDDEN },
		{ "table-row-group", SAYS_GROUP },
		{ "table-header-group", SAYS_GROUP },
		{ "table-footer-group", SAYS_GROUP },
		{ "table-row", SAYS_ROW },
		{ "table-cell", SAYS_CELL },
		{ "table-column", SAYS_HIDDEN },
		{ "block", SAYS_BLOCK }, { "table", SAYS_BLOCK },
		{ "flex", SAYS_FLEX }, { "grid", SAYS_GRID },
		{ "-webkit-flex", SAYS_FLEX },
		{ "contents", SAYS_CONTENTS },
		{ "list-item", SAYS_BLOCK }, { "flow-root", SAYS_BLOCK },
		{ "-webkit-box", SAYS_BLOCK },
	};

	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++)
		if (begins(v, known[i].begins))
			return known[i].says;
	return SAYS_SHOWN;
}

static bool
wraps(const char *v)
{
	return strstr(v, "wrap") != NULL && strstr(v, "nowrap") == NULL;
}

/* "span 2", "span 2 / span 2", "1 / -1"; SAYS_HIDDEN: in no such place. */
static int
span_of(const char *v)
{
	const char	*p = strstr(v, "span");
	char		*end;
	long		 n;

	if (begins(v, "1/-1"))
		return SAYS_TRACKS + LOOK_ALL;
	if (p == NULL)
		return begins(v, "auto") && strchr(v, '/') == NULL ?
		    SAYS_SHOWN : SAYS_HIDDEN;
	if (p != v && !begins(v, "auto/"))
		return SAYS_HIDDEN;
	n = strtol(p + 4, &end, 10);
	if (n < 1 || n >= LOOK_ALL)
		return SAYS_HIDDEN;
	if (*end == '/' && !begins(end, "/auto") && (!begins(end, "/span") ||
	    strtol(end + 5, NULL, 10) != n))
		return SAYS_HIDDEN;
	return SAYS_TRACKS + (int)n;
}

/* Bytes of the first size of a list of them, with what is in brackets. */
static size_t
track_length(struct str s)
{
	size_t	 n = 0;
	int	 depth = 0;

	for (; n < s.n && (depth > 0 || !is_blank(s.p[n])); n++)
		depth += s.p[n] == '(' || s.p[n] == '[' ? 1 :
		    s.p[n] == ')' || s.p[n] == ']' ? -1 : 0;
	return n;
}

/* How many sizes a list has: "2em repeat(3, 1fr 2fr)"; -1: not known. */
static int
count_tracks(struct str s, bool outer)
{
	int	 n = 0;

	while ((s = str_trim(s)).n > 0) {
		size_t		 len = track_length(s), comma;
		struct str	 one = str_sub(s, 0, len);
		int		 times, each;
		char		 v[64];

		s = str_from(s, len);
		look_squeeze(one, v);
		if (v[0] == '[' || v[0] == '!')
			continue;
		if (begins(v, "none") || begins(v, "sub") ||
		    begins(v, "in") || begins(v, "masonry") ||
		    begins(v, "var(") || begins(v, "rev") ||
		    begins(v, "unset"))
			return -1;
		if (!begins(v, "repeat(")) {
			n++;
			continue;
		}
		comma = str_find(one, STR(","), 0);
		times = (int)strtol(v + 7, NULL, 10);
		if (!outer || comma == STR_NONE || times < 1 ||
		    times >= LOOK_ALL || one.p[len - 1] != ')')
			return -1;
		each = count_tracks(str_sub(one, comma + 1, len - comma - 2),
		    false);
		if (each < 1 || each >= LOOK_ALL)
			return -1;
		n += times * each;
		if (n >= LOOK_ALL)
			return -1;
	}
	return n < LOOK_ALL ? n : -1;
}

static int
columns_of(struct str s)
{
	int	 n = count_tracks(s, true);

	return n > 0 ? SAYS_TRACKS + n : SAYS_SHOWN;
}

/* Whether a value of a property that only hides or does not says so. */
static bool
hides(enum prop p, const char *v)
{
	switch (p) {
	case P_VISIBILITY:
		return begins(v, "hidden") || begins(v, "collapse");
	case P_OPACITY:
		return is_nought(v);
	case P_WIDTH:
	case P_HEIGHT:
		return is_nought(v) || begins(v, "1px");
	case P_OVERFLOW:
		return begins(v, "hidden") || begins(v, "clip");
	case P_INDENT:
	case P_LEFT:
	case P_RIGHT:
	case P_TOP:
	case P_BOTTOM:
	case P_MARGIN:
		return is_far(v);
	case P_TRANSFORM:
		return begins(v, "scale(0)") || begins(v, "scale(0,0)") ||
		    (begins(v, "translate") && strchr(v, '(') != NULL &&
		    is_far(strchr(v, '(') + 1));
	case P_CLIP:
		return begins(v, "rect(0") || begins(v, "rect(1px");
	case P_CLIPPED:
		return begins(v, "inset(50%") || begins(v, "inset(100%") ||
		    begins(v, "circle(0");
	case P_MSO:
		return begins(v, "all");
	case P_DIRECTION:
		return strstr(v, "column") != NULL ||
		    strstr(v, "reverse") != NULL ||
		    strstr(v, "dense") != NULL || wraps(v);
	case P_WRAP:
		return wraps(v);
	case P_AREAS:
		return !begins(v, "none");
	case P_ORDER:
		return !begins(v, "0") && !begins(v, "auto");
	case P_POSITION:
		return begins(v, "absolute") || begins(v, "fixed");
	default:
		return strstr(v, "line-through") != NULL;
	}
}

static int
value_says(enum prop p, const char *v)
{
	switch (p) {
	case P_DISPLAY:
		return display_of(v);
	case P_COLOR:
		return color_of(v);
	case P_GROUND:
		return ground_of(v);
	case P_SIZE:
		/* Of what is around it, nought times that is nought. */
		if (!is_nought(v) && (strchr(v, '%') != NULL ||
		    strstr(v, "inherit") != NULL || strstr(v, "er") != NULL ||
		    (strstr(v, "em") != NULL && strstr(v, "rem") == NULL)))
			return SAYS_NOTHING;
		return is_nought(v) ? SAYS_HIDDEN : SAYS_SHOWN;
	case P_ACROSS:
	case P_DOWN:
		return span_of(v);
	case P_SHIFT:
		if (begins(v, "sub"))
			return SAYS_LOWERED;
		return begins(v, "super") ? SAYS_HIDDEN : SAYS_SHOWN;
	default:
		return hides(p, v) ? SAYS_HIDDEN : SAYS_SHOWN;
	}
}

static enum prop
prop_of(const char *name)
{
	static const struct {
		const char	*name;
		enum prop	 prop;
	} known[] = {
		{ "display", P_DISPLAY }, { "visibility", P_VISIBILITY },
		{ "font-size", P_SIZE }, { "text-indent", P_INDENT },
		{ "left", P_LEFT }, { "right", P_RIGHT }, { "top", P_TOP },
		{ "bottom", P_BOTTOM }, { "margin-left", P_MARGIN },
		{ "opacity", P_OPACITY }, { "clip", P_CLIP },
		{ "clip-path", P_CLIPPED }, { "transform", P_TRANSFORM },
		{ "color", P_COLOR }, { "background", P_GROUND },
		{ "background-color", P_GROUND },
		{ "background-image", P_GROUND },
		{ "width", P_WIDTH }, { "height", P_HEIGHT },
		{ "max-width", P_WIDTH }, { "max-height", P_HEIGHT },
		{ "overflow", P_OVERFLOW },
		{ "mso-hide", P_MSO }, { "text-decoration", P_LINE },
		{ "text-decoration-line", P_LINE },
		{ "vertical-align", P_SHIFT },
		{ "grid-template-columns", P_COLUMNS },
		{ "flex-direction", P_DIRECTION },
		{ "flex-flow", P_DIRECTION }, { "flex-wrap", P_WRAP },
		{ "grid-auto-flow", P_DIRECTION },
		{ "grid-template-areas", P_AREAS },
		{ "grid-template", P_AREAS }, { "grid", P_AREAS },
		{ "grid-column", P_ACROSS }, { "grid-row", P_DOWN },
		{ "grid-column-start", P_ORDER },
		{ "grid-column-end", P_ORDER }, { "grid-area", P_ORDER },
		{ "grid-row-start", P_ORDER }, { "grid-row-end", P_ORDER },
		{ "order", P_ORDER }, { "position", P_POSITION },
	};

	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++)
		if (strcmp(name, known[i].name) == 0)
			return known[i].prop;
	return P__N;
}

bool
look_read(struct str s, struct look *l)
{
	struct str	 one, name;
	enum prop	 p;
	char		 v[64];
	bool		 any = false;

	*l = (struct look){ .says = { SAYS_NOTHING } };
	while (str_field(&s, ';', &one)) {
		if (!str_field(&one, ':', &name) || one.p == NULL)
			continue;
		look_squeeze(name, v);
		p = prop_of(v);
		if (p == P__N)
			continue;
		look_squeeze(one, v);
		l->says[p] = p == P_COLUMNS ? columns_of(one) :
		    value_says(p, v);
		l->important[p] = strstr(v, "!important") != NULL;
		any = true;
	}
	return any;
}
