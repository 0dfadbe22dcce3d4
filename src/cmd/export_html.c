#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "cmd/cmd.h"
#include "cmd/export.h"
#include "cmd/lang.h"
#include "cmd/out_row.h"
#include "cmd/rows.h"

#define ROWS_MAX	5000	/* of a table; the other formats have all */
#define BARS_MAX	64	/* of a chart */

struct page {
	struct cli	*cli;
	FILE		*f;
	long		 nfiling, nleft;	/* rows, and those left out */
};

/* Markup of our own. */
static void
put(struct page *p, const char *markup)
{
	(void)fputs(markup, p->f);
}

/* Text of anybody's. */
static void
text(struct page *p, struct str s)
{
	struct arena	*a = arena_new();
	struct buf	 b;
	struct str	 t;

	buf_init(&b, a);
	out_html_text(&b, s);
	t = buf_text(&b);
	(void)fwrite(t.p, 1, t.n, p->f);
	arena_free(a);
}

static void
heading(struct page *p, const char *zh, const char *en)
{
	fprintf(p->f, "<h2>%s</h2>\n", p->cli->zh ? zh : en);
}

static void
table_head(struct page *p, const struct query *q)
{
	put(p, "<table>\n<thead><tr>");
	for (int i = 0; i < query_ncol(q); i++) {
		put(p, "<th>");
		text(p, str_of(query_column(q, i)));
		put(p, "</th>");
	}
	put(p, "</tr></thead>\n<tbody>\n");
}

static void
table_row(struct page *p, const struct query *q)
{
	put(p, "<tr>");
	for (int i = 0; i < query_ncol(q); i++) {
		enum value_type	 t = query_type(q, i);

		put(p, t == VALUE_INT || t == VALUE_REAL ?
		    "<td class=\"n\">" : "<td>");
		if (t != VALUE_NULL)
			text(p, query_text(q, i));
		put(p, "</td>");
	}
	put(p, "</tr>\n");
}

/* All rows of an open query as a table; what there is no room for is said. */
static int
table(struct page *p, struct query *q, long *n, struct err *e)
{
	int	 r;

	*n = 0;
	table_head(p, q);
	while ((r = query_step(q, e)) > 0)
		if (++*n <= ROWS_MAX)
			table_row(p, q);
	put(p, "</tbody>\n</table>\n");
	if (*n > ROWS_MAX) {
		p->nleft += *n - ROWS_MAX;
		fprintf(p->f, p->cli->zh ? "<p>另有 %ld 行未列出；全部数据可用"
		    "“nianbao export 文件夹”导出为 CSV。</p>\n" :
		    "<p>%ld more rows are not shown; \"nianbao export FOLDER\""
		    " writes all of them as CSV.</p>\n", *n - ROWS_MAX);
	}
	return r;
}

/* A bar: the label and the text are escaped. */
struct bar {
	struct str	 label, value;
	double		 v;
};

/* Bars from left to right, under each its label, above it its value. */
static void
chart(struct page *p, struct str title, const struct bar *bar, int n)
{
	const int	 width = 46, height = 140;
	double		 max = 0;

	for (int i = 0; i < n; i++)
		max = bar[i].v > max ? bar[i].v : max;
	fprintf(p->f, "<figure><figcaption>");
	text(p, title);
	fprintf(p->f, "</figcaption>\n<svg xmlns=\"http://www.w3.org/2000/svg"
	    "\" role=\"img\" width=\"%d\" height=\"%d\">\n", n * width + 10,
	    height + 44);
	for (int i = 0; i < n; i++) {
		double	 h = max > 0 ? bar[i].v / max * height : 0;
		int	 x = 5 + i * width;

		fprintf(p->f, "<rect x=\"%d\" y=\"%.1f\" width=\"%d\" "
		    "height=\"%.1f\"/>", x + 6, 20 + height - h, width - 12,
		    h);
		fprintf(p->f, "<text x=\"%d\" y=\"%.1f\">", x + width / 2,
		    15 + height - h);
		text(p, bar[i].value);
		fprintf(p->f, "</text><text x=\"%d\" y=\"%d\">", x + width / 2,
		    height + 36);
		text(p, bar[i].label);
		put(p, "</text>\n");
	}
	put(p, "</svg></figure>\n");
}

static struct bar
bar_of(struct page *p, const struct query *q, int label, int value)
{
	return (struct bar){ rows_text(p->cli, q, label),
	    rows_text(p->cli, q, value), query_real(q, value) };
}

/* Schema/cmd/NAME.sql, whose first columns are label and value. */
static int
section(struct page *p, const char *name, const char *zh, const char *en,
    struct err *e)
{
	struct bar	 bar[BARS_MAX];
	struct query	*q;
	long		 rows;
	int		 n = 0, r;

