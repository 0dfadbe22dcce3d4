/*
 * Word documents of 2007 and later, those with macros, templates and the
 * strict variant included.  Headers, footers, notes and comments are parts
 * of their own and are not read.
 */
#include <config.h>

#include "base/arena.h"
#include "base/err.h"
#include "doc/doc.h"
#include "read/docx_body.h"
#include "read/docx_num.h"
#include "read/docx_style.h"
#include "read/html.h"
#include "read/package.h"
#include "read/read.h"

extern const struct reader	 mht_reader;

static int
docx_probe(struct bytes in)
{
	return package_kind(in) == PACKAGE_DOCX ? PACKAGE_BID : 0;
}

/* A part that the text can do without. */
static struct bytes
optional(struct package *p, const char *part, const char *type,
    const char *usual)
{
	const char	*name = package_by_type(p, part, type);
	struct bytes	 in = { NULL, 0 };
	struct err	 ignored;

	if (name == NULL)
		name = usual;
	if (!package_has(p, name) ||
	    package_read(p, name, &in, &ignored) < 0)
		in.n = 0;
	return in;
}

struct chunk_ctx {
	struct arena	*arena;
	struct package	*package;
	const char	*part;		/* that the chunks are in */
};

/* Programs that make Word documents of web pages put the page in whole. */
static int
read_chunk(void *ctx, const char *id, struct doc *d, struct err *e)
{
	static const struct read_opts	 opts = { .encoding = NULL };
	struct chunk_ctx		*c = ctx;
	const char			*name;
	struct bytes			 in;

	name = package_by_id(c->package, c->part, id);
	if (name == NULL)
		return 0;
	if (package_read(c->package, name, &in, e) < 0)
		return -1;
	/* Its text may point into it. */
	in.p = (const unsigned char *)arena_dup(c->arena, in.p, in.n);
	if (mht_reader.probe(in) > 0)
		return mht_reader.read(c->arena, in, &opts, d, e);
	if (html_probe(in) > 0)
		return html_read(c->arena, in, &opts, d, e);
	return err_set(e, ERR_FORMAT, "a part of the text that is not read: "
	    "%.100s", name);
}

/* The parts themselves, and what is said in them of looks, are in tmp. */
static int
read_parts(struct arena *a, struct arena *tmp, struct package *p,
    struct doc *d, struct err *e)
{
	const char		*main_part;
	struct bytes		 body, in;
	struct styles		*styles;
	struct numbering	*nums;
	struct err		 ignored;
	struct chunk_ctx	 ctx = { a, p, NULL };
	struct docx_chunks	 chunks = { read_chunk, &ctx };

	main_part = package_by_type(p, "", "officeDocument");
	if (main_part == NULL || !package_has(p, main_part))
		main_part = "word/document.xml";
	if (package_read(p, main_part, &body, e) < 0)
		return -1;
	in = optional(p, main_part, "styles", "word/styles.xml");
	if (styles_read(tmp, in, &styles, &ignored) < 0)
		styles_read(tmp, (struct bytes){ NULL, 0 }, &styles, e);
	in = optional(p, main_part, "numbering", "word/numbering.xml");
	if (numbering_read(tmp, in, &nums, &ignored) < 0)
		numbering_read(tmp, (struct bytes){ NULL, 0 }, &nums, e);
	d->title = str_dup(a, package_title(p));
	ctx.part = main_part;
	if (docx_body(a, body, styles, nums, &chunks, d, e) < 0)
		return -1;
	d->by_line = false;	/* whatever a page in it said */
	return 0;
}

static int
docx_read(struct arena *a, struct bytes in, const struct read_opts *opts,
    struct doc *d, struct err *e)
{
	struct arena	*tmp = arena_new();
	struct package	*p = package_open(tmp, in, &d->unpacked, e);
	int		 ret = -1;

	(void)opts;
	if (p != NULL) {
		ret = read_parts(a, tmp, p, d, e);
		package_close(p);
	}
	arena_free(tmp);
	return ret;
}

const struct reader	 docx_reader = {
	"docx",
	"application/vnd.openxmlformats-officedocument"
	    ".wordprocessingml.document",
	docx_probe, docx_read
};
