/*
 * Copies: planted among many texts, found, and nothing else; as time goes.
 * COPY_FILINGS says among how many.
 */
#include <config.h>

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "store/gram.h"
#include "store.h"
#include "tap.h"

static uint64_t
next(uint64_t *x)
{
	*x ^= *x << 13;
	*x ^= *x >> 7;
	*x ^= *x << 17;
	return *x;
}

/*
 * A text of a few hundred characters: phrases that all offices share, and
 * between them sentences of its own.
 */
static struct str
text_of(struct arena *a, const char *name, uint64_t seed)
{
	static const char *const	 common[] = { "认真贯彻落实条例要求",
	    "主动公开政府信息", "依申请公开工作", "加强平台建设", "监督保障",
	    "提高公开质量", "存在的主要问题" };
	struct buf			 b;
	uint64_t			 x = seed * 2654435761u + 88172645463u;

	buf_init(&b, a);
	for (int i = 0; i < 30; i++) {
		buf_puts(&b, i % 6 == 0 ? name : "");
		buf_puts(&b, common[next(&x) % 7]);
		for (int k = 0; k < 12; k++)
			buf_char(&b, 0x4e00 + (uint32_t)(next(&x) % 2500));
		buf_puts(&b, "2021年。\n");
	}
	return buf_text(&b);
}

/* One sentence in thirty is another; about 0.93 of the 3-grams stay. */
static struct str
edited(struct arena *a, struct str t)
{
	struct buf	 b;
	struct str	 line;
	int		 n = 0;

	buf_init(&b, a);
	while (str_line(&t, &line)) {
		buf_str(&b, n++ == 7 ? STR("另有新的情况。") : line);
		buf_puts(&b, "\n");
	}
	return buf_text(&b);
}

static struct filing *
make(struct arena *a, const struct forms *fs, int n, int year,
    struct str text)
{
	struct filing	*f = zero_filing(a, fs,
	    arena_printf(a, "第%05d机关", n), year, FORM_OGI2021);

	f->section[1].text = text;
	f->section[5].text = STR("下一步继续努力做好各项工作。");
	return f;
}

static void
many(const struct forms *fs, int n)
{
	struct arena	*fa = arena_new();
	struct store	*s;
	struct err	 e;
	int		 copies = n / 20;
	clock_t		 t;

	s = new_store();
	for (int i = 0; i < n; i++) {
		struct arena	*a = arena_new();
		struct str	 text;

		/* The last ones copy the first ones, names swapped. */
		text = text_of(a, arena_printf(a, "第%05d机关", i),
		    (uint64_t)(i < n - copies ? i : i - (n - copies)) + 1);
		if (i >= n - copies)
			text = edited(a, text);
		put(s, arena_printf(a, "%d", i), make(a, fs, i, 2022, text));
		arena_free(a);
	}
	t = clock();
	must(store_finish(s, &e), &e);
	printf("# %d filings: %.2f ms each\n", n,
	    (double)(clock() - t) * 1e3 / CLOCKS_PER_SEC / n);
	must(store_commit(s, &e), &e);
	CHECK_STR(ask(fa, s, "SELECT count(*), count(DISTINCT agency)"
	    " FROM finding WHERE rule = 'C05'"), arena_printf(fa, "%d|%d\n",
	    2 * copies, 2 * copies));
	CHECK_STR(ask(fa, s, arena_printf(fa, "SELECT count(*)"
	    " FROM similar_text WHERE abs(filing - other) <> %d",
	    n - copies)), "0\n");
	CHECK_STR(ask(fa, s, "SELECT count(*) FROM finding"
	    " WHERE rule IN ('C04', 'C06')"), "0\n");
	must(store_close(s, &e), &e);
	arena_free(fa);
}

/* One agency, year after year. */
static void
years(struct arena *a, const struct forms *fs)
{
	struct store	*s;
	struct filing	*f[3];
	struct err	 e;
	struct str	 t = text_of(a, "某县", 5);

	s = new_store();
	f[0] = make(a, fs, 1, 2021, t);
	f[1] = make(a, fs, 1, 2022, edited(a, t));
	f[2] = make(a, fs, 1, 2023, text_of(a, "某县", 6));
	for (int i = 0; i < 3; i++) {
		set(a, f[i], "licences_decided", APPLICANT_NONE, 7);
		set(a, f[i], "penalties_decided", APPLICANT_NONE, 8);
		set(a, f[i], "coercion_decided", APPLICANT_NONE,
		    i == 1 ? 10 : 9);
		put(s, arena_printf(a, "%d", i), f[i]);
	}
	must(store_finish(s, &e), &e);
	CHECK_STR(ask(a, s, "SELECT year, rule, severity, left_value > 0.9"
	    " FROM finding WHERE rule GLOB 'C0[456]'"),
	    "2022|C04|warning|1\n");
	set(a, f[2], "coercion_decided", APPLICANT_NONE, 10);
	put(s, "3", f[2]);
	must(store_finish(s, &e), &e);
	CHECK_STR(ask(a, s, "SELECT year, rule, severity, left_value"
	    " FROM finding WHERE rule = 'C06'"), "2023|C06|warning|3\n");
	must(query_run(s, STR("UPDATE setting SET value = 0.99"
	    " WHERE name = 'C04.similarity'"), NULL, 0, &e), &e);
	must(store_check(s, &e), &e);
	CHECK_STR(ask(a, s, "SELECT count(*) FROM finding"
	    " WHERE rule = 'C04'"), "0\n");
	end(s);
}

/* So many that those that begin alike are not few; each is there twice. */
static void
long_text(struct arena *a)
{
	enum { CHARS = 15000 };
	char		*text = arena_alloc(a, 2 * CHARS, 3);
	struct grams	 g, half;
	size_t		 n = 0, once = 0, nwrong = 0;

	for (int i = 0; i < 2 * CHARS; i++) {
		n += utf8_put(text + n, 0x4e00 + (uint32_t)(i % CHARS));
		if (i == CHARS - 1)
			once = n;
	}
	g = grams_of(a, (struct str){ text, n }, NULL, 0);
	for (size_t i = 1; i < g.n; i++)
		nwrong += g.v[i - 1] >= g.v[i];
	CHECK(nwrong == 0);
	CHECK(g.length == 2 * CHARS);
	CHECK(g.n == CHARS);
	half = grams_of(a, (struct str){ text, once }, NULL, 0);
	CHECK(half.n == CHARS - 2);
	CHECK(grams_alike(&g, &g) >= 1);
	CHECK(grams_alike(&g, &half) > 0.999 && grams_alike(&g, &half) < 1);
}

int
main(void)
{
	const char		*env = getenv("COPY_FILINGS");
	struct arena		*a = arena_new();
	const struct forms	*fs = forms_load(a);

	many(fs, env != NULL ? atoi(env) : 200);
	years(a, fs);
	long_text(a);
	arena_free(a);
	return tap_done();
}