	if (rows_open(p->cli, name, &q, e) < 0)
		return -1;
	heading(p, zh, en);
	while ((r = query_step(q, e)) > 0 && n < BARS_MAX)
		bar[n++] = bar_of(p, q, 0, 1);
	query_close(q);
	if (r < 0)
		return -1;
	if (n > 0)
		chart(p, str_of(p->cli->zh ? zh : en), bar, n);
	if (rows_open(p->cli, name, &q, e) < 0)
		return -1;
	r = table(p, q, &rows, e);
	query_close(q);
	return r;
}

/* Columns of schema/query/rates_by_year.sql. */
enum { R_YEAR, R_LEVEL, R_KIND, R_TOTAL, R_DISCLOSURE };

/* Governments of one level: the rate by year. */
static int
rate_chart(struct page *p, struct str sql, const char *level, struct err *e)
{
	struct bar	 bar[BARS_MAX];
	struct query	*q;
	int		 n = 0, r;

	if (query_open(p->cli->store, sql, &q, e) < 0)
		return -1;
	while ((r = query_step(q, e)) > 0 && n < BARS_MAX)
		if (str_eq(query_text(q, R_LEVEL), str_of(level)) &&
		    str_eq(query_text(q, R_KIND), STR("government")) &&
		    query_type(q, R_DISCLOSURE) != VALUE_NULL)
			bar[n++] = bar_of(p, q, R_YEAR, R_DISCLOSURE);
	query_close(q);
	if (r >= 0 && n > 1)
		chart(p, str_of(arena_printf(p->cli->arena,
		    "disclosure_rate, %s", level)), bar, n);
	return r < 0 ? -1 : 0;
}

static int
rates(struct page *p, struct err *e)
{
	static const char *const level[] = { "province", "prefecture",
	    "county", "township" };
	const struct canned	*c;
	struct query		*q;
	long			 n;
	int			 r;

	c = canned_find(p->cli->arena, STR("rates_by_year"));
	heading(p, "各年度、层级的比率", "Rates by year, level and kind");
	put(p, "<p>");
	text(p, c->help);
	put(p, "</p>\n");
	for (size_t i = 0; i < sizeof(level) / sizeof(level[0]); i++)
		if (rate_chart(p, c->sql, level[i], e) < 0)
			return -1;
	if (query_open(p->cli->store, c->sql, &q, e) < 0)
		return -1;
	r = table(p, q, &n, e);
	query_close(q);
	return r;
}

static int
list(struct page *p, const char *name, const char *zh, const char *en,
    long *n, struct err *e)
{
	struct query	*q;
	int		 r;

	if (rows_open(p->cli, name, &q, e) < 0)
		return -1;
	heading(p, zh, en);
	r = table(p, q, n, e);
	query_close(q);
	return r;
}

static int
page(struct page *p, struct err *e)
{
	long	 n;

	put(p, "<!DOCTYPE html>\n<html lang=\"zh\"><head>"
	    "<meta charset=\"utf-8\">\n"
	    "<title>政府信息公开工作年度报告</title>\n"
	    "<style>body { font-family: sans-serif; margin: 2em } "
	    "table { border-collapse: collapse } "
	    "td, th { border: 1px solid #999; padding: 2px 6px; "
	    "text-align: left } .n { text-align: right } "
	    "figure { display: inline-block; margin: 1em 0 } "
	    "svg rect { fill: #47a } svg text { font-size: 11px; "
	    "text-anchor: middle }</style>\n</head><body>\n"
	    "<h1>政府信息公开工作年度报告</h1>\n");
	if (p->cli->out.figures != NULL)
		put(p, p->cli->zh ? "<p>数据按更正后的数字计算。</p>\n" :
		    "<p>Figures are taken as people say they should be."
		    "</p>\n");
	if (section(p, "page_year", "各年度报告", "Filings by year", e) < 0 ||
	    section(p, "page_rule", "各规则发现的问题", "Findings by rule",
	    e) < 0 || rates(p, e) < 0 ||
	    list(p, "page_filing", "报告", "Filings", &p->nfiling, e) < 0 ||
	    list(p, "page_error", "错误", "Errors", &n, e) < 0)
		return -1;
	put(p, "</body></html>\n");
	return 0;
}

int
export_html(struct cli *cli, const char *path, struct err *e)
{
	struct page	 p = { .cli = cli };
	int		 r;

	if ((p.f = export_open(path, e)) == NULL)
		return -1;
	r = export_close(p.f, path, page(&p, e), e);
	cli_tally(cli, P_("%s: %ld filing", "%s: %ld filings", p.nfiling),
	    path, p.nfiling);
	cli_tally_add(cli, P_("; %ld row is not shown",
	    "; %ld rows are not shown", p.nleft), p.nleft);
	return r;
}
