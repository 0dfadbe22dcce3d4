/*
 * Agencies on the map: names with known places, names that fit several,
 * and thousands made from the table of divisions.
 */
#include <config.h>

#include <stdio.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "form/division.h"
#include "form/place.h"
#include "form/similar.h"
#include "tests/tap.h"

struct place_case {
	const char	*agency, *path, *text;
	const char	*want;	/* division kind level organ, candidates */
};

static const struct place_case cases[] = {
#include "tests/place-cases.h"
};

static const char *const levels[] = { "-", "0", "1", "2", "3", "4" };

static void
describe(const struct placement *p, char *buf, size_t size)
{
	size_t	 n = (size_t)snprintf(buf, size, "%s %s %s " STR_FMT,
		    p->division[0] != '\0' ? p->division : "-",
		    p->kind != ORGAN_UNKNOWN ? organ_kind_name(p->kind) : "-",
		    levels[p->level + 1], STR_ARG(p->organ));

	if (p->reporting[0] != '\0' && strcmp(p->reporting, p->division) != 0)
		n += (size_t)snprintf(buf + n, size - n, " <%s",
		    p->reporting);
	while (n != 0 && n < size && buf[n - 1] == ' ')
		buf[--n] = '\0';
	for (int i = 0; i < p->ncandidate && n < size; i++)
		n += (size_t)snprintf(buf + n, size - n, " ?%s",
		    p->candidate[i]);
}

static void
test_cases(const struct divisions *d)
{
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		const struct place_case	*c = &cases[i];
		struct arena		*a = arena_new();
		struct place_hint	 h = { .path = str_of(c->path),
		    .text = str_of(c->text) };
		struct placement	 p = place_find(a, d,
					    str_of(c->agency), &h);
		char			 got[4000];

		describe(&p, got, sizeof got);
		tap_check_str(got, c->want, c->agency, __FILE__, __LINE__);
		arena_free(a);
	}
}

static const struct site_case {
	const char	*agency, *want;
} sites[] = {
#include "tests/place-sites.h"
};

static void
test_sites(const struct divisions *d)
{
	for (size_t i = 0; i < sizeof sites / sizeof sites[0]; i++) {
		const struct site_case	*c = &sites[i];
		struct arena		*a = arena_new();
		struct place_hint	 h = { .year = 2023 };
		struct placement	 p = place_find(a, d,
					    str_of(c->agency), &h);
		char			 got[400];

		describe(&p, got, sizeof got);
		tap_check_str(got, c->want, c->agency, __FILE__, __LINE__);
		arena_free(a);
	}
}

struct year_case {
	const char	*agency;
	int		 year;
	const char	*path, *text, *want;
};

