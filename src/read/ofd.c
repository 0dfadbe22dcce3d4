#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/limit.h"
#include "doc/doc.h"
#include "read/ofd.h"
#include "read/package.h"
#include "read/pdf_draw.h"
#include "read/pdf_layout.h"
#include "read/pdf_scan.h"
#include "read/read.h"
#include "read/xml.h"

#define ROOT		"OFD.xml"
#define MM		(72 / 25.4)	/* in points */
#define TEXT_MAX	1000		/* bytes of a name or box */

struct parts {
	struct part	*first, **end;
};

/* One of the documents of a file; its templates have ids of their own. */
struct body {
	struct parts	 page, template;
	struct str	 area;		/* PhysicalBox of its pages */
};

/* A part with a document, a page or a template. */
struct part {
	const char	*name, *id;
	struct bytes	 xml;		/* once it was read */
	struct body	*body;		/* of a document that was parsed */
	struct part	*next;
};

struct ofd {
	struct arena	*arena;
	struct package	*package;
	struct pdf	*pdf;
	size_t		 parsed;	/* bytes of pages in this pass */
	const char	*at;		/* the part that is parsed */
	struct parts	 root;		/* documents */
	struct body	*body;		/* the document at hand */
	struct str	*want;		/* NULL, or where text goes */
	struct str	 text;
	/* Of the page at hand. */
	struct str	 area;
	struct part	*under[LIMIT_TEMPLATES];
	int		 nunder;
};

static int
ofd_probe(struct bytes in)
{
	return package_kind(in) == PACKAGE_OFD ? PACKAGE_BID : 0;
}

bool
ofd_is(const char *name, const char *want)
{
	const char	*colon = strchr(name, ':');

	return strcmp(colon != NULL ? colon + 1 : name, want) == 0;
}

bool
ofd_numbers(struct str s, double *v, int n)
{
	double	 some[6];

	for (int i = 0; i < n; i++)
		if (!scan_number(&s, &some[i]))
			return false;
	memcpy(v, some, (size_t)n * sizeof(*v));
	return true;
}

/* Appends a part that one at hand refers to, if it does. */
static void
add_part(struct ofd *o, struct parts *list, const char *name, const char *id)
{
	struct part	*p = arena_alloc(o->arena, 1, sizeof(*p));

	if (name == NULL)
		return;
	p->name = package_resolve(o->arena, o->at, name);
	p->id = id != NULL ? arena_dup(o->arena, id, strlen(id)) : "";
	if (list->first == NULL)
		list->end = &list->first;
	*list->end = p;
	list->end = &p->next;
}

static void
want_text(struct ofd *o, struct str *where)
{
	*where = STR("");
	o->want = where;
}

static int
take_text(struct xml *x, struct str s, void *ctx, struct err *e)
{
	struct ofd	*o = ctx;

	(void)x;
	(void)e;
	if (o->want != NULL && s.n + o->want->n < TEXT_MAX)
		*o->want = str_cat(o->arena, *o->want, s);
	return 0;
}

static int
end_text(struct xml *x, const char *name, void *ctx, struct err *e)
{
	struct ofd	*o = ctx;

	(void)x;
	(void)e;
	if (o->want == &o->text && ofd_is(name, "DocRoot")) {
		struct str	 root = str_trim(o->text);

		add_part(o, &o->root, arena_dup(o->arena, root.p, root.n),
		    NULL);
	}
	o->want = NULL;
	return 0;
}

static int
root_start(struct xml *x, const char *name, void *ctx, struct err *e)
{
	struct ofd	*o = ctx;

	(void)x;
	(void)e;
	if (ofd_is(name, "DocRoot"))
		want_text(o, &o->text);
	return 0;
}

static int
document_start(struct xml *x, const char *name, void *ctx, struct err *e)
{
	struct ofd	*o = ctx;
	const char	*base = xml_attr(x, "BaseLoc");

	(void)e;
	if (ofd_is(name, "Page"))
		add_part(o, &o->body->page, base, NULL);
	else if (ofd_is(name, "TemplatePage"))
		add_part(o, &o->body->template, base, xml_attr(x, "ID"));
	else if (ofd_is(name, "PhysicalBox"))
		want_text(o, &o->body->area);
	return 0;
}

/* What a page says of itself: its size, and what it is drawn upon. */
static int
page_start(struct xml *x, const char *name, void *ctx, struct err *e)
{
	struct ofd	*o = ctx;
	const char	*id = xml_attr(x, "TemplateID");

	if (ofd_is(name, "PhysicalBox"))
		want_text(o, &o->area);
	if (!ofd_is(name, "Template") || id == NULL)
		return 0;
	if (o->nunder == LIMIT_TEMPLATES)
		return err_set(e, ERR_LIMIT, "more than %d templates of a "
		    "page", LIMIT_TEMPLATES);
	for (struct part *t = o->body->template.first; t != NULL; t = t->next)
		if (strcmp(t->id, id) == 0)
			o->under[o->nunder++] = t;
	return 0;
}

static int
read_part(struct ofd *o, struct part *p, struct err *e)
{
	return p->xml.p != NULL ? 0 :
	    package_read(o->package, p->name, &p->xml, e);
}

