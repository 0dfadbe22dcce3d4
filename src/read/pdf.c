#include <config.h>

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/limit.h"
#include "doc/doc.h"
#include "read/charset.h"
#include "read/convert.h"
#include "read/pdf.h"
#include "read/pdf_layout.h"
#include "read/pdf_page.h"
#include "read/pdf_raster.h"

#define TOOLS	"poppler-utils"
#define HEAD	1024	/* "%PDF-" is somewhere in so many first bytes */
#define TAIL	1024	/* and "%%EOF" in so many last ones */
#define NAME	"in.pdf"
#define USAGE	99	/* what poppler's tools exit with for an option */
#define STOPPED	10	/* as many programs one is that was stopped */
#define MEMORY	(256u << 20)	/* of a child; a tenth is usual */

static bool
has(struct bytes in, const char *what)
{
	struct str	 s = { (const char *)in.p, in.n };

	return str_has(s, str_of(what));
}

/* Readers of PDF take it with anything in front, and so do its writers. */
static int
pdf_probe(struct bytes in)
{
	if (in.n >= 5 && memcmp(in.p, "%PDF-", 5) == 0)
		return 40;
	in.n = in.n < HEAD ? in.n : HEAD;
	return has(in, "%PDF-") ? 20 : 0;
}

/* The end of a PDF says where everything is; without it we would guess. */
static bool
is_cut_off(struct bytes in)
{
	struct bytes	 tail = in;

	if (tail.n > TAIL) {
		tail.p += tail.n - TAIL;
		tail.n = TAIL;
	}
	return !has(tail, "%%EOF");
}

/* A document in the tools' hands. */
struct job {
	struct convert	*c;
	struct pdf	*pdf;
	struct doc	*doc;		/* that is being read */
	size_t		 size;		/* bytes of the file */
};

/* The command's time is as in base/limit.h, with more for a large file. */
static int
run(const struct job *j, struct command *cmd, struct str *out,
    struct ran *ran, struct err *e)
{
	const char	*name = cmd->argv[0];

	cmd->memory = MEMORY;
	cmd->ms += (int)(j->size >> 10) * LIMIT_PDF_FILE_MS / 1024;
	if (cmd->ms > 1000 * LIMIT_CHILD_CPU)
		cmd->ms = 1000 * LIMIT_CHILD_CPU;
	j->doc->nprogram++;
	if (convert_run(j->c, cmd, ran, e) < 0) {
		if (e->code == ERR_LIMIT)
			j->doc->nprogram += STOPPED;
		if (e->code == ERR_TOOL)
			return err_set(e, ERR_TOOL, "%s is needed "
			    "(package " TOOLS ")", name);
		return -1;
	}
	*out = (struct str){ (const char *)ran->out.p, ran->out.n };
	j->doc->unpacked += out->n;
	return 0;
}

/*
 * What cannot be seen of a page is no part of it: pdftocairo draws what the
 * crop box shows, and the words are to stand where the rules are.  A version
 * that does not know the option tells the words of the whole sheet.
 */
static int
run_words(const struct job *j, bool crop, struct str *out, struct ran *ran,
    struct err *e)
{
	char			 last[16];
	const char *const	 argv[] = { "pdftotext", "-bbox", "-enc",
	    "UTF-8", "-l", last, NAME, "-", NULL };
	const char *const	 cropped[] = { "pdftotext", "-bbox", "-enc",
	    "UTF-8", "-l", last, "-cropbox", NAME, "-", NULL };
	struct command		 cmd = { .argv = crop ? cropped : argv,
	    .ms = LIMIT_PDF_MS, .ms_per_mib = LIMIT_PDF_TEXT_MS,
	    .output = LIMIT_BBOX };

	snprintf(last, sizeof(last), "%d", LIMIT_PAGES + 1);
	return run(j, &cmd, out, ran, e);
}

