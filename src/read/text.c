#include <config.h>

#include "base/err.h"
#include "base/limit.h"
#include "doc/doc.h"
#include "read/charset.h"
#include "read/read.h"

/* Text has no signature, so this is the least any reader can say. */
static int
text_probe(struct bytes in)
{
	return in.n > 0;
}

static int
text_read(struct arena *a, struct bytes in, const struct read_opts *opts,
    struct doc *d, struct err *e)
{
	struct decoded	 dec;
	struct str	 rest, line;
	int		 n = 0;

	if (charset_decode(a, in, opts->encoding, opts->http_charset, &dec,
	    e) < 0)
		return -1;
	d->by_line = true;
	charset_report(d, &dec);
	rest = dec.text;
	while (str_line(&rest, &line))
		if (doc_para(d, line, ++n, e) < 0)
			return -1;
	return 0;
}

const struct reader	 text_reader = {
	"text", "text/plain", text_probe, text_read
};
