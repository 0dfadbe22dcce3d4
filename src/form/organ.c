#include <config.h>

#include "base/utf8.h"
#include "form/line.h"
#include "form/title.h"

#define N(a)	(sizeof (a) / sizeof (a)[0])

#define ORGAN_MAX	120	/* bytes of a name */

/* How names of organs and of places with a government end. */
static const char *const ends[] = { "政府", "镇", "乡", "街道", "街", "办事处",
    "街道办", "苏木", "局", "厅", "委", "委员会", "办公室", "办公厅", "政府办",
    "中心", "处", "院", "所", "区", "县", "市", "省", "旗", "盟", "州", "分局",
    "支队", "大队", "总队", "站", "队", "管委会", "兵团", "师", "团", "农场",
    "林场", "总局", "部", "署", "银行", "海关", "学院", "大学", "学校", "中学",
    "医院", "馆", "台", "公司", "集团", "协会", "联合会", "总会", "联社",
    "党政办", "法院", "检察院", "组", "社", "行署", "会", "管理区", "基地",
    "开发区", "实验区", "新区", "示范区", "园区", "办" };

/* Ends that only look like it. */
static const char *const never_ends[] = { "网站", "信息网", "门户", "专栏",
    "平台", "公开", "社会", "首页", "列表", "机会", "基本情况", "全部",
    "新闻办", "国务院部", "报社", "电视台", "通讯社", "广播台", "日报社",
    "新华社", "全社会", "依法行政", "办理", "部门", "全省", "全市", "全县",
    "全区", "全州", "全旗", "全镇", "全乡", "全局" };

/* Any organ calls itself that; 大固本镇 is not 本镇. */
static const char *const generic[] = { "本机关", "本单位", "各级", "各单位",
    "各部门", "各街道", "各乡镇", "有关", "××", "XX", "xx", "ＸＸ", "__",
    "＿＿", "某某", "机关名称", "单位名称" };

/* What is done, in no name. */
static const char *const verb[] = { "召开", "主持", "认真", "开展", "印发",
    "负责" };
static const char *const generic_begin[] = { "本级", "我", "本局", "本镇",
    "本委", "本办", "本乡", "本县", "本区", "本街道", "本厅", "本部", "本署",
    "本处", "本中心", "本院", "本所", "本站", "本市", "本省", "本州", "本旗",
    "全国", "全省", "全市", "全县", "全区", "全镇", "全局", "全系统" };
static const char *const generic_whole[] = { "人民政府", "政府", "镇政府",
    "乡政府", "县政府", "市政府", "区政府", "省政府", "党政办", "办公室",
    "党政办公室", "政府办公室", "政府办", "县", "市", "区", "镇", "街道",
    "办事处", "省", "州", "乡", "局", "处", "中心", "机关", "部", "县人民政府",
    "市人民政府", "区人民政府", "镇人民政府", "乡人民政府", "街道办事处",
    "政务公开办", "信息中心", "社会", "机构", "单位", "乡镇街道", "市区",
    "公民", "负责", "乡镇", "区县", "县区", "市县", "镇街", "县市区",
    "人民政府办公室", "市县区", "法定主动公开内容" };

bool
organ_anybody(struct str s)
{
	for (size_t k = 0; k < N(generic_whole); k++)
		if (str_eq(s, str_of(generic_whole[k])))
			return true;
	for (size_t k = 0; k < N(generic_begin); k++)
		if (str_starts(s, str_of(generic_begin[k])))
			return true;
	return str_has_any(s, generic, N(generic));
}

struct str
organ_core(struct str s)
{
	size_t		 n, at;
	uint32_t	 c = s.n != 0 ? utf8_last(s, &n) : 0;

	if (c != ')' && c != 0xFF09)
		return s;
	at = str_find(s, c == ')' ? STR("(") : STR("（"), 0);
	return at == STR_NONE || at == 0 ? s : str_sub(s, 0, at);
}

bool
organ_like(struct str s)
{
	struct str	 core = organ_core(s);
	bool		 good = false;

	if (s.n < 2 * sizeof "镇" - 2 || s.n > ORGAN_MAX)
		return false;
	for (size_t at = 0; at < s.n; ) {
		uint32_t	 c = utf8_next(s, &at);

		if (!utf8_is_han(c) && c != 0xB7 && c != 0xFF08 &&
		    c != 0xFF09 && c != '(' && c != ')' && c != 0x3001 &&
		    !(c >= '0' && c <= '9') && c != 0x201C && c != 0x201D)
			return false;
	}
	for (size_t k = 0; k < N(ends) && !good; k++)
		good = str_ends(core, str_of(ends[k]));
	for (size_t k = 0; k < N(never_ends); k++)
		if (str_ends(s, str_of(never_ends[k])))
			return false;
	return good && !organ_anybody(s) && !str_has_any(s, verb, N(verb));
}