/* Names of another time, and namesakes of today that are not meant. */
static const struct year_case years[] = {
	/* A city of a prefecture's name, or a zone of a district's. */
	{ "巢湖市人民政府", 2010, "", "", "3414 government 2 人民政府" },
	{ "巢湖市人民政府", 2021, "", "", "340181 government 3 人民政府" },
	{ "两江新区", 2021, "", "", "50z01 zone_committee -" },
	{ "两江新区", 2025, "", "", "- - - ?500157 ?50z01" },
	{ "两江新区人民政府", 2025, "", "", "500157 government 3 人民政府" },
	{ "重庆两江新区管理委员会", 2025, "", "",
	    "50z01 zone_committee - 管理委员会" },
	{ "两江新区观音桥街道办事处", 2025, "", "",
	    "500105006 subdistrict 4 办事处" },
	{ "重庆市江北区人民政府", 2024, "", "",
	    "500105 government 3 人民政府" },
	{ "江北区人民政府", 2024, "", "",
	    "- government 3 人民政府 ?330205 ?500105" },
	{ "江北区人民政府", 2026, "", "", "330205 government 3 人民政府" },
	{ "和康县人民政府", 2024, "", "", "653228 government 3 人民政府" },
	{ "长治市郊区人民政府", 2016, "", "",
	    "140411 government 3 人民政府" },
	{ "襄樊市襄阳区人民政府", 2009, "", "",
	    "420607 government 3 人民政府" },
	{ "北京市宣武区广安门内街道办事处", 2009, "", "",
	    "110102017 subdistrict 4 办事处" },
	{ "巢湖市庐江县人民政府", 2010, "", "",
	    "340124 government 3 人民政府" },
	{ "哈密市人民政府", 2014, "", "", "652201 government 3 人民政府" },
	{ "哈密市人民政府", 2018, "", "", "6505 government 2 人民政府" },
	{ "徐州市九里区人民政府", 2009, "", "",
	    "320304 government 3 人民政府" },
	{ "遵义县新舟镇人民政府", 2014, "", "",
	    "520302108 government 4 人民政府" },
	{ "儋州市人民政府", 2012, "", "", "4604 government 2 人民政府" },
	{ "河南保监局", 2014, "", "", "41 vertical 1 保监局" },
	{ "中国银监会信阳监管分局", 2014, "", "",
	    "4115 vertical 2 监管分局" },
	/* Its code is that of 綦江区 now. */
	{ "万盛区人民政府", 2010, "", "", "50z05 government 3 人民政府" },
	{ "铜仁地区江口县人民政府", 2009, "", "",
	    "520621 government 3 人民政府" },
	{ "日喀则市人民政府", 2012, "", "",
	    "542301 government 3 人民政府" },
	{ "日喀则市人民政府", 2016, "", "", "5402 government 2 人民政府" },
	{ "大同市矿区人民政府", 2016, "", "",
	    "140203 government 3 人民政府" },
	{ "双流县人民政府", 2014, "", "", "510122 government 3 人民政府" },
	{ "广元市元坝区教育局", 2012, "", "",
	    "510811 department 3 教育局" },
	{ "浏阳市七宝山乡人民政府", 2014, "", "",
	    "430181202 government 4 人民政府" },
	{ "即墨市人民政府", 2014, "", "", "370282 government 3 人民政府" },
	{ "即墨区人民政府", 2018, "", "", "370215 government 3 人民政府" },
	{ "即墨市通济街道办事处", 2014, "", "",
	    "370215003 subdistrict 4 办事处" },
	{ "通济街道办事处", 2014, "山东省/青岛市/即墨市/a.txt", "",
	    "370215003 subdistrict 4 办事处" },
	{ "章丘市教育局", 2013, "", "", "370181 department 3 教育局" },
	{ "沙县人民政府", 2014, "", "", "350427 government 3 人民政府" },
	{ "三明市三元区人民政府", 2015, "", "",
	    "350404 government 3 人民政府" },
	{ "六安市寿县人民政府", 2013, "", "", "340422 government 3 人民政府" },
	{ "淮南市寿县人民政府", 2020, "", "", "340422 government 3 人民政府" },
	{ "莱芜市莱城区苗山镇", 2014, "", "", "370116104 government 4" },
	{ "莱芜市莱城区羊里镇", 2014, "", "", "370116101 government 4" },
	{ "杭州市下城区人民政府", 2016, "", "",
	    "330103 government 3 人民政府" },
	{ "南海市人民政府", 2001, "", "", "440682 government 3 人民政府" },
	{ "南海区人民政府", 2022, "", "", "440605 government 3 人民政府" },
	{ "思茅市人民政府", 2006, "", "", "5308 government 2 人民政府" },
	{ "梅县教育局", 2012, "", "", "441421 department 3 教育局" },
	{ "梅县教育局", 2022, "", "", "441403 department 3 教育局" },
	{ "襄樊市人民政府", 2009, "", "", "4206 government 2 人民政府" },
	{ "南宁市武鸣县人民政府", 2013, "", "",
	    "450122 government 3 人民政府" },
	{ "上海市闸北区人民政府", 2013, "", "",
	    "310108 government 3 人民政府" },
	/* An old name is not one of the present, unless it fits alone. */
	{ "桥东区人民政府", 2023, "", "", "130702 government 3 人民政府" },
	{ "桥东区人民政府", 2013, "", "", "- government 3 人民政府 ?130103"
	    " ?130502 ?130702" },
	{ "桥东区人民政府", 2013, "", "石家庄市",
	    "130103 government 3 人民政府" },
	{ "邢台市桥东区人民政府", 2013, "", "",
	    "130502 government 3 人民政府" },
	/* 乡 that became 镇 in the table's time. */
	{ "固始县沙河铺乡", 2014, "", "", "411525216 government 4" },
	{ "固始县沙河铺镇", 2021, "", "", "411525119 government 4" },
	{ "沙河铺乡", 2014, "", "", "411525216 government 4" },
	{ "尼勒克县克令乡人民政府", 2019, "", "",
	    "654028206 government 4 人民政府" },
	/* The only one of that name today is not the one that is meant. */
	{ "红花集镇人民政府", 2014, "",
	    "商城县红花集镇人民政府按照要求公开信息。",
	    "- government 4 人民政府 ?411622104" },
	{ "红花集镇人民政府", 2014, "", "来源于商城县人民政府门户网站",
	    "- government 4 人民政府 ?411622104" },
	{ "红花集镇人民政府", 2014, "", "在西华县人民政府领导下，学习郑州市"
	    "人民政府的做法。", "411622104 government 4 人民政府" },
	{ "红花集镇人民政府", 2014, "", "到商城县、潢川县学习。",
	    "411622104 government 4 人民政府" },
	{ "红花集镇人民政府", 2014, "河南省/信阳市/商城县/a.txt", "",
	    "- government 4 人民政府 ?411622104" },
	{ "信阳市红花集镇", 2014, "", "", "- government 4 红花集镇" },
	{ "商城县红花集镇", 2014, "", "", "- government 4 红花集镇" },
};

