/* What the formats are written with, for gen_out.c and gen_web.c. */
#ifndef TESTS_GEN_GEN_OUT_H
#define TESTS_GEN_GEN_OUT_H

#include <stdbool.h>
#include <stddef.h>

struct gen;
struct gcell;
struct gtable;

struct out {
	char	*p;
	size_t	 n, cap;
};

void	out_add(struct out *, const void *, size_t);
void	out_puts(struct out *, const char *);
void	out_print(struct out *, const char *fmt, ...)
	    __attribute__((format(printf, 2, 3)));

/* With what XML and HTML need escaped. */
void	out_escaped(struct out *, const char *);

/* A zip archive of stored members (APPNOTE 4.3); zip_end() frees it. */
struct zip {
	struct out	 body, dir;
	int		 n;
};

void	zip_add(struct zip *, const char *name, const struct out *);
void	zip_part(struct zip *, const char *name, const char *text);
void	zip_end(struct zip *, struct out *);

/* The cell that begins at a slot, or that covers it. */
const struct gcell *gtable_at(const struct gtable *, int row, int col);
bool	gcell_begins(const struct gcell *, int row, int col);

/* Writes a report of which only the tables are anything special. */
typedef void	 gtable_fn(struct gen *, struct out *,
		    const struct gtable *);
void	out_text(struct gen *, struct out *, gtable_fn *, bool markdown);

gtable_fn	 tab_rows, plain_cells, box_rows;

/* As web pages look when they have become text (gen_web.c). */
gtable_fn	 web_bars, web_bar_both, web_bar_breaks, web_bar_cells,
		 web_bar_lines, web_bar_lead, web_bar_next, web_twice,
		 web_html, web_words, web_lost, web_commas, web_tabs,
		 web_broken;
void	web_once(struct gen *, struct out *);
void	web_flat(struct gen *, struct out *);
void	web_divs(struct gen *, struct out *);

/* The report as fixed pages, with ruling lines and without (gen_ofd.c). */
void	render_ofd(struct gen *, struct out *);
void	render_bare_ofd(struct gen *, struct out *);

/* The report as PDF in a style of that name; false: there is none. */
bool	render_pdf(struct gen *, struct out *, const char *style);

/* The report as a web page. */
void	html_page(struct gen *, struct out *);

/* The same, laid out in other ways than the form (gen_field.c). */
void	field_turned(struct gen *, struct out *);
void	field_counted(struct gen *, struct out *);
void	field_annex(struct gen *, struct out *);
void	field_parted(struct gen *, struct out *);
void	field_slips(struct gen *, struct out *);
void	field_turned_list(struct gen *, struct out *);
void	field_boxes(struct gen *, struct out *);
void	field_eight(struct gen *, struct out *);
void	field_eight_list(struct gen *, struct out *);
void	field_eight_rows(struct gen *, struct out *);

/* Texts as spreadsheets and people write them (gen_list.c). */
gtable_fn	 list_semicolons, list_wide_commas, list_quotes,
		 list_quoted_tabs;
void	list_marks(struct gen *, struct out *);
void	list_apart(struct gen *, struct out *);
void	list_before(struct gen *, struct out *);

/* Drawn, ruled and counted (gen_draw.c). */
gtable_fn	 draw_grid, draw_parted, draw_ruled, draw_frame;
void	draw_framed(struct gen *, struct out *);

/* Texts in other markup than Markdown (gen_markup.c). */
void	markup_wiki(struct gen *, struct out *);
void	markup_adoc(struct gen *, struct out *);
void	markup_textile(struct gen *, struct out *);
void	markup_tex(struct gen *, struct out *);

/* Pages as sites make them (gen_page.c). */
void	page_css(struct gen *, struct out *);
void	page_decoys(struct gen *, struct out *);
void	page_labels(struct gen *, struct out *);
void	page_sticky(struct gen *, struct out *);
void	page_copies(struct gen *, struct out *);
void	page_twice(struct gen *, struct out *);
void	page_office(struct gen *, struct out *);
void	page_fields(struct gen *, struct out *);
void	page_wide(struct gen *, struct out *);
void	page_drawn(struct gen *, struct out *);
void	page_flex(struct gen *, struct out *);
void	page_half(struct gen *, struct out *);
void	page_grid(struct gen *, struct out *);
void	page_terms(struct gen *, struct out *);

#endif
