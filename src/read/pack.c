#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/limit.h"
#include "base/utf8.h"
#include "read/charset.h"
#include "read/gzip.h"
#include "read/pack.h"
#include "read/tar.h"
#include "read/zip.h"
#include "read/zip_local.h"

struct pack {
	struct arena	 *arena;
	struct member	**member;	/* in the order they were found */
	size_t		  n, cap;
	size_t		  unpacked;	/* bytes */
	const char	 *cut;		/* where the outermost breaks off */
};

static int	 open_any(struct pack *, struct str name, struct bytes,
		    int depth, const char **kind, struct err *);

static int
add(struct pack *p, struct member m, struct err *e)
{
	if (p->n == LIMIT_ENTRIES)
		return err_set(e, ERR_LIMIT,
		    "an archive of more than %d entries", LIMIT_ENTRIES);
	p->member = arena_grow(p->arena, p->member, p->n, &p->cap,
	    sizeof(*p->member));
	p->member[p->n] = arena_alloc(p->arena, 1, sizeof(m));
	*p->member[p->n++] = m;
	return 0;
}

static int
add_fault(struct pack *p, struct str name, const struct err *why,
    struct err *e)
{
	return add(p, (struct member){ .name = name,
	    .fault = arena_printf(p->arena, "%s", why->msg),
	    .code = why->code }, e);
}

/*
 * The container breaks off.  If it is the outermost, that is said of all;
 * one inside of another is a member as well.
 */
static int
add_cut(struct pack *p, struct str name, size_t at, struct err *e)
{
	struct err	 why;

	err_set(&why, ERR_FORMAT, "the archive is damaged or cut off at "
	    "byte %zu", at);
	if (name.n > 0)
		return add_fault(p, name, &why, e);
	p->cut = arena_printf(p->arena, "%s", why.msg);
	return 0;
}

/* Parts of a path that lead nowhere good. */
static bool
is_dots(struct str s)
{
	return s.n == 0 || str_eq(s, STR(".")) || str_eq(s, STR(".."));
}

/* The next part of a path, whichever way its slashes lean. */
static bool
next_part(struct str *rest, struct str *part)
{
	size_t	 i = 0;

	if (rest->n == 0)
		return false;
	while (i < rest->n && rest->p[i] != '/' && rest->p[i] != '\\')
		i++;
	*part = str_sub(*rest, 0, i);
	*rest = str_from(*rest, i + 1);
	return true;
}

/* A member's name, below that of the container it is in. */
static struct str
decode_name(struct pack *p, struct str outer, struct bytes raw)
{
	struct decoded	 d;
	struct buf	 b;
	struct err	 e;
	struct str	 part;
	size_t		 from;

	if (charset_decode(p->arena, raw, utf8_valid(raw) == raw.n ?
	    "UTF-8" : "GB18030", NULL, &d, &e) < 0)
		return STR("");
	buf_init(&b, p->arena);
	buf_str(&b, outer);
	from = b.n;
	while (next_part(&d.text, &part)) {
		if (is_dots(part))
			continue;
		if (b.n > 0)
			buf_puts(&b, "/");
		for (size_t i = 0; i < part.n; i++)
			buf_add(&b, (unsigned char)part.p[i] < ' ' ? " " :
			    part.p + i, 1);
	}
	return b.n > from ? buf_text(&b) : STR("");
}

/* Not files that anybody put there. */
static bool
is_litter(struct str name)
{
	static const char *const	 list[] = {
		".DS_Store", "Thumbs.db", "desktop.ini",
	};
	struct str			 rest = name, part = STR("");

	while (str_field(&rest, '/', &part))
		if (str_eq(part, STR("__MACOSX")))
			return true;
	for (size_t i = 0; i < sizeof(list) / sizeof(*list); i++)
		if (str_eq(part, str_of(list[i])))
			return true;
	return part.n == 0 || str_starts(part, STR("._")) ||
	    str_starts(part, STR("~$"));
}

static bool
is_folder(struct bytes name)
{
	return name.n == 0 || name.p[name.n - 1] == '/' ||
	    name.p[name.n - 1] == '\\';
}

/*
 * One file out of a container: it may be a container itself.  What is wrong
 * with it is its own fault, but for the number of all of them.
 */
