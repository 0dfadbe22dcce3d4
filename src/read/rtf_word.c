#include <config.h>

#include <string.h>

#include "read/rtf_word.h"

#define WORD_MAX	32
#define NUMBER_MAX	100000000

/* Sorted by strcmp(). */
static const struct {
	const char	*name;
	enum rtf_word	 word;
} words[] = {
	{ "annotation", RTF_SKIP },
	{ "ansicpg", RTF_ANSICPG },
	{ "atnauthor", RTF_SKIP },
	{ "bullet", RTF_BULLET },
	{ "cell", RTF_CELL },
	{ "cellx", RTF_CELLX },
	{ "clmgf", RTF_CLMGF },
	{ "clmrg", RTF_CLMRG },
	{ "clvmgf", RTF_CLVMGF },
	{ "clvmrg", RTF_CLVMRG },
	{ "colortbl", RTF_SKIP },
	{ "deleted", RTF_DELETED },
	{ "emdash", RTF_EMDASH },
	{ "endash", RTF_ENDASH },
	{ "f", RTF_F },
	{ "fcharset", RTF_FCHARSET },
	{ "filetbl", RTF_SKIP },
	{ "fldinst", RTF_SKIP },
	{ "fonttbl", RTF_FONTTBL },
	{ "footer", RTF_SKIP },
	{ "footerf", RTF_SKIP },
	{ "footerl", RTF_SKIP },
	{ "footerr", RTF_SKIP },
	{ "footnote", RTF_SKIP },
	{ "header", RTF_SKIP },
	{ "headerf", RTF_SKIP },
	{ "headerl", RTF_SKIP },
	{ "headerr", RTF_SKIP },
	{ "info", RTF_SKIP },
	{ "intbl", RTF_INTBL },
	{ "itap", RTF_ITAP },
	{ "ldblquote", RTF_LDBLQUOTE },
	{ "line", RTF_LINE },
	{ "listtext", RTF_LISTTEXT },
	{ "lquote", RTF_LQUOTE },
	{ "nestcell", RTF_NESTCELL },
	{ "nestrow", RTF_NESTROW },
	{ "nesttableprops", RTF_NESTTABLEPROPS },
	{ "nonesttables", RTF_SKIP },
	{ "nonshppict", RTF_SKIP },
	{ "nosupersub", RTF_NOSUPERSUB },
	{ "objdata", RTF_SKIP },
	{ "outlinelevel", RTF_OUTLINE },
	{ "par", RTF_PAR },
	{ "pard", RTF_PARD },
	{ "pict", RTF_SKIP },
	{ "plain", RTF_PLAIN },
	{ "pntext", RTF_LISTTEXT },
	{ "rdblquote", RTF_RDBLQUOTE },
	{ "revtbl", RTF_SKIP },
	{ "row", RTF_ROW },
	{ "rquote", RTF_RQUOTE },
	{ "s", RTF_S },
	{ "sect", RTF_PAR },
	{ "shprslt", RTF_SKIP },
	{ "strike", RTF_STRIKE },
	{ "striked", RTF_STRIKE },
	{ "stylesheet", RTF_STYLESHEET },
	{ "sub", RTF_SUB },
	{ "super", RTF_SUPER },
	{ "tab", RTF_TAB },
	{ "tc", RTF_SKIP },
	{ "trleft", RTF_TRLEFT },
	{ "trowd", RTF_TROWD },
	{ "u", RTF_U },
	{ "uc", RTF_UC },
	{ "v", RTF_V },
	{ "xe", RTF_SKIP },
};

static const uint32_t	 characters[] = {
	[RTF_LINE] = '\n', [RTF_TAB] = '\t', [RTF_NBSP] = 0xA0,
	[RTF_HYPHEN] = '-', [RTF_EMDASH] = 0x2014, [RTF_ENDASH] = 0x2013,
	[RTF_LQUOTE] = 0x2018, [RTF_RQUOTE] = 0x2019,
	[RTF_LDBLQUOTE] = 0x201C, [RTF_RDBLQUOTE] = 0x201D,
	[RTF_BULLET] = 0x2022,
};

