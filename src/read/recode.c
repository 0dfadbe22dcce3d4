/*
 * Strict, a buffer at a time, with what iconv refuses replaced here.
 */
#include <config.h>

#include <errno.h>
#include <iconv.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "read/hz.h"
#include "read/recode.h"

size_t
recode_unit(const char *name)
{
	return strncmp(name, "UTF-16", 6) == 0 ? 2 :
	    strncmp(name, "UTF-32", 6) == 0 ? 4 : 1;
}

/* HZ is told by its marks, and what is in them is GB. */
static bool
is_hz(const char *name)
{
	return strcmp(name, "HZ") == 0;
}

static iconv_t
open_iconv(const char *to, const char *from)
{
	iconv_t	 cd = iconv_open(to, is_hz(from) ? "GB18030" : from);

	if (cd == (iconv_t)-1 && errno == ENOMEM)
		out_of_memory();
	return cd;
}

bool
recode_known(const char *name)
{
	iconv_t	 cd = open_iconv("UTF-8", name);

	if (cd == (iconv_t)-1)
		return false;
	iconv_close(cd);
	return true;
}

static long
convert(iconv_t cd, struct bytes in, size_t unit, bool strict, struct buf *b)
{
	/* iconv() does not write there, whatever its prototype says. */
	union { const unsigned char *in; ICONV_CONST char *p; } u = { in.p };
	size_t	 left = in.n, room, skip;
	char	 out[4096], *q;
	long	 nbad = 0;

	iconv(cd, NULL, NULL, NULL, NULL);
	while (left > 0) {
		q = out;
		room = sizeof(out);
		if (iconv(cd, &u.p, &left, &q, &room) != (size_t)-1)
			errno = 0;
		buf_add(b, out, (size_t)(q - out));
		if (errno == 0 || errno == E2BIG)
			continue;
		skip = unit < left ? unit : left;
		nbad += (long)skip;
		if (strict)
			break;
		buf_char(b, UTF8_BAD);
		u.p += skip;
		left -= skip;
		iconv(cd, NULL, NULL, NULL, NULL);
	}
	return nbad;
}

long
recode(struct arena *a, struct bytes in, const char *from, const char *to,
    bool strict, struct buf *b)
{
	iconv_t	 cd = open_iconv(to, from);
	long	 nbad;

	if (cd == (iconv_t)-1)
		return -1;
	if (is_hz(from))
		in = hz_to_gb(a, in);
	nbad = convert(cd, in, recode_unit(from), strict, b);
	iconv_close(cd);
	return nbad;
}
