/*
 * What is said of the encoding, and whether the bytes are like it.
 */
#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/utf8.h"
#include "doc/doc.h"
#include "read/charset.h"
#include "read/charset_guess.h"
#include "read/recode.h"

#define NAME_MAX_	40	/* bytes in the name of an encoding */
#define SURE_UTF8	4	/* three-byte characters that are no accident */

enum kind {
	KIND_OTHER,
	KIND_LATIN,	/* holds no Chinese: a label that is often wrong */
	KIND_UTF8,
	KIND_UTF16,	/* of either byte order, or not said which */
	KIND_GB,
	KIND_BIG5,
	KIND_SEVEN,	/* all in bytes below 0x80 */
};

/*
 * Labels, in lower case; the WHATWG Encoding Standard has them, and "x-gbk"
 * and the like are met.  Every label of the GB family means GB18030.
 */
static const struct alias {
	const char	*label;
	const char	*name;		/* for iconv and for people */
	enum kind	 kind;
} aliases[] = {
	{ "utf-8",	"UTF-8",	KIND_UTF8 },
	{ "utf8",	"UTF-8",	KIND_UTF8 },
	{ "unicode-1-1-utf-8", "UTF-8",	KIND_UTF8 },
	{ "gb18030",	"GB18030",	KIND_GB },
	{ "gbk",	"GB18030",	KIND_GB },
	{ "gb2312",	"GB18030",	KIND_GB },
	{ "gb2312-80",	"GB18030",	KIND_GB },
	{ "gb_2312",	"GB18030",	KIND_GB },
	{ "gb_2312-80",	"GB18030",	KIND_GB },
	{ "gb",		"GB18030",	KIND_GB },
	{ "x-gbk",	"GB18030",	KIND_GB },
	{ "x-gb2312",	"GB18030",	KIND_GB },
	{ "csgb2312",	"GB18030",	KIND_GB },
	{ "chinese",	"GB18030",	KIND_GB },
	{ "iso-ir-58",	"GB18030",	KIND_GB },
	{ "euc-cn",	"GB18030",	KIND_GB },
	{ "x-euc-cn",	"GB18030",	KIND_GB },
	{ "cp936",	"GB18030",	KIND_GB },
	{ "ms936",	"GB18030",	KIND_GB },
	{ "936",	"GB18030",	KIND_GB },
	{ "windows-936", "GB18030",	KIND_GB },
	{ "big5",	"Big5",		KIND_BIG5 },
	{ "big-5",	"Big5",		KIND_BIG5 },
	{ "big5-eten",	"Big5",		KIND_BIG5 },
	{ "big5-hkscs",	"Big5-HKSCS",	KIND_BIG5 },
	{ "cn-big5",	"Big5",		KIND_BIG5 },
	{ "csbig5",	"Big5",		KIND_BIG5 },
	{ "x-x-big5",	"Big5",		KIND_BIG5 },
	{ "cp950",	"Big5",		KIND_BIG5 },
	{ "950",	"Big5",		KIND_BIG5 },
	{ "windows-950", "Big5",	KIND_BIG5 },
	{ "hz",		"HZ",		KIND_SEVEN },
	{ "hz-gb-2312",	"HZ",		KIND_SEVEN },
	{ "hz-gb2312",	"HZ",		KIND_SEVEN },
	{ "iso-2022-cn", "ISO-2022-CN",	KIND_SEVEN },
	{ "iso-2022-cn-ext", "ISO-2022-CN-EXT", KIND_SEVEN },
	{ "utf-7",	"UTF-7",	KIND_SEVEN },
	{ "utf7",	"UTF-7",	KIND_SEVEN },
	{ "unicode-1-1-utf-7", "UTF-7",	KIND_SEVEN },
	{ "x-unicode-2-0-utf-7", "UTF-7", KIND_SEVEN },
	{ "utf-16",	"UTF-16",	KIND_UTF16 },
	{ "utf16",	"UTF-16",	KIND_UTF16 },
	{ "unicode",	"UTF-16",	KIND_UTF16 },
	{ "ucs-2",	"UTF-16",	KIND_UTF16 },
	{ "utf-16le",	"UTF-16LE",	KIND_UTF16 },
	{ "utf-16be",	"UTF-16BE",	KIND_UTF16 },
	{ "utf-32",	"UTF-32",	KIND_OTHER },
	{ "utf-32le",	"UTF-32LE",	KIND_OTHER },
	{ "utf-32be",	"UTF-32BE",	KIND_OTHER },
	{ "iso-8859-1",	"ISO-8859-1",	KIND_LATIN },
	{ "iso8859-1",	"ISO-8859-1",	KIND_LATIN },
	{ "latin1",	"ISO-8859-1",	KIND_LATIN },
	{ "windows-1252", "CP1252",	KIND_LATIN },
	{ "us-ascii",	"US-ASCII",	KIND_LATIN },
	{ "ascii",	"US-ASCII",	KIND_LATIN },
};