static void
test_years(const struct divisions *d)
{
	for (size_t i = 0; i < sizeof years / sizeof years[0]; i++) {
		const struct year_case	*c = &years[i];
		struct arena		*a = arena_new();
		struct place_hint	 h = { .path = str_of(c->path),
		    .text = str_of(c->text), .year = c->year };
		struct placement	 p = place_find(a, d,
					    str_of(c->agency), &h);
		char			 got[4000];

		describe(&p, got, sizeof got);
		tap_check_str(got, c->want, c->agency, __FILE__, __LINE__);
		arena_free(a);
	}
}

/* What is written in several ways, and where the page is from. */
static void
test_source(const struct divisions *d)
{
	static const char *const said[][4] = {
		{ "教育局", "息县人民政府", "", "411528/department/教育局" },
		{ "县教育局", "息县人民政府网", "",
		    "411528/department/教育局" },
		{ "县教育局", "信阳市人民政府", "", "" },
		{ "教育局", "息县教育局", "", "" },
		{ "教育局", "河南日报", "", "" },
		{ "红花集镇", "商城县人民政府", "", "" },
		{ "红花集镇", "周口市人民政府", "", "411622104/government" },
		{ "市政府办公室", "", "河南省/信阳市/a.txt",
		    "4115/government_office" },
		{ "区政府办", "", "长沙/岳麓/a.txt",
		    "430104/government_office" },
		{ "团结镇", "", "黑龙江/哈尔滨/道外/2021/a.txt",
		    "230104111/government" },
		{ "团结镇", "", "01黑龙江省/哈尔滨市各部门/a.txt",
		    "230104111/government" },
		{ "审计局", "", "资源/a.txt", "" },
		{ "审计局", "", "01息县人民政府/2021年/a.txt",
		    "411528/department/审计局" },
	};
	struct arena	*a = arena_new();

	for (size_t i = 0; i < sizeof said / sizeof said[0]; i++) {
		struct place_hint	 h = { .path = str_of(said[i][2]),
		    .source_org = str_of(said[i][1]) };
		struct placement	 p = place_find(a, d,
					    str_of(said[i][0]), &h);
		char			 key[200];

		snprintf(key, sizeof key, STR_FMT, STR_ARG(p.key));
		tap_check_str(key, said[i][3], said[i][0], __FILE__,
		    __LINE__);
	}
	arena_free(a);
}

/* What could be of any county, and calls itself by its county. */
static void
test_self(const struct divisions *d)
{
	static const char *const said[][3] = {
		{ "县教育和科学技术局", "大竹县教科局", "511724" },
		{ "统计局", "渭滨区统计局", "610302" },
		{ "统计局", "渭滨区教育局", "" },
		{ "县教育局", "渭滨区教育局", "" },
		{ "县教育局", "长安区教育局", "" },
		{ "息县教育局", "大竹县教育局", "411528" },
	};
	struct arena	*a = arena_new();

	for (size_t i = 0; i < sizeof said / sizeof said[0]; i++) {
		struct place_hint	 h = { .self = str_of(said[i][1]) };

		tap_check_str(place_find(a, d, str_of(said[i][0]),
		    &h).division, said[i][2], said[i][1], __FILE__,
		    __LINE__);
	}
	arena_free(a);
}

