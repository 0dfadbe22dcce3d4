#include <config.h>

#include <errno.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/utf8.h"
#include "cmd/lang.h"
#include "cmd/out_row.h"

/*
 * Bidirectional overrides count as control characters: they make a line on
 * a terminal or in a browser read as what it is not.
 */
bool
out_is_control(uint32_t c)
{
	return c < 0x20 || (c >= 0x7f && c < 0xa0) ||
	    (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

void
out_plain(struct buf *b, struct str s)
{
	for (size_t at = 0; at < s.n;) {
		uint32_t	 c = utf8_next(s, &at);

		if (c == '\n')
			buf_puts(b, "\\n");
		else if (c == '\t')
			buf_puts(b, "\\t");
		else
			buf_char(b, out_is_control(c) ? UTF8_BAD : c);
	}
}

/* What spreadsheets take for the beginning of a formula. */
static bool
is_formula(struct str s)
{
	return s.n > 0 && memchr("=+-@\t\r", s.p[0], 6) != NULL;
}

static void
csv_field(struct out *o, const struct out_value *v)
{
	struct str	 s = v->text;
	bool		 guard, quote;

	if (v->type == OUT_NULL)
		return;
	guard = o->opts.excel && v->type == OUT_TEXT && is_formula(s);
	quote = guard;
	for (size_t i = 0; i < s.n && !quote; i++)
		quote = memchr("\",\r\n", s.p[i], 4) != NULL;
	if (quote)
		buf_char(&o->line, '"');
	if (guard)
		buf_char(&o->line, '\'');
	for (size_t at = 0; at < s.n;) {
		uint32_t	 c = utf8_next(s, &at);

		if (c == '"')
			buf_puts(&o->line, "\"\"");
		else if (c == '\n' || c == '\t')
			buf_char(&o->line, c);
		else
			buf_char(&o->line, out_is_control(c) ? UTF8_BAD : c);
	}
	if (quote)
		buf_char(&o->line, '"');
}

static void
csv_row(struct out *o, const struct out_value *v)
{
	for (int i = 0; i < o->ncol; i++) {
		if (i > 0)
			buf_char(&o->line, ',');
		csv_field(o, &v[i]);
	}
	buf_puts(&o->line, "\r\n");
}

static void
csv_begin(struct out *o)
{
	if (o->opts.excel)
		buf_char(&o->line, 0xfeff);
	for (int i = 0; i < o->ncol; i++) {
		if (i > 0)
			buf_char(&o->line, ',');
		csv_field(o, &(struct out_value){ OUT_TEXT, o->name[i] });
	}
	buf_puts(&o->line, "\r\n");
}

static void
tsv_field(struct buf *b, struct str s)
{
	size_t	 from = 0, i;

	/* out_plain() does all but the backslash. */
	for (i = 0; i < s.n; i++)
		if (s.p[i] == '\\') {
			out_plain(b, str_sub(s, from, i - from));
			buf_puts(b, "\\\\");
			from = i + 1;
		}
	out_plain(b, str_from(s, from));
}

static void
tsv_row(struct out *o, const struct out_value *v)
{
	for (int i = 0; i < o->ncol; i++) {
		if (i > 0)
			buf_char(&o->line, '\t');
		if (v[i].type != OUT_NULL)
			tsv_field(&o->line, v[i].text);
	}
	buf_char(&o->line, '\n');
}

static void
tsv_begin(struct out *o)
{
	for (int i = 0; i < o->ncol; i++) {
		if (i > 0)
			buf_char(&o->line, '\t');
		tsv_field(&o->line, o->name[i]);
	}
	buf_char(&o->line, '\n');
}

static void
json_string(struct buf *b, struct str s)
{
	buf_char(b, '"');
	for (size_t at = 0; at < s.n;) {
		uint32_t	 c = utf8_next(s, &at);

		if (c == '"' || c == '\\') {
			buf_char(b, '\\');
			buf_char(b, c);
		} else if (c == '\n')
			buf_puts(b, "\\n");
		else if (out_is_control(c) || c == 0x2028 || c == 0x2029)
			buf_printf(b, "\\u%04x", (unsigned)c);
		else
			buf_char(b, c);
	}
	buf_char(b, '"');
}

/* RFC 8259 has neither a leading + or point nor Inf and NaN. */
static bool
json_is_number(struct str s)
{
	size_t	 i = s.n > 0 && s.p[0] == '-';

	return i < s.n && s.p[i] >= '0' && s.p[i] <= '9';
}

static void
json_object(struct out *o, const struct out_value *v)
{
	buf_char(&o->line, '{');
	for (int i = 0; i < o->ncol; i++) {
		if (i > 0)
			buf_puts(&o->line, ", ");
		json_string(&o->line, o->name[i]);
		buf_puts(&o->line, ": ");
		if (v[i].type == OUT_TEXT)
			json_string(&o->line, v[i].text);
		else if (v[i].type == OUT_NUMBER && json_is_number(v[i].text))
			buf_str(&o->line, v[i].text);
		else
			buf_puts(&o->line, "null");
	}
	buf_char(&o->line, '}');
}

static void
json_row(struct out *o, const struct out_value *v)
{
	buf_puts(&o->line, o->nrow == 0 ? "[\n" : ",\n");
	json_object(o, v);
}

static void
json_end(struct out *o)
{
	buf_puts(&o->line, o->nrow == 0 ? "[]\n" : "\n]\n");
}

static void
ndjson_row(struct out *o, const struct out_value *v)
{
	json_object(o, v);
	buf_char(&o->line, '\n');
}

static const struct out_writer
	out_csv = { "csv", csv_begin, csv_row, NULL },
	out_tsv = { "tsv", tsv_begin, tsv_row, NULL },
	out_json = { "json", NULL, json_row, json_end },
	out_ndjson = { "ndjson", NULL, ndjson_row, NULL };

static const struct out_writer *const writers[OUT__N] = {
	[OUT_TABLE] = &out_table,
	[OUT_CSV] = &out_csv,
	[OUT_TSV] = &out_tsv,
	[OUT_JSON] = &out_json,
	[OUT_NDJSON] = &out_ndjson,
	[OUT_MD] = &out_md,
	[OUT_HTML] = &out_html,
};

int
out_format(const char *name)
{
	for (int i = 0; i < OUT__N; i++)
		if (strcmp(writers[i]->name, name) == 0)
			return i;
	return -1;
}

void
out_flush(struct out *o)
{
	struct str	 s = buf_text(&o->line);

	/* The stream keeps that it failed, and not why. */
	if (fwrite(s.p, 1, s.n, o->f) != s.n && o->fault == 0)
		o->fault = errno;
	buf_clear(&o->line);
}

struct out *
out_begin(struct arena *a, FILE *f, const struct out_opts *opts,
    const char *const *name, int ncol)
{
	struct out	*o = arena_alloc(a, 1, sizeof(*o));

	*o = (struct out){ .arena = a, .f = f, .opts = *opts,
	    .ncol = ncol + (opts->figures != NULL),
	    .writer = writers[opts->format] };
	o->end = &o->first;
	buf_init(&o->line, a);
	o->name = arena_alloc(a, (size_t)o->ncol, sizeof(*o->name));
	for (int i = 0; i < ncol; i++)
		o->name[i] = str_dup(a, str_of(name[i]));
	if (opts->figures != NULL) {
		o->name[ncol] = STR("figures");
		o->row = arena_alloc(a, (size_t)o->ncol, sizeof(*o->row));
		o->row[ncol] = out_cstr(opts->figures);
	}
	if (o->writer->begin != NULL)
		o->writer->begin(o);
	out_flush(o);
	return o;
}

void
out_row(struct out *o, const struct out_value *v)
{
	if (o->row != NULL) {
		memcpy(o->row, v, (size_t)(o->ncol - 1) * sizeof(*v));
		v = o->row;
	}
	o->writer->row(o, v);
	o->nrow++;
	out_flush(o);
}

int
out_end(struct out *o, struct err *e)
{
	if (o->writer->end != NULL)
		o->writer->end(o);
	out_flush(o);
	if (o->fault == 0 && fflush(o->f) != 0)
		o->fault = errno;
	if (o->fault == 0)
		return 0;
	errno = o->fault;
	return err_sys(e, _("writing the answer"));
}

long
out_count(const struct out *o)
{
	return o->nrow;
}

struct out_value
out_text(struct str s)
{
	return (struct out_value){ OUT_TEXT, s };
}

struct out_value
out_cstr(const char *s)
{
	if (s == NULL)
		return (struct out_value){ OUT_NULL, { "", 0 } };
	return out_text(str_of(s));
}

struct out_value
out_int(struct arena *a, long long i)
{
	return (struct out_value){ OUT_NUMBER,
	    str_of(arena_printf(a, "%lld", i)) };
}
