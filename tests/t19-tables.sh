# One part of the form in several tables.
. "${srcdir-.}/tests/tap.sh"
cd "$tmp" || exit 99
cat >two.txt <<'END'
云溪县人民政府2022年政府信息公开工作年度报告

二、主动公开政府信息情况

第二十条第（六）项

| 信息内容 | 本年处理决定数量 |
| --- | --- |
| 行政处罚 | 12 |

第二十六条第（六）项

| 信息内容 | 本年处理决定数量 |
| --- | --- |
| 行政强制 | 7 |

三、收到和处理政府信息公开申请情况
END
figures()
{
	"$builddir/tests/dump-filing" "$1" |
	    sed -n 's/^fig \([a-z_]*\) - number \([0-9]*\) .*/\1 \2/p
		s/^obs \(row_missing\|article\) @\([0-9]*\) .*/\1 \2/p'
}
same 'rows of two tables with the same columns are of one part' \
'penalties_decided 12
coercion_decided 7
article 11' "$(figures two.txt)"
sed 's/^| 信息内容 | 本年处理决定数量 |$/&/
    14s/.*/| 信息内容 | 上一年项目数量 | 处理决定数量 |/
    15s/.*/| --- | --- | --- |/
    16s/.*/| 行政强制 | 3 | 7 |/' two.txt >other.txt
same 'rows under other columns are not' '1' \
    "$(figures other.txt | grep -c _decided)"

cat >cut.txt <<'END'
云溪县人民政府2020年政府信息公开工作年度报告
二、主动公开政府信息情况
第二十条第(一)项 | |||
信息内容 | 本年新 | 本年新 | 对外公开总数量 |
规章 | 1 | 2 | 30 |
规范性文件 | 4 | 5 | 60 |
三、收到和处理政府信息公开申请情况
END
all_figures()
{
	"$builddir/tests/dump-filing" "$1" |
	    sed -n 's/^fig \([a-z_]*\) - \([a-z]* [0-9]*\) .*/\1 \2/p'
}
same 'heads that were cut short are known by their place' \
'rules_disclosed_total number 30
rules_made inferred 1
rules_newly_disclosed inferred 2
normative_disclosed_total number 60
normative_made inferred 4
normative_newly_disclosed inferred 5' "$(all_figures cut.txt)"
sed 's/本年新 | 本年新/本年新制作数量 | 本年新制作数量/' cut.txt >twice.txt
same 'and so is one that says what another says' \
'rules_made number 1
rules_disclosed_total number 30
rules_newly_disclosed inferred 2
normative_made number 4
normative_disclosed_total number 60
normative_newly_disclosed inferred 5' "$(all_figures twice.txt)"
sed 's/本年新 | 本年新/本年新制作数量 | 历年合计/' cut.txt >strange.txt
same 'one that says something else is not' '' "$(all_figures strange.txt)"

cat >channels.txt <<'END'
云溪县人民政府2023年政府信息公开工作年度报告
三、收到和处理政府信息公开申请情况
四、政府信息公开行政复议、行政诉讼情况
| 项目 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
| --- | --- | --- | --- | --- | --- |
| 行政复议 | 2 | 1 | 0 | 0 | 3 |
| 行政诉讼（未经复议） | 0 | 4 | 0 | 0 | 4 |
| 行政诉讼（复议后） | 5 | 0 | 0 | 0 | 5 |
五、存在的主要问题及改进情况
END
same 'section 四 with a row for each channel' \
'review_total number 3
suit_direct_total number 4
suit_after_review_total number 5' "$(all_figures channels.txt | grep total)"

heading()
{
	sed "s/^三、.*/$1/" cut.txt >heading.txt
	"$builddir/tests/dump-filing" heading.txt | sed -n 's/^section 3 .*heading //p'
}
for h in 三是收到和处理政府信息公开申请情况 三收到和处理政府信息公开申请情况 \
	'三）收到和处理政府信息公开申请情况'
do
	same "a heading: $h" "$h" "$(heading "$h")"
done
same 'and what is none' '' "$(heading 三是收到和处理政府信息公开申请不及时)"

