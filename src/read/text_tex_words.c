#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "read/shift.h"
#include "read/text_tex.h"

#define GROUP_BYTES	1000	/* of a measure, or of what is left out */

/* What becomes of what stands behind a command. */
enum behind {
	KEPT,		/* the words of its groups stay */
	LAST,		/* n groups are measures, and what follows stays */
	GONE,		/* n groups are no words */
	RAISED,
};

/* Those of a kind, each behind a space and before one. */
static const struct {
	enum behind	 behind;
	int		 n;
	bool		 doubt;
	const char	*names;
} commands[] = {
	{ KEPT, 0, false, " textbf textit emph text textrm textsf texttt "
	    "textnormal underline uline mbox makebox makecell thead "
	    "shortstack num heiti songti fangsong kaishu bfseries bf small "
	    "footnotesize scriptsize tiny normalsize large Large LARGE "
	    "centering raggedright raggedleft arraybackslash noindent par "
	    "strut protect selectfont newline quad qquad hfill null " },
	{ KEPT, 0, false, " title author date maketitle tableofcontents "
	    "newpage clearpage chapter section subsection subsubsection "
	    "paragraph item caption " },
	{ KEPT, 0, false, " hline hdashline toprule midrule bottomrule "
	    "addlinespace endhead endfirsthead endfoot endlastfoot " },
	{ LAST, 1, false, " parbox href hypertarget scalebox rotatebox "
	    "raisebox " },
	{ LAST, 2, false, " multicolumn multirow resizebox " },
	{ GONE, 1, false, " cline cmidrule cdashline noalign rowcolor "
	    "cellcolor SetRow label vspace hspace footnote end usepackage "
	    "documentclass pagestyle phantom hphantom vphantom sout st " },
	{ GONE, 2, false, " fontsize setlength renewcommand " },
	{ GONE, 3, false, " specialrule " },
	{ RAISED, 1, false, " textsuperscript " },
	{ LAST, 1, true, " textcolor " },
	{ GONE, 1, true, " color " },
};

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

size_t
tex_group(struct str s, size_t at, size_t most)
{
	char	 open = at < s.n ? s.p[at] : '\0';
	char	 close = open == '{' ? '}' : ']';
	int	 depth = 0;

	if (open != '{' && open != '[')
		return 0;
	for (size_t i = at; i < s.n && i - at < most; i++) {
		if (s.p[i] == '\\')
			i++;
		else if (s.p[i] == open)
			depth++;
		else if (s.p[i] == close && --depth == 0)
			return i + 1 - at;
	}
	return 0;
}

struct str
tex_command(struct str s, size_t at)
{
	size_t	 n = 0;

	if (at >= s.n || s.p[at] != '\\')
		return STR("");
	while (at + 1 + n < s.n && is_letter(s.p[at + 1 + n]))
		n++;
	return str_sub(s, at + 1, n);
}

struct str
tex_uncomment(struct arena *a, struct str s)
{
	struct buf	 b;

	if (memchr(s.p, '%', s.n) == NULL)
		return s;
	buf_init(&b, a);
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '\\' && i + 1 < s.n)
			buf_add(&b, s.p + i++, 1);
		else if (s.p[i] == '%')
			while (i < s.n && s.p[i] != '\n')
				i++;
		if (i < s.n)
			buf_add(&b, s.p + i, 1);
	}
	return buf_text(&b);
}

struct words {
	struct str	 s;
	size_t		 at;
	struct buf	 out;
	bool		 doubt;
};

static void
skip_space(struct words *w)
{
	while (w->at < w->s.n && (w->s.p[w->at] == ' ' ||
	    w->s.p[w->at] == '\n' || w->s.p[w->at] == '\t'))
		w->at++;
}

/* Groups in brackets may stand before any of those in braces. */
static void
skip_brackets(struct words *w)
{
	size_t	 n;

	while (w->at < w->s.n && w->s.p[w->at] == '[' &&
	    (n = tex_group(w->s, w->at, GROUP_BYTES)) != 0)
		w->at += n;
}

static void
skip_groups(struct words *w, int n)
{
	size_t	 k;

	for (; n > 0; n--) {
		skip_brackets(w);
		if (w->at < w->s.n && w->s.p[w->at] == '(')
			while (w->at < w->s.n && w->s.p[w->at++] != ')')
				;
		skip_space(w);
		if (w->at >= w->s.n || w->s.p[w->at] != '{' ||
		    (k = tex_group(w->s, w->at, GROUP_BYTES)) == 0)
			return;
		w->at += k;
	}
	skip_brackets(w);
}