static const struct {
	unsigned char	 mark[4];
	size_t		 n;
	struct alias	 as;
} boms[] = {
	{ { 0xEF, 0xBB, 0xBF },	      3, { NULL, "UTF-8", KIND_UTF8 } },
	{ { 0x84, 0x31, 0x95, 0x33 }, 4, { NULL, "GB18030", KIND_GB } },
	{ { 0xFF, 0xFE, 0, 0 },	      4, { NULL, "UTF-32LE", KIND_OTHER } },
	{ { 0, 0, 0xFE, 0xFF },	      4, { NULL, "UTF-32BE", KIND_OTHER } },
	{ { 0xFF, 0xFE },	      2, { NULL, "UTF-16LE", KIND_UTF16 } },
	{ { 0xFE, 0xFF },	      2, { NULL, "UTF-16BE", KIND_UTF16 } },
};

/*
 * What a label means.  One that the table does not have is taken as it
 * stands; "//IGNORE" and the like are no part of a name.
 */
static bool
find_alias(const char *label, char name[NAME_MAX_], struct alias *as)
{
	size_t	 n = 0;

	for (; *label != '\0'; label++) {
		unsigned char	 c = (unsigned char)*label;

		if (c == ' ' || c == '\t' || c == '"' || c == '\'')
			continue;
		if (n + 1 >= NAME_MAX_ || c <= ' ' || c >= 0x7F || c == '/')
			return false;
		name[n++] = (char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
	}
	name[n] = '\0';
	for (size_t i = 0; i < sizeof(aliases) / sizeof(*aliases); i++)
		if (strcmp(name, aliases[i].label) == 0) {
			*as = aliases[i];
			return true;
		}
	*as = (struct alias){ name, name, KIND_OTHER };
	return n > 0;
}

/* NEL, LS and PS end lines as well; the bytes that they take, or 0. */
static size_t
other_line_end(struct str s, size_t at)
{
	static const char *const	 ends[] = {
		"\xC2\x85", "\xE2\x80\xA8", "\xE2\x80\xA9",
	};

	for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++)
		if (str_starts(str_from(s, at), str_of(ends[i])))
			return strlen(ends[i]);
	return 0;
}

static bool
is_control(unsigned char c)
{
	return c == 0x7F || (c < 0x20 && c != '\t' && c != '\n' &&
	    c != '\r' && c != '\f');
}

/*
 * Characters that are no text: they are replaced and not dropped, because
 * what they part may be digits.  A vertical tab is how word processors
 * break a line inside a paragraph; a final SUB is how DOS ended a file.
 */
static struct str
clean(struct arena *a, struct str s, long *nbad)
{
	struct buf	 b;
	size_t		 i = 0, n;

	if (s.n > 0 && s.p[s.n - 1] == 0x1A)
		s.n--;
	while (i < s.n && !is_control((unsigned char)s.p[i]) &&
	    (((unsigned char)s.p[i] != 0xE2 && (unsigned char)s.p[i] != 0xC2) ||
	    other_line_end(s, i) == 0))
		i++;
	if (i == s.n)
		return s;
	buf_init(&b, a);
	buf_add(&b, s.p, i);
	for (; i < s.n; i++)
		if (s.p[i] == '\v')
			buf_puts(&b, "\n");
		else if ((n = other_line_end(s, i)) > 0) {
			buf_puts(&b, "\n");
			i += n - 1;
		} else if (is_control((unsigned char)s.p[i])) {
			buf_char(&b, UTF8_BAD);
			++*nbad;
		} else
			buf_add(&b, s.p + i, 1);
	return buf_text(&b);
}

/*
 * UTF-8 with faults in it, as recode() does.  The iconv() of glibc lets
 * characters pass that are beyond Unicode.
 */
static long
repair_utf8(struct bytes in, bool strict, struct buf *b)
{
	long	 nbad = 0;

	for (;;) {
		size_t	 n = utf8_valid(in);

		buf_add(b, in.p, n);
		if (n == in.n)
			return nbad;
		nbad++;
		if (strict)
			return nbad;
		buf_char(b, UTF8_BAD);
		in.p += n + 1;
		in.n -= n + 1;
	}
}

/*
 * Decodes all of it.  False if iconv does not know the name, or if strict
 * and it does not decode.
 */
static bool
decode_as(struct arena *a, struct bytes in, const char *name, bool strict,
    struct decoded *d)
{
	struct buf	 b;

	*d = (struct decoded){ .charset = name };
	if (strcmp(name, "UTF-8") == 0 && utf8_valid(in) == in.n) {
		d->text = (struct str){ (const char *)in.p, in.n };
		d->text = clean(a, d->text, &d->nbad);
		return true;
	}
	buf_init(&b, a);
	b.cap = in.n + in.n / 2 + 64;	/* two bytes become three */
	b.p = arena_alloc(a, b.cap, 1);
	if (strcmp(name, "UTF-8") == 0)
		d->nbad = repair_utf8(in, strict, &b);
	else {
		d->nbad = recode(a, in, name, "UTF-8", strict, &b);
		if (d->nbad < 0)
			return false;
	}
	d->text = buf_text(&b);
	if (str_starts(d->text, STR("\xEF\xBB\xBF")))
		d->text = str_from(d->text, 3);
	if (strict && d->nbad > 0)
		return false;
	d->text = clean(a, d->text, &d->nbad);
	return true;
}