uint32_t
rtf_character(enum rtf_word w)
{
	return w < sizeof(characters) / sizeof(characters[0]) ?
	    characters[w] : 0;
}

static enum rtf_word
find(const char *name)
{
	size_t	 n = sizeof(words) / sizeof(words[0]);
	size_t	 lo = 0, hi = n, mid;

	while (lo < hi) {
		mid = lo + (hi - lo) / 2;
		if (strcmp(words[mid].name, name) < 0)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo < n && strcmp(words[lo].name, name) == 0 ?
	    words[lo].word : RTF_OTHER;
}

static bool
is_letter(unsigned c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool
is_digit(unsigned c)
{
	return c >= '0' && c <= '9';
}

static int
hex(unsigned c)
{
	return is_digit(c) ? (int)c - '0' : c >= 'a' && c <= 'f' ?
	    (int)c - 'a' + 10 : c >= 'A' && c <= 'F' ? (int)c - 'A' + 10 : 0;
}

static unsigned
peek(struct bytes in, size_t at)
{
	return at < in.n ? in.p[at] : 0;
}

/* Letters, a number, and one space that belongs to them. */
static void
control_word(struct bytes in, size_t *at, struct rtf_token *t)
{
	char	 name[WORD_MAX + 1];
	size_t	 n = 0;
	bool	 minus;

	while (is_letter(peek(in, *at))) {
		if (n < WORD_MAX)
			name[n++] = (char)in.p[*at];
		(*at)++;
	}
	name[n] = '\0';
	minus = peek(in, *at) == '-' && is_digit(peek(in, *at + 1));
	*at += minus;
	while (is_digit(peek(in, *at))) {
		t->has_number = true;
		if (t->number < NUMBER_MAX)
			t->number = 10 * t->number + (in.p[*at] - '0');
		(*at)++;
	}
	if (minus)
		t->number = -t->number;
	if (peek(in, *at) == ' ')
		(*at)++;
	t->kind = RTF_T_WORD;
	/* Binary data, so many bytes of it. */
	if (strcmp(name, "bin") == 0 && t->number > 0)
		*at = (size_t)t->number < in.n - *at ?
		    *at + (size_t)t->number : in.n;
	else
		t->word = find(name);
}

static void
control_symbol(struct bytes in, size_t *at, struct rtf_token *t)
{
	unsigned	 c = peek(in, (*at)++);

	t->kind = RTF_T_WORD;
	switch (c) {
	case '\'':
		t->kind = RTF_T_BYTE;
		t->byte = (unsigned)(hex(peek(in, *at)) << 4 |
		    hex(peek(in, *at + 1)));
		*at = *at + 2 < in.n ? *at + 2 : in.n;
		break;
	case '*':
		t->kind = RTF_T_STAR;
		break;
	case '\\':
	case '{':
	case '}':
		t->kind = RTF_T_BYTE;
		t->byte = c;
		break;
	case '~':
		t->word = RTF_NBSP;
		break;
	case '_':
		t->word = RTF_HYPHEN;
		break;
	case '\n':
	case '\r':
		t->word = RTF_PAR;
		break;
	default:
		t->kind = RTF_T_NONE;
	}
}

bool
rtf_next(struct bytes in, size_t *at, struct rtf_token *t)
{
	/* \* stands between the brace and the word that it is about. */
	bool		 first = t->kind == RTF_T_OPEN ||
	    (t->kind == RTF_T_STAR && t->first);
	unsigned	 c;

	while (*at < in.n && (in.p[*at] == '\r' || in.p[*at] == '\n' ||
	    in.p[*at] == '\0'))
		(*at)++;
	if (*at >= in.n)
		return false;
	c = in.p[(*at)++];
	*t = (struct rtf_token){ .first = first };
	if (c == '{')
		t->kind = RTF_T_OPEN;
	else if (c == '}')
		t->kind = RTF_T_CLOSE;
	else if (c != '\\') {
		t->kind = RTF_T_BYTE;
		t->byte = c;
	} else if (is_letter(peek(in, *at)))
		control_word(in, at, t);
	else
		control_symbol(in, at, t);
	return true;
}
