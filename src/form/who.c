#include <config.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "form/identity.h"
#include "form/title.h"
#include "form/who.h"

#define N(a)	(sizeof (a) / sizeof (a)[0])

#define FOOT	12		/* lines from the end that may be a signature */

bool
date_alone(struct str s, struct date *d)
{
	size_t	 at = 0, n;
	size_t	 rest;

	if (s.n > 60 || !date_find(s, &at, &n, d))
		return false;
	rest = s.n - n;
	if (at == 0 && rest == 0)
		return true;
	return (s.p[0] == '(' || str_starts(s, STR("（"))) &&
	    at <= sizeof "（" - 1 && rest <= 2 * sizeof "（" - 2;
}

/*
 * 编制委员会办公室 is an organ; that of 卫生健康委员会 answers the telephone, as
 * those of all committees do that are departments.
 */
static bool
is_committee_office(struct str s)
{
	static const char *const own[] = { "编制委员会", "运动委员会",
	    "工作委员会", "安全委员会", "依法治", "网络安全", "动员委员会",
	    "融合发展委员会", "财经委员会", "审计委员会", "减灾委员会",
	    "开放委员会", "党委", "中共", "改革领导" };

	return str_ends(s, STR("委员会办公室")) &&
	    str_has_any(s, own, N(own));
}

/* 息县教育局综合科: a section of a bureau is none that files reports. */
static struct str
without_section(struct str s)
{
	static const char *const section[] = { "科", "股", "综合处", "秘书处",
	    "法规处", "指挥中心" };
	static const char *const ends[] = { "局", "委员会", "厅", "院", "委",
	    "政府", "中心" };
	struct str	 best = STR("");
	bool		 good = false;

	for (size_t k = 0; k < N(section); k++)
		good = good || str_ends(s, str_of(section[k]));
	for (size_t k = 0; good && k < N(ends); k++) {
		struct str	 e = str_of(ends[k]);

		for (size_t at = 0; (at = str_find(s, e, at)) != STR_NONE; ) {
			at += e.n;
			if (at < s.n && at > best.n)
				best = str_sub(s, 0, at);
		}
	}
	return organ_like(best) ? best : s;
}

/* 海关总署办公厅 is in 海关总署, but 省政府办公厅 an organ. */
static struct str
without_hall(struct str s)
{
	static const char	 hall[] = "办公厅";
	struct str		 of = s;

	if (!str_ends(s, STR(hall)) || str_ends(s, STR("政府办公厅")))
		return s;
	of.n -= sizeof hall - 1;
	return organ_like(of) ? of : s;
}

/*
 * An office of the agency that answers the telephone is not the agency:
 * 红花集镇党政办 speaks for 红花集镇.
 */
static struct str
without_desk(struct str s)
{
	static const char *const desk[] = { "党政综合办公室", "党政综合办",
	    "党政办公室", "党政办", "党政和人大办公室", "综合办公室", "综合办",
	    "政务公开工作领导小组办公室", "政务公开领导小组办公室",
	    "政府信息公开工作领导小组办公室", "政府信息公开领导小组办公室",
	    "信息公开工作领导小组办公室", "信息公开领导小组办公室",
	    "政府信息公开办公室", "政府信息公开办", "政府信息公开处",
	    "政府信息公开科", "政府信息公开中心", "信息公开中心",
	    "政务公开中心", "政务公开办公室", "政务公开办",
	    "信息公开办公室", "信息公开办", "政务公开科", "政务公开处",
	    "信息公开处", "信息公开科", "政务公开股", "信息公开股",
	    "秘书科", "办公室" };

	static const char *const room[] = { "办公室", "科", "室", "中心",
	    "股", "站", "办" };
	static const char street[] = "街道办事处";
	size_t	 at = str_find(s, STR(street), 0);

	for (size_t k = 0; at != STR_NONE && k < N(room); k++)
		if (str_ends(s, str_of(room[k])))
			return str_sub(s, 0, at + sizeof street - 1);
	/* 息县政府信息中心 keeps the site of 息县政府. */
	if (str_ends(s, STR("政府信息中心")))
		return str_sub(s, 0, s.n - (sizeof "信息中心" - 1));
	for (size_t k = 0; k < N(desk); k++) {
		struct str	 d = str_of(desk[k]);

		if (!str_ends(s, d))
			continue;
		/* The office of a government files for itself. */
		if (k == N(desk) - 1 &&
		    (str_ends(s, STR("人民政府办公室")) ||
		    is_committee_office(s)))
			return s;
		if (organ_like(str_sub(s, 0, s.n - d.n)))
			return without_hall(str_sub(s, 0, s.n - d.n));
	}
	return without_hall(without_section(s));
}

