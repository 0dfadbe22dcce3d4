/*
 * Reports as OFD (GB/T 33190-2016): pages on which every character and every
 * line has its place, drawn in the ways in which programs do.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "gen.h"
#include "gen_out.h"

#define OFD	"xmlns:ofd=\"http://www.ofdspec.org/2016\""
#define XML	"<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
#define LEFT	20.0		/* all in millimetres */
#define TOP	22.0
#define BOTTOM	275.0
#define WIDE	170.0
#define SIZE	3.2
#define LEADING	4.6
#define PAD	0.8
#define LINES	60		/* of a cell */
#define NONE	3

struct pages {
	struct zip	 zip;
	struct out	 page;		/* the one at hand */
	int		 npage, id;
	double		 y;		/* where there is room on it */
	int		 strokes; /* how lines are drawn: 0 to 2, or NONE */
	int		 codes;		/* how characters are placed: 0 to 2 */
};

static int
length(const char *s)
{
	unsigned char	 c = (unsigned char)*s;

	return c < 0x80 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
}

static double
advance(const char *s)
{
	return length(s) == 1 ? SIZE / 2 : SIZE;
}

/* How many bytes of s go into a line of that width; one character at least. */
static int
fit(const char *s, double wide, double *taken)
{
	int	 n = 0;

	*taken = 0;
	while (s[n] != '\0' && (n == 0 || *taken + advance(s + n) <= wide)) {
		*taken += advance(s + n);
		n += length(s + n);
	}
	return n;
}

static int
count_lines(const char *s, double wide)
{
	double	 taken;
	int	 n = 0;

	for (; *s != '\0' && n < LINES; n++)
		s += fit(s, wide, &taken);
	return n;
}

static void
begin_page(struct pages *p)
{
	out_puts(&p->page, XML "<ofd:Page " OFD "><ofd:Template TemplateID="
	    "\"2\" ZOrder=\"Background\"/><ofd:Area><ofd:PhysicalBox>0 0 210 "
	    "297</ofd:PhysicalBox></ofd:Area><ofd:Content>"
	    "<ofd:Layer ID=\"9\">");
	p->y = TOP;
}

static void
end_page(struct pages *p)
{
	char	 name[60];

	out_puts(&p->page, "</ofd:Layer></ofd:Content></ofd:Page>");
	snprintf(name, sizeof(name), "Doc_0/Pages/Page_%d/Content.xml",
	    p->npage++);
	zip_add(&p->zip, name, &p->page);
	p->page.n = 0;
}

/* One object with all characters, one for each, or one under a matrix. */
static void
draw_text(struct pages *p, double x, double y, const char *s, int n)
{
	struct out	*o = &p->page;
	bool		 single = p->codes == 1, matrix = p->codes == 2;
	double		 size = matrix ? 1 : SIZE;

	for (int from = 0, end; from < n; from = end) {
		char	 part[1300];

		end = single ? from + length(s + from) : n;
		snprintf(part, sizeof(part), "%.*s", end - from, s + from);
		out_print(o, "<ofd:TextObject ID=\"%d\" Boundary=\"%.4f %.4f "
		    "%.4f %.4f\" Font=\"3\" Size=\"%.4f\"", ++p->id, x, y,
		    WIDE, SIZE, size);
		if (matrix)
			out_print(o, " CTM=\"%g 0 0 %g 0 0\"", SIZE, SIZE);
		out_print(o, "><ofd:FillColor Value=\"0 0 0\"/><ofd:TextCode "
		    "X=\"0\" Y=\"%.4f\"", 0.88 * size);
		if (!single && part[length(part)] != '\0') {
			out_puts(o, " DeltaX=\"");
			for (int i = from; i + length(s + i) < end;
			    i += length(s + i))
				out_print(o, "%s%.4f", i > from ? " " : "",
				    advance(s + i) * size / SIZE);
			out_puts(o, "\"");
		}
		out_puts(o, ">");
		out_escaped(o, part);
		out_puts(o, "</ofd:TextCode></ofd:TextObject>");
		for (int i = from; single && i < end; i += length(s + i))
			x += advance(s + i);
	}
}