static int
parse(struct ofd *o, struct part *p, const struct xml_events *events,
    struct err *e)
{
	if (read_part(o, p, e) < 0)
		return -1;
	o->at = p->name;
	o->want = NULL;
	if (xml_parse(p->xml, events, o, e) < 0)
		return err_wrap(e, "%.100s", p->name);
	return 0;
}

/* Words of a part for the last page, or what is drawn of it on that one. */
static int
take_content(struct ofd *o, struct part *p, const double box[4], int page,
    struct err *e)
{
	int	 r;

	if (read_part(o, p, e) < 0)
		return -1;
	o->parsed += p->xml.n;
	if (o->parsed > LIMIT_OFD)
		return err_set(e, ERR_LIMIT, "pages of more than %u bytes",
		    LIMIT_OFD);
	r = page < 0 ? ofd_words(o->pdf, p->xml, box, e) :
	    ofd_draw(o->pdf, page, p->xml, box, e);
	return r < 0 ? err_wrap(e, "%.100s", p->name) : 0;
}

/* The words of a page, or with page >= 0 what is drawn on that one. */
static int
take_page(struct ofd *o, struct part *p, int page, struct err *e)
{
	static const struct xml_events	 events = {
		page_start, end_text, take_text
	};
	double	 box[4] = { 0, 0, 210, 297 };

	o->area = STR("");
	o->nunder = 0;
	if (parse(o, p, &events, e) < 0)
		return -1;
	if (!ofd_numbers(o->area, box, 4))
		ofd_numbers(o->body->area, box, 4);
	if (page < 0 && pdf_add_page(o->pdf, scan_milli(box[2] * MM),
	    scan_milli(box[3] * MM), e) < 0)
		return -1;
	for (int i = 0; i < o->nunder; i++)
		if (take_content(o, o->under[i], box, page, e) < 0)
			return -1;
	return take_content(o, p, box, page, e);
}

/* The pages of a document: words, or with *drawn >= 0 what is drawn. */
static int
take_document(struct ofd *o, struct part *d, int *drawn, struct err *e)
{
	static const struct xml_events	 events = {
		document_start, end_text, take_text
	};
	bool	 known = d->body != NULL;

	if (!known)
		d->body = arena_alloc(o->arena, 1, sizeof(*d->body));
	o->body = d->body;
	if (!known && parse(o, d, &events, e) < 0)
		return -1;
	for (struct part *p = d->body->page.first; p != NULL; p = p->next)
		if (take_page(o, p, *drawn < 0 ? -1 : (*drawn)++, e) < 0)
			return -1;
	return 0;
}

static int
take_pages(struct ofd *o, struct err *e)
{
	static const struct xml_events	 root = {
		root_start, end_text, take_text
	};
	struct part	 first = { .name = ROOT };
	int		 drawn = -1;

	if (parse(o, &first, &root, e) < 0)
		return -1;
	for (struct part *d = o->root.first; d != NULL; d = d->next)
		if (take_document(o, d, &drawn, e) < 0)
			return -1;
	if (o->pdf->npage == 0)
		return err_set(e, ERR_FORMAT, "a document without pages");
	pdf_words_end(o->pdf);
	if (pdf_is_garbled(o->pdf))
		return err_set(e, ERR_FORMAT,
		    "its text is not what its pages show");
	drawn = 0;
	o->parsed = 0;
	for (struct part *d = o->root.first; d != NULL; d = d->next)
		if (take_document(o, d, &drawn, e) < 0)
			return -1;
	for (int i = 0; i < o->pdf->npage; i++)
		pdf_drawn(&o->pdf->page[i]);
	return 0;
}

static int
read_package(struct ofd *o, struct doc *d, struct err *e)
{
	struct pdf	*pdf = o->pdf;
	int		 outlined, veiled = 0;

	if (package_has(o->package, "Encryptions.xml"))
		return err_set(e, ERR_LOCKED, "the document is encrypted");
	if (take_pages(o, e) < 0)
		return -1;
	pdf_lines(pdf);
	pdf_running(pdf);
	if (pdf_note_scanned(pdf, d, e) < 0)
		return -1;
	if (pdf_outlined(pdf, &outlined, e) < 0)
		return -1;
	if (outlined != 0) {
		note_add(d->arena, &d->notes, NOTE_ILLEGIBLE, 0,
		    "%d characters are drawn as shapes", outlined);
		pdf_running(pdf);
	}
	for (int i = 0; i < pdf->npage; i++)
		veiled += pdf->page[i].nveil;
	if (veiled != 0)
		note_add(d->arena, &d->notes, NOTE_ILLEGIBLE, 0,
		    "%d graphics of the resources were not read", veiled);
	pdf_watermarks(pdf);
	pdf_halves(pdf);
	pdf_overprinted(pdf, d);
	return pdf_layout(pdf, d, e);
}

static int
ofd_read(struct arena *a, struct bytes in, const struct read_opts *opts,
    struct doc *d, struct err *e)
{
	struct ofd	 o = { .arena = a, .pdf = pdf_new(a) };
	int		 r;

	(void)opts;
	o.package = package_open(a, in, &d->unpacked, e);
	if (o.package == NULL)
		return -1;
	r = read_package(&o, d, e);
	package_close(o.package);
	return r;
}

const struct reader	 ofd_reader = {
	.name = "ofd",
	.media_type = "application/ofd",
	.probe = ofd_probe,
	.read = ofd_read,
};
