/*
 * Text: the reader that takes what nobody else wants.
 */
#include <config.h>


#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/limit.h"
#include "base/utf8.h"
#include "doc/doc.h"
#include "read/charset.h"
#include "read/formula.h"
#include "read/read.h"
#include "read/text.h"
#include "read/text_body.h"
#include "read/text_box.h"
#include "read/text_mark.h"

#define SAMPLE		16384	/* bytes that tell whether it is text */
#define SAMPLE_OF	(2 * SAMPLE)	/* of so many and more */

/* In the order in which they are asked. */
static dialect_fn *const	 dialects[] = {
	text_wiki, text_adoc, text_textile, text_tex,
	text_drawn, text_ruler, text_bar, text_pipe, text_comma, text_row,
	text_cell, text_layout, text_list,
};

/* Text has no signature, so this is the least any reader can say. */
static int
text_probe(struct bytes in)
{
	return in.n > 0;
}

/* What is certainly no text, by how it begins. */
static const struct {
	struct str	 mark;
	const char	*what;
} others[] = {
	{ { "\x89PNG\r\n", 6 },	"a picture" },
	{ { "\xFF\xD8\xFF", 3 },	"a picture" },
	{ { "GIF87a", 6 },		"a picture" },
	{ { "GIF89a", 6 },		"a picture" },
	{ { "II*\0", 4 },		"a picture" },
	{ { "MM\0*", 4 },		"a picture" },
	{ { "Rar!\x1A\x07", 6 },	"a RAR archive, unpack it first" },
	{ { "7z\xBC\xAF\x27\x1C", 6 }, "a 7z archive, unpack it first" },
	{ { "\xFD" "7zXZ", 5 },		"an xz file, unpack it first" },
	{ { "BZh91AY&SY", 10 },		"a bzip2 file, unpack it first" },
	{ { "\x7F" "ELF", 4 },		"a program" },
	{ { "SQLite format 3", 16 },	"an SQLite database" },
};

static const char *
other_than_text(struct bytes in)
{
	struct str	 s = { (const char *)in.p, in.n };

	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
		if (str_starts(s, others[i].mark))
			return others[i].what;
	return NULL;
}

/*
 * What cannot be seen and says nothing: characters without width and the
 * second CR of CR CR LF.  Bytes of it at s, or 0.  The marks that some
 * converters put where Word has a bookmark can be seen, and stay.
 */
static size_t
invisible(struct str s)
{
	unsigned char		 c = (unsigned char)s.p[0];
	size_t			 n;

	if (c == '\r')
		return str_starts(s, STR("\r\r\n"));
	if (c != 0xC2 && c != 0xE2 && c != 0xEF)
		return 0;
	return utf8_is_ignorable(utf8_first(s, &n)) ? n : 0;
}

static struct str
drop_invisible(struct arena *a, struct str s)
{
	struct buf	 b;
	size_t		 i = 0, from, n = 0;

	while (i < s.n && (n = invisible(str_from(s, i))) == 0)
		i++;
	if (i == s.n)
		return s;
	/* It gets no longer; growing takes four times the room. */
	buf_over(&b, a, arena_alloc(a, s.n + 2, 1), s.n + 2);
	buf_add(&b, s.p, i);
	while (i < s.n) {
		i += n;
		from = i;
		for (n = 0; i < s.n; i++)
			if ((n = invisible(str_from(s, i))) != 0)
				break;
		buf_str(&b, str_sub(s, from, i - from));
	}
	return buf_text(&b);
}

static struct line
look_at(struct str raw)
{
	struct line	 l = { .raw = raw, .text = str_trim(raw) };
	bool		 seen = false;

	/* Its first byte is looked at, and so there is one. */
	if (l.text.n == 0)
		l.text = STR("");
	l.lead = raw.n > 0 && raw.p[0] == '\t';
	for (size_t i = 0; i < raw.n; i++)
		if (raw.p[i] == '\t') {
			l.ntab++;
			l.inner |= seen;
		} else if (raw.p[i] == '|') {
			l.pipe = true;
			seen = true;
		} else if (raw.p[i] != ' ')
			seen = true;
	if (!l.pipe)
		l.pipe = str_has(raw, STR("\uFF5C"));
	/* Behind the last character a single tab is no column. */
	if (l.ntab == 1 && l.text.n != 0 && raw.p[raw.n - 1] == '\t') {
		l.inner = false;
		l.trail = true;
		l.ntab = 0;
	}
	return l;
}

