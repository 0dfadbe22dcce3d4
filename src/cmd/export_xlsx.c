/* The only file that knows libxlsxwriter. */
#include <config.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#ifdef HAVE_XLSXWRITER
#include <xlsxwriter.h>
#endif

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/utf8.h"
#include "cmd/cmd.h"
#include "cmd/export.h"
#include "cmd/lang.h"
#include "cmd/rows.h"

#ifndef HAVE_XLSXWRITER

const char *
export_xlsx_version(void)
{
	return NULL;
}

int
export_xlsx(struct cli *cli, const char *path, struct err *e)
{
	(void)cli;
	return err_set(e, ERR_USAGE, _("%s: this program was built without "
	    "libxlsxwriter"), path);
}

#else

#define SHEET_ROWS	1048576		/* of a sheet, with its head */
#define CELL_CHARS	32000		/* of the 32,767 a cell may have */
#define EPOCH		315532800	/* 1980-01-01: no clock here either */
#define WIDTH_MAX	40		/* of a column, in characters */

struct book {
	struct cli	*cli;
	lxw_workbook	*book;
	lxw_worksheet	*sheet;
	lxw_format	*head;
	const char	*name;		/* of the table */
	int		 nsheet;	/* of this table */
	lxw_row_t	 row;		/* the next one */
	struct arena	*arena;		/* of the row */
};

static const char	 version[] = "libxlsxwriter " LXW_VERSION;

const char *
export_xlsx_version(void)
{
	return version;
}

static int
failed(struct err *e, lxw_error code)
{
	return err_set(e, ERR_SYS, "%s", lxw_strerror(code));
}

/*
 * Text as everywhere, with nothing in it that could control anything; what
 * a cell has no room for is said.
 */
static const char *
cell_text(struct book *b, struct str s)
{
	struct buf	 t;
	size_t		 at = 0, n = 0;

	while (at < s.n && n++ < CELL_CHARS)
		utf8_next(s, &at);
	buf_init(&t, b->arena);
	out_plain(&t, str_sub(s, 0, at));
	if (at < s.n)
		buf_printf(&t, " ... (%zu bytes more)", s.n - at);
	return buf_text(&t).p;
}

static int
sheet_new(struct book *b, const struct query *q, struct err *e)
{
	lxw_error	 r = LXW_NO_ERROR;

	b->nsheet++;
	b->sheet = workbook_add_worksheet(b->book, b->nsheet == 1 ? b->name :
	    arena_printf(b->cli->arena, "%s %d", b->name, b->nsheet));
	if (b->sheet == NULL)
		return err_set(e, ERR_SYS, _("no more sheets"));
	for (int i = 0; i < query_ncol(q) && r == LXW_NO_ERROR; i++) {
		const char	*name = query_column(q, i);
		bool		 wide = strcmp(name, "path") == 0 ||
				    strcmp(name, "detail") == 0 ||
				    strcmp(name, "agency") == 0 ||
				    strcmp(name, "title") == 0;

		worksheet_set_column(b->sheet, (lxw_col_t)i, (lxw_col_t)i,
		    wide ? WIDTH_MAX : 14, NULL);
		r = worksheet_write_string(b->sheet, 0, (lxw_col_t)i, name,
		    b->head);
	}
	worksheet_freeze_panes(b->sheet, 1, 0);
	b->row = 1;
	return r == LXW_NO_ERROR ? 0 : failed(e, r);
}

static int
sheet_row(struct book *b, const struct query *q, struct err *e)
{
	lxw_error	 r = LXW_NO_ERROR;

	b->arena = arena_new();
	for (int i = 0; i < query_ncol(q) && r == LXW_NO_ERROR; i++) {
		lxw_col_t	 c = (lxw_col_t)i;

		switch (query_type(q, i)) {
		case VALUE_INT:
		case VALUE_REAL:
			if (isfinite(query_real(q, i)))
				r = worksheet_write_number(b->sheet, b->row,
				    c, query_real(q, i), NULL);
			break;
		case VALUE_TEXT:
			/* A string is never taken for a formula. */
			r = worksheet_write_string(b->sheet, b->row, c,
			    cell_text(b, query_text(q, i)), NULL);
			break;
		case VALUE_NULL:
		case VALUE_BLOB:
			break;
		}
	}
	b->row++;
	arena_free(b->arena);
	return r == LXW_NO_ERROR ? 0 : failed(e, r);
}

static int
sheet_table(struct book *b, const char *name, long *n, struct err *e)
{
	struct query	*q;
	int		 r;

	b->name = name;
	b->nsheet = 0;
	*n = 0;
	if (export_rows(b->cli, name, &q, e) < 0)
		return -1;
	r = sheet_new(b, q, e);
	while (r == 0 && (r = query_step(q, e)) > 0) {
		r = b->row == SHEET_ROWS ? sheet_new(b, q, e) : 0;
		if (r == 0)
			r = sheet_row(b, q, e);
		++*n;
	}
	query_close(q);
	return r;
}

/* The library opens the file itself, over one that is there. */
static int
reserve(const char *path, struct err *e)
{
	FILE	*f = export_open(path, e);

	return f == NULL ? -1 : export_close(f, path, 0, e);
}

int
export_xlsx(struct cli *cli, const char *path, struct err *e)
{
	lxw_workbook_options	 opts = { .constant_memory = LXW_TRUE };
	lxw_doc_properties	 props = { .created = EPOCH };
	struct book		 b = { .cli = cli };
	lxw_error		 closed;
	long			 n[8] = { 0 };
	int			 r = 0;

	if (reserve(path, e) < 0)
		return -1;
	if ((b.book = workbook_new_opt(path, &opts)) == NULL) {
		unlink(path);
		return err_set(e, ERR_SYS, _("%s: no memory"), path);
	}
	workbook_set_properties(b.book, &props);
	b.head = workbook_add_format(b.book);
	format_set_bold(b.head);
	for (int i = 0; export_tables[i].name != NULL && r == 0; i++)
		r = sheet_table(&b, export_tables[i].name, &n[i], e);
	closed = workbook_close(b.book);
	if (r == 0 && closed != LXW_NO_ERROR)
		r = failed(e, closed);
	if (r < 0)
		unlink(path);
	export_tally(cli, path, n);
	return r;
}

#endif