static void
draw_paragraph(struct pages *p, const char *s)
{
	double	 taken;

	while (*s != '\0') {
		int	 n = fit(s, WIDE, &taken);

		if (p->y + LEADING > BOTTOM) {
			end_page(p);
			begin_page(p);
		}
		draw_text(p, LEFT, p->y, s, n);
		p->y += LEADING;
		s += n;
	}
}

/* A line as a stroke, or as a thin box that is filled. */
static void
draw_line(struct pages *p, double x, double y, double w, double h)
{
	struct out	*o = &p->page;

	out_print(o, "<ofd:PathObject ID=\"%d\" Boundary=\"%.4f %.4f %.4f "
	    "%.4f\" LineWidth=\"0.2\"", ++p->id, x, y, w, h);
	if (p->strokes == 1)
		out_print(o, " Stroke=\"false\" Fill=\"true\"><ofd:Abbreviated"
		    "Data>M 0 0 L %.4f 0 L %.4f %.4f L 0 %.4f C"
		    "</ofd:AbbreviatedData>", w + 0.2, w + 0.2, h + 0.2,
		    h + 0.2);
	else
		out_print(o, "><ofd:AbbreviatedData>M 0 0 L %.4f %.4f"
		    "</ofd:AbbreviatedData>", w, h);
	out_puts(o, "</ofd:PathObject>");
}

static void
draw_box(struct pages *p, double x, double y, double w, double h)
{
	struct out	*o = &p->page;

	if (p->strokes == NONE)
		return;
	if (p->strokes == 2) {
		out_print(o, "<ofd:PathObject ID=\"%d\" Boundary=\"%.4f %.4f "
		    "%.4f %.4f\"><ofd:StrokeColor Value=\"0 0 0\"/>"
		    "<ofd:AbbreviatedData>M 0 0 L %.4f 0 L %.4f %.4f L 0 %.4f "
		    "C</ofd:AbbreviatedData></ofd:PathObject>", ++p->id, x, y,
		    w, h, w, w, h, h);
		return;
	}
	draw_line(p, x, y, w, 0);
	draw_line(p, x, y + h, w, 0);
	draw_line(p, x, y, 0, h);
	draw_line(p, x + w, y, 0, h);
}

static void
draw_cell(struct pages *p, const struct gcell *k, double x, double y,
    double w, double h, bool words)
{
	const char	*s = words ? k->text : "";
	int		 lines = count_lines(s, w - 2 * PAD);
	double		 at = y + (h - lines * LEADING) / 2, taken;

	draw_box(p, x, y, w, h);
	for (int n; *s != '\0'; s += n, at += LEADING) {
		n = fit(s, w - 2 * PAD, &taken);
		draw_text(p, x + (w - taken) / 2, at + (LEADING - SIZE) / 2, s,
		    n);
	}
}

static double
width_of(const char *s)
{
	double	 taken;

	fit(s, 1000, &taken);
	return taken;
}

/*
 * Where columns begin, and the last ends: those with long words are wider, as
 * programs make them that lay tables out by themselves.
 */
static void
find_columns(const struct gtable *t, double *left)
{
	double	 wide[40], all = 0;

	for (int c = 0; c < t->ncol; c++)
		wide[c] = 9;
	for (int i = 0; i < t->n; i++) {
		const struct gcell	*k = &t->cell[i];
		double			 w = width_of(k->text) / 1.6 + 2 * PAD;

		if (k->colspan == 1 && wide[k->col] < w)
			wide[k->col] = w < 40 ? w : 40;
	}
	for (int c = 0; c < t->ncol; c++)
		all += wide[c];
	left[0] = LEFT;
	for (int c = 0; c < t->ncol; c++)
		left[c + 1] = left[c] + wide[c] * WIDE / all;
}