# Labels that are not the form's: where one row of the form is all that can
# stand there, it is reasoned out; else there is no figure, and a note.
cat >row.txt <<'END'
云溪县人民政府2022年政府信息公开工作年度报告
三、收到和处理政府信息公开申请情况
END
row()
{
	printf '%s|%s|0|0|0|0|0|%s\n' "$1" "$2" "$2"
}
{
	row 一、本年新收政府信息公开申请数量 9
	row 二、上年结转政府信息公开申请数量 0
	row （一）予以公开 4
	row '（二）部分公开（区分处理的，只计这一情形，不计其他情形）' 0
	echo （三）不予公开
	row 1.属于国家秘密 0
	row 2.其他法律行政法规禁止公开 0
	row 3.危及“三安全一稳定” 0
	row 4.保护第三方合法权益 1
	row 5.属于三类内部事务信息 2
	row 6.属于四类过程性信息 0
	row 7.属于行政执法案卷 2
	row 8.属于行政查询事项 0
} >rows
# $1 says how the labels are changed, $2 how the rows are printed.
unknown()
{
	{ cat row.txt; sed "$1" rows | "$2"; } >unknown.txt
	"$builddir/tests/dump-filing" unknown.txt |
	    sed -n 's/^fig \(denied[a-z_]*\) total \([a-z]* [0-9]*\) .*/\1 \2/p
		s/^\(note [A-Z_]*\) .* detail \(.*\)/\1 \2/p
		s/^obs row_missing .* text \(.*\)/missing \1/p' |
	    grep -v 'TABLE_MISSING\|state_secret\|law_proh\|security\|query' |
	    LC_ALL=C sort
}
tabs() { tr '|' '\t'; }
cells() { tr '|' '\n'; }
bars() { sed 's/.*/| & |/; s/|/ | /g'; }
for how in tabs cells bars
do
	same "$how: a label in other words, where but one row fits" \
'denied_enforcement_file number 2
denied_internal_affairs inferred 2
denied_process_info number 0
denied_third_party number 1
note INFERRED denied_internal_affairs: 5.属于内部管理信息
note TRUNCATED requests' "$(unknown s/三类内部事务/内部管理/ $how)"
	same "$how: labels in other words, where several rows fit" \
'denied_enforcement_file number 2
denied_third_party number 1
note ROW_UNREAD 5.属于内部管理信息: no label of the form
note ROW_UNREAD 6.属于讨论记录信息: no label of the form
note TRUNCATED requests' \
	    "$(unknown 's/三类内部事务/内部管理/; s/四类过程性/讨论记录/' $how)"
	same "$how: a row of the filer's own is not one of the form's" \
'denied_enforcement_file number 2
denied_process_info number 0
denied_third_party number 1
note ROW_UNREAD 5.属于工作秘密: no label of the form
note TRUNCATED requests' "$(unknown s/三类内部事务信息/工作秘密/ $how)"
done

cat >head.txt <<'END'
云溪县人民政府2022年政府信息公开工作年度报告
二、主动公开政府信息情况
第二十条第（八）项
信息内容 | 本年收费金额（单位：万元）
行政事业性收费 | 12
三、收到和处理政府信息公开申请情况
END
fee()
{
	sed "s/万元/$1/" head.txt >fee.txt
	"$builddir/tests/dump-filing" fee.txt |
	    sed -n 's/^fig fees_collected - \([a-z]* *[0-9.]*\) .*/\1/p'
}
same 'a fee in 万元' 'number 12' "$(fee 万元)"
same 'in 元' 'number 0.0012' "$(fee 元)"
same 'in 人民币元' 'number 0.0012' "$(fee 人民币元)"
same 'in no unit' 'number 12' "$(fee)"
same 'in 千元' 'number 1.2' "$(fee 千元)"

# Figures below several labels, none of which has any in its row.
bare()
{
	{
		sed 's/2020/2022/;3,$d' cut.txt
		echo '三、收到和处理政府信息公开申请情况'
		echo ' |自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计'
		echo '一、本年新收政府信息公开申请数量|5|0|0|0|0|0|5'
		cat
		echo '（七）总计|5|0|0|0|0|0|5'
	} >bare.txt
	"$builddir/tests/dump-filing" bare.txt |
	    sed -n 's/^fig \(granted_[a-z]*\) total \([a-z]* [0-9]*\) .*/\1 \2/p'
}
same 'figures below a label are its own' 'granted_partial number 3' "$(bare <<'END'
（二）部分公开|||||||
|3|0|0|0|0|0|3
END
)"
same 'not when other words stand between' '' "$(bare <<'END'
（二）部分公开|||||||
1.属于国|||||||
|3|0|0|0|0|0|3
END
)"
same 'unless they are the rest of it' 'granted_partial number 3' "$(bare <<'END'
（二）部分公开（区分处理的，只计这一情形，|||||||
不计其他情形）|||||||
|3|0|0|0|0|0|3
END
)"

