#!/bin/sh
# The statistical table of 2014 in the layouts in which it is printed: each
# of its 58 figures is read, and no other.
. "${srcdir-.}/tests/tap.sh"

items=$srcdir/schema/form/item.tsv
head='云溪县白鹭镇2016年政府信息公开工作年度报告

本报告的统计期限自2016年1月1日起至2016年12月31日止。

一、概述

2016年，我镇认真开展政府信息公开工作。

附件：政府信息公开情况统计表
'

# The rows "label, unit, figure, figure of the year before"; headings have
# no figure.
awk -F '\t' '$1 == "stat2014" {
	n++
	v = $5 == "heading" ? "" : 100 + n
	print $9 "\t" $6 "\t" v "\t" (v == "" ? "" : v + 7)
	if (v != "")
		print $3, v > figures
}' figures="$tmp/figures" "$items" >"$tmp/rows"
LC_ALL=C sort "$tmp/figures" >"$tmp/want"
same 'the form has 58 figures' 58 "$(wc -l <"$tmp/want" | tr -d ' ')"

# What awk prints for the rows, behind the head, is read; $1 says what it
# is, $2 the kind of file.
layout()
{
	f="$tmp/report.$2"
	case $2 in
	html)
		{
			echo '<html><meta charset="utf-8"><body>'
			echo "$head" | sed 's|.*|<p>&</p>|'
			echo '<table>'
			awk -F '\t' "$3" "$tmp/rows"
			echo '</table></body></html>'
		} >"$f" ;;
	*)
		{
			printf '%s\n' "$head"
			awk -F '\t' "$3" "$tmp/rows"
		} >"$f" ;;
	esac
	rm -f "$tmp/x.db"
	"$nianbao" import -q -d "$tmp/x.db" "$f" >"$tmp/said" 2>&1
	same "$1" "$(cat "$tmp/want")" "$(sqlite3 -separator ' ' "$tmp/x.db" \
	    "SELECT item, value FROM figure
	      WHERE form = 'stat2014' AND state = 'number'" |
	    LC_ALL=C sort)"
}

layout 'tabs, with heads' txt '
	BEGIN { print "指标名称\t单位\t统计数" }
	{ print $1 "\t" $2 "\t" $3 }'
layout 'figures before units' txt '
	BEGIN { print "指标名称\t数量\t单位" }
	{ print $1 "\t" $3 "\t" $2 }'
layout 'no heads, units in the labels' txt '
	{ print $1 ($2 == "" ? "" : "（单位：" $2 "）") "\t" $3 }'
layout 'no heads, units behind the figures' txt '
	{ print $1 "\t" $3 $2 }'
layout 'two years, in heads' txt '
	BEGIN { print "指标名称\t单位\t2015年\t2016年" }
	{ print $1 "\t" $2 "\t" $4 "\t" $3 }'
layout 'a cell a line' txt '
	BEGIN { print "指标名称\n\n单位\n\n统计数\n" }
	{ print $1 "\n\n" ($2 == "" ? "——" : $2) "\n\n" \
	    ($3 == "" ? "——" : $3) "\n" }'
layout 'a cell a line, without units' txt '
	{ print $1; if ($3 != "") print $3 }'
layout 'a row a line, one space between' txt '
	{ print $1 ($3 == "" ? "" : " " $2 " " $3) }'
layout 'columns of spaces, with units' txt '
	{ print $1 ($3 == "" ? "" : "   " $2 "   " $3) }'
layout 'columns of spaces, with codes behind the units' txt '
	BEGIN { print "统计指标   单位   代码   统计数" }
	$3 == "" { print $1; next }
	{ printf "%s   %s   %02d   %s\n", $1, $2, ++n, $3 }'
layout 'a cell a line, of the year and of all years' txt '
	BEGIN { print "指标名称\n计量 单位\n2016年度\n历年累计" }
	{ print $1; if ($3 != "") { print $2; print $3; print $4 } }'
layout 'the other way round, and with codes' txt '
	BEGIN { print "指标名称\n单位\n代码\n历年累计\n本年" }
	{ print $1; if ($3 != "") { print $2; printf "%02d\n", NR
	    print $4; print $3 } }'
layout 'of all years, without a head of the year' txt '
	BEGIN { print "指标名称\t单位\t历年累计\t统计数" }
	{ print $1 "\t" $2 "\t" $4 "\t" $3 }'
layout 'tabs, of the year and of all years' txt '
	BEGIN { print "指标名称\t计量单位\t2016年度\t历年累计" }
	{ print $1 "\t" $2 "\t" $3 "\t" $4 }'
