#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/limit.h"
#include "read/package.h"
#include "read/xml.h"
#include "read/zip.h"

/* APPNOTE.TXT 4.3.12 and 4.3.16: sizes of the fixed parts, and places. */
enum {
	END_SIZE = 22, END_TOTAL = 10, END_DIR_SIZE = 12, END_DIR_AT = 16,
	DIR_SIZE = 46, DIR_NAME = 28, DIR_EXTRA = 30, DIR_COMMENT = 32,
	LOCAL_SIZE = 30, LOCAL_NAME = 26, COMMENT_MAX = 65535
};

struct relation {
	const char	*id, *type, *target;
	size_t		 place;		/* among all of the part */
	struct relation	*next;
};

struct relations {
	const char		 *part;
	struct relation		 *first;
	struct relation		**by_id;	/* n of them */
	size_t			  n;
	struct relations	 *next;
};

struct package {
	struct arena		*arena;
	struct unzip		*zip;
	struct relations	*known;
	size_t			*unpacked;
};

static size_t
le16(const unsigned char *p)
{
	return (size_t)p[0] | (size_t)p[1] << 8;
}

static size_t
le32(const unsigned char *p)
{
	return le16(p) | le16(p + 2) << 16;
}

/* The directory at the end of the archive, or nothing. */
static struct bytes
directory(struct bytes in)
{
	struct bytes	 none = { NULL, 0 };
	size_t		 at, from, size;

	if (!unzip_probe(in))
		return none;
	for (at = in.n - END_SIZE;; at--) {
		if (memcmp(in.p + at, "PK\5\6", 4) == 0)
			break;
		if (at == 0 || in.n - at > END_SIZE + COMMENT_MAX)
			return none;
	}
	size = le32(in.p + at + END_DIR_SIZE);
	/* Some write a wrong offset, but the directory ends here. */
	if (size > at)
		return none;
	from = at - size;
	return (struct bytes){ in.p + from, size };
}

/* Names of an archive that was cut short: in the headers of its files. */
static bool
next_local(struct bytes *in, struct str *name)
{
	const unsigned char	*p = in->p, *end = p != NULL ? p + in->n : p;
	size_t			 n;

	while (end - p > LOCAL_SIZE && (p = memchr(p, 'P',
	    (size_t)(end - p) - LOCAL_SIZE)) != NULL) {
		n = le16(p + LOCAL_NAME);
		if (memcmp(p, "PK\3\4", 4) == 0 &&
		    n <= (size_t)(end - p) - LOCAL_SIZE) {
			*name = (struct str){ (const char *)p + LOCAL_SIZE,
			    n };
			p += LOCAL_SIZE;
			*in = (struct bytes){ p, (size_t)(end - p) };
			return true;
		}
		p++;
	}
	return false;
}

static bool
next_name(struct bytes *dir, struct str *name)
{
	size_t	 n, all;

	if (dir->n < DIR_SIZE || memcmp(dir->p, "PK\1\2", 4) != 0)
		return false;
	n = le16(dir->p + DIR_NAME);
	all = DIR_SIZE + n + le16(dir->p + DIR_EXTRA) +
	    le16(dir->p + DIR_COMMENT);
	if (all > dir->n)
		return false;
	*name = (struct str){ (const char *)dir->p + DIR_SIZE, n };
	dir->p += all;
	dir->n -= all;
	return true;
}

/* The type that an OpenDocument file begins with, uncompressed. */
static struct str
mimetype(struct bytes in)
{
	struct str	 s = { (const char *)in.p, in.n };
	size_t		 extra;

	if (in.n < LOCAL_SIZE + 8 ||
	    memcmp(in.p + LOCAL_SIZE, "mimetype", 8) != 0)
		return STR("");
	extra = le16(in.p + LOCAL_NAME + 2);
	return str_sub(s, LOCAL_SIZE + 8 + extra, 60);
}