/* Whom an organ reports to. */
static void
test_reporting(const struct divisions *d)
{
	static const char *const said[][2] = {
		{ "息县教育局", "411528" }, { "息县政府办公室", "411528" },
		{ "息县人民政府", "" }, { "红花集镇", "" },
		{ "息县气象局", "" }, { "国家税务总局信阳市税务局", "" },
		{ "信阳市生态环境局息县分局", "4115" },
		{ "平潭综合实验区管委会", "" },
		{ "平潭综合实验区教育局", "35z01" },
		{ "平潭综合实验区潭城镇", "35z01" },
		{ "郑州市郑东新区管委会", "4101" },
		{ "第八师石河子市", "65z0108" },
		{ "西咸新区泾河新城太平镇", "6101z0105" },
		/* A zone that is like a township reports to what is above. */
		{ "南宁经济技术开发区管理委员会", "" },
	};
	struct arena		*a = arena_new();
	struct place_hint	 h = { .path = STR("") };

	for (size_t i = 0; i < sizeof said / sizeof said[0]; i++)
		tap_check_str(place_find(a, d, str_of(said[i][0]),
		    &h).reporting, said[i][1], said[i][0], __FILE__,
		    __LINE__);
	arena_free(a);
}

static void
test_keys(const struct divisions *d)
{
	static const char *const same[][2] = {
		{ "红花集镇", "西华县红花集镇人民政府" },
		{ "红花集镇人民政府", "河南省周口市西华县红花集镇" },
		{ "息县", "息县人民政府" },
		{ "荔湾区南源街道", "广州市荔湾区人民政府南源街道办事处" },
		{ "息县教育体育局", "河南省信阳市息县教育体育局" },
		{ "息县教育体育局", "息县教育和体育局" },
		{ "息县教育体育局", "息县县教体局" },
		{ "息县发改委", "息县发展和改革委员会" },
		{ "息县发展改革委", "息县发展和改革委员会" },
		{ "息县卫健委", "息县卫生健康委员会" },
		{ "息县市场监督管理局", "息县市场监督管理局（知识产权局）" },
		{ "平潭综合实验区", "福建省平潭综合实验区管理委员会" },
		{ "石家庄高新区管委会", "石家庄高新技术产业开发区" },
		{ "郑州市郑东新区管委会", "郑州市郑东新区管理委员会" },
		{ "淄博高新技术产业开发区管理委员会", "淄博市高新区" },
	};
	static const char *const other[][2] = {
		{ "息县人民政府", "息县人民政府办公室" },
		{ "息县教育体育局", "息县财政局" },
		{ "武汉市生态环境局青山区分局", "武汉市青山区生态环境局" },
		{ "武汉市生态环境局", "武汉市生态环境局青山区分局" },
		{ "息县发展和改革委员会", "息县发展和改革局" },
		{ "信阳市和谐新区管委会", "信阳市谐新区管委会" },
	};
	struct arena		*a = arena_new();
	struct place_hint	 h = { .path = STR("") };

	for (size_t i = 0; i < sizeof same / sizeof same[0]; i++) {
		struct placement x = place_find(a, d, str_of(same[i][0]), &h);
		struct placement y = place_find(a, d, str_of(same[i][1]), &h);

		tap_check(x.key.n != 0 && str_eq(x.key, y.key), same[i][1],
		    __FILE__, __LINE__);
	}
	for (size_t i = 0; i < sizeof other / sizeof other[0]; i++) {
		struct placement x = place_find(a, d, str_of(other[i][0]), &h);
		struct placement y = place_find(a, d, str_of(other[i][1]), &h);

		tap_check(x.key.n != 0 && y.key.n != 0 &&
		    !str_eq(x.key, y.key), other[i][1], __FILE__, __LINE__);
	}
	arena_free(a);
}

