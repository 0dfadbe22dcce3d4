#include <config.h>

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifdef HAVE_EXPAT
#include <expat.h>
#endif

#include "base/arena.h"
#include "base/err.h"
#include "base/limit.h"
#include "read/xml.h"

#ifdef HAVE_EXPAT

#define SEP	'\n'		/* cannot be in the name of a namespace */

/* ECMA-376 parts 1 and 4 (transitional), ISO/IEC 29500 (strict), ODF 1.3. */
#define ECMA	"http://schemas.openxmlformats.org/"
#define ISO	"http://purl.oclc.org/ooxml/"
#define ODF	"urn:oasis:names:tc:opendocument:xmlns:"

static const struct {
	const char	*prefix, *uri;
} names[] = {
	{ "w",	ECMA "wordprocessingml/2006/main" },
	{ "w",	ISO "wordprocessingml/main" },
	{ "w",	"http://schemas.microsoft.com/office/word/2003/wordml" },
	{ "wx",	"http://schemas.microsoft.com/office/word/2003/auxHint" },
	{ "aml", "http://schemas.microsoft.com/aml/2001/core" },
	{ "ss",	"urn:schemas-microsoft-com:office:spreadsheet" },
	{ "x",	"urn:schemas-microsoft-com:office:excel" },
	{ "s",	ECMA "spreadsheetml/2006/main" },
	{ "s",	ISO "spreadsheetml/main" },
	{ "r",	ECMA "officeDocument/2006/relationships" },
	{ "r",	ISO "officeDocument/relationships" },
	{ "m",	ECMA "officeDocument/2006/math" },
	{ "m",	ISO "officeDocument/math" },
	{ "rel", ECMA "package/2006/relationships" },
	{ "mc",	ECMA "markup-compatibility/2006" },
	{ "dc",	"http://purl.org/dc/elements/1.1/" },
	{ "text", ODF "text:1.0" },
	{ "table", ODF "table:1.0" },
	{ "office", ODF "office:1.0" },
	{ "style", ODF "style:1.0" },
	{ "fo",	ODF "xsl-fo-compatible:1.0" },
	{ "draw", ODF "drawing:1.0" },
	{ "manifest", ODF "manifest:1.0" },
};

#define NAMES	(sizeof(names) / sizeof(names[0]))

struct xml {
	XML_Parser			 parser;
	const struct xml_events		*on;
	void				*ctx;
	struct err			*err;
	const XML_Char			**attrs;
	size_t				 last;	/* of names, that was met */
	int				 depth;
	bool				 failed;
};

/*
 * The namespace of "http://…main\ntbl" among those with a prefix, NAMES when
 * it is none of them, and where its local name begins, full when there is no
 * namespace.  One has most of a document, so the last met is tried first.
 */
static size_t
namespace_of(const struct xml *x, const char *full, const char **local)
{
	const char	*sep = strchr(full, SEP);
	size_t		 n;

	*local = sep != NULL ? sep + 1 : full;
	if (sep == NULL)
		return NAMES;
	n = (size_t)(sep - full);
	for (size_t k = 0, i = x->last; k < NAMES; k++, i = (i + 1) % NAMES)
		if (strncmp(names[i].uri, full, n) == 0 &&
		    names[i].uri[n] == '\0')
			return i;
	return NAMES;
}

static const char *
prefix_of(const struct xml *x, const char *full, const char **local)
{
	size_t	 i = namespace_of(x, full, local);

	return i < NAMES ? names[i].prefix : *local != full ? "?" : "";
}

/* "w:tbl" of an element. */
static void
short_name(struct xml *x, const char *full, char *out, size_t size)
{
	const char	*local, *prefix;
	size_t		 i = namespace_of(x, full, &local), n, m;

	x->last = i < NAMES ? i : x->last;
	prefix = prefix_of(x, full, &local);
	n = strlen(prefix);
	m = strlen(local);
	memcpy(out, prefix, n);
	if (n > 0)
		out[n++] = ':';
	m = m < size - n ? m : size - n - 1;
	memcpy(out + n, local, m);
	out[n + m] = '\0';
}

static void
stop(struct xml *x)
{
	x->failed = true;
	XML_StopParser(x->parser, XML_FALSE);
}

static void XMLCALL
on_start(void *ctx, const XML_Char *name, const XML_Char **attrs)
{
	struct xml	*x = ctx;
	char		 s[64];

	if (x->failed)
		return;
	if (x->depth == LIMIT_NEST) {
		err_set(x->err, ERR_LIMIT, "elements nested more than %d deep",
		    LIMIT_NEST);
		stop(x);
		return;
	}
	short_name(x, name, s, sizeof(s));
	x->attrs = attrs;
	if (x->on->start != NULL && x->on->start(x, s, x->ctx, x->err) < 0)
		stop(x);
	x->attrs = NULL;
	x->depth++;
}