/* 分局, 高新区: as all of the kind call themselves. */
static bool
is_kind_only(struct str s)
{
	static const char *const kind[] = { "分局", "高新区", "开发区",
	    "经开区", "新区", "园区", "示范区", "管理区", "度假区" };

	for (size_t k = 0; k < N(kind); k++)
		if (str_eq(s, str_of(kind[k])))
			return true;
	return false;
}

/* What stands between begin and end in a sentence, if it is an organ. */
static struct str
between(struct arena *a, struct str s, const char *begin, const char *end)
{
	static const char *const stop[] = { "（", "(", "[", "按照", "根据",
	    "依据", "依照", "综合各", "汇总各", "会同" };
	struct str	 b = str_of(begin), in;
	size_t		 from = str_find(s, b, 0), to, cut;

	while (from != STR_NONE) {
		to = str_find(s, str_of(end), from + b.n);
		if (to == STR_NONE)
			return STR("");
		in = str_sub(s, from + b.n, to - from - b.n);
		for (size_t k = 0; k < N(stop); k++)
			if ((cut = str_find(in, str_of(stop[k]), 0)) !=
			    STR_NONE)
				in = str_sub(in, 0, cut);
		in = without_desk(organ_trim(a, in));
		if (organ_like(in) && !is_kind_only(in))
			return in;
		from = str_find(s, b, from + b.n);
	}
	return STR("");
}

/* What stands behind the last comma. */
static struct str
last_clause(struct str s)
{
	size_t	 at;

	while ((at = str_find(s, STR("，"), 0)) != STR_NONE)
		s = str_from(s, at + sizeof "，" - 1);
	while ((at = str_find(s, STR(","), 0)) != STR_NONE)
		s = str_from(s, at + 1);
	return s;
}

/* Who does what the clause says: what stands before its first adverbial. */
static struct str
subject_of(struct arena *a, struct str clause)
{
	static const char *const stop[] = { "根据", "按照", "依据", "依照",
	    "结合", "对照", "现将" };
	size_t	 at;

	for (size_t k = 0; k < N(stop); k++)
		if ((at = str_find(clause, str_of(stop[k]), 0)) != STR_NONE)
			clause = str_sub(clause, 0, at);
	clause = organ_trim(a, clause);
	return organ_like(clause) ? clause : STR("");
}

/*
 * "息县审计局编制了本年度报告", or with clauses between: "息县审计局根据
 * 工作情况，编制本报告".
 */
static struct str
writer_in(struct arena *a, struct str s)
{
	static const char *const verb[] = { "编制了", "编制本", "编写了",
	    "编写本", "编制完成", "特编制", "现编制", "编制形成" };

	for (size_t k = 0; k < N(verb); k++) {
		size_t		 at = str_find(s, str_of(verb[k]), 0);
		struct str	 front, clause, who;

		if (at == STR_NONE)
			continue;
		front = str_sub(s, 0, at);
		for (;;) {
			clause = last_clause(front);
			who = subject_of(a, clause);
			if (who.n != 0 || clause.n == front.n)
				break;
			front = str_sub(front, 0, (size_t)(clause.p -
			    front.p));
			front.n -= str_ends(front, STR("，")) ?
			    sizeof "，" - 1 : 1;
		}
		if (who.n != 0)
			return who;
	}
	return STR("");
}

static struct str
who_wrote(struct arena *a, const struct textlines *t)
{
	for (int i = 0; i < t->n; i++) {
		struct str	 rest = t->v[i].bare, s, who;

		if (t->v[i].row >= 0 || !str_has(rest, STR("编")))
			continue;
		while (str_sentence(&rest, &s))
			if ((who = writer_in(a, s)).n != 0)
				return who;
	}
	return STR("");
}

/* What a sentence with the end says of who it is. */
static struct str
find_between(struct arena *a, const struct str *said, int n,
    const char *begin, const char *end)
{
	for (int i = 0; i < n; i++) {
		struct str	 rest = said[i], s, who;

		if (!str_has(rest, str_of(end)))
			continue;
		while (str_sentence(&rest, &s)) {
			if (!str_has(s, str_of(end)))
				continue;
			who = between(a, s, begin, end);
			if (who.n != 0)
				return who;
		}
	}
	return STR("");
}