static void
put_raised(struct words *w)
{
	size_t		 n;

	skip_space(w);
	n = tex_group(w->s, w->at, GROUP_BYTES);
	if (n < 2)
		return;
	shift_put(&w->out, str_sub(w->s, w->at + 1, n - 2), SHIFT_RAISED);
	w->at += n;
}

/* \begin{tabular}[c]{l}, of which none is words. */
static void
begin_inside(struct words *w)
{
	struct str	 name = str_from(w->s, w->at);

	skip_groups(w, str_starts(name, STR("{tabular}")) ||
	    str_starts(name, STR("{minipage}")) ? 2 :
	    str_starts(name, STR("{tabularx}")) ? 3 : 1);
}

static bool
is_among(const char *names, struct str name)
{
	struct str	 all = str_of(names);
	size_t		 at = 0;

	while ((at = str_find(all, name, at)) != STR_NONE) {
		if (names[at - 1] == ' ' && names[at + name.n] == ' ')
			return true;
		at++;
	}
	return false;
}

static void
put_command(struct words *w, struct str name)
{
	size_t	 i = 0, all = sizeof(commands) / sizeof(*commands);

	w->at += 1 + name.n;
	if (w->at < w->s.n && w->s.p[w->at] == '*')
		w->at++;
	if (str_eq(name, STR("newline")) || str_eq(name, STR("par")))
		buf_puts(&w->out, "\n");
	else if (str_eq(name, STR("quad")) || str_eq(name, STR("qquad")))
		buf_puts(&w->out, " ");
	if (str_eq(name, STR("begin"))) {
		begin_inside(w);
		return;
	}
	while (i < all && !is_among(commands[i].names, name))
		i++;
	if (i == all) {
		w->doubt = true;
		return;
	}
	w->doubt |= commands[i].doubt;
	switch (commands[i].behind) {
	case KEPT:
		skip_brackets(w);
		break;
	case LAST:
	case GONE:
		skip_groups(w, commands[i].n);
		break;
	case RAISED:
		put_raised(w);
		break;
	}
}

/* A line break, or a sign that is one by itself. */
static void
put_sign(struct words *w)
{
	char	 c = w->at + 1 < w->s.n ? w->s.p[w->at + 1] : '\0';

	/* What has several bytes stays whole. */
	w->at += ((unsigned char)c & 0x80) != 0 ? 1 : 2;
	if (c == '\\') {
		buf_puts(&w->out, "\n");
		if (w->at < w->s.n && w->s.p[w->at] == '*')
			w->at++;
		skip_brackets(w);
	} else if (c != '\0' && strchr("%&#_${}", c) != NULL)
		buf_add(&w->out, &c, 1);
	else if (c != '\0' && strchr(" ,;:\n", c) != NULL)
		buf_puts(&w->out, " ");
	else if (c != '/' && c != '!' && c != '-')
		w->doubt = true;
}

/* A line end is a space, but not between ideographs. */
static void
put_line_end(struct words *w)
{
	const struct buf	*b = &w->out;

	skip_space(w);
	if (b->n > 0 && w->at < w->s.n && !((unsigned char)b->p[b->n - 1] &
	    0x80) && !((unsigned char)w->s.p[w->at] & 0x80))
		buf_puts(&w->out, " ");
}

struct str
tex_plain(struct arena *a, struct str s, bool *doubt)
{
	struct words	 w = { .s = s };
	struct str	 name;

	buf_init(&w.out, a);
	while (w.at < s.n) {
		char	 c = s.p[w.at];

		if (c == '\\') {
			name = tex_command(s, w.at);
			if (name.n > 0)
				put_command(&w, name);
			else
				put_sign(&w);
			continue;
		}
		if (c == '\n') {
			put_line_end(&w);
			continue;
		}
		w.doubt |= c == '$';
		if (c == '~')
			buf_puts(&w.out, " ");
		else if (c != '{' && c != '}')
			buf_add(&w.out, &s.p[w.at], 1);
		w.at++;
	}
	*doubt |= w.doubt;
	return str_trim(buf_text(&w.out));
}
