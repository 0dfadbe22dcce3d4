#include <config.h>

#include <string.h>

#include "base/limit.h"
#include "read/html_tag.h"

static const struct {
	const char	*name;
	enum html_kind	 kind;
	const char	*as;
} tag_list[] = {
	{ "address",	HTML_BLOCK,	"div" },
	{ "area",	HTML_VOID,	NULL },
	{ "article",	HTML_BLOCK,	"div" },
	{ "aside",	HTML_BLOCK,	"div" },
	{ "base",	HTML_VOID,	NULL },
	{ "basefont",	HTML_VOID,	NULL },
	{ "blockquote",	HTML_BLOCK,	"div" },
	{ "body",	HTML_BREAK,	"br" },
	{ "br",		HTML_BREAK,	"br" },
	{ "canvas",	HTML_SKIP,	NULL },
	{ "caption",	HTML_PART,	"caption" },
	{ "center",	HTML_BLOCK,	"div" },
	{ "col",	HTML_VOID,	NULL },
	{ "datalist",	HTML_SKIP,	NULL },
	{ "dd",		HTML_PARA,	"p" },
	{ "del",	HTML_STRUCK,	NULL },
	{ "details",	HTML_BLOCK,	"div" },
	{ "dialog",	HTML_BLOCK,	"div" },
	{ "dir",	HTML_BLOCK,	"div" },
	{ "div",	HTML_BLOCK,	"div" },
	{ "dl",		HTML_BLOCK,	"div" },
	{ "dt",		HTML_PARA,	"p" },
	{ "embed",	HTML_VOID,	NULL },
	{ "fieldset",	HTML_BLOCK,	"div" },
	{ "figcaption",	HTML_BLOCK,	"div" },
	{ "figure",	HTML_BLOCK,	"div" },
	{ "footer",	HTML_BLOCK,	"div" },
	{ "h1",		HTML_BLOCK,	"h1" },
	{ "h2",		HTML_BLOCK,	"h2" },
	{ "h3",		HTML_BLOCK,	"h3" },
	{ "h4",		HTML_BLOCK,	"h4" },
	{ "h5",		HTML_BLOCK,	"h5" },
	{ "h6",		HTML_BLOCK,	"h6" },
	{ "header",	HTML_BLOCK,	"div" },
	{ "hr",		HTML_BREAK,	"br" },
	{ "iframe",	HTML_SKIP,	NULL },
	{ "img",	HTML_VOID,	NULL },
	{ "input",	HTML_INPUT,	NULL },
	{ "legend",	HTML_BLOCK,	"div" },
	{ "li",		HTML_PARA,	"p" },
	{ "link",	HTML_VOID,	NULL },
	{ "listing",	HTML_BLOCK,	"pre" },
	{ "main",	HTML_BLOCK,	"div" },
	{ "math",	HTML_SKIP,	NULL },
	{ "menu",	HTML_BLOCK,	"div" },
	{ "meta",	HTML_META,	NULL },
	{ "nav",	HTML_BLOCK,	"div" },
	{ "noembed",	HTML_SKIP,	NULL },
	{ "noframes",	HTML_SKIP,	NULL },
	{ "noscript",	HTML_SKIP,	NULL },
	{ "object",	HTML_SKIP,	NULL },
	{ "ol",		HTML_BLOCK,	"div" },
	{ "p",		HTML_PARA,	"p" },
	{ "param",	HTML_VOID,	NULL },
	{ "pre",	HTML_BLOCK,	"pre" },
	{ "rb",		HTML_RUBY,	NULL },
	{ "rp",		HTML_RUBY,	NULL },
	{ "rt",		HTML_RUBY,	NULL },
	{ "rtc",	HTML_RUBY,	NULL },
	{ "ruby",	HTML_RUBY,	NULL },
	{ "s",		HTML_STRUCK,	NULL },
	{ "script",	HTML_RAW,	NULL },
	{ "section",	HTML_BLOCK,	"div" },
	{ "select",	HTML_CHOICE,	NULL },
	{ "source",	HTML_VOID,	NULL },
	{ "strike",	HTML_STRUCK,	NULL },
	{ "style",	HTML_RAW,	NULL },
	{ "sub",	HTML_LOWERED,	NULL },
	{ "summary",	HTML_BLOCK,	"div" },
	{ "sup",	HTML_RAISED,	NULL },
	{ "svg",	HTML_SKIP,	NULL },
	{ "table",	HTML_TABLE,	"table" },
	{ "tbody",	HTML_PART,	"tbody" },
	{ "td",		HTML_PART,	"td" },
	{ "template",	HTML_SKIP,	NULL },
	{ "textarea",	HTML_FIELD,	NULL },
	{ "tfoot",	HTML_PART,	"tfoot" },
	{ "th",		HTML_PART,	"th" },
	{ "thead",	HTML_PART,	"thead" },
	{ "title",	HTML_TITLE,	NULL },
	{ "tr",		HTML_PART,	"tr" },
	{ "track",	HTML_VOID,	NULL },
	{ "ul",		HTML_BLOCK,	"div" },
	{ "video",	HTML_SKIP,	NULL },
	{ "wbr",	HTML_VOID,	NULL },
	{ "xml",	HTML_SKIP,	NULL },	/* Word's data islands */
	{ "xmp",	HTML_BLOCK,	"pre" },
};