/* Heights of rows: what is merged downwards makes the last of its rows high. */
static void
find_heights(const struct gtable *t, const double *left, double *high)
{
	for (int r = 0; r < t->nrow; r++)
		high[r] = LEADING + 2 * PAD;
	for (int i = 0; i < t->n; i++) {
		const struct gcell	*k = &t->cell[i];
		int			 last = k->row + k->rowspan - 1;
		double			 need = 2 * PAD + LEADING *
		    count_lines(k->text, left[k->col + k->colspan] -
		    left[k->col] - 2 * PAD);

		for (int r = k->row; r < last; r++)
			need -= high[r];
		if (last < t->nrow && high[last] < need)
			high[last] = need;
	}
}

/* The rows of a table from first on that fit on the page; cells go on below. */
static int
draw_rows(struct pages *p, const struct gtable *t, const double *left,
    const double *high, int first)
{
	double	 top[200];
	int	 end = first;

	top[first] = p->y;
	while (end < t->nrow && (end == first ||
	    top[end] + high[end] <= BOTTOM)) {
		top[end + 1] = top[end] + high[end];
		end++;
	}
	for (int i = 0; i < t->n; i++) {
		const struct gcell	*k = &t->cell[i];
		int			 from = k->row, to = from + k->rowspan;

		from = from < first ? first : from;
		to = to > end ? end : to;
		if (from < to)
			draw_cell(p, k, left[k->col], top[from],
			    left[k->col + k->colspan] - left[k->col],
			    top[to] - top[from], from == k->row);
	}
	p->y = top[end];
	return end;
}

static void
draw_table(struct pages *p, const struct gtable *t)
{
	double	 left[41], high[200];

	find_columns(t, left);
	find_heights(t, left, high);
	for (int r = 0; r < t->nrow; ) {
		if (p->y + high[r] > BOTTOM) {
			end_page(p);
			begin_page(p);
		}
		r = draw_rows(p, t, left, high, r);
	}
	p->y += 2;
}

static void
render(struct gen *g, struct out *o, int strokes)
{
	struct pages	 p = { .strokes = strokes };
	struct out	 d = { 0 };

	p.codes = (int)gen_below(g, 3);
	begin_page(&p);
	for (int i = 0; i < g->nblock; i++)
		if (g->block[i].table >= 0)
			draw_table(&p, &g->table[g->block[i].table]);
		else
			draw_paragraph(&p, g->block[i].text);
	end_page(&p);
	out_puts(&d, XML "<ofd:Document " OFD "><ofd:CommonData><ofd:PageArea>"
	    "<ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
	    "<ofd:TemplatePage ID=\"2\" BaseLoc=\"Tpls/Tpl_0/Content.xml\"/>"
	    "</ofd:CommonData><ofd:Pages>");
	for (int i = 0; i < p.npage; i++)
		out_print(&d, "<ofd:Page ID=\"%d\" BaseLoc=\"Pages/Page_%d/"
		    "Content.xml\"/>", i + 100000, i);
	out_puts(&d, "</ofd:Pages></ofd:Document>");
	zip_add(&p.zip, "Doc_0/Document.xml", &d);
	zip_part(&p.zip, "Doc_0/Tpls/Tpl_0/Content.xml", XML "<ofd:Page " OFD
	    "><ofd:Content><ofd:Layer ID=\"4\"><ofd:PathObject ID=\"5\" "
	    "Boundary=\"20 15 170 0\"><ofd:AbbreviatedData>M 0 0 L 170 0"
	    "</ofd:AbbreviatedData></ofd:PathObject></ofd:Layer></ofd:Content>"
	    "</ofd:Page>");
	zip_part(&p.zip, "OFD.xml", XML "<ofd:OFD " OFD " DocType=\"OFD\" "
	    "Version=\"1.0\"><ofd:DocBody><ofd:DocInfo><ofd:DocID>1</ofd:DocID>"
	    "</ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>"
	    "</ofd:DocBody></ofd:OFD>");
	zip_end(&p.zip, o);
	free(d.p);
	free(p.page.p);
}

void
render_ofd(struct gen *g, struct out *o)
{
	render(g, o, (int)gen_below(g, NONE));
}

void
render_bare_ofd(struct gen *g, struct out *o)
{
	render(g, o, NONE);
}