/* In lines, or with each the beginning of the next that it goes on in. */
static struct str
compiled_in(struct arena *a, const struct textlines *t, bool broken)
{
	static const char *const frame[][2] = { { "由", "编制" },
	    { "由", "编写" }, { "结合", "政府信息公开" },
	    { "请与", "联系" }, { "请直接与", "联系" },
	    { "可与", "联系" }, { "请联系", "（" }, { "请联系：", "（" },
	    { "请联系：", "，" }, { "请联系:", "，" }, { "请联系", "，" },
	    { "请联系", "," }, { "请联系", "。" }, { "请向", "咨询" }, { "与", "联系" },
	    { "涵盖", "年" } };
	/* One of these is in each frame, and few lines have any. */
	static const char *const word[] = { "编制", "编写", "联系", "咨询" };
	struct str	*said = arena_alloc(a, (size_t)t->n + 1,
			    sizeof(*said));
	struct str	 who = STR("");
	int		 n = 0;

	for (int i = 0; i < t->n; i++) {
		said[n] = broken ? textlines_broken(a, t, i) : t->v[i].bare;
		n += str_has_any(said[n], word, N(word));
	}
	for (size_t k = 0; k < N(frame) && who.n == 0; k++)
		who = find_between(a, said, n, frame[k][0], frame[k][1]);
	return who;
}

struct str
who_compiled(struct arena *a, const struct textlines *t)
{
	struct str	 who = compiled_in(a, t, false);

	if (who.n == 0)
		who = compiled_in(a, t, true);
	return who.n != 0 ? who : who_wrote(a, t);
}

/* 汕尾市公安局（以下简称“市公安局”） says twice who it is. */
static struct str
without_short(struct str s)
{
	static const char *const begin[] = { "（以下简称", "(以下简称",
	    "（下称", "(下称", "（简称", "(简称" };

	for (size_t k = 0; k < N(begin); k++) {
		size_t	 at = str_find(s, str_of(begin[k]), 0);

		if (at != STR_NONE)
			return str_sub(s, 0, at);
	}
	return s;
}

/* 张义镇人民政府信息公开工作 is that of 张义镇人民政府. */
static struct str
whose_work(struct arena *a, struct str s)
{
	static const char *const work[] = { "信息公开工作", "政府信息公开工作",
	    "政务公开工作" };

	s = organ_trim(a, s);
	for (size_t k = 0; k < N(work); k++) {
		struct str	 of = s;

		if (!str_ends(s, str_of(work[k])))
			continue;
		of.n -= str_of(work[k]).n;
		if (organ_like(of))
			return of;
	}
	return s;
}

/* Of "2023年，…，官洲街道办事处认真贯彻…" who does it. */
static struct str
actor_in(struct arena *a, struct str s)
{
	static const char *const verb[] = { "以习近平", "以党的", "以新时代",
	    "认真", "坚持", "高度重视", "严格", "深入", "积极", "全面", "按照",
	    "在县委", "在市委", "在区委", "在省委", "在州委", "在旗委",
	    "在盟委", "在党委", "在上级", "在党中央", "根据", "依据", "围绕",
	    "紧紧围绕", "紧扣", "聚焦", "持续", "始终", "切实", "不断",
	    "着力", "贯彻", "推进" };
	static const char *const others[] = { "、", "党", "委员会、", "县委",
	    "市委", "区委", "省委", "州委", "国务院", "领导", "上级" };
	size_t	 at, n;

	if (year_at(s, 0, &n) == 0)
		return STR("");
	for (size_t k = 0; k < N(verb); k++) {
		struct str	 who;

		at = str_find(s, str_of(verb[k]), 0);
		if (at == STR_NONE)
			continue;
		who = whose_work(a, without_short(last_clause(str_sub(s, 0,
		    at))));
		if (organ_like(who) && !is_kind_only(who) &&
		    !str_has_any(who, others, N(others)))
			return who;
	}
	return STR("");
}

/* How the text calls itself: 我镇, 我局; what that must have in its name. */
static const char *
own_word(const struct textlines *t, int from, int to, bool *government)
{
	enum { PLACES = 7 };	/* from there on, what a government is of */
	static const char *const self[][2] = { { "我镇", "镇" },
	    { "我乡", "乡" }, { "我街", "街" }, { "我局", "局" },
	    { "我委", "委" }, { "我厅", "厅" }, { "我办", "办" },
	    { "我县", "县" }, { "我区", "区" }, { "我市", "市" },
	    { "我州", "州" }, { "我省", "省" }, { "我旗", "旗" } };

	for (int i = from; i < to; i++)
		for (size_t k = 0; k < N(self); k++) {
			*government = k >= PLACES;
			if (t->v[i].row < 0 &&
			    str_has(t->v[i].bare, str_of(self[k][0])))
				return self[k][1];
		}
	return NULL;
}

