#include <config.h>

#include <stdbool.h>

#include "base/buf.h"
#include "read/sheet_show.h"

#define SECTIONS	4
#define CODE_MAX	255	/* bytes, as in Excel */

/* A section of a format, looked through. */
struct look {
	struct str	 before, after;		/* literal text, bounds of it */
	size_t		 nbefore, nafter;
	char		 text[2][CODE_MAX];	/* of before and after */
	bool		 digits;	/* places for any */
	bool		 zero;		/* places that show a 0, too */
	bool		 other;		/* shows something else than digits */
	bool		 asks;		/* for some numbers only: [>=10000] */
	bool		 scaled;	/* not the digits of the number */
};

/* Behind a quoted text, a bracket, or a character that is escaped. */
static size_t
skip_token(struct str s, size_t i)
{
	char	 end = s.p[i] == '"' ? '"' : s.p[i] == '[' ? ']' : '\0';

	if (end != '\0') {
		while (++i < s.n && s.p[i] != end)
			continue;
		return i + 1;
	}
	if (s.p[i] != '\\' && s.p[i] != '!' && s.p[i] != '_' && s.p[i] != '*')
		return i + 1;
	for (i += 2; i < s.n && ((unsigned char)s.p[i] & 0xC0) == 0x80; i++)
		continue;
	return i;
}

static int
split(struct str code, struct str section[SECTIONS])
{
	size_t	 from = 0, i = 0;
	int	 n = 0;

	while (i < code.n && n < SECTIONS - 1)
		if (code.p[i] == ';') {
			section[n++] = str_sub(code, from, i - from);
			from = ++i;
		} else
			i = skip_token(code, i);
	section[n++] = str_from(code, from);
	return n;
}

static void
literal(struct look *l, char c)
{
	if (l->nafter > 0 || l->digits) {
		if (l->nafter < CODE_MAX)
			l->text[1][l->nafter++] = c;
	} else if (l->nbefore < CODE_MAX)
		l->text[0][l->nbefore++] = c;
}

/* [$¥-804] is a sign of currency; what else is in brackets does not show. */
static void
bracket(struct look *l, struct str s)
{
	if (s.n > 1 && s.p[1] == '$')
		for (size_t i = 2; i < s.n && s.p[i] != '-' && s.p[i] != ']';
		    i++)
			literal(l, s.p[i]);
	else if (s.n > 1 && (s.p[1] == '<' || s.p[1] == '>' || s.p[1] == '='))
		l->asks = true;
}

static void
place(struct look *l, char c)
{
	/* Digits that go on behind something literal are not in a row. */
	l->scaled |= l->nafter > 0;
	l->digits = true;
	l->zero |= c == '0';
}

static void
token(struct look *l, struct str s)
{
	switch (s.p[0]) {
	case '0': case '#': case '?':
		place(l, s.p[0]);
		break;
	case '"':
		for (size_t i = 1; i < s.n && s.p[i] != '"'; i++)
			literal(l, s.p[i]);
		break;
	case '\\': case '!':
		for (size_t i = 1; i < s.n; i++)
			literal(l, s.p[i]);
		break;
	case '[':
		bracket(l, s);
		break;
	case '_': case '*':
		break;
	case '.':
		if (!l->digits)
			l->digits = true;
		break;
	case ',':
		break;
	case '%': case '/': case '@':
	case 'E': case 'e':
	case 'y': case 'Y': case 'm': case 'M': case 'd': case 'D':
	case 'h': case 'H': case 's': case 'S':
		l->other = true;
		break;
	default:
		literal(l, s.p[0]);
	}
}

/* Behind the name of the format that shows any number; i if it is none. */
static size_t
general(struct str s, size_t i)
{
	static const char *const	 names[] = {
		"General", "GENERAL", "general", "G/通用格式",
	};

	for (size_t k = 0; k < sizeof(names) / sizeof(names[0]); k++)
		if (str_eat(s, &i, names[k]))
			break;
	return i;
}

static void
look_at(struct look *l, struct str section)
{
	size_t	 next;
	bool	 comma = false;

	*l = (struct look){ .digits = false };
	for (size_t i = 0; i < section.n; i = next) {
		char	 c = section.p[i];

		if ((next = general(section, i)) != i)
			place(l, c = '0');
		else {
			next = skip_token(section, i);
			token(l, str_sub(section, i, next - i));
		}
		/* A comma that parts no digits divides by a thousand. */
		if (comma && c != '0' && c != '#' && c != '?' && c != ',')
			l->scaled = true;
		comma = l->digits && c == ',';
	}
	l->scaled |= comma;
	l->before = str_trim((struct str){ l->text[0], l->nbefore });
	l->after = str_trim((struct str){ l->text[1], l->nafter });
	for (size_t i = 0; l->digits && i < 2; i++)
		for (size_t k = 0; k < (i == 0 ? l->nbefore : l->nafter); k++)
			l->scaled |= l->text[i][k] >= '0' &&
			    l->text[i][k] <= '9';
}

/*
 * Whether sections are for numbers of which a condition holds, and not for
 * those above, below and equal to 0.  Which is shown is not looked into then.
 */
static bool
has_condition(const struct str *section, int n)
{
	struct look	 l;

	for (int i = 0; i < n; i++) {
		look_at(&l, section[i]);
		if (l.asks)
			return true;
	}
	return false;
}

bool
sheet_is_zero(struct str number)
{
	for (size_t i = 0; i < number.n; i++)
		if (number.p[i] >= '1' && number.p[i] <= '9')
			return false;
	return true;
}

void
sheet_show(struct buf *b, struct str number, struct str code)
{
	struct str	 section[SECTIONS];
	struct look	 l;
	bool		 minus = str_starts(number, STR("-")),
			 zero = sheet_is_zero(number);
	int		 n, k;

	if (code.n == 0 || code.n > CODE_MAX) {
		buf_str(b, number);
		return;
	}
	n = split(code, section);
	k = minus && n > 1 ? 1 : zero && n > 2 ? 2 : 0;
	look_at(&l, section[k]);
	if (l.other || has_condition(section, n) ||
	    (section[k].n == 0 && n == 1))
		buf_str(b, number);
	else if (!l.digits || (zero && !l.zero)) {
		buf_str(b, l.before);
		buf_str(b, l.after);
	} else if (l.scaled) {
		buf_str(b, number);
		buf_puts(b, " (");
		buf_str(b, code);
		buf_puts(b, ")?");
	} else {
		buf_str(b, l.before);
		buf_str(b, k == 1 ? str_from(number, 1) : number);
		buf_str(b, l.after);
	}
}

struct str
sheet_show_builtin(unsigned id)
{
	static const struct {
		unsigned	 from, to;
		const char	*code;
	} known[] = {
		{ 5, 8, "\"¥\"#,##0.00;\"¥\"\\-#,##0.00" },
		{ 41, 41, "_ * #,##0_ ;_ * -#,##0_ ;_ * \"-\"_ ;_ @_ " },
		{ 42, 42, "_ \"¥\"* #,##0_ ;_ \"¥\"* -#,##0_ ;"
		    "_ \"¥\"* \"-\"_ ;_ @_ " },
		{ 43, 43, "_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;"
		    "_ @_ " },
		{ 44, 44, "_ \"¥\"* #,##0.00_ ;_ \"¥\"* -#,##0.00_ ;"
		    "_ \"¥\"* \"-\"??_ ;_ @_ " },
	};

	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (id >= known[i].from && id <= known[i].to)
			return str_of(known[i].code);
	return STR("");
}