static int
read_words(const struct job *j, struct err *e)
{
	struct decoded		 text;
	struct ran		 ran;
	struct str		 out;

	if (run_words(j, true, &out, &ran, e) < 0)
		return -1;
	if (ran.status == USAGE && run_words(j, false, &out, &ran, e) < 0)
		return -1;
	if (ran.status != 0 && has(ran.errors, "password"))
		return err_set(e, ERR_LOCKED, "a password is needed");
	if (ran.status != 0)
		return err_set(e, ERR_FORMAT, "a damaged PDF");
	if (charset_decode(j->pdf->arena, ran.out, "UTF-8", NULL, &text, e) < 0)
		return -1;
	if (pdf_words(j->pdf, text.text, e) < 0)
		return -1;
	if (pdf_is_garbled(j->pdf))
		return err_set(e, ERR_FORMAT,
		    "its fonts do not say which characters they draw");
	return 0;
}

static bool
is_apart(const struct pdf_word *w, const struct pdf_word *next)
{
	return next->box.x0 - w->box.x1 > (w->box.y1 - w->box.y0) / 2;
}

/*
 * Whether the page may have a table: a line with three figures that stand
 * apart, or two lines with two gaps.
 */
static bool
is_tabular(const struct pdf_page *p)
{
	int	 n = 0;

	for (int i = 0; i < p->nline; i++) {
		const struct pdf_word	*w = &p->word[p->line[i].first];
		int			 gaps = 0, figures = 0;
		int			 end = p->line[i].n;

		for (int k = 0; k < end; k++) {
			bool	 before = k == 0 || is_apart(w + k - 1, w + k);
			bool	 after = k + 1 == end ||
			    is_apart(w + k, w + k + 1);

			gaps += k > 0 && before;
			figures += before && after &&
			    pdf_is_figure(w[k].text);
		}
		n += figures > 2 ? 2 : gaps > 1;
	}
	return n > 1;
}

static int
read_rules(const struct job *j, int first, int last, int *seen, struct err *e)
{
	char			 from[16], to[16];
	const char *const	 argv[] = { "pdftocairo", "-svg", "-noshrink",
	    "-nocenter", "-f", from, "-l", to, NAME, "-", NULL };
	struct command		 cmd = { .argv = argv };
	struct ran		 ran;
	struct str		 out;

	cmd.ms = LIMIT_PDF_MS + (last - first + 1) * LIMIT_PDF_PAGE_MS;
	snprintf(from, sizeof(from), "%d", first + 1);
	snprintf(to, sizeof(to), "%d", last + 1);
	if (run(j, &cmd, &out, &ran, e) < 0)
		return -1;
	if (ran.status != 0)
		return err_set(e, ERR_FORMAT, "pdftocairo failed");
	*seen = pdf_rules(j->pdf, first, out);
	if (*seen == 0)
		return err_set(e, ERR_FORMAT, "pages of another size");
	return 0;
}

static int
read_raster(const struct job *j, struct arena *a, int page, struct err *e)
{
	char			 from[16], dpi[16];
	const char *const	 argv[] = { "pdftoppm", "-gray", "-r", dpi,
	    "-f", from, "-l", from, "-cropbox", NAME, NULL };
	struct command		 cmd = { .argv = argv, .arena = a,
	    .ms = LIMIT_PDF_MS };
	struct ran		 ran;
	struct str		 out;

	snprintf(from, sizeof(from), "%d", page + 1);
	snprintf(dpi, sizeof(dpi), "%d", PDF_DPI);
	if (run(j, &cmd, &out, &ran, e) < 0)
		return -1;
	if (ran.status != 0 || !pdf_raster_read(j->pdf, &j->pdf->page[page],
	    ran.out))
		return err_set(e, ERR_FORMAT, "pdftoppm failed");
	return 0;
}

/* What pages show that are nothing but pictures, with words behind them. */
static int
read_rasters(const struct job *j, int first, int last, struct err *e)
{
	struct arena	*a;
	int		 r = 0;

	for (int i = first; i <= last && r == 0; i++) {
		if (!pdf_is_picture(&j->pdf->page[i]))
			continue;
		a = arena_new();
		r = read_raster(j, a, i, e);
		arena_free(a);
	}
	return r;
}

/*
 * To draw them takes too long: it does where pictures are packed in ways that
 * SVG does not have, and then the pages are seen as pictures.
 */