bool
who_is_other(const struct textlines *t, int from, int to, struct str organ)
{
	bool		 government;
	const char	*word = own_word(t, from, to, &government);

	return word != NULL && !str_has(organ, str_of(word));
}

bool
who_may_be_office(const struct textlines *t, int from, int to,
    struct str organ)
{
	bool		 government;

	return !who_is_office(organ) ||
	    own_word(t, from, to, &government) == NULL || !government;
}

bool
who_sums_up(const struct textlines *t, int from, int to)
{
	static const char *const made[] = { "编制", "编写" };
	static const char *const verb[] = { "综合", "汇总" };
	static const char *const what[] = { "各县", "各区", "各市", "各乡",
	    "各镇", "各街道", "各部门", "各有关部门", "市级各", "县级各",
	    "区级各", "市直各", "县直各", "区直各" };
	struct str	 rest, s;

	for (int i = from; i < to; i++) {
		rest = t->v[i].row < 0 ? t->v[i].bare : STR("");
		while (str_sentence(&rest, &s))
			if (str_has_any(s, made, N(made)) &&
			    str_has_any(s, verb, N(verb)) &&
			    str_has_any(s, what, N(what)))
				return true;
	}
	return false;
}

bool
who_is_government(struct arena *a, const struct textlines *t, int from,
    int to)
{
	static const char *const verb[] = { "加快", "按照", "认真", "高度重视",
	    "坚持", "严格", "积极", "深入", "全面", "继续", "不断", "进一步",
	    "扎实", "以习近平" };
	static const char *const gov[] = { "县政府", "市政府", "区政府",
	    "州政府", "旗政府", "省政府" };
	struct str	 rest, s;
	size_t		 n;

	for (int i = from; i < to; i++) {
		rest = t->v[i].row < 0 ? t->v[i].bare : STR("");
		while (str_sentence(&rest, &s)) {
			if (year_at(s, 0, &n) == 0)
				continue;
			for (size_t k = 0; k < N(verb) * N(gov); k++) {
				struct str	 w = str_cat(a,
				    str_of(gov[k % N(gov)]),
				    str_of(verb[k / N(gov)]));
				size_t		 at = str_find(s, w, 0);

				if (at != STR_NONE &&
				    last_clause(str_sub(s, 0, at)).n == 0)
					return true;
			}
		}
	}
	return false;
}

bool
who_is_office(struct str who)
{
	return str_ends(who, STR("政府办公室")) ||
	    str_ends(who, STR("政府办公厅")) || str_ends(who, STR("政府办"));
}

struct str
who_acts(struct arena *a, const struct textlines *t, int from, int to)
{
	for (int i = from; i < to; i++) {
		struct str	 rest = t->v[i].bare, s, who;

		if (t->v[i].row >= 0)
			continue;
		while (str_sentence(&rest, &s)) {
			who = actor_in(a, s);
			if (who.n != 0)
				return who;
		}
	}
	return STR("");
}

/* An organ and a date on one line; what is left of the date is the organ. */
static bool
signed_line(struct str s, struct str *who, struct date *d)
{
	size_t	 at = 0, n;

	if (!date_find(s, &at, &n, d) || at + n != s.n ||
	    !organ_like(str_sub(s, 0, at)))
		return false;
	*who = str_sub(s, 0, at);
	return true;
}

/*
 * Footers of pages have names of organs, too, and lists of links have
 * dates; a signature is both, one below the other.
 */
struct str
who_signed(struct arena *a, const struct textlines *t, struct date *d)
{
	for (int i = t->n - 1; i >= 0 && i >= t->n - FOOT; i--) {
		struct str	 s = t->v[i].bare, who = STR("");

		if (t->v[i].row >= 0 || s.n > 150)
			continue;
		if (signed_line(s, &who, d))
			return str_dup(a, who);
		if (!date_alone(s, d))
			continue;
		if (i > 0 && t->v[i - 1].row < 0 &&
		    organ_like(t->v[i - 1].bare))
			return str_dup(a, t->v[i - 1].bare);
		if (i == t->n - 1)
			return STR("");
	}
	*d = (struct date){ 0, 0, 0 };
	return STR("");
}