/* Names like those of divisions, the most alike first. */
static void
test_similar(const struct divisions *d)
{
	static const char *const said[][3] = {
		{ "沐阳县人民政府", "", "321322 沐 for 沭" },
		{ "郾城区裴成镇", "", "411103103 成 for 城; in 郾城区" },
		{ "息县八里岔镇人民政府", "", "411528214 镇 for 乡; in 息县" },
		{ "裴成镇", "河南省/漯河市/a.txt",
		    "411103103 成 for 城; path 漯河市" },
		{ "西华县红花镇", "",
		    "411622104 a character too few; in 西华县" },
		{ "沐阳县庙头镇", "", "321322107 沐 for 沭" },
		{ "息县教育局", "", "" }, { "教育局", "", "" },
		{ "", "", "" }, { "镇", "", "" },
		{ "西华县乌有镇", "", "" }, { "息县\377镇", "", "" },
		{ "息县里里里里里里里里里里里里里里里里里里镇", "", "" },
	};
	struct arena	*a = arena_new();

	for (size_t i = 0; i < sizeof said / sizeof said[0]; i++) {
		struct place_hint	 h = { .path = str_of(said[i][1]) };
		struct similar		 like[SIMILAR_MAX];
		int			 n = similar_find(a, d,
					    str_of(said[i][0]), &h, like);
		const char		*got = "";

		for (int k = 1; k < n; k++)
			CHECK(like[k - 1].cost <= like[k].cost);
		if (n > 0)
			got = arena_printf(a, "%s " STR_FMT,
			    like[0].division->code, STR_ARG(like[0].why));
		tap_check_str(got, said[i][2], said[i][0], __FILE__,
		    __LINE__);
	}
	arena_free(a);
}

/* Where a person says it is. */
static void
test_by_hand(const struct divisions *d)
{
	static const char *const said[][3] = {
		{ "团结镇", "230104111", "230104111/government" },
		{ "不存在镇人民政府", "411622104", "411622104/government" },
		{ "沐阳县人民政府", "321322", "321322/government" },
		{ "县教育局", "411528", "411528/department/教育局" },
		{ "平潭综合实验区", "350128",
		    "350128/zone_committee/平潭综合实验区" },
		{ "红花集镇", "230104111", "230104111/government" },
	};
	struct arena	*a = arena_new();

	for (size_t i = 0; i < sizeof said / sizeof said[0]; i++) {
		struct placement p = place_at(a, d, str_of(said[i][0]),
		    division_of(d, str_of(said[i][1])), ORGAN_UNKNOWN);

		struct placement q;

		CHECK_STR(p.key.p, said[i][2]);
		CHECK(place_of_key(a, d, p.key, &q) && str_eq(q.key, p.key) &&
		    q.kind == p.kind && q.level == p.level && !p.vague);
		CHECK_STR(p.step[p.nstep - 1].code, said[i][1]);
	}
	arena_free(a);
}

/* Names that do not tell one agency from another, and names that do. */
static void
test_vague(const struct divisions *d)
{
	static const char *const vague[] = { "团结镇", "县教育局", "审计局",
	    "气象局", "开发区管委会", "朝阳区教育局" };
	static const char *const proper[] = { "平潭综合实验区",
	    "沐阳县人民政府",
	    "息县不存在镇人民政府", "中华人民共和国拱北海关", "教育部",
	    "国家统计局信阳调查队", "息县", "红花集镇",
	    "水利部长江水利委员会", "生态环境部华南督察局" };
	struct arena		*a = arena_new();
	struct place_hint	 h = { .path = STR("") };

	for (size_t i = 0; i < sizeof vague / sizeof vague[0]; i++)
		tap_check(place_find(a, d, str_of(vague[i]), &h).vague,
		    vague[i], __FILE__, __LINE__);
	for (size_t i = 0; i < sizeof proper / sizeof proper[0]; i++)
		tap_check(!place_find(a, d, str_of(proper[i]), &h).vague,
		    proper[i], __FILE__, __LINE__);
	arena_free(a);
}