static int
add_file(struct pack *p, struct str outer, struct bytes raw,
    struct bytes data, int depth, const struct err *why, struct err *e)
{
	struct str	 name;
	struct err	 inner = { 0 };
	const char	*kind;
	size_t		 n = p->n;

	if (is_folder(raw))
		return 0;
	name = decode_name(p, outer, raw);
	if (is_litter(name))
		return 0;
	if (why->code != ERR_NONE)
		return add_fault(p, name, why, e);
	if (open_any(p, name, data, depth + 1, &kind, &inner) == 0)
		return 0;
	p->n = n;
	return add_fault(p, name, &inner, e);
}

/*
 * DOCX and its kin, by the parts that they must have (ECMA-376 part 2;
 * OpenDocument 1.2 part 3; GB/T 33190).
 */
static bool
is_document(const struct unzip *u)
{
	return unzip_find(u, "[Content_Types].xml") >= 0 ||
	    unzip_find(u, "mimetype") >= 0 || unzip_find(u, "OFD.xml") >= 0;
}

/* The same, by the names of its parts, for one without a directory. */
static bool
is_cut_document(struct bytes in)
{
	static const char *const	 parts[] = {
		"[Content_Types].xml", "mimetype", "OFD.xml", "_rels/",
		"word/", "xl/", "META-INF/", "Doc_0/",
	};
	struct zip_local		 m;
	size_t				 at = 0;

	while (zip_local_next(in, &at, &m))
		for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++)
			if (str_starts((struct str){ (const char *)m.name.p,
			    m.name.n }, str_of(parts[i])))
				return true;
	return false;
}

/* What was unpacked counts, also if it turned out to be damaged. */
static void
read_member(struct pack *p, int failed, struct bytes *data)
{
	p->unpacked += data->n;
	if (failed != 0)
		*data = (struct bytes){ NULL, 0 };
}

/*
 * left is what the members before have not taken of the archive's bytes:
 * more than there are is in several of them.
 */
static int
open_zip(struct pack *p, struct str outer, struct unzip *u, size_t left,
    int depth, struct err *e)
{
	for (long i = 0; i < unzip_count(u); i++) {
		struct bytes	 raw = unzip_name(u, i), data = { NULL, 0 };
		size_t		 size = unzip_size(u, i);
		size_t		 packed = unzip_packed(u, i);
		struct err	 why = { 0 };

		if (is_folder(raw))
			continue;
		if (packed > left)
			err_set(&why, ERR_FORMAT, "a damaged zip archive: "
			    "its members are in one another");
		else if (size <= LIMIT_FILE &&
		    size > LIMIT_UNPACKED - p->unpacked)
			err_set(&why, ERR_LIMIT, "the container unpacks to "
			    "more than %u bytes", LIMIT_UNPACKED);
		else
			read_member(p, unzip_read(u, i, &data, &why), &data);
		left -= packed <= left ? packed : 0;
		if (add_file(p, outer, raw, data, depth, &why, e) < 0)
			return -1;
	}
	return 0;
}

static int
open_tar(struct pack *p, struct str outer, struct bytes in, int depth,
    struct err *e)
{
	struct tar		 t;
	struct tar_entry	 x;
	int			 ret;

	tar_open(&t, p->arena, in);
	while ((ret = tar_next(&t, &x)) > 0) {
		struct err	 why = { 0 };

		if (x.cut)
			err_set(&why, ERR_FORMAT, "the archive is cut off");
		else if (x.data.n > LIMIT_FILE)
			err_set(&why, ERR_LIMIT, "more than %u bytes",
			    LIMIT_FILE);
		if (add_file(p, outer, x.name, x.data, depth, &why, e) < 0)
			return -1;
	}
	return ret < 0 ? add_cut(p, outer, t.at, e) : 0;
}

/* Whether there is a member to be had, or at least its name. */
static bool
begins_whole(struct bytes in)
{
	struct zip_local	 m;

	return zip_local_next(in, &(size_t){ 0 }, &m);
}

/*
 * A zip archive without its directory, as far as its members follow one
 * another.
 */
static int
open_cut_zip(struct pack *p, struct str outer, struct bytes in, int depth,
    struct err *e)
{
	struct zip_local	 m;
	size_t			 at = 0;