static bool
is_sure_utf8(struct bytes in)
{
	return utf8_valid(in) == in.n && share_utf8(in).good >= SURE_UTF8;
}

static bool
decode_hint(struct arena *a, struct bytes in, const char *hint,
    struct alias *as, struct decoded *d)
{
	char	 name[NAME_MAX_];
	int	 share;

	if (!find_alias(hint, name, as)) {
		as->kind = KIND_OTHER;
		return false;
	}
	if (as->kind == KIND_LATIN || as->kind == KIND_SEVEN ||
	    (as->kind != KIND_UTF8 && is_sure_utf8(in)))
		return false;
	if (as->kind == KIND_UTF16) {
		/* Almost any bytes decode, so it must look like it, too. */
		as->name = guess_utf16(a, in, &share);
		if (share < 500)
			return false;
	}
	if (as->name == name)
		as->name = arena_dup(a, name, strlen(name));
	return decode_as(a, in, as->name, true, d);
}

static int
decode_named(struct arena *a, struct bytes in, const char *encoding,
    struct decoded *d, struct err *e)
{
	char		 name[NAME_MAX_];
	struct alias	 as;
	int		 share;

	if (!find_alias(encoding, name, &as))
		return err_set(e, ERR_USAGE, "no such encoding: %.40s",
		    encoding);
	for (size_t i = 0; i < sizeof(boms) / sizeof(*boms); i++)
		if (in.n >= boms[i].n && as.kind != KIND_OTHER &&
		    as.kind == boms[i].as.kind &&
		    memcmp(in.p, boms[i].mark, boms[i].n) == 0) {
			as = boms[i].as;
			in.p += boms[i].n;
			in.n -= boms[i].n;
		}
	if (strcmp(as.name, "UTF-16") == 0)
		as.name = guess_utf16(a, in, &share);
	if (as.name == name)
		as.name = arena_dup(a, name, strlen(name));
	if (!decode_as(a, in, as.name, false, d))
		return err_set(e, ERR_USAGE, "no such encoding: %.40s",
		    encoding);
	return 0;
}

/* Whether the label is one of the encoding. */
static bool
is_meant(const char *label, const char *encoding)
{
	char		 name[NAME_MAX_];
	struct alias	 said;

	return find_alias(label, name, &said) &&
	    strncmp(said.name, encoding, strlen(said.name)) == 0;
}

static enum kind
kind_of(const char *encoding)
{
	char		 name[NAME_MAX_];
	struct alias	 as;

	return find_alias(encoding, name, &as) ? as.kind : KIND_OTHER;
}

int
charset_decode(struct arena *a, struct bytes in, const char *encoding,
    const char *hint, struct decoded *d, struct err *e)
{
	struct alias	 as = { NULL, "", KIND_OTHER };
	const char	*best;

	if (encoding != NULL)
		return decode_named(a, in, encoding, d, e);
	for (size_t i = 0; i < sizeof(boms) / sizeof(*boms); i++)
		if (in.n >= boms[i].n &&
		    memcmp(in.p, boms[i].mark, boms[i].n) == 0) {
			in.p += boms[i].n;
			in.n -= boms[i].n;
			decode_as(a, in, boms[i].as.name, false, d);
			return 0;
		}
	best = guess_seven(a, in);
	if (best == NULL)
		best = guess_utf32(a, in);
	if (hint != NULL && best == NULL && decode_hint(a, in, hint, &as, d))
		return 0;
	if (best != NULL) {
		decode_as(a, in, best, false, d);
		d->guessed = hint == NULL || !is_meant(hint, best);
		return 0;
	}
	if (guess_utf8(a, in)) {
		decode_as(a, in, "UTF-8", false, d);
		return 0;
	}
	best = guess_any(a, in);
	decode_as(a, in, best, false, d);
	d->guessed = kind_of(best) != as.kind;
	return 0;
}

bool
charset_known(const char *encoding)
{
	char		 name[NAME_MAX_];
	struct alias	 as;

	return find_alias(encoding, name, &as) && recode_known(as.name);
}

void
charset_report(struct doc *d, const struct decoded *dec)
{
	d->charset = dec->charset;
	if (dec->guessed)
		note_add(d->arena, &d->notes, NOTE_CHARSET_GUESSED, 0, "%s",
		    dec->charset);
	if (dec->nbad > 0)
		note_add(d->arena, &d->notes, NOTE_BAD_BYTES, 0, "%ld",
		    dec->nbad);
	if (is_garbled(str_sub(dec->text, 0, GUESS_SAMPLE)))
		note_add(d->arena, &d->notes, NOTE_GARBLED, 0, "%s", "");
}
