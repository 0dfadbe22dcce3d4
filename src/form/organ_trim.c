/*
 * Names of organs as they stand in titles, in running text and in names of
 * files: what is around them is cut off.
 */
#include <config.h>

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "form/title.h"
#include "form/when.h"

#define N(a)	(sizeof (a) / sizeof (a)[0])

/* Not 年 nor 度: there are 年陡镇 and 度尾镇. */
static const char	*const lead[] = { "关于公开", "关于发布", "关于公布",
    "关于印发", "关于公示", "关于报送", "关于上报", "关于", "更正", "一图读懂",
    "一图看懂", "图解", "公开", "发布", "标题", "名称", "题目", "的",
    "（）年度", "()年度", "年度", "、", ".", "-", "—", "－", "_", "·", "（）",
    "()", "【", "[", "“", "\"", "（", "(", "：", ":", "◆", "●", "■", "★",
    "▲", "•", "▪", "※", "◇", "○" };
static const char	*const trail[] = { "年度", "的", "度", "年", "关于",
    "关于公布", "关于发布", "关于印发", "关于公开", "关于公示",
    "关于报送", "关于上报", "发布", "公布", "文件",
    "-", "—", "－", "_", "·", "（）", "()", "（", "(", "“", "\"", "有关",
    ":", "：", "1-12月", "1—12月", "1月-12月", "1月—12月", "1至12月",
    "1月至12月", "（本级）", "(本级)", "【", "[", "】", "]" };

/* 裴城镇人民政府） has lost its bracket, 区（县）局 has not. */
static bool
close_alone(struct str s)
{
	size_t	 n;
	int	 open = 0;

	for (size_t at = 0; at < s.n; ) {
		uint32_t	 c = utf8_next(s, &at);

		open += c == '(' || c == 0xFF08;
		open -= c == ')' || c == 0xFF09;
	}
	if (open >= 0)
		return false;
	return utf8_last(s, &n) == ')' || utf8_last(s, &n) == 0xFF09;
}

/* 12.息县审计局, （一）息县审计局, 三、息县审计局: it is one of a list. */
static struct str
without_number(struct str s)
{
	size_t	 at = 0, n = 0, digits = 0;
	bool	 in;

	in = str_eat(s, &at, "（") || str_eat(s, &at, "(");
	for (n = at; n < s.n; at = n) {
		(void)utf8_next(s, &n);
		if (!str_has(STR("0123456789一二三四五六七八九十"),
		    str_sub(s, at, n - at)))
			break;
		digits++;
	}
	if (digits == 0 || digits > 3)
		return s;
	if (in)
		return str_eat(s, &at, "）") || str_eat(s, &at, ")") ?
		    str_from(s, at) : s;
	return str_eat(s, &at, ".") || str_eat(s, &at, "、") ||
	    str_eat(s, &at, "．") || str_eat(s, &at, "-") ||
	    str_eat(s, &at, "_") || str_eat(s, &at, ")") ||
	    str_eat(s, &at, "）") ? str_from(s, at) : s;
}

/* www.xixian.gov.cn红花集镇: a copy of the page has put its own name there. */
static struct str
without_site(struct str s)
{
	bool	 dot = false, letter = false;
	size_t	 at = 0;

	for (; at < s.n; at++) {
		char	 c = s.p[at];

		letter = letter || (c >= 'a' && c <= 'z') ||
		    (c >= 'A' && c <= 'Z');
		dot = dot || c == '.';
		if (!(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z') &&
		    !(c >= '0' && c <= '9') && c != '.' && c != '-')
			break;
	}
	return dot && letter && at != 0 && s.p[at - 1] != '.' ?
	    str_from(s, at) : s;
}

struct str
organ_trim(struct arena *a, struct str s)
{
	struct buf	 b;
	size_t		 at, n;
	struct date	 d;
	bool		 again = true;

	buf_init(&b, a);
	buf_str(&b, s);
	s = buf_text(&b);
	for (at = 0; date_find(s, &at, &n, &d); at = 0)
		s = str_cat(a, str_sub(s, 0, at), str_from(s, at + n));
	for (at = 0; year_find(s, &at, &n) != 0; at = 0)
		s = str_cat(a, str_sub(s, 0, at), str_from(s, at + n));
	while (again) {
		struct str	 t = without_number(without_site(s));

		again = t.n != s.n;
		s = str_trim(t);
		for (size_t k = 0; k < N(lead); k++)
			if (str_starts(s, str_of(lead[k]))) {
				s = str_from(s, strlen(lead[k]));
				again = true;
			}
		for (size_t k = 0; k < N(trail); k++)
			if (str_ends(s, str_of(trail[k]))) {
				s.n -= strlen(trail[k]);
				again = true;
			}
		if (close_alone(s)) {
			utf8_last(s, &n);
			s.n -= n;
			again = true;
		}
	}
	/* 红花集镇|2021年红花集镇…: named on the line above, too. */
	if (s.n % 2 == 0 && s.n > 2 * sizeof "县" &&
	    str_eq(str_sub(s, 0, s.n / 2), str_from(s, s.n / 2)))
		s.n /= 2;
	return s;
}