_Static_assert(sizeof(tag_list) / sizeof(tag_list[0]) <= HTML_IDS,
    "html_tag.h promises fewer elements");

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

static char
lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

bool
html_same(struct str s, const char *word)
{
	size_t	 i;

	for (i = 0; i < s.n && word[i] != '\0'; i++)
		if (lower(s.p[i]) != word[i])
			return false;
	return i == s.n && word[i] == '\0';
}

int
html_number(struct str s)
{
	size_t	 i = 0;
	int	 n = -1;

	while (i < s.n && is_blank(s.p[i]))
		i++;
	for (; i < s.n && s.p[i] >= '0' && s.p[i] <= '9'; i++) {
		n = n < 0 ? 0 : n;
		n = n > 99999999 ? 999999999 : n * 10 + (s.p[i] - '0');
	}
	return n;
}

/* How the items of a list are numbered (CSS Counter Styles 3). */
static void
read_list_style(struct html_attrs *a, const char *style)
{
	static const struct {
		const char	*name;
		enum ordinal	 how;
	} known[] = {
		{ "none", ORDINAL_NONE }, { "disc", ORDINAL_NONE },
		{ "circle", ORDINAL_NONE }, { "square", ORDINAL_NONE },
		{ "decimal-leading-zero", ORDINAL_ZERO },
		{ "cjk-decimal", ORDINAL_HAN_DIGITS },
		{ "decimal", ORDINAL_DECIMAL },
		{ "lower-alpha", ORDINAL_LOWER },
		{ "lower-latin", ORDINAL_LOWER },
		{ "upper-alpha", ORDINAL_UPPER },
		{ "upper-latin", ORDINAL_UPPER },
		{ "lower-roman", ORDINAL_LOWER_ROMAN },
		{ "upper-roman", ORDINAL_UPPER_ROMAN },
		{ "cjk-ideographic", ORDINAL_HAN },
		{ "chinese-informal", ORDINAL_HAN },
		{ "chinese-formal", ORDINAL_LEGAL },
		{ "cjk-heavenly-stem", ORDINAL_STEM },
		{ "cjk-earthly-branch", ORDINAL_BRANCH },
	};
	const char	*p = strstr(style, "list-style"), *end;

	if (p == NULL)
		return;
	end = strchr(p, ';');
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
		const char	*at = strstr(p, known[i].name);

		if (at == NULL || (end != NULL && at > end))
			continue;
		a->has_list = true;
		a->list = known[i].how;
		return;
	}
}

/* What a style or a class does to text, as far as figures depend on it. */
static void
read_style(struct html_attrs *a, struct str style)
{
	static const struct {
		const char	*is;
		bool		 hidden, struck;
		enum shift	 shift;
	} known[] = {
		{ "display:none", .hidden = true },
		{ "mso-hide:all", .hidden = true },
		{ "line-through", .struck = true },
		{ "vertical-align:super", .shift = SHIFT_RAISED },
		{ "vertical-align:sub", .shift = SHIFT_LOWERED },
		{ "msofootnotereference", .shift = SHIFT_RAISED },
		{ "msoendnotereference", .shift = SHIFT_RAISED },
	};
	char	 s[512];
	size_t	 n = 0;

	for (size_t i = 0; i < style.n && n < sizeof(s) - 1; i++)
		if (!is_blank(style.p[i]))
			s[n++] = lower(style.p[i]);
	s[n] = '\0';
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
		if (strstr(s, known[i].is) == NULL)
			continue;
		a->hidden |= known[i].hidden;
		a->struck |= known[i].struck;
		if (known[i].shift != SHIFT_NONE)
			a->shift = known[i].shift;
	}
	read_list_style(a, s);
}

static void
keep_attr(struct html_attrs *a, struct str name, struct str value)
{
	const struct {
		const char	*name;
		struct str	*value;
	} kept[] = {
		{ "rowspan", &a->rowspan }, { "colspan", &a->colspan },
		{ "name", &a->name }, { "property", &a->name },
		{ "content", &a->content }, { "charset", &a->charset },
		{ "type", &a->type }, { "value", &a->value },
		{ "start", &a->start }, { "id", &a->id },
		{ "class", &a->classes }, { "style", &a->style },
		{ "media", &a->media }, { "rel", &a->rel },
		{ "role", &a->role }, { "color", &a->color },
		{ "bgcolor", &a->ground },
	};

	for (size_t i = 0; i < sizeof(kept) / sizeof(kept[0]); i++)
		if (html_same(name, kept[i].name) && kept[i].value->n == 0)
			*kept[i].value = value;
	if (html_same(name, "hidden"))
		a->hidden = true;
	else if (html_same(name, "open"))
		a->open = true;
	else if (html_same(name, "reversed"))
		a->reversed = true;
	else if (html_same(name, "selected"))
		a->selected = true;
	else if (html_same(name, "background") && value.n > 0)
		a->ground = STR("picture");
	else if (html_same(name, "style") || html_same(name, "class"))
		read_style(a, value);
}

