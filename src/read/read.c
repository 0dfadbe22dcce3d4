#include <config.h>

#include <string.h>

#include "base/err.h"
#include "base/limit.h"
#include "doc/doc.h"
#include "read/read.h"

#define READER(name, feature) extern const struct reader name##_reader;
#include "read/reader.def"
#undef READER

const struct reader *const	 readers[] = {
#define READER(name, feature) &name##_reader,
#include "read/reader.def"
#undef READER
	NULL
};

const char *const	 read_features[] = {
#define READER(name, feature) feature,
#include "read/reader.def"
#undef READER
#ifdef HAVE_LIBZIP
	"zip+libzip",
#endif
	"tar", "gzip+zlib",
	NULL
};

const struct reader *
reader_for(struct bytes in)
{
	const struct reader	*best = NULL;
	int			 bid, most = 0;

	if (in.n == 0)
		return NULL;
	for (size_t i = 0; readers[i] != NULL; i++) {
		bid = readers[i]->probe(in);
		if (bid > most) {
			most = bid;
			best = readers[i];
		}
	}
	return best;
}

static bool
is_plain(unsigned char c)
{
	return (c >= ' ' && c < 0x7F) || c == '\t' || c == '\n' ||
	    c == '\r';
}

/* What begins a character that is spelt, by two bytes of it. */
static bool
is_spelt(unsigned char c, unsigned char next)
{
	switch (c) {
	case '&':
		return next == '#';
	case '~':
		return next == '{';
	case '+':
		return (next >= 'A' && next <= 'Z') || next == '/' ||
		    (next >= 'a' && next <= 'z') ||
		    (next >= '0' && next <= '9');
	default:
		return false;
	}
}

bool
read_is_ascii(struct bytes in)
{
	const struct reader	*r = reader_for(in);

	if (r == NULL || (strcmp(r->name, "html") != 0 &&
	    strcmp(r->name, "text") != 0))
		return false;
	for (size_t i = 0; i < in.n; i++)
		if (!is_plain(in.p[i]) || (i + 1 < in.n &&
		    is_spelt(in.p[i], in.p[i + 1])))
			return false;
	return true;
}

int
read_doc(struct arena *a, struct bytes in, const struct read_opts *opts,
    struct doc **doc, const struct reader **used, struct err *e)
{
	static const struct read_opts	 none = { .encoding = NULL };

	*used = NULL;
	if (in.n > LIMIT_FILE)
		return err_set(e, ERR_LIMIT, "%zu bytes, more than %u",
		    in.n, LIMIT_FILE);
	*used = reader_for(in);
	if (*used == NULL)
		return in.n == 0 ? err_set(e, ERR_EMPTY, "no text") :
		    err_set(e, ERR_FORMAT, "not a format that is known");
	*doc = doc_new(a);
	if ((*used)->read(a, in, opts != NULL ? opts : &none, *doc, e) < 0)
		return -1;
	if ((*doc)->nblock == 0)
		return err_set(e, ERR_EMPTY, "no text");
	return 0;
}