enum package_kind
package_kind(struct bytes in)
{
	struct bytes	 dir = directory(in);
	struct str	 name, mime;
	bool		 types = false, word = false, sheet = false;
	bool		 content = false, manifest = false, ofd = false;
	bool		 whole = dir.n > 0;
	long		 n = 0;

	if (!whole)
		dir = unzip_probe(in) ? in : dir;
	while ((whole ? next_name(&dir, &name) : next_local(&dir, &name)) &&
	    n++ < LIMIT_ENTRIES) {
		types = types || str_eq(name, STR("[Content_Types].xml")) ||
		    str_eq(name, STR("_rels/.rels"));
		word = word || str_starts(name, STR("word/"));
		sheet = sheet || str_starts(name, STR("xl/"));
		content = content || str_eq(name, STR("content.xml"));
		manifest = manifest ||
		    str_eq(name, STR("META-INF/manifest.xml"));
		ofd = ofd || str_eq(name, STR("OFD.xml")) ||
		    (!whole && str_starts(name, STR("Doc_0/")));
	}
	if (word && (types || !whole))
		return PACKAGE_DOCX;
	if (sheet && (types || !whole))
		return PACKAGE_XLSX;
	if (types && !whole)
		return PACKAGE_DOCX;
	if (ofd)
		return PACKAGE_OFD;
	mime = mimetype(in);
	if (!content && (whole || mime.n == 0))
		return PACKAGE_NONE;
	if (str_starts(mime,
	    STR("application/vnd.oasis.opendocument.spreadsheet")))
		return PACKAGE_ODS;
	if (str_starts(mime, STR("application/vnd.oasis.opendocument.text")) ||
	    (mime.n == 0 && manifest))
		return PACKAGE_ODT;
	return PACKAGE_NONE;
}

struct package *
package_open(struct arena *a, struct bytes in, size_t *unpacked,
    struct err *e)
{
	struct package	*p = arena_alloc(a, 1, sizeof(*p));

	p->arena = a;
	p->unpacked = unpacked;
	p->zip = unzip_open(a, in, e);
	return p->zip != NULL ? p : NULL;
}

void
package_close(struct package *p)
{
	if (p != NULL)
		unzip_close(p->zip);
}

bool
package_has(const struct package *p, const char *name)
{
	return unzip_find(p->zip, name) >= 0;
}

int
package_read(struct package *p, const char *name, struct bytes *out,
    struct err *e)
{
	long	 i = unzip_find(p->zip, name);

	if (i < 0)
		return err_set(e, ERR_FORMAT, "no part %.100s", name);
	if (unzip_read(p->zip, i, out, e) < 0)
		return err_wrap(e, "%.100s", name);
	*p->unpacked += out->n;
	return 0;
}

/* "word/document.xml" → "word/_rels/document.xml.rels". */
static const char *
relations_name(struct arena *a, const char *part)
{
	const char	*slash = strrchr(part, '/');
	int		 n = slash != NULL ? (int)(slash - part) + 1 : 0;

	return arena_printf(a, "%.*s_rels/%s.rels", n, part, part + n);
}

const char *
package_resolve(struct arena *a, const char *part, const char *target)
{
	const char	*slash = strrchr(part, '/');
	int		 n = slash != NULL ? (int)(slash - part) : 0;

	if (target[0] == '/')
		return arena_dup(a, target + 1, strlen(target + 1));
	while (strncmp(target, "../", 3) == 0) {
		target += 3;
		while (n > 0 && part[--n] != '/')
			continue;
	}
	if (strncmp(target, "./", 2) == 0)
		target += 2;
	return n > 0 ? arena_printf(a, "%.*s/%s", n, part, target) :
	    arena_dup(a, target, strlen(target));
}

struct reading {
	struct arena		*arena;
	struct relations	*list;
};

static int
relation_start(struct xml *x, const char *name, void *ctx, struct err *e)
{
	struct reading	*r = ctx;
	struct relation	*rel;
	const char	*id = xml_attr(x, "Id"), *type = xml_attr(x, "Type"),
			*to = xml_attr(x, "Target");

	(void)e;
	if (strcmp(name, "rel:Relationship") != 0 || id == NULL ||
	    type == NULL || to == NULL)
		return 0;
	rel = arena_alloc(r->arena, 1, sizeof(*rel));
	rel->id = arena_dup(r->arena, id, strlen(id));
	rel->type = arena_dup(r->arena, type, strlen(type));
	rel->target = package_resolve(r->arena, r->list->part, to);
	rel->place = r->list->n++;
	rel->next = r->list->first;
	r->list->first = rel;
	return 0;
}