static int
split(struct text *t, struct str rest, int first, struct err *e)
{
	struct line	 l;
	struct str	 raw;
	size_t		 cap = 0;
	int		 no = first - 1, gap = 0, ghosts = 0;

	while (str_line(&rest, &raw)) {
		no++;
		l = look_at(raw);
		if (l.text.n == 0 && l.ntab == 0) {
			gap++;
			ghosts += raw.n != 0;
			continue;
		}
		if (t->n == LIMIT_LINES)
			return err_set(e, ERR_LIMIT, "more than %d lines",
			    LIMIT_LINES);
		t->line = arena_grow(t->arena, t->line, t->n, &cap,
		    sizeof(*t->line));
		l.no = no;
		l.gap = gap;
		l.ghosts = ghosts;
		t->line[t->n++] = l;
		gap = ghosts = 0;
	}
	t->end = (struct line){ .no = no + 1, .gap = gap, .ghosts = ghosts };
	return 0;
}

int
text_count(struct text *t, struct err *e)
{
	if (t->ntable++ >= LIMIT_TABLES)
		return err_set(e, ERR_LIMIT, "more than %d tables",
		    LIMIT_TABLES);
	return 0;
}

struct grid *
text_table(struct text *t, struct err *e)
{
	return text_count(t, e) < 0 ? NULL : grid_new(t->arena);
}

/* Emphasis around all of it, of Markdown and of wikis. */
static struct str
unemphasise(struct str s)
{
	static const struct str	 marks[] = {
		{ "**", 2 }, { "'''", 3 },
	};

	for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++)
		while (s.n > 2 * marks[i].n && str_starts(s, marks[i]) &&
		    str_ends(s, marks[i]))
			s = str_trim(str_sub(s, marks[i].n,
			    s.n - 2 * marks[i].n));
	return s;
}

int
text_paras(struct text *t, size_t from, size_t to, struct err *e)
{
	struct str	 s, words;
	int		 level;

	for (size_t i = from; i < to; i++) {
		s = t->line[i].text;
		level = text_heading(s, &words);
		if (level == 0 ? doc_para(t->doc, unemphasise(s),
		    t->line[i].no, e) < 0 : doc_heading(t->doc,
		    unemphasise(words), t->line[i].no, level, e) < 0)
			return -1;
	}
	return 0;
}

int
text_body(struct arena *a, struct str text, int line, struct doc *d,
    struct err *e)
{
	struct text	 t = { .arena = a, .doc = d };
	size_t		 at = 0, k;
	long		 n;

	text = text_uncomment(a, drop_invisible(a, text));
	text = formula_plain(a, text);
	text = text_unmark_words(a, text);
	text = text_unframe(a, text_boxes(a, text));
	if (split(&t, text, line, e) < 0)
		return -1;
	while (at < t.n) {
		for (n = 0, k = 0; n == 0 &&
		    k < sizeof(dialects) / sizeof(*dialects); k++)
			n = dialects[k](&t, at, e);
		if (n == 0) {
			if (text_paras(&t, at, at + 1, e) < 0)
				return -1;
			n = 1;
		}
		if (n < 0)
			return -1;
		at += (size_t)n;
	}
	return 0;
}

bool
read_is_other(struct bytes in)
{
	return other_than_text(in) != NULL;
}

/* The beginning of something large, without half a character of UTF-8. */
static struct bytes
sample_of(struct bytes in)
{
	size_t	 n = in.n < SAMPLE_OF ? in.n : SAMPLE;

	if (n == in.n)
		return in;
	while (n > SAMPLE - 3 && (in.p[n - 1] & 0xC0) == 0x80)
		n--;
	return (struct bytes){ in.p, n - (in.p[n - 1] >= 0xC0) };
}

static int
decode(struct arena *a, struct bytes in, const struct read_opts *opts,
    struct decoded *dec, struct err *e)
{
	if (charset_decode(a, in, opts->encoding, opts->http_charset, dec,
	    e) < 0)
		return -1;
	if (dec->nbad > (long)(dec->text.n / 10))
		return err_set(e, ERR_FORMAT, "not text");
	return 0;
}

static int
text_read(struct arena *a, struct bytes in, const struct read_opts *opts,
    struct doc *d, struct err *e)
{
	struct decoded	 dec;
	struct bytes	 sample = sample_of(in);

	if (other_than_text(in) != NULL)
		return err_set(e, ERR_FORMAT, "%s", other_than_text(in));
	/* All of something large is looked at if that may be text. */
	if ((sample.n < in.n && decode(a, sample, opts, &dec, e) < 0) ||
	    decode(a, in, opts, &dec, e) < 0)
		return -1;
	d->by_line = true;
	d->ends_open = dec.text.n != 0 &&
	    dec.text.p[dec.text.n - 1] != '\n' &&
	    dec.text.p[dec.text.n - 1] != '\r';
	charset_report(d, &dec);
	return text_body(a, dec.text, 1, d, e);
}

const struct reader	 text_reader = {
	"text", "text/plain", text_probe, text_read
};