static int
see_pictures(const struct job *j, int first, int last, struct err *e)
{
	for (int i = first; i <= last; i++) {
		struct pdf_page	*p = &j->pdf->page[i];

		p->nacross = p->ndown = p->nglyph = 0;
		p->pictures = 1;
	}
	return read_rasters(j, first, last, e);
}

/*
 * Drawing costs five times as much as reading, so only the pages from the
 * first with a table to the last are drawn, and one more at each end, where
 * little of the table may be left.  Versions of cairo differ in whether they
 * put several pages into one file.
 */
static int
find_rules(const struct job *j, struct err *e)
{
	struct pdf	*pdf = j->pdf;
	int		 first = -1, last = -1, seen;

	for (int i = 0; i < pdf->npage; i++)
		if (is_tabular(&pdf->page[i])) {
			first = first < 0 ? i : first;
			last = i;
		}
	if (first < 0)
		return 0;
	first -= first > 0;
	last += last + 1 < pdf->npage;
	if (last - first >= LIMIT_DRAWN)
		return err_set(e, ERR_LIMIT, "tables on more than %d pages",
		    LIMIT_DRAWN);
	if (read_rules(j, first, last, &seen, e) < 0)
		return e->code == ERR_LIMIT ?
		    see_pictures(j, first, last, e) : -1;
	for (int i = first; i <= last && seen != last - first + 1; i++) {
		pdf->page[i].nacross = pdf->page[i].ndown = 0;
		pdf->page[i].nglyph = 0;
		pdf->page[i].pictures = 0;
		if (read_rules(j, i, i, &seen, e) < 0)
			return -1;
		seen = 0;
	}
	if (read_rasters(j, first, last, e) == 0)
		return 0;
	/* What the pages show else has been drawn in time. */
	e->code = e->code == ERR_LIMIT ? ERR_FORMAT : e->code;
	return -1;
}

static int
read_with(const struct job *j, struct doc *doc, struct err *e)
{
	struct pdf	*pdf = j->pdf;
	struct err	 why = { ERR_NONE, "" };
	int		 unnamed, outlined;

	if (read_words(j, e) < 0)
		return -1;
	pdf_lines(pdf);
	pdf_running(pdf);
	if (pdf_note_scanned(pdf, doc, e) < 0)
		return -1;
	/* With rules or without: not by how busy the machine is. */
	if (find_rules(j, &why) < 0 && why.code == ERR_LIMIT) {
		*e = why;
		return -1;
	} else if (why.code != ERR_NONE)
		note_add(doc->arena, &doc->notes, NOTE_CONVERTED, 0,
		    "without the ruling lines of tables: %s", why.msg);
	if (pdf_unnamed(pdf, &unnamed, e) < 0)
		return -1;
	if (unnamed != 0) {
		note_add(doc->arena, &doc->notes, NOTE_ILLEGIBLE, 0,
		    "%d characters are drawn that no font names", unnamed);
		pdf_running(pdf);
	}
	if (pdf_outlined(pdf, &outlined, e) < 0)
		return -1;
	if (outlined != 0) {
		note_add(doc->arena, &doc->notes, NOTE_ILLEGIBLE, 0,
		    "%d characters are drawn as shapes", outlined);
		pdf_running(pdf);
	}
	pdf_watermarks(pdf);
	pdf_halves(pdf);
	pdf_overprinted(pdf, doc);
	return pdf_layout(pdf, doc, e);
}

static int
pdf_read(struct arena *a, struct bytes in, const struct read_opts *opts,
    struct doc *doc, struct err *e)
{
	struct job	 j = { .doc = doc, .size = in.n };
	int		 r;

	if (is_cut_off(in))
		return err_set(e, ERR_FORMAT, "the end of the PDF is missing");
	if (opts->alone) {
		doc->nprogram = 1;
		return err_set(e, ERR_LIMIT, "no program is to be run");
	}
	if (convert_open(a, in, NAME, &j.c, e) < 0)
		return -1;
	j.pdf = pdf_new(a);
	r = read_with(&j, doc, e);
	convert_close(j.c);
	return r;
}

const struct reader	 pdf_reader = {
	.name = "pdf",
	.media_type = "application/pdf",
	.probe = pdf_probe,
	.read = pdf_read,
};