	while (zip_local_next(in, &at, &m)) {
		struct err	 why = { 0 };
		struct bytes	 data = { NULL, 0 };

		if (m.size > LIMIT_UNPACKED - p->unpacked)
			err_set(&why, ERR_LIMIT, "the container unpacks to "
			    "more than %u bytes", LIMIT_UNPACKED);
		else
			read_member(p, zip_local_read(p->arena, &m, &data,
			    &why), &data);
		if (add_file(p, outer, m.name, data, depth, &why, e) < 0)
			return -1;
		if (why.code == ERR_LIMIT)
			break;
	}
	return add_cut(p, outer, at, e);
}

static int
open_gzip(struct pack *p, struct str name, struct bytes in, int depth,
    const char **kind, struct err *e)
{
	struct bytes	 data;
	size_t		 max = LIMIT_UNPACKED - p->unpacked;
	const char	*inner;
	bool		 cut;

	if (gzip_read(p->arena, in, max < LIMIT_FILE ? max : LIMIT_FILE,
	    &data, &cut, e) < 0)
		return -1;
	p->unpacked += data.n;
	if (cut && name.n > 0 && !tar_probe(data))
		return err_set(e, ERR_FORMAT, "the gzip data are cut off");
	if (cut && name.n == 0 && add_cut(p, name, in.n, e) < 0)
		return -1;
	if (tar_probe(data)) {
		*kind = "tar+gzip";
		return open_tar(p, name, data, depth, e);
	}
	*kind = "gzip";
	return open_any(p, name, data, depth + 1, &inner, e);
}

static int
open_zip_or_document(struct pack *p, struct str name, struct bytes in,
    int depth, const char **kind, struct err *e)
{
	struct unzip	*u = unzip_open(p->arena, in, e);
	int		 ret;

	if (u != NULL ? is_document(u) : is_cut_document(in))
		ret = add(p, (struct member){ .name = name, .data = in }, e);
	else {
		*kind = "zip";
		if (u != NULL)
			ret = open_zip(p, name, u, in.n, depth, e);
		else if (e->code == ERR_TOOL)
			ret = add_fault(p, name, e, e);
		else
			ret = e->code == ERR_FORMAT && begins_whole(in) ?
			    open_cut_zip(p, name, in, depth, e) : -1;
	}
	unzip_close(u);
	return ret;
}

/* depth is how many containers have been opened on the way here. */
static int
open_any(struct pack *p, struct str name, struct bytes in, int depth,
    const char **kind, struct err *e)
{
	bool	 zip = unzip_probe(in), gz = gzip_probe(in);
	bool	 tar = !zip && !gz && tar_probe(in);

	*kind = NULL;
	if (zip && depth < LIMIT_DEPTH)
		return open_zip_or_document(p, name, in, depth, kind, e);
	if (gz && depth < LIMIT_DEPTH)
		return open_gzip(p, name, in, depth, kind, e);
	if (tar && depth < LIMIT_DEPTH) {
		*kind = "tar";
		return open_tar(p, name, in, depth, e);
	}
	if (gz || tar || (zip && !is_cut_document(in)))
		return err_set(e, ERR_LIMIT,
		    "more than %d containers inside each other",
		    LIMIT_DEPTH);
	return add(p, (struct member){ .name = name, .data = in }, e);
}

struct place {
	struct member	*member;
	size_t		 i;
};

static int
by_name(const void *va, const void *vb)
{
	const struct place	*a = va, *b = vb;
	int			 c = str_cmp(a->member->name, b->member->name);

	return c != 0 ? c : a->i < b->i ? -1 : a->i > b->i;
}

int
unpack(struct arena *a, struct bytes in, struct member **first,
    struct container *box, struct err *e)
{
	struct pack	 p = { .arena = a };
	struct place	*list;

	*first = NULL;
	*box = (struct container){ NULL, NULL };
	if (in.n > LIMIT_FILE)
		return err_set(e, ERR_LIMIT, "%zu bytes, more than %u",
		    in.n, LIMIT_FILE);
	if (open_any(&p, STR(""), in, 0, &box->kind, e) < 0)
		return -1;
	box->cut = p.cut;
	list = arena_alloc(a, p.n + 1, sizeof(*list));
	for (size_t i = 0; i < p.n; i++)
		list[i] = (struct place){ p.member[i], i };
	qsort(list, p.n, sizeof(*list), by_name);
	for (size_t i = p.n; i-- > 0; *first = list[i].member)
		list[i].member->next = *first;
	return 0;
}