layout 'tabs, of the year behind those of all' txt '
	BEGIN { print "指标名称\t单位\t累计\t本年度" }
	{ print $1 "\t" $2 "\t" $4 "\t" $3 }'
layout 'tabs, of the month before those of the year' txt '
	BEGIN { print "指标名称\t单位\t本期实际\t本年累计" }
	{ print $1 "\t" $2 "\t" ($3 == "" ? "" : 1) "\t" $3 }'
layout 'numbered rows, a cell a line' txt '
	{ print NR; print $1; if ($3 != "") { print $2; print $3 } }'
# In columns of spaces, two figures and no head that says which; one figure
# below one of two heads; a row of which the figure is not there; and, where
# heads are known, a figure that is not below its own.
unfit()
{
	{
		printf '%s\n' "$head"
		awk -F '\t' "$2" "$tmp/rows"
	} >"$tmp/spaced.txt"
	rm -f "$tmp/x.db"
	"$nianbao" import -q -d "$tmp/x.db" "$tmp/spaced.txt" >"$tmp/said" 2>&1
	same "$1" "$3" "$(sqlite3 -separator ' ' "$tmp/x.db" \
	    "SELECT state, count(*) FROM figure WHERE state <> 'missing'
	      GROUP BY state")"
}
unfit 'columns of spaces, two figures: none is read' '
	$3 == "" { print $1; next }
	{ print $1 "   " $2 "   " $4 "   " $3 }' ''
unfit 'columns of spaces, one figure and two heads: none is read' '
	BEGIN { print "统计指标   单位   2015年   2016年" }
	{ print $1 ($3 == "" ? "" : "   " $2 "   " $3) }' ''
unfit 'columns of spaces, a figure is not there: that row is not read' '
	{ print $1 ($3 == "" ? "" : "   " $2 (NR % 9 ? "   " $3 : "")) }' \
    'number 51'
unfit 'tabs, figures where the units should be: such rows are not read' '
	BEGIN { print "统计指标\t单位\t统计数" }
	$3 == "" { print $1; next }
	{ print $1 (NR % 4 ? "\t" $2 : "") "\t" $3 }' 'number 42'
# Two numbers and no head that says which: neither.
{
	printf '%s\n' "$head"
	awk -F '\t' '{ print $1; if ($3 != "") { print $2; print $3
	    print $4 } }' "$tmp/rows"
} >"$tmp/two.txt"
rm -f "$tmp/x.db"
"$nianbao" import -q -d "$tmp/x.db" "$tmp/two.txt" >"$tmp/said" 2>&1
same 'two numbers a row and no heads: none is read' 0 "$(sqlite3 "$tmp/x.db" \
    "SELECT count(*) FROM figure WHERE state = 'number'")"
if "$nianbao" --version | grep -q 'html+gumbo'
then
	layout 'HTML, numbers and codes beside the labels' html '
	BEGIN { print "<tr><td>序号<td>指标名称<td>代码<td>单位<td>数量" }
	{ printf "<tr><td>%d<td>%s<td>%02d<td>%s<td>%s\n", NR, $1, NR, $2, $3 }'
	layout 'HTML, a head over the columns of groups and labels' html '
	BEGIN { print "<tr><td colspan=2>指标名称<td>单位<td>数量" }
	$3 == "" { print "<tr><td colspan=4>" $1; next }
	{ print "<tr><td><td>" $1 "<td>" $2 "<td>" $3 }'
	layout 'HTML, two halves beside each other' html '
	{ cell[NR] = "<td>" $1 "<td>" $2 "<td>" $3 }
	END {
		h = "<td>指标名称<td>单位<td>数量"
		print "<tr>" h h
		for (i = 1; i <= 33; i++)
			print "<tr>" cell[i] cell[i + 33]
	}'
	layout 'HTML, two halves without heads' html '
	{ cell[NR] = "<td>" $1 "<td>" $2 "<td>" $3 }
	END {
		for (i = 1; i <= 33; i++)
			print "<tr>" cell[i] cell[i + 33]
	}'
else
	skip 'HTML' 'built without gumbo'
fi

# Two columns of figures and nothing that tells them apart: none of them.
awk -F '\t' '{ print $1 "\t" $3 "\t" $4 }' "$tmp/rows" >"$tmp/two"
{ printf '%s\n' "$head"; cat "$tmp/two"; } >"$tmp/two.txt"
rm -f "$tmp/x.db"
"$nianbao" import -q -d "$tmp/x.db" "$tmp/two.txt" >"$tmp/said" 2>&1
same 'two columns that nothing tells apart are not read' '0 ROW_UNREAD' \
    "$(sqlite3 -separator ' ' "$tmp/x.db" "SELECT count(*),
	(SELECT group_concat(DISTINCT name) FROM note WHERE name LIKE 'ROW%')
	FROM figure WHERE state = 'number'")"