/* Organs of the centre, under either of their names. */
static void
test_central(const struct divisions *d)
{
	static const struct {
		const char	*name, *organ;
		enum organ_kind	 kind;
		enum level	 level;
	} t[] = {
		{ "教育部", "教育部", ORGAN_DEPARTMENT, LEVEL_CENTRAL },
		{ "中华人民共和国教育部", "教育部", ORGAN_DEPARTMENT,
		    LEVEL_CENTRAL },
		{ "中华人民共和国海关总署", "海关总署", ORGAN_DEPARTMENT,
		    LEVEL_CENTRAL },
		{ "国家公务员局", "国家公务员局", ORGAN_DEPARTMENT,
		    LEVEL_CENTRAL },
		{ "中华人民共和国上海海关", "海关", ORGAN_VERTICAL,
		    LEVEL_PROVINCE },
	};
	struct arena		*a = arena_new();
	struct place_hint	 h = { .path = STR("") };

	for (size_t i = 0; i < sizeof t / sizeof t[0]; i++) {
		struct placement	 p = place_find(a, d,
					    str_of(t[i].name), &h);

		tap_check(str_eq(p.organ, str_of(t[i].organ)) &&
		    p.kind == t[i].kind && p.level == t[i].level, t[i].name,
		    __FILE__, __LINE__);
	}
	arena_free(a);
}

static void
test_bad_keys(const struct divisions *d)
{
	static const char *const bad[] = { "411528", "x/government", "/",
	    "999999/government", "411528/nothing", "/department/教育部" };
	struct arena	*a = arena_new();
	struct placement p;

	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
		tap_check(!place_of_key(a, d, str_of(bad[i]), &p), bad[i],
		    __FILE__, __LINE__);
	arena_free(a);
}

/* What a map says of whom an agency reports to. */
static void
test_parents(const struct divisions *d)
{
	static const char *const said[][3] = {
		{ "团结镇", "道外区人民政府", "230104111/government" },
		{ "团结镇", "230421", "230421103/government" },
		{ "教育局", "息县人民政府", "411528/department/教育局" },
		{ "县教育局", "411528", "411528/department/教育局" },
		{ "红花集镇", "江西省", "" },
		{ "团结镇", "乌有县", "" },
	};
	struct arena	*a = arena_new();

	for (size_t i = 0; i < sizeof said / sizeof said[0]; i++) {
		struct place_hint	 h = { .path = STR(""),
		    .parent = str_of(said[i][1]) };
		struct placement	 p = place_find(a, d,
					    str_of(said[i][0]), &h);

		tap_check(str_eq(p.key, str_of(said[i][2])), said[i][1],
		    __FILE__, __LINE__);
	}
	arena_free(a);
}

static void
test_steps(const struct divisions *d)
{
	struct arena		*a = arena_new();
	struct place_hint	 h = { .path = STR("") };
	struct placement	 p = place_find(a, d, STR("红花集镇"), &h);

	CHECK(p.nstep == 4);
	CHECK_STR(p.step[0].code, "41");
	CHECK_STR(p.step[3].code, "411622104");
	/* 市辖区 holds the districts of Beijing but is no place. */
	p = place_find(a, d, STR("北京市东城区"), &h);
	CHECK(p.nstep == 2);
	CHECK_STR(p.step[0].code, "11");
	arena_free(a);
}

/* Names as titles have them. */

static uint32_t
next(uint32_t *state)
{
	*state = *state * 1664525u + 1013904223u;
	return *state >> 8;
}

struct tally {
	int	 right, wrong, undecided;
};

/* The names above x, each there or not, and that of x. */
static struct str
make_prefix(struct arena *a, const struct divisions *d,
    const struct division *x, uint32_t *rnd)
{
	struct str	 s = x->name;

	for (x = division_above(d, x); x != NULL; x = division_above(d, x))
		if (!x->group && next(rnd) % 100 < 55 &&
		    !str_starts(s, x->name))
			s = str_cat(a, x->name, s);
	return s;
}

static struct str
make_name(struct arena *a, const struct divisions *d,
    const struct division *x, uint32_t *rnd, enum organ_kind *kind)
{
	static const char *const organ[] = { "教育局", "财政局", "审计局",
	    "人力资源和社会保障局", "城市管理局", "发展和改革委员会",
	    "市场监督管理局", "统计局", "卫生健康委员会", "行政审批局" };
	struct str	 s = make_prefix(a, d, x, rnd);

	if (x->level == LEVEL_TOWNSHIP && x->code[6] == '0') {
		*kind = ORGAN_SUBDISTRICT;
		return next(rnd) % 2 != 0 ? s : str_cat(a, s, STR("办事处"));
	}
	if (x->level == LEVEL_TOWNSHIP || next(rnd) % 3 == 0) {
		*kind = ORGAN_GOVERNMENT;
		return next(rnd) % 2 != 0 ? s : str_cat(a, s, STR("人民政府"));
	}
	if (next(rnd) % 4 == 0) {
		*kind = ORGAN_GOVERNMENT_OFFICE;
		return str_cat(a, s, STR("人民政府办公室"));
	}
	*kind = ORGAN_DEPARTMENT;
	return str_cat(a, s, str_of(organ[next(rnd) %
	    (sizeof organ / sizeof organ[0])]));
}

