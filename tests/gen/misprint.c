/* Labels as people misprint them; see gen.h. */
#include <config.h>

#include <string.h>

#include "base/utf8.h"
#include "tests/gen/gen.h"

#define CHARS_MAX	120

static const char *const	 wrong[] = { "的", "用", "信", "请", "公", "务",
	"人", "本", "大", "有" };

/* Where the characters of a text begin; [n] is its end. */
static int
characters(const char *s, size_t *at)
{
	struct str	 text = { s, strlen(s) };
	int		 n = 0;

	for (size_t i = 0; i < text.n && n < CHARS_MAX; utf8_next(text, &i))
		at[n++] = i;
	at[n] = text.n;
	return n;
}

/* The first character behind "（一）", "1." and "一、". */
static int
behind_number(const char *s, const size_t *at, int n)
{
	for (int i = 0; i < n && i < 4; i++)
		if (strncmp(s + at[i], "）", 3) == 0 ||
		    strncmp(s + at[i], "、", 3) == 0 ||
		    s[at[i]] == '.' || s[at[i]] == ')')
			return i + 1;
	return 0;
}

/* One character wrong, missing, too many, or two of them exchanged. */
static void
misprint(struct gen *g, char *s)
{
	char	 out[400];
	size_t	 at[CHARS_MAX + 1];
	int	 n = characters(s, at), from = behind_number(s, at, n), i;
	uint32_t how;

	if (n - from < 6)
		return;
	i = from + (int)gen_below(g, (uint32_t)(n - from - 1));
	how = gen_below(g, 4);
	memcpy(out, s, at[i]);
	out[at[i]] = '\0';
	if (how == 0)
		strncat(out, s + at[i + 1], at[i + 2] - at[i + 1]);
	if (how == 0 || how == 1)
		strncat(out, s + at[i], at[i + 1] - at[i]);
	if (how == 1 || how == 2)
		strcat(out, wrong[gen_below(g, sizeof(wrong) /
		    sizeof(wrong[0]))]);
	strcat(out, s + at[how == 0 ? i + 2 : i + 1]);
	strcpy(s, out);
}

void
gen_misprint(struct gen *g, int per_mille)
{
	for (int i = 0; i < g->ntable; i++)
		for (int k = 0; k < g->table[i].n; k++) {
			struct gcell	*c = &g->table[i].cell[k];

			/* 元 for 万元 says something else. */
			if (c->item[0] == '\0' && strlen(c->text) < 300 &&
			    strstr(c->text, "万元") == NULL &&
			    gen_chance(g, per_mille))
				misprint(g, c->text);
		}
}
