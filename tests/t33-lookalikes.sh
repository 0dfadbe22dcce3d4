# What has the words of an annual report and is none.
. "${srcdir-.}/tests/tap.sh"
cd "$tmp" || exit 99

# kind TITLE...: who and when, or why it is not filed
kind()
{
	printf '%s\n' "$@" >it.txt
	"$nianbao" import -n -f tsv it.txt 2>&1 | awk -F '\t' '
	    /^it.txt/ && $5 != "" { print $3, $4 }
	    /^nianbao: it.txt: / { sub(/.*: /, ""); print }'
}

figures()
{
	cat <<-'end'
	三、收到和处理政府信息公开申请情况
	一、本年新收政府信息公开申请数量	5	0	0	0	0	0	5
	二、上年结转政府信息公开申请数量	0	0	0	0	0	0	0
	end
}
statistics()
{
	printf '统计指标\t单位\t统计数\n'
	printf '（一）主动公开政府信息数\t条\t120\n'
	printf '制发规范性文件总数\t件\t3\n'
	printf '（一）收到申请数\t件\t6\n'
	printf '1．当面申请数\t件\t6\n'
	printf '2．传真申请数\t件\t0\n'
}

while read -r title want
do
	same "$title" "$want" "$(kind "$title" "$(figures)")"
done <<'end'
息县财政局2022年政府信息公开工作年度报告 息县财政局 2022
息县财政局2022年上半年政府信息公开工作报告 息县财政局2022年上半年政府信息公开工作报告
息县财政局2022年半年度政府信息公开工作年度报告 息县财政局2022年半年度政府信息公开工作年度报告
息县财政局2022年第三季度政府信息公开工作报告 息县财政局2022年第三季度政府信息公开工作报告
息县财政局2022年1-6月政府信息公开工作报告 息县财政局2022年1-6月政府信息公开工作报告
息县财政局政府信息公开工作报告（2022年7月至9月） 息县财政局政府信息公开工作报告（2022年7月至9月）
息县财政局2022年1-12月政府信息公开工作报告 息县财政局 2022
息县财政局2012年1-11月政府信息公开工作年度报告 息县财政局 2012
息县财政局2022年9月份政府信息公开工作报告 息县财政局2022年9月份政府信息公开工作报告
息县财政局2022年第四季度暨全年政府信息公开工作报告 息县财政局 2022
end

same 'a table of a quarter, without a title' \
    '2017年第三季度政府信息公开情况统计表' \
    "$(kind 2017年第三季度政府信息公开情况统计表 填报单位：息县财政局 \
	"$(statistics)")"
same 'one of a year' '息县财政局 2017' \
    "$(kind 2017年政府信息公开情况统计表 填报单位：息县财政局 "$(statistics)")"

list='息县财政局2020年政府信息公开工作年度报告
息县财政局2021年政府信息公开工作年度报告
息县财政局2022年政府信息公开工作年度报告'
same 'a list of reports' '息县财政局2020年政府信息公开工作年度报告' \
    "$(kind 政府信息公开年报 "$list")"
same 'a report, and a list of others' '息县财政局 2023' \
    "$(kind 息县财政局2023年政府信息公开工作年度报告 "$(figures)" "$list")"
same 'a report without a table, and such a list' '息县财政局 2023' \
    "$(kind 息县财政局2023年政府信息公开工作年度报告 \
	2023年我局未收到政府信息公开申请。 "$list")"

blank='三、收到和处理政府信息公开申请情况
一、本年新收政府信息公开申请数量							
二、上年结转政府信息公开申请数量							'
form=国务院办公厅关于印发《政府信息公开工作年度报告格式》的通知
same 'the blank form' "$form" \
    "$(kind "$form" 一、总体情况 二、主动公开政府信息情况 "$blank")"
same 'one that an office published as its report' '息县财政局 2023' \
    "$(kind 息县财政局2023年政府信息公开工作年度报告 一、总体情况 \
	"按照《年度报告格式》编制" 二、主动公开政府信息情况 "$blank")"

# Pages without a sentence of their own, of which the report is a file.
t=息县财政局2023年政府信息公开工作年度报告
while read -r what text
do
	same "$what" "$text" "$(kind $t 来源：息县财政局 "$text" 主办：息县人民政府)"
done <<'end'
link 附件：息县财政局2023年政府信息公开工作年度报告.docx
link_by_itself 2023年度报告.pdf
announcement 根据《条例》规定，现将我局2023年政府信息公开工作年度报告予以公布，详见附件。
click 请点击查看全文
end
same 'a short report with a link' '息县财政局 2023' \
    "$(kind $t 2023年我局未收到申请。 附件：统计表.xls)"
same 'one whose tables may be pictures, with a link' '息县财政局 2023' \
    "$(kind $t 一、总体情况 二、主动公开政府信息情况 附件：年报.pdf)"
same 'a title and nothing else' '息县财政局 2023' "$(kind $t)"

for s in 关于更正《$t》的公告 "${t}的补充说明" "${t}勘误"
do
	same "a correction: $s" "$s" \
	    "$(kind "$s" '申请数量误填为14件，现更正为16件。' "$t")"