static int
by_id(const void *va, const void *vb)
{
	const struct relation	*a = *(struct relation *const *)va;
	const struct relation	*b = *(struct relation *const *)vb;
	int			 c = strcmp(a->id, b->id);

	return c != 0 ? c : a->place < b->place ? -1 : a->place > b->place;
}

static void
sort_relations(struct arena *a, struct relations *l)
{
	size_t	 n = 0;

	l->by_id = arena_alloc(a, l->n + 1, sizeof(*l->by_id));
	for (struct relation *r = l->first; r != NULL; r = r->next)
		l->by_id[n++] = r;
	qsort(l->by_id, n, sizeof(*l->by_id), by_id);
}

static const struct relations *
relations(struct package *p, const char *part)
{
	static const struct xml_events	 events = { .start = relation_start };
	struct relations		*l;
	struct reading			 r = { .arena = p->arena };
	struct bytes			 in;
	struct err			 ignored;
	const char			*name;

	for (l = p->known; l != NULL; l = l->next)
		if (strcmp(l->part, part) == 0)
			return l;
	l = arena_alloc(p->arena, 1, sizeof(*l));
	l->part = arena_dup(p->arena, part, strlen(part));
	l->next = p->known;
	p->known = l;
	name = relations_name(p->arena, part);
	r.list = l;
	/* What was read before a fault stands; there are usual names. */
	if (package_has(p, name) &&
	    package_read(p, name, &in, &ignored) == 0)
		xml_parse(in, &events, &r, &ignored);
	sort_relations(p->arena, l);
	return l;
}

const char *
package_by_type(struct package *p, const char *part, const char *type)
{
	const char	*found = NULL;
	size_t		 n = strlen(type), all;

	for (const struct relation *r = relations(p, part)->first;
	    r != NULL; r = r->next) {
		all = strlen(r->type);
		if (all > n && r->type[all - n - 1] == '/' &&
		    strcmp(r->type + all - n, type) == 0)
			found = r->target;	/* the first: the list is
						 * in reverse */
	}
	return found;
}

const char *
package_by_id(struct package *p, const char *part, const char *id)
{
	const struct relations	*l = relations(p, part);
	size_t			 from = 0, to = l->n;

	/* Of several with that id, the last. */
	while (from < to) {
		size_t	 i = from + (to - from) / 2;

		if (strcmp(l->by_id[i]->id, id) <= 0)
			from = i + 1;
		else
			to = i;
	}
	return from > 0 && strcmp(l->by_id[from - 1]->id, id) == 0 ?
	    l->by_id[from - 1]->target : NULL;
}

static int
title_start(struct xml *x, const char *name, void *ctx, struct err *e)
{
	struct buf	*b = ctx;

	(void)x;
	(void)e;
	if (strcmp(name, "dc:title") == 0)
		buf_clear(b);
	return 0;
}

static int
title_text(struct xml *x, struct str s, void *ctx, struct err *e)
{
	(void)x;
	(void)e;
	buf_str(ctx, s);
	return 0;
}

/* Ends the parse: there is nothing else to be had from it. */
static int
title_end(struct xml *x, const char *name, void *ctx, struct err *e)
{
	(void)x;
	if (strcmp(name, "dc:title") == 0)
		return err_set(e, ERR_NONE, "found");
	buf_clear(ctx);
	return 0;
}

struct str
package_title(struct package *p)
{
	static const struct xml_events	 events = {
		title_start, title_end, title_text
	};
	const char	*part = package_by_type(p, "", "core-properties");
	struct buf	 b;
	struct bytes	 in;
	struct err	 e = { .code = ERR_FORMAT };

	if (part == NULL)
		part = package_has(p, "meta.xml") ? "meta.xml" :
		    "docProps/core.xml";
	buf_init(&b, p->arena);
	if (!package_has(p, part) || package_read(p, part, &in, &e) < 0)
		return STR("");
	if (xml_parse(in, &events, &b, &e) < 0 && e.code == ERR_NONE)
		return str_trim(buf_text(&b));
	return STR("");
}
