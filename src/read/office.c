#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "doc/doc.h"
#include "read/cfb.h"
#include "read/convert.h"
#include "read/office.h"
#include "read/read.h"

#define PROGRAM		"soffice"
#define WEIGHT		10	/* as many other programs it counts as */
#define XML_HEAD	1024		/* bytes in which it says what it is */

/* What we read ourselves, whatever libraries there are. */
#define TEXT_TARGET	"doc:MS Word 97"

const struct office_format	 office_word6 = {
	.what = "a document of Word 6 or 95", .name = "in.doc",
	.package = "libreoffice-writer-nogui",
};
const struct office_format	 office_excel5 = {
	.what = "a workbook of Excel 5 or 95", .name = "in.xls",
	.target = "xls:MS Excel 97", .package = "libreoffice-calc-nogui",
};
static const struct office_format	 office_works = {
	.what = "a document of Microsoft Works", .name = "in.wps",
	.package = "libreoffice-writer-nogui",
};
static const struct office_format	 office_word_xml = {
	.what = "a document of Word 2003 in XML", .name = "in.xml",
	.package = "libreoffice-writer-nogui",
};
static const struct office_format	 office_excel_xml = {
	.what = "a workbook of Excel 2003 in XML", .name = "in.xml",
	.target = "xls:MS Excel 97", .package = "libreoffice-calc-nogui",
};

static const struct office_format	 office_abiword = {
	.what = "a document of AbiWord", .name = "in.abw",
	.package = "libreoffice-writer-nogui",
};
static const struct office_format	 office_sylk = {
	.what = "a table in SYLK", .name = "in.slk",
	.target = "xls:MS Excel 97", .package = "libreoffice-calc-nogui",
};
const struct office_format	 office_excel_binary = {
	.what = "a binary workbook of Excel 2007", .name = "in.xlsb",
	.target = "xls:MS Excel 97", .package = "libreoffice-calc-nogui",
};

/*
 * What is known by its first bytes, or by the element that an XML file has
 * on top: it is converted if that keeps its tables, and if its end is there,
 * as soffice mends what is cut short; else it is said to be what it is.
 */
static const struct known {
	struct str			 begins;
	const char			*has;	/* in the head; or NULL */
	const char			*ends;	/* of the whole; or NULL */
	const struct office_format	*format;
	const char			*why;	/* it is not read */
} known[] = {
	{ { "ID;P", 4 }, "\nC;", "\nE", &office_sylk, NULL },
	{ { "ID;P", 4 }, "\nP;", "\nE", &office_sylk, NULL },
	{ { "ID;P", 4 }, "\nB;", "\nE", &office_sylk, NULL },
	{ { "<?xml", 5 }, "<abiword", "</abiword>", &office_abiword, NULL },
	{ { "<?xml", 5 }, "<uof:UOF", NULL, NULL,
	    "a document in UOF is not read" },
	{ { "<?xml", 5 }, "<gnm:Workbook", NULL, NULL,
	    "a workbook of Gnumeric is not read" },
	{ { "TABLE\n0,1\n", 10 }, NULL, NULL, NULL,
	    "a table in DIF is not read" },
	{ { "TABLE\r\n0,1\r\n", 12 }, NULL, NULL, NULL,
	    "a table in DIF is not read" },
	{ { "CAJ\0", 4 }, NULL, NULL, NULL, "a CAJ document is not read" },
	{ { "KDH ", 4 }, NULL, NULL, NULL, "a KDH document is not read" },
	{ { "Founder CEB", 11 }, NULL, NULL, NULL,
	    "a CEB document is not read" },
};

/* A zip archive whose first member says so, uncompressed. */
#define EPUB_AT		30
#define EPUB		STR("mimetypeapplication/epub+zip")

static int
run(struct arena *a, struct convert *c, const struct office_format *f,
    const char *target, struct bytes *out, struct err *e)
{
	/*
	 * A profile of its own: two processes with one profile are one
	 * process, and what it last opened is nobody's business.
	 */
	const char	*argv[] = { PROGRAM, "--headless", "--norestore",
		"--nologo", "--nolockcheck",
		"-env:UserInstallation=file:///tmp/unset",
		"--convert-to", target, "--outdir", "out", f->name, NULL };
	struct ran	 ran;
	const char	*end = strchr(target, ':');
	size_t		 n = end != NULL ? (size_t)(end - target) :
	    strlen(target);

	argv[5] = arena_printf(a, "-env:UserInstallation=file://%s/profile",
	    convert_dir(c));
	if (convert_run(c, &(struct command){ .argv = argv }, &ran, e) < 0)
		return -1;
	if (convert_file(c, arena_printf(a, "out/in.%.*s", (int)n, target),
	    out, e) < 0)
		return err_set(e, e->code, PROGRAM " cannot read it");
	return 0;
}