done
same 'a report that was corrected' '息县财政局 2023' \
    "$(kind "$t（更正）" "$(figures)")"
same 'one that is published with its correction' '息县财政局 2023' \
    "$(kind "关于更正${t}的公告" $t "$(figures)")"
same 'the year of a school' 息县学院2022-2023学年信息公开工作年度报告 \
    "$(kind 息县学院2022-2023学年信息公开工作年度报告 一、概述 \
	全年公开信息12条。 四、存在的主要问题和改进措施 进一步加强。)"

same 'a page with the contents of one' '一、总体情况........1' \
    "$(kind "第2页-$t" 目录 一、总体情况........1 \
	二、主动公开政府信息情况........3 三、收到和处理政府信息公开申请情况......5)"
same 'the contents and the report' '息县财政局 2023' \
    "$(kind "$t" 目录 一、总体情况........1 二、主动公开........3 \
	三、收到和处理......5 一、总体情况 2023年公开信息3条。)"
notice='关于政府信息公开工作年度报告
有关事项的通知'
same 'a notice whose name is on two lines' 有关事项的通知 \
    "$(kind "$notice" "各县、区：现就有关事项通知如下。")"
meeting="息县财政局召开2023年政府信息公开工作年度报告编制部署会"
same 'news of a meeting' "$meeting" \
    "$(kind "$meeting" "12月20日，会议通报全年收到申请12件。")"
same 'a report that was told to one' '息县财政局 2023' \
    "$(kind "$t编制工作会议" "$t" 一、总体情况 2023年公开信息3条。)"
same 'a text for others to copy' 政府信息公开工作年度报告范文 \
    "$(kind 政府信息公开工作年度报告范文 一、概述 本区公开信息5条。 \
	二、主动公开政府信息情况 公开5条。 三、存在的主要问题 无。)"
sheet=$(printf '%s\t%s\t%s\t%s\n' 指标名称 计量单位 代码 本年累计 \
    甲 乙 丙 1 主动公开信息数 条 01 '' 新增的行政规范性文件数 条 03 '' \
    申请总数 条 10 '' 行政复议数 件 32 '')
same 'a sheet that nobody has filled in' '' "$(kind 县统计报表 "$sheet" |
    grep '[0-9]')"

any=XX镇人民政府2023年政府信息公开工作年度报告
same 'tables to be filled in, under a name for any' $any \
    "$(kind $any 一、总体情况 "$blank")"
same 'such a name above a row that is not read' ' 2023' \
    "$(kind $any 三、收到和处理政府信息公开申请情况 \
	'一、本年新收政府信息公开申请数量	5	0	1' 2023年。)"
same 'such a name above figures' ' 2023' \
    "$(kind $any 一、总体情况 2023年公开信息3条。 "$(figures)")"

printf '%s\n' 息县财政局2022年上半年政府信息公开工作报告 "$(figures)" >it.txt
"$nianbao" import -q it.txt
same 'no figure of half a year is one of the year' 0 \
    "$(sqlite3 nianbao.db 'SELECT count(*) FROM filing')"
same 'and the note says what it was' \
    'OTHER_PERIOD 息县财政局2022年上半年政府信息公开工作报告' \
    "$(sqlite3 -separator ' ' nianbao.db 'SELECT name, detail FROM note')"

# says LINE...: what import says of it
says()
{
	printf '%s\n' "$@" >it.txt
	LC_ALL=C "$nianbao" import -n -d says.db it.txt 2>&1 >/dev/null |
	    sed -n 's/^nianbao: it.txt: \([^:]*\).*/\1/p'
}
same 'of half a year: what it says' \
    'this is the report of another period than a year' \
    "$(says 息县财政局2022年上半年政府信息公开工作报告 "$(figures)")"
same 'of a school year' 'this is the report of another period than a year' \
    "$(says 息县学院2022-2023学年信息公开工作年度报告 一、概述 \
	四、存在的主要问题和改进措施)"
elsewhere='this is no annual report itself, it names or links to one'
same 'of a link' "$elsewhere" "$(says $t 附件：$t.docx)"
same 'of a list' "$elsewhere" "$(says 政府信息公开年报 "$list")"
same 'of contents' "$elsewhere" "$(says "$t" 目录 一、总体情况........1 \
    二、主动公开政府信息情况........3 三、收到和处理政府信息公开申请情况......5)"
about='this is no annual report itself, it is about such reports'
same 'of a notice' "$about" \
    "$(says "$notice" "各县、区：现就有关事项通知如下。")"
same 'of a correction' "$about" "$(says "${t}勘误" 申请数量误填。 "$t")"
same 'of the blank form' "$about" "$(says "$form" 一、总体情况 "$blank")"
same 'of a text to copy' "$about" \
    "$(says 政府信息公开工作年度报告范文 一、概述 三、存在的主要问题)"
same 'and of any other text' \
    'no title, section or table of an annual report' \
    "$(says 关于召开会议的通知 明天开会。)"
done_testing