same 'figures of two lines of one label' '' "$(bare <<'END'
（二）部分公开（区分处理的，只计这一情|4||32||||36
形，不计其他情形）|||12||||16
END
)"
same 'digits of a figure that was broken' '' "$(bare <<'END'
（二）部分公开|4||3||||7
||1,21||||1,21
END
)"
same 'and none that is complete' 'granted_partial number 10' "$(bare <<'END'
（二）部分公开|4|0|3|0|0|3|10
（三）不予公开|||||||
END
)"
disputes()
{
	{
		sed 's/2020/2022/;3,$d' cut.txt
		echo '四、政府信息公开行政复议、行政诉讼情况'
		echo '行政复议|||||||||'
		cat
	} >disputes.txt
	"$builddir/tests/dump-filing" disputes.txt |
	    sed -n 's/^fig \(review_[a-z]*\) - \([a-z]* [0-9]*\) .*/\1 \2/p'
}
same 'five figures in a row are those of one channel' 'review_upheld number 1
review_corrected number 0
review_other number 2
review_pending number 0
review_total number 3' "$(echo '1|0|2|0|3|||||' | disputes)"
same 'not if they are columns apart' '' \
    "$(echo '1||0|||2|0||3||' | disputes)"

if "$nianbao" --version | grep -qF html+gumbo
then
	{
		cat row.txt | sed 's|.*|<p>&</p>|'
		echo '<table>'
		sed '/^（三）/d' rows | awk -F '|' '
		$1 ~ /^1/ { g = "<td rowspan=8>（三）不予公开" }
		{
			printf "<tr>%s<td>%s", g, $1 ~ /^5/ ? "" : $1
			g = ""
			for (i = 2; i <= 8; i++)
				printf "<td>%s", $i
			print ""
		}'
		echo '</table>'
	} >group.html
	same 'the head of a group is not the label of its rows' \
'denied_enforcement_file number 2
denied_internal_affairs inferred 2' \
	    "$("$builddir/tests/dump-filing" group.html | sed -n \
	    's/^fig \(denied[a-z_]*\) total \([a-z]* 2\) .*/\1 \2/p' |
	    LC_ALL=C sort)"
	{
		sed 's|.*|<p>&</p>|' row.txt
		echo '<table><tr><td>申请人情况<td>自然人<td>商业企业<td>科<td>社'
		echo '<tr><td>（一）予以公开<td>4<td>1<td><td>7'
		echo '<tr><td>（二）部分公开<td><td><td><td>'
		echo '</table>'
	} >wide.html
	same 'of a table that is wider than its page no cell is blank' \
	    'note ROW_UNREAD' \
	    "$("$builddir/tests/dump-filing" wide.html | sed -n \
	    '/^fig/p;/cell_count/p;s/^\(note ROW_UNREAD\) .*/\1/p')"
	sed 's/<td>社/&<td>总计/;s/<td>$/&<td>/' wide.html >narrow.html
	same 'one that has its last column is seen to lack some' \
	    'obs cell_count' \
	    "$("$builddir/tests/dump-filing" narrow.html | sed -n \
	    's/^\(obs cell_count\) .*/\1/p' | uniq)"
	spans()		# of four cells with a label and three figures
	{
		sed 's|.*|<p>&</p>|;/三、/d' cut.txt | sed -n '1,2p'
		echo '<table><tr><td colspan=25>第二十条第（五）项'
		echo '<tr><td colspan=5>信息内容<td colspan=5>上一年项目数量'
		echo '<td colspan=10>本年增/减<td colspan=5>处理决定数量'
		echo "<tr><td colspan=5>行政许可<td colspan=$1>1"
		echo "<td colspan=$2>2<td colspan=$3>3</table>"
	}
	spans 10 5 5 >spans.html
	same 'cells of other widths than their heads' 'licence_items_prev number 1