# A report before 2019 is on no form of today, whatever its words are like.
{ printf '%s\n' "$head"; printf '（一）同意公开答复数\t3\n'; } >"$tmp/few.txt"
rm -f "$tmp/x.db"
"$nianbao" import -q -d "$tmp/x.db" "$tmp/few.txt" >"$tmp/said" 2>&1
same 'no row of a form that was not there yet' 'none 0' \
    "$(sqlite3 -separator ' ' "$tmp/x.db" "SELECT form, (SELECT count(*)
	FROM note WHERE name = 'ROW_UNREAD') FROM filing")"

# A few rows, some of them blank, with labels that sound like those of
# section 三: label;unit;figure.
cd "$tmp" || exit 99
cat >rows <<'END'
统计指标;单位;统计数
一、主动公开情况;;
（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）;条;412
其中：主动公开规范性文件数;条;3
制发规范性文件总数;件;
三、依申请公开情况;;
（一）收到申请数;件;17
1．当面申请数;件;0
（三）申请答复数;件;16
2．同意公开答复数;件;12
3．同意部分公开答复数;件;
4．不同意公开答复数;件;4
其中：涉及国家秘密;件;1
（三）接受培训人员数;人次;120
END
cat >head <<'END'
云溪县白鹭镇人民政府2016年政府信息公开工作年度报告
一、概述
2016年，我镇按照要求公开政府信息。
二、主动公开政府信息情况
全年公开信息412条。
三、依申请公开政府信息情况
全年收到申请17件。
政府信息公开情况统计表
END
cat >want <<'END'
disclosed_items number 412
disclosed_normative number 3
normative_made blank
requests_received number 17
received_in_person number 0
replies_total number 16
reply_granted number 12
reply_granted_partial blank
reply_denied number 4
reply_denied_state_secret number 1
trainees number 120
END

statistic()
{
	{ cat head; sed "$1" rows; } | if [ "$2" = lines ]
	then
		tr ';' '\n' | grep -v '^$'
	else
		cat
	fi >statistic.txt
	"$builddir/tests/dump-filing" statistic.txt |
	    sed -n 's/^stat \([a-z_]*\) \([a-z]* *[0-9]*\) @.*/\1 \2/p
		s/^fig /wrong &/p' | sed 's/ *$//' >got
	same "$3" "$(cat want)" "$(cat got)"
}
statistic 's/;/ | /g;s/^/| /;s/$/ |/' row 'bars'
statistic 's/;/ | /g;s/$/ |/' row 'a bar behind each cell'
statistic 's/;/	/g' row 'tabs'
statistic 's/;/,/g' row 'commas'
statistic 's/;/ /g' row 'a row a line, one space between cells'
statistic 's/;//g' row 'nothing between the cells'
statistic '' lines 'a cell a line'
statistic 's/;/;|;/g;s/$/;|/' lines 'a cell a line, and a bar'
# Figures with a unit of their own are in that of their row.
cat >want <<'END'
requests_received number 12000
received_in_person number 5
received_fax number 0
requests_completed number 12000
replies_total number 12000
request_fees number 12
ogi_budget number 5
trainees text
END
cat >rows <<'END'
（一）收到申请数;件;1.2万
1．当面申请数;件;5件
2．传真申请数;件;0
（二）申请办结数;件;12000
（三）申请答复数;件;12000
七、依申请公开信息收取的费用;万元;12万
（四）政府信息公开专项经费;万元;50000元
（三）接受培训人员数;人次;3万元
END
statistic 's/;/	/g' row 'units in the cells'
# What may be one figure or another is none, and no text that was filed.
cat >want <<'END'
requests_received number 12
requests_completed number 12
replies_total number 12
ogi_budget number 5
trainees text
END
cat >rows <<'END'
统计指标;单位;统计数
（一）收到申请数;件;12
1．当面申请数;件;1²
2．传真申请数;件;O
3．网络申请数;件;05
（二）申请办结数;件;12注¹
（三）申请答复数;件;12
七、依申请公开信息收取的费用;万元;1.5¹
（四）政府信息公开专项经费;万元;5
（三）接受培训人员数;人次;约3
END
statistic 's/;/	/g' row 'marks behind figures'
done_testing
