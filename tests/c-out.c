/* The formats of the output layer, with what documents may put into them. */
#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "cmd/out.h"
#include "tests/tap.h"

static const char *const	 names[] = { "机关", "n", "text" };

/* What a table with the given rows looks like, NUL-terminated. */
static const char *
made_as(struct arena *a, const struct out_opts *opts,
    const struct out_value *v, int nrow)
{
	FILE		*tmp = tmpfile();
	struct err	 e;
	struct out	*o;
	char		*p = arena_alloc(a, 1, 8192);

	o = out_begin(a, tmp, opts, names, 3);
	for (int i = 0; i < nrow; i++)
		out_row(o, v + 3 * i);
	CHECK(out_count(o) == nrow);
	CHECK(out_end(o, &e) == 0);
	rewind(tmp);
	p[fread(p, 1, 8191, tmp)] = '\0';
	fclose(tmp);
	return p;
}

static const char *
made(struct arena *a, enum out_format f, bool excel,
    const struct out_value *v, int nrow)
{
	struct out_opts	 opts = { .format = f, .excel = excel };

	return made_as(a, &opts, v, nrow);
}

#define T(s)	{ OUT_TEXT, { (s), sizeof(s) - 1 } }
#define N(s)	{ OUT_NUMBER, { (s), sizeof(s) - 1 } }
#define NIL	{ OUT_NULL, { "", 0 } }

static const struct out_value	 rows[] = {
	T("息县"), N("309.0263"), T("a,\"b\"\nc\td\\"),
	T("x"), N("-7"), T("=1+1\033[31m"),
	T(""), NIL, T("<i>|*&\xff'"),
};

/* On a terminal a table that is too wide loses nothing but empty columns. */
static void
test_width(struct arena *a)
{
	static const struct out_value	 v[] = {
		T("西华县红花集镇"), NIL, T("twelve chars"),
		T("西华县红花集镇"), NIL, T("twelve characters"),
	};
	static const struct {
		size_t		 width;
		const char	*want;
	} t[] = {
		{ 0, "机关            n  text\n"
		    "西华县红花集镇     twelve chars\n" },
		{ 31, "机关            n  text\n"
		    "西华县红花集镇     twelve chars\n" },
		{ 30, "机关            text\n"
		    "西华县红花集镇  twelve chars\n" },
		{ 27, "机关           text\n"
		    "西华县红花集   twelve chars\n"
		    "镇\n" },
		{ 9, "机关          text\n"
		    "西华县红花集  twelve chars\n"
		    "镇\n" },
		{ 26, "机关          text\n"
		    "西华县红花集  twelve\n"
		    "镇            characters\n" },
	};

	for (size_t i = 0; i < sizeof(t) / sizeof(*t); i++) {
		struct out_opts	 opts = { .format = OUT_TABLE,
			.width = t[i].width };

		CHECK_STR(made_as(a, &opts, v + (i == 5 ? 3 : 0), 1),
		    t[i].want);
	}
}

static void
test_data(struct arena *a)
{
	CHECK_STR(made(a, OUT_CSV, false, rows, 3),
	    "机关,n,text\r\n"
	    "息县,309.0263,\"a,\"\"b\"\"\nc\td\\\"\r\n"
	    "x,-7,=1+1\xef\xbf\xbd[31m\r\n"
	    ",,<i>|*&\xef\xbf\xbd'\r\n");
	CHECK_STR(made(a, OUT_CSV, true, rows + 3, 1),
	    "\xef\xbb\xbf机关,n,text\r\nx,-7,\"'=1+1\xef\xbf\xbd[31m\"\r\n");
	CHECK_STR(made(a, OUT_TSV, false, rows, 2),
	    "机关\tn\ttext\n"
	    "息县\t309.0263\ta,\"b\"\\nc\\td\\\\\n"
	    "x\t-7\t=1+1\xef\xbf\xbd[31m\n");
	CHECK_STR(made(a, OUT_JSON, false, rows, 3), "[\n"
	    "{\"机关\": \"息县\", \"n\": 309.0263,"
	    " \"text\": \"a,\\\"b\\\"\\nc\\u0009d\\\\\"},\n"
	    "{\"机关\": \"x\", \"n\": -7, \"text\": \"=1+1\\u001b[31m\"},\n"
	    "{\"机关\": \"\", \"n\": null,"
	    " \"text\": \"<i>|*&\xef\xbf\xbd'\"}\n]\n");
	CHECK_STR(made(a, OUT_JSON, false, rows, 0), "[]\n");
	CHECK_STR(made(a, OUT_NDJSON, false, rows + 3, 1),
	    "{\"机关\": \"x\", \"n\": -7, \"text\": \"=1+1\\u001b[31m\"}\n");
}

static void
test_people(struct arena *a)
{
	CHECK_STR(made(a, OUT_TABLE, false, rows, 3),
	    "机关         n  text\n"
	    "息县  309.0263  a,\"b\"\\nc\\td\\\n"
	    "x           -7  =1+1\xef\xbf\xbd[31m\n"
	    "                <i>|*&\xef\xbf\xbd'\n");
	CHECK_STR(made(a, OUT_TABLE, false, rows, 0), "机关  n  text\n");
	CHECK_STR(made(a, OUT_MD, false, rows, 3),
	    "| 机关 | n | text |\n| --- | --- | --- |\n"
	    "| 息县 | 309.0263 | a,\"b\"<br>c d\\\\ |\n"
	    "| x | -7 | =1+1\xef\xbf\xbd\\[31m |\n"
	    "|  | | &lt;i>\\|\\*&amp;\xef\xbf\xbd' |\n");
	CHECK(strstr(made(a, OUT_HTML, false, rows, 3),
	    "<tr><td></td><td></td><td>&lt;i&gt;|*&amp;\xef\xbf\xbd&#39;"
	    "</td></tr>\n</tbody>") != NULL);
	CHECK(strstr(made(a, OUT_HTML, false, rows, 1),
	    "<tr><td>息县</td><td class=\"n\">309.0263</td>") != NULL);
}

static void
test_control(struct arena *a)
{
	struct buf	 b;

	buf_init(&b, a);
	out_plain(&b, STR("a\001\x7f\xc2\x9b" "b\xe2\x80\xae" "c\r"));
	CHECK_STR(buf_text(&b).p, "a\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd"
	    "b\xef\xbf\xbd" "c\xef\xbf\xbd");
	CHECK(out_format("md") == OUT_MD);
	CHECK(out_format("xml") == -1);
	CHECK(out_format("ndjson") == OUT_NDJSON);
}

int
main(void)
{
	struct arena	*a = arena_new();

	test_data(a);
	test_people(a);
	test_width(a);
	test_control(a);
	arena_free(a);
	return tap_done();
}