licence_items_change number 2
licences_decided number 3' "$(all_figures spans.html)"
	spans 20 5 5 >spans.html
	same 'but for one that is below all of them' '' \
	    "$(all_figures spans.html)"
else
	skip 'the head of a group' 'built without gumbo'
	skip 'cells of other widths than their heads' 'built without gumbo'
	skip 'a table that is wider than its page' 'built without gumbo'
	skip 'one that has its last column' 'built without gumbo'
fi

# A label that is cut short is the filer's where a cell is a cell; in text it
# may have been broken by whoever made it.
cat >short.txt <<'END'
云溪县人民政府2022年政府信息公开工作年度报告
三、收到和处理政府信息公开申请情况
| 申请人情况 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
| --- | --- | --- | --- | --- | --- | --- | --- |
| 一、本年新收政府信息公开申 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |
| 二、上年结转的信息公开申请数 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |
| （一）予以公开 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |
| 8.行政查询事项 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
| （七）总计 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |
| 四、结转下年度继续办理 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |
END
labels()
{
	"$builddir/tests/dump-filing" "$1" |
	    sed -n 's/^obs label @[0-9]* \([a-z_]*\) .*/\1/p'
}
same 'labels that are not those of the form' 'new_requests
carried_over
denied_admin_query' "$(labels short.txt)"
tab=$(printf '\t')
sed "/---/d;s/ | /$tab/g;s/^| //;s/ |\$//" short.txt >tabs.txt
same 'but for pieces of labels in text' 'carried_over
denied_admin_query' "$(labels tabs.txt)"
same 'and for all in columns of spaces' '' \
    "$(labels "$srcdir/tests/spaced/00236.spaced.txt")"
same 'section 四 in columns of spaces is not said to be unread' '' \
    "$("$builddir/tests/dump-filing" "$srcdir/tests/spaced/00304.spaced.txt" |
    sed -n 's/^note //p')"

# Columns of spaces in which rows of section 二 have no figures.
blanks()
{
	printf '%s\n' 云溪县审计局2022年政府信息公开工作年度报告 \
	    二、主动公开政府信息情况 '第二十条第（一）项' \
	    '信息内容              本年制发件数   本年废止件数   现行有效件数' \
	    '规章                1              2              3' \
	    '行政规范性文件           4              5              6' \
	    '第二十条第（五）项' '信息内容              本年处理决定数量' "$@" \
	    '第二十条第（八）项' '信息内容          本年收费金额（单' \
	    '              位：万元）' '行政事业性收费       0.3764' \
	    三、收到和处理政府信息公开申请情况 >blanks.txt
	"$builddir/tests/dump-filing" blanks.txt |
	    sed -n 's/^fig \([a-z]*\)_[dc].* \(blank\|[a-z]* [0-9.]*\) .*/\1 \2/p' |
	    sed 's/ *$//' | tr '\n' ';'
}
six='第二十条第（六）项'
seven='信息内容              本年处理决定数量'
same 'labels without figures below a head' \
    'licences blank;penalties blank;coercion number 3;fees number 0.3764;' \
    "$(blanks 行政许可 "$six" "$seven" 行政处罚 '行政强制              3')"
same 'and below a row' \
    'licences number 7;penalties number 30852;coercion blank;'\
'fees number 0.3764;' "$(blanks '行政许可              7' "$six" "$seven" \
    '行政处罚              30852' 行政强制)"
same 'all of them' \
    'licences blank;penalties blank;coercion blank;fees number 0.3764;' \
    "$(blanks 行政许可 "$six" "$seven" 行政处罚 行政强制)"
same 'figures without a label beside them' \
    'licences blank;fees number 0.3764;' \
    "$(blanks 行政许可 "$six" "$seven" 行政处罚 \
    '                      12    30' 行政强制)"
same 'a line more than the labels' \
    'penalties number 5;coercion number 3;fees number 0.3764;' \
    "$(blanks 行政许可 若干 "$six" "$seven" '行政处罚              5' \
    '行政强制              3')"