/* The value behind a "=", which is at *at. */
static struct str
attr_value(struct str t, size_t *at)
{
	size_t	 i = *at + 1, from;
	char	 quote;

	while (i < t.n && is_blank(t.p[i]))
		i++;
	if (i < t.n && (t.p[i] == '"' || t.p[i] == '\'')) {
		quote = t.p[i];
		from = ++i;
		while (i < t.n && t.p[i] != quote)
			i++;
		*at = i < t.n ? i + 1 : i;
	} else {
		from = i;
		while (i < t.n && !is_blank(t.p[i]) && t.p[i] != '>')
			i++;
		*at = i;
	}
	return str_sub(t, from, i - from);
}

/* The attribute at or after *at, which moves behind it; false at the ">". */
static bool
next_attr(struct str t, size_t *at, struct str *name, struct str *value)
{
	size_t	 i = *at, from;

	while (i < t.n && (is_blank(t.p[i]) || t.p[i] == '/'))
		i++;
	*at = i;
	if (i == t.n || t.p[i] == '>')
		return false;
	from = i++;
	while (i < t.n && !is_blank(t.p[i]) && t.p[i] != '/' &&
	    t.p[i] != '>' && t.p[i] != '=')
		i++;
	*name = str_sub(t, from, i - from);
	while (i < t.n && is_blank(t.p[i]))
		i++;
	*value = i < t.n && t.p[i] == '=' ? attr_value(t, &i) : STR("");
	*at = i;
	return true;
}

/* From behind the name of a tag to behind its ">". */
static void
tag_attrs(struct str t, size_t *at, struct html_attrs *a)
{
	struct str	 name, value;
	size_t		 from = *at;
	int		 n = 0;

	while (next_attr(t, at, &name, &value))
		if (n++ < LIMIT_ATTRS)
			keep_attr(a, name, value);
	a->all = str_sub(t, from, *at - from);
	*at += *at < t.n;
}

bool
html_attr_of(struct str attrs, struct str want, struct str *value)
{
	struct str	 name;
	size_t		 at = 0;

	while (next_attr(attrs, &at, &name, value)) {
		size_t	 i = 0;

		while (i < name.n && i < want.n &&
		    lower(name.p[i]) == lower(want.p[i]))
			i++;
		if (i == name.n && i == want.n)
			return true;
	}
	return false;
}

static void
tag_look_up(struct html_tag *g)
{
	g->kind = HTML_INLINE;
	for (size_t i = 0; i < sizeof(tag_list) / sizeof(tag_list[0]); i++)
		if (tag_list[i].name[0] == g->name[0] &&
		    strcmp(tag_list[i].name, g->name) == 0) {
			g->id = (int)i;
			g->kind = tag_list[i].kind;
			g->as = tag_list[i].as;
			return;
		}
}

/* Behind a comment, or behind the ">" of any other "<!", "<?" and "</". */
static size_t
skip_comment(struct str t, size_t at)
{
	struct str	 close = STR(">");
	size_t		 end;

	/* "<!-->" and "<!--->" are whole comments. */
	if (str_starts(str_from(t, at), STR("<!--")))
		close = STR("-->");
	end = str_find(t, close, at + 2);
	return end == STR_NONE ? t.n : end + close.n;
}

bool
html_tag(struct str t, size_t *at, struct html_tag *g)
{
	size_t	 i = *at + 1, n = 0;

	memset(g, 0, sizeof(*g));
	if (i >= t.n)
		return false;
	if (str_starts(str_from(t, *at), STR("<![CDATA["))) {
		/* What is in it is text of a feed, with tags of its own. */
		*at += sizeof "<![CDATA[" - 1;
		return true;
	}
	if (t.p[i] == '!' || t.p[i] == '?' || (t.p[i] == '/' &&
	    i + 1 < t.n && !is_letter(t.p[i + 1]))) {
		*at = skip_comment(t, *at);
		return true;
	}
	if (t.p[i] == '/') {
		g->end = true;
		i++;
	}
	if (i >= t.n || !is_letter(t.p[i]))
		return false;
	for (; i < t.n && !is_blank(t.p[i]) && t.p[i] != '/' &&
	    t.p[i] != '>'; i++)
		if (n < sizeof(g->name) - 1)
			g->name[n++] = lower(t.p[i]);
	tag_attrs(t, &i, &g->attrs);
	tag_look_up(g);
	g->attrs.veiled = !g->attrs.open && (strcmp(g->name, "details") == 0 ||
	    strcmp(g->name, "dialog") == 0);
	*at = i;
	return true;
}

size_t
html_end_tag(struct str t, const char *name, size_t from)
{
	size_t	 n = strlen(name), at = from, after;

	while ((at = str_find(t, STR("</"), at)) != STR_NONE) {
		after = at + 2 + n;
		if (after <= t.n && html_same(str_sub(t, at + 2, n), name) &&
		    (after == t.n || is_blank(t.p[after]) ||
		    t.p[after] == '/' || t.p[after] == '>'))
			return at;
		at += 2;
	}
	return STR_NONE;
}