/* 镇, 乡, 街道 and all above them; no zones, farms, or rows that group. */
static bool
is_candidate(const struct division *x)
{
	if (x->group || x->zone || x->outside || x->gone != 0)
		return false;
	return x->level != LEVEL_TOWNSHIP || x->code[6] <= '3';
}

static void
test_generated(const struct divisions *d, uint32_t seed, int count, int year)
{
	struct tally	 t = { 0, 0, 0 };
	struct place_hint h = { .path = STR(""), .year = year };

	for (int i = 0; i < count; ) {
		struct arena		*a = arena_new();
		const struct division	*x = &d->v[next(&seed) %
					    (uint32_t)d->n];
		enum organ_kind		 kind;
		struct placement	 p;
		struct str		 name;

		/* As many of the levels above townships as of townships. */
		if (i % 2 == 0)
			while (x->level == LEVEL_TOWNSHIP)
				x = division_above(d, x);
		if (!is_candidate(x)) {
			arena_free(a);
			continue;
		}
		i++;
		name = make_name(a, d, x, &seed, &kind);
		p = place_find(a, d, name, &h);
		if (p.division[0] == '\0')
			t.undecided++;
		else if (p.kind == kind &&
		    (strcmp(p.division, x->code) == 0 ||
		    str_eq(division_of(d, str_of(p.division))->name,
		    x->name)) && division_in(x,
		    division_of(d, str_of(p.division))))
			t.right++;
		else {
			t.wrong++;
			printf("# wrong: " STR_FMT " %s, got %s %s\n",
			    STR_ARG(name), x->code, p.division,
			    organ_kind_name(p.kind));
		}
		arena_free(a);
	}
	printf("# %d names, %d: %d right, %d wrong, %d undecided\n", count,
	    year, t.right, t.wrong, t.undecided);
	CHECK(t.wrong * 200 < count);
	CHECK(t.right * 2 > count);
}

/* Divisions that are no more, in the year before they were not. */
static void
test_gone(const struct divisions *d, uint32_t seed)
{
	struct tally	 t = { 0, 0, 0 };

	for (int i = 0; i < d->n; i++) {
		const struct division	*x = &d->v[i];
		const struct division	*to = division_today(d, x);
		struct place_hint	 h = { .year = x->gone - 1 };
		struct arena		*a;
		struct placement	 p;
		struct str		 name;

		if (x->gone == 0)
			continue;
		a = arena_new();
		name = make_prefix(a, d, x, &seed);
		p = place_find(a, d, name, &h);
		if (p.division[0] == '\0')
			t.undecided++;
		else if (strcmp(p.division, to->code) == 0)
			t.right++;
		else {
			t.wrong++;
			printf("# wrong: " STR_FMT " %s, got %s\n",
			    STR_ARG(name), to->code, p.division);
		}
		arena_free(a);
	}
	printf("# divisions that are no more: %d right, %d wrong, "
	    "%d undecided\n", t.right, t.wrong, t.undecided);
	CHECK(t.wrong * 200 < t.right);
	CHECK(t.right > 3 * t.undecided);
}

int
main(void)
{
	struct arena		*a = arena_new();
	const struct divisions	*d = divisions_load(a);

	test_cases(d);
	test_sites(d);
	test_years(d);
	test_source(d);
	test_self(d);
	test_reporting(d);
	test_keys(d);
	test_similar(d);
	test_by_hand(d);
	test_steps(d);
	test_parents(d);
	test_vague(d);
	test_central(d);
	test_bad_keys(d);
	test_generated(d, 20231231, 2000, 0);
	test_generated(d, 20231231, 2000, 2023);
	test_generated(d, 20141231, 2000, 2014);
	test_gone(d, 1);
	arena_free(a);
	return tap_done();
}