same 'a label that is not known' \
    'penalties number 5;coercion number 3;fees number 0.3764;' \
    "$(blanks 行政许司 "$six" "$seven" '行政处罚              5' \
    '行政强制              3')"

# Heads that come again below figures, in one table: one of last year, or the
# same once more, be it in part.
again()		# LINE...: below the first table
{
	heads=申请人情况,自然人,商业企业,科研机构,社会公益组织,法律服务机构,其他,总计
	printf '%s\n' 云溪县审计局2022年政府信息公开工作年度报告,,,,,,, \
	    三、收到和处理政府信息公开申请情况,,,,,,, "$heads" \
	    一、本年新收政府信息公开申请数量,5,3,0,0,0,1,9 \
	    二、上年结转政府信息公开申请数量,1,0,0,0,0,0,1 "$@" \
	    四、政府信息公开行政复议、行政诉讼情况,,,,,,, 略,,,,,,, >again.csv
	"$builddir/tests/dump-filing" again.csv | sed -n '/TRUNC\|TABLE_/d
	    s/^fig [a-z_]* [a-z_]* \(number\|inferred\) \([1-9][0-9]*\) .*/\2/p
	    s/^note \([A-Z_]*\) .*/\1/p' | xargs
}
again	# for $heads
same 'another table, and nothing says of which year' '1 TWICE' \
    "$(again "$heads" 一、本年新收政府信息公开申请数量,4,2,0,0,0,1,7 \
    二、上年结转政府信息公开申请数量,2,0,0,0,0,0,2)"
same 'one of last year' '5 3 1 9 1 1 OTHER_YEAR' \
    "$(again 2021年收到和处理政府信息公开申请情况如下：,,,,,,, "$heads" \
    一、本年新收政府信息公开申请数量,4,2,0,0,0,1,7 \
    二、上年结转政府信息公开申请数量,2,0,0,0,0,0,2)"
same 'one that is the same' '5 3 1 9 1 1' \
    "$(again "$heads" 一、本年新收政府信息公开申请数量,5,3,0,0,0,1,9 \
    二、上年结转政府信息公开申请数量,1,0,0,0,0,0,1)"
same 'the rest of the table, on the next page' '5 3 1 9 1 1 2 2' \
    "$(again "$heads" 四、结转下年度继续办理,2,0,0,0,0,0,2)"

same 'the same below some of its heads' '5 3 1 9 1 1 2 2' \
    "$(again 申请人情况,自然人,,,,,其他,总计 四、结转下年度继续办理,2,0,0,0,0,0,2)"
outcomes()	# FIGURE: of the first row, one more of each that follows
{
	n=$1
	for label in （一）予以公开 （二）部分公开 1.属于国家秘密 \
	    2.其他法律行政法规禁止公开 3.危 4.保护第三方合法权益
	do
		echo "$label,$n,0,0,0,0,0,$n"
		n=$((n + 1))
	done
}
same 'a label that was cut off' \
    '5 3 1 9 1 1 10 10 11 11 12 12 13 13 14 14 15 15 INFERRED' \
    "$(again $(outcomes 10))"
same 'and another table' '1 TWICE INFERRED' \
    "$(again $(outcomes 10) "$heads" \
    一、本年新收政府信息公开申请数量,4,2,0,0,0,1,7 \
    二、上年结转政府信息公开申请数量,2,0,0,0,0,0,2 $(outcomes 30))"

# A label in two rows of lines, the second of which has the figures.
cat >below.txt <<END
云溪县人民政府2020年政府信息公开工作年度报告
二、主动公开政府信息情况
第二十条第（五）项
信息内容${tab}上一年项目数量${tab}本年增/减${tab}处理决定数量
行政许可${tab}1${tab}2${tab}3
其他对外管理服务事${tab}${tab}${tab}
项${tab}4${tab}5${tab}6
三、收到和处理政府信息公开申请情况
END
same 'a label that goes on in the row of its figures' 'licence_items_prev number 1
licence_items_change number 2
licences_decided number 3
other_service_items_prev number 4
other_service_items_change number 5
other_services_decided number 6' "$(all_figures below.txt)"
sed 's/^项/丙/' below.txt >strange.txt
same 'one above a row of other words is not blank' 'licence_items_prev number 1
licence_items_change number 2
licences_decided number 3' "$(all_figures strange.txt)"