/* Without the ending, and .txt.gz has two. */
static struct str
without_ending(struct str s)
{
	for (int k = 0; k < 2; k++) {
		size_t	 dot = s.n;

		while (dot != 0 && s.p[dot - 1] != '.')
			dot--;
		if (dot > 1 && s.n - dot < 6)
			s.n = dot - 1;
	}
	return s;
}

/* Without 年报, （终稿）, (1) and the like behind the agency. */
static struct str
without_remark(struct arena *a, struct str s)
{
	static const char *const word[] = { "政府信息公开年报",
	    "政府信息公开", "信息公开年报", "信息公开", "年度报告", "年报",
	    "报告", "终稿", "定稿", "上报", "公开", "上网", "发布", "（）",
	    "()" };
	size_t	 open, n;
	bool	 again = true;

	while (again && s.n != 0) {
		uint32_t	 c = utf8_last(s, &n);

		again = false;
		s = organ_trim(a, s);
		for (size_t k = 0; k < N(word) && !again; k++)
			if (str_ends(s, str_of(word[k]))) {
				s.n -= str_of(word[k]).n;
				again = true;
			}
		if (again || (c != ')' && c != 0xFF09))
			continue;
		open = str_find(s, c == ')' ? STR("(") : STR("（"), 0);
		if (open != STR_NONE && open != 0 &&
		    !organ_like(str_sub(s, open + n, s.n - open - 2 * n))) {
			s.n = open;
			again = true;
		}
	}
	return s;
}

/*
 * 道外区_团结镇 is one name, 年报_息县审计局_12 has one: all parts if they
 * are names, else the last that is.
 */
static struct str
organ_of_parts(struct arena *a, struct str s)
{
	struct str	 all = STR(""), last = STR("");
	bool		 names = true;

	for (size_t at = 0, from = 0, next = 0; at <= s.n; at = next) {
		char		 c = at < s.n ? s.p[at] : '_';
		struct str	 part;

		next = at + 1;
		if (c != '_' && c != '-' && c != ' ')
			continue;
		part = without_remark(a, str_sub(s, from, at - from));
		from = next;
		if (part.n == 0)
			continue;
		names = names && organ_like(part);
		all = str_cat(a, all, part);
		if (organ_like(part))
			last = part;
	}
	return names ? all : last;
}

/* 附件2-息县审计局2023年…, 411528息县: what it is numbered by is cut off. */
static struct str
without_label(struct str s)
{
	static const char *const mark[] = { "-", "_", ".", "、", "：", ":",
	    "．", "—", "－" };
	size_t	 at = 0, digits;
	bool	 annex = str_eat(s, &at, "附件") || str_eat(s, &at, "附");

	for (digits = 0; at < s.n && s.p[at] >= '0' && s.p[at] <= '9'; at++)
		digits++;
	if (!annex)		/* 143团 is a name, 2023年 a year */
		return digits >= 6 ? str_from(s, digits) : s;
	for (size_t k = 0; k < N(mark); k++)
		if (str_eat(s, &at, mark[k]))
			return str_from(s, at);
	/* 附城镇 is a name, too. */
	return digits != 0 ? str_from(s, at) : s;
}

/* What a name of a file or directory says. */
static void
read_component(struct arena *a, struct str name, bool is_file,
    struct named *out)
{
	struct title	 title = { .year = 0 };
	struct str	 s = str_bare(a, name);
	size_t		 at = 0, n;
	int		 year, other;

	if (is_file)
		s = without_ending(s);
	s = without_label(s);
	if (!title_parse(a, s, &title)) {
		title.agency = organ_of_parts(a, s);
		year = year_find(s, &at, &n);
		at += n;
		other = year != 0 ? year_find(s, &at, &n) : 0;
		title.year = other != 0 && other != year ? 0 : year;
	}
	if (out->agency.n == 0 && organ_like(title.agency))
		out->agency = title.agency;
	if (out->year == 0 && title.year != 0) {
		out->year = title.year;
		out->year_in_file = is_file;
	}
}

struct named
who_path(struct arena *a, struct str path)
{
	struct named	 out = { .year = 0 };
	bool		 is_file = true;

	while (path.n != 0) {
		size_t		 i = path.n;
		struct str	 name;

		while (i != 0 && path.p[i - 1] != '/')
			i--;
		name = str_from(path, i);
		read_component(a, name, is_file, &out);
		is_file = false;
		path.n = i != 0 ? i - 1 : 0;
	}
	return out;
}