static void XMLCALL
on_end(void *ctx, const XML_Char *name)
{
	struct xml	*x = ctx;
	char		 s[64];

	if (x->failed)
		return;
	x->depth--;
	short_name(x, name, s, sizeof(s));
	if (x->on->end != NULL && x->on->end(x, s, x->ctx, x->err) < 0)
		stop(x);
}

static void XMLCALL
on_text(void *ctx, const XML_Char *p, int n)
{
	struct xml	*x = ctx;

	if (!x->failed && x->on->text != NULL &&
	    x->on->text(x, (struct str){ p, (size_t)n }, x->ctx, x->err) < 0)
		stop(x);
}

static void XMLCALL
on_doctype(void *ctx, const XML_Char *name, const XML_Char *sysid,
    const XML_Char *pubid, int internal)
{
	struct xml	*x = ctx;

	(void)name;
	(void)sysid;
	(void)pubid;
	(void)internal;
	err_set(x->err, ERR_FORMAT, "a document type declaration");
	stop(x);
}

static void *
resize(void *p, size_t n)
{
	return xrealloc(p, n, 1);
}

int
xml_parse(struct bytes in, const struct xml_events *on, void *ctx,
    struct err *e)
{
	/* To be out of memory is no fault of the XML. */
	static const XML_Memory_Handling_Suite	 memory = { xmalloc, resize,
		free };
	struct xml	 x = { .on = on, .ctx = ctx, .err = e };
	enum XML_Status	 status;

	if (in.n > LIMIT_FILE)
		return err_set(e, ERR_LIMIT, "more than %u bytes of XML",
		    LIMIT_FILE);
	x.parser = XML_ParserCreate_MM(NULL, &memory, (const XML_Char[]){
	    SEP, '\0' });
	XML_SetUserData(x.parser, &x);
	XML_SetElementHandler(x.parser, on_start, on_end);
	XML_SetCharacterDataHandler(x.parser, on_text);
	XML_SetStartDoctypeDeclHandler(x.parser, on_doctype);
	status = XML_Parse(x.parser, (const char *)in.p, (int)in.n, XML_TRUE);
	if (status != XML_STATUS_OK && !x.failed) {
		x.failed = true;
		err_set(e, ERR_FORMAT, "XML line %lu: %s",
		    (unsigned long)XML_GetCurrentLineNumber(x.parser),
		    XML_ErrorString(XML_GetErrorCode(x.parser)));
	}
	XML_ParserFree(x.parser);
	return x.failed ? -1 : 0;
}

const char *
xml_attr(const struct xml *x, const char *name)
{
	const char	*colon = strchr(name, ':');
	size_t		 n = colon != NULL ? (size_t)(colon - name) : 0;
	const char	*want = colon != NULL ? colon + 1 : name;

	for (int i = 0; x->attrs != NULL && x->attrs[2 * i] != NULL &&
	    i < LIMIT_ATTRS; i++) {
		const char	*local, *prefix;

		local = strchr(x->attrs[2 * i], SEP);
		if (strcmp(local != NULL ? local + 1 : x->attrs[2 * i],
		    want) != 0)
			continue;
		prefix = prefix_of(x, x->attrs[2 * i], &local);
		if (strlen(prefix) == n && memcmp(prefix, name, n) == 0)
			return x->attrs[2 * i + 1];
	}
	return NULL;
}

int
xml_depth(const struct xml *x)
{
	return x->depth;
}

#else /* !HAVE_EXPAT */

int
xml_parse(struct bytes in, const struct xml_events *on, void *ctx,
    struct err *e)
{
	(void)in;
	(void)on;
	(void)ctx;
	return err_set(e, ERR_TOOL, "XML is not read: "
	    "built without the library expat");
}

const char *
xml_attr(const struct xml *x, const char *name)
{
	(void)x;
	(void)name;
	return NULL;
}

int
xml_depth(const struct xml *x)
{
	(void)x;
	return 0;
}

#endif

struct bytes
xml_from_start(struct bytes in)
{
	while (in.n > 0 && (*in.p == ' ' || *in.p == '\n' || *in.p == '\r' ||
	    *in.p == '\t')) {
		in.p++;
		in.n--;
	}
	return in;
}

int
xml_attr_int(const struct xml *x, const char *name, int def)
{
	const char	*s = xml_attr(x, name);
	char		*end;
	long		 n;

	if (s == NULL)
		return def;
	n = strtol(s, &end, 10);
	if (end == s)
		return def;
	return n > 1000000000 ? 1000000000 : n < -1000000000 ? -1000000000 :
	    (int)n;
}