# Heads that are broken over lines in their cells.
cat >broken.txt <<'END'
云溪县人民政府2022年政府信息公开工作年度报告
三、收到和处理政府信息公开申请情况
| （本列数据的勾<br>稽关系为） | | 申请人<br>情况 | | | | | | |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
| | | 自<br>然人 | 法<br>人或<br>其他组织 | | | | | 总计 |
| | | | 商业<br>企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | |
| 一、本年新收政府信息公开申请数量 | | 821 | 35 | | | 2 | 1 | 859 |
| 二、上年结转政府信息公开申请数量 | | 18 | | | | | | 18 |
| 三、本年度办理结果 | （一）予以公开 | 258 | 12 | | | 1 | 1 | 272 |
| | （二）部分公开 | 3 | | | | | | 3 |
END
same 'heads that are broken over lines' 'carried_over commercial_enterprise blank
carried_over natural_person number
granted_full research_institution blank' \
    "$("$builddir/tests/dump-filing" broken.txt | sed -n \
    's/^fig \(carried_over [cn][a-z_]*\|granted_full r[a-z_]*\) \([a-z]*\) .*/\1 \2/p' |
    LC_ALL=C sort)"

# Nothing stands before the first row.
cat >first.txt <<'END'
| 一、本年新收政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |
| --- | --- | --- | --- | --- | --- | --- | --- |
| 二、上年结转政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |
| （一）予以公开 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |
| （七）总计 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |
| 四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
云溪县人民政府2022年政府信息公开工作年度报告
END
same 'a row that a document begins with' 'new_requests total number 1' \
    "$("$builddir/tests/dump-filing" first.txt | sed -n \
    's/^fig \(new_requests total number [0-9]*\) .*/\1/p')"

# U+FFFD is what a reader has for a character of which nothing is known.
unknown=$(printf '\357\277\275')
sed "9s/12/1$unknown/" two.txt >unknown.txt
same 'a figure of which a digit is not known is none' \
"coercion_decided 7
article 11
note ILLEGIBLE @9 detail penalties_decided: 1$unknown" "$(figures unknown.txt;
    "$builddir/tests/dump-filing" unknown.txt | grep ILLEGIBLE)"

unknown()
{
	{
		sed -n 1,2p two.txt
		echo '三、收到和处理政府信息公开申请情况'
		echo ' |自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计'
		echo '一、本年新收政府信息公开申请数量|3|0|0|0|0|0|3'
		cat
	} >unknown.txt
	"$builddir/tests/dump-filing" unknown.txt |
	    sed -n 's/^fig \([a-z_]*\) \([a-z]*_institution\|total\) /\1 \2 /p' |
	    cut -d ' ' -f 1-4
}
same 'nor is it a remark beside others' 'new_requests research_institution number 0
new_requests total number 3' "$(unknown <<END
二、上年结转政府信息公开申请数量|0|1|2|0|0|0|1$unknown|063$unknown
END
)"
same 'and without a label it may be of a row beside it' \
'new_requests research_institution number 0
new_requests total number 3' "$(unknown <<END
（一）予以公开|3|0|0|0|0|0|3
|13364$unknown 252$unknown 0|
（七）总计|7$unknown|6$unknown|0|2|25$unknown|3|9$unknown
END
)"

# A row whose label and whose figures are on two lines each.
cat >torn.txt <<'END'
云溪县人民政府2022年政府信息公开工作年度报告

三、收到和处理政府信息公开申请情况

| 一、本年新收政府信息公开申请数量 | 3 | 1 | 0 | 0 | 0 | 0 | 4 |
| 二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
| （一）予以公开 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |
|  | （二）部分公开（区分处理的，只计这一情形 |
| ，不计其他情形） |  | 0 |
|  | 1 | 0 | 0 | 0 | 0 | 1 |
| （七）总计 | 2 | 1 | 0 | 0 | 0 | 0 | 3 |
| 四、结转下年度继续办理 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |
END
same 'a row that ends before its total has no blank cells' \
    'granted_full total number 2' \
    "$("$builddir/tests/dump-filing" torn.txt | sed -n \
    's/^fig \(granted_[a-z]* total [a-z]* *[0-9]*\) .*/\1/p')"
done_testing