int
office_read(struct arena *a, struct bytes in, const struct office_format *f,
    const struct read_opts *opts, struct doc *d, struct err *e)
{
	const char		*target = f->target;
	const struct reader	*reader;
	struct convert		*c;
	struct bytes		 out;
	struct str		 version;
	int			 r;

	if (!convert_has(PROGRAM))
		return err_set(e, ERR_TOOL, "%s needs the program "
		    PROGRAM " (Debian: %s)", f->what, f->package);
	if (opts->alone) {
		d->nprogram = 1;
		return err_set(e, ERR_LIMIT, "no program is to be run");
	}
	if (target == NULL)
		target = TEXT_TARGET;
	if (convert_open(a, in, f->name, &c, e) < 0)
		return -1;
	r = run(a, c, f, target, &out, e);
	convert_close(c);
	d->nprogram += WEIGHT;
	if (r < 0)
		return err_wrap(e, "%s", f->what);
	reader = reader_for(out);
	if (reader == NULL || reader->read(a, out, opts, d, e) < 0)
		return reader == NULL ? err_set(e, ERR_FORMAT,
		    "%s: nothing came out of " PROGRAM, f->what) :
		    err_wrap(e, "%s, from " PROGRAM, f->what);
	version = convert_version(a, PROGRAM, "--version");
	note_add(d->arena, &d->notes, NOTE_CONVERTED, 0, PROGRAM "%s"
	    STR_FMT, version.n > 0 ? ", " : "", STR_ARG(version));
	return 0;
}

/* XML of Office 2003 says on top which program it is for. */
static const struct office_format *
xml_format(struct bytes in)
{
	struct str	 head = { (const char *)in.p,
		in.n < XML_HEAD ? in.n : XML_HEAD };

	if (!str_starts(str_trim(head), STR("<?xml")) ||
	    !str_has(head, STR("<?mso-application")))
		return NULL;
	if (str_has(head, STR("\"Word.Document\"")))
		return &office_word_xml;
	if (str_has(head, STR("\"Excel.Sheet\"")))
		return &office_excel_xml;
	return NULL;
}

static const struct known *
known_by_head(struct bytes in)
{
	struct str	 head = { (const char *)in.p,
		in.n < XML_HEAD ? in.n : XML_HEAD };

	if (str_starts(head, STR("\xEF\xBB\xBF")))
		head = str_from(head, 3);
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (str_starts(head, known[i].begins) &&
		    (known[i].has == NULL ||
		    str_has(head, str_of(known[i].has))))
			return &known[i];
	return NULL;
}

static bool
is_epub(struct bytes in)
{
	struct str	 s = { (const char *)in.p, in.n };

	return str_starts(s, STR("PK\3\4")) &&
	    str_starts(str_from(s, EPUB_AT), EPUB);
}

static int
office_probe(struct bytes in)
{
	const struct known	*k = known_by_head(in);

	return cfb_is(in) ? 64 : xml_format(in) != NULL ? 22 * 8 :
	    k != NULL ? (int)k->begins.n * 8 : is_epub(in) ? 31 * 8 : 0;
}

static int
read_known(struct arena *a, struct bytes in, const struct known *k,
    const struct read_opts *opts, struct doc *d, struct err *e)
{
	struct str	 all = { (const char *)in.p, in.n };

	if (k->format == NULL)
		return err_set(e, ERR_FORMAT, "%s", k->why);
	if (!str_ends(str_trim(all), str_of(k->ends)))
		return err_set(e, ERR_FORMAT, "the document is cut short");
	return office_read(a, in, k->format, opts, d, e);
}

/* soffice reads what there is of XML that was cut off; we do not. */
static int
read_xml(struct arena *a, struct bytes in, const struct office_format *f,
    const struct read_opts *opts, struct doc *d, struct err *e)
{
	static const char *const	 end[] = { "</w:wordDocument>",
		"</pkg:package>", "</Workbook>", "</ss:Workbook>" };
	struct str			 all = { (const char *)in.p, in.n };

	for (size_t i = 0; i < sizeof(end) / sizeof(end[0]); i++)
		if (str_ends(str_trim(all), str_of(end[i])))
			return office_read(a, in, f, opts, d, e);
	return err_set(e, ERR_FORMAT, "the document is cut short");
}

/* What has a head, or a compound file, which is known by a stream it has. */
static int
office_read_any(struct arena *a, struct bytes in, const struct read_opts *opts,
    struct doc *d, struct err *e)
{
	static const struct {
		const char			*stream;
		const struct office_format	*format;
		enum errcode			 code;
		const char			*why;
	} kinds[] = {
		{ "EncryptedPackage", NULL, ERR_LOCKED,
		    "the document is protected by a password" },
		{ "Book", &office_excel5, ERR_NONE, NULL },
		{ "MatOST", &office_works, ERR_NONE, NULL },
		{ "CONTENTS", &office_works, ERR_NONE, NULL },
		{ "PowerPoint Document", NULL, ERR_FORMAT,
		    "a presentation is not read" },
		{ "__properties_version1.0", NULL, ERR_FORMAT,
		    "a mail message is not read" },
	};
	const struct office_format	*xml = xml_format(in);
	const struct known		*k = known_by_head(in);
	struct cfb			*c;
	struct bytes			 whole;

	if (xml != NULL)
		return read_xml(a, in, xml, opts, d, e);
	if (k != NULL)
		return read_known(a, in, k, opts, d, e);
	if (is_epub(in))
		return err_set(e, ERR_FORMAT, "an e-book is not read");
	if (cfb_open(a, in, &c, e) < 0)
		return -1;
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		if (!cfb_has(c, kinds[i].stream))
			continue;
		/* What is cut short is not for soffice to mend. */
		if (kinds[i].format != NULL &&
		    cfb_stream(c, kinds[i].stream, &whole, e) < 0)
			return -1;
		if (kinds[i].format != NULL)
			return office_read(a, in, kinds[i].format, opts, d,
			    e);
		return err_set(e, kinds[i].code, "%s", kinds[i].why);
	}
	return err_set(e, ERR_FORMAT, "a compound file without a document");
}

const struct reader	 office_reader = {
	.name = "office",
	.media_type = "application/octet-stream",
	.probe = office_probe,
	.read = office_read_any,
};
