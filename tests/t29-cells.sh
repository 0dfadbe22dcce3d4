# What stands in cells instead of plain figures.
. "${srcdir-.}/tests/tap.sh"
cd "$tmp" || exit 99
"$nianbao" --version | grep -qF html+gumbo || {
	skip 'cells' 'no reader of HTML was compiled in'
	done_testing
	exit
}

figures()
{
	"$builddir/tests/dump-filing" "$1" | sed -n "s/^fig \($2[a-z_]*\) \
\([a-z_-]*\) \([a-z]*\) \([-0-9.]*\) .*/\1 \2 \3 \4/p
	    s/^\(note [A-Z_]*\) @[0-9]* detail .*/\1/p" |
	    sed 's/ - / /' | grep -v 'UNPLACED\|TABLE_MISSING'
}

# report TABLE SECTION: with that table as section 二 or 三
report()
{
	two= three=
	test "$2" = 二 && two=$1 || three=$1
	echo "<h1>云溪县审计局2022年政府信息公开工作年度报告</h1>
<p>一、总体情况</p><p>略</p><p>二、主动公开政府信息情况</p>$two
<p>三、收到和处理政府信息公开申请情况</p>$three
<p>四、政府信息公开行政复议、行政诉讼情况</p>
<p>五、存在的主要问题及改进情况</p><p>六、其他需要报告的事项</p><p>无。</p>"
}
penalties()
{
	report "<table><tr><td colspan=2>第二十条第（六）项</td></tr><tr>
<td>信息内容</td><td>本年处理决定数量</td></tr><tr><td>行政处罚</td>
<td>$1</td></tr><tr><td>行政强制</td><td>7</td></tr></table>" 二 >cell.html
	figures cell.html penalties_ | tr '\n' ' ' | sed 's/ *$//'
}
while IFS='|' read -r cell want
do
	same "a cell that says $cell" "$want" "$(penalties "$cell")"
done <<'END'
行政处罚250件|penalties_decided inferred 250
二百五十|penalties_decided number 250
12万|penalties_decided number 120000
1.2万件|penalties_decided number 12000
250注1|penalties_decided number 250
250(件)|penalties_decided number 250
250.00|penalties_decided number 250
～|penalties_decided placeholder
－－－|penalties_decided placeholder
（无）|penalties_decided placeholder
N/A|penalties_decided placeholder
详见附件|penalties_decided text
约250|penalties_decided text
250/3|penalties_decided text
250<sup>1</sup>|note GLUED
250<sub>1</sub>|note GLUED
-250<sup>1</sup>|note GLUED
250.25<sup>12</sup>|note GLUED
250注<sup>1</sup>|penalties_decided number 250
250件，其中简易3件|penalties_decided number 250
2 5 0|note GLUED
２　５　０|note GLUED
2<br>50|note GLUED
05|note GLUED
００|note GLUED
05件|note GLUED
0.5|penalties_decided number 0.5
0371-65900000|penalties_decided text
未统计|penalties_decided placeholder
一|note MISREAD
○|note MISREAD
END

# A part of the year, or of the offices, is not all of it.
halves()
{
	report "<table><tr><td colspan=4>第二十条第（六）项</td></tr><tr>
<td>信息内容</td><td>$1</td><td>$2</td><td>$3</td></tr><tr>
<td>行政处罚</td><td>3</td><td>4</td><td>7</td></tr><tr>
<td>行政强制</td><td>1</td><td>1</td><td>2</td></tr></table>" 二 >half.html
	figures half.html penalties_
}
same 'halves of a year in front of the year' 'penalties_decided number 7' \
    "$(halves 上半年处理决定数量 下半年处理决定数量 本年处理决定数量)"
same 'quarters are none' 'penalties_decided number 7' \
    "$(halves 第一季度处理决定数量 第二季度处理决定数量 本年处理决定数量)"
same 'nor are those of the office itself' 'penalties_decided number 7' \
    "$(halves 县本级处理决定数量 乡镇办理数 '本年处理决定数量（全县）')"

# Units in cells of their own.
heads()
{
	for name in 申请人情况 自然人 商业企业 科研机构 社会公益组织 \
	    法律服务机构 其他 总计
	do
		echo "<td$1>$name</td>"
	done
}
row()
{
	printf '<tr><td%s>%s</td>' "$wide" "$1"; shift
	for n
	do
		printf '<td>%s</td>%s' "$n" "$unit"
	done
	echo '</tr>'
}
want='new_requests natural_person number 5
new_requests commercial_enterprise number 3
new_requests research_institution number 0
new_requests public_interest_org number 0
new_requests legal_service_org number 0
new_requests other_org number 1
new_requests total number 9'
unit='<td>件</td>'
for wide in '' ' colspan=2'
do
	report "<table><tr>$(heads "$wide")</tr>
$(row 一、本年新收政府信息公开申请数量 5 3 0 0 0 1 9)
$(row 二、上年结转政府信息公开申请数量 1 0 0 0 0 0 1)</table>" 三 >unit.html
	same "units in cells of their own, heads$wide" "$want" \
	    "$(figures unit.html new_requests)"
done
unit= wide=
report "<table><tr>$(heads)</tr>
$(row 一、本年新收政府信息公开申请数量 五 三 〇 〇 〇 ○ 八)
$(row 二、上年结转政府信息公开申请数量 1 0 0 0 0 0 1)</table>" 三 >han.html
same 'numerals of several kinds' "$(echo "$want" |
    sed 's/other_org number 1/other_org inferred 0/; s/total number 9/total number 8/')
note INFERRED" "$(figures han.html new_requests)"
report "<table><tr>$(heads)</tr>
$(row 一、本年新收政府信息公开申请数量 '1 2 0' 3 0 0 0 1 '1 2 4')
$(row 二、上年结转政府信息公开申请数量 '1 2 0' 0 0 0 0 0 '1 2 4')</table>" \
    三 >spaced.html
same 'spaced digits are one figure where the sum says so' \
'new_requests natural_person inferred 120
new_requests total inferred 124
note GLUED
note GLUED
note INFERRED' "$(figures spaced.html new_requests | grep 'person\|total\|note' | sort)"

# Figures broken over lines, or those of two rows: who can tell, and who not.
broken()	# CELL...: the figures of a row of them
{
	report "<table><tr>$(heads)</tr>
$(row 一、本年新收政府信息公开申请数量 "$@")
$(row 二、上年结转政府信息公开申请数量 1 0 0 0 0 0 1)</table>" 三 >broken.html
	figures broken.html new_requests | awk '$4 > 0 { print $3, $4 }' | xargs
}
same 'broken figures, of which the ends do not add up' \
    'inferred 125 inferred 17 inferred 142' \
    "$(broken '12<br>5' '1<br>7' 0 0 0 0 '14<br>2')"
same 'one broken figure' 'inferred 12 number 3 number 15' \
    "$(broken '1<br>2' 3 0 0 0 0 15)"
same 'two rows in one' '' "$(broken '1<br>2' '3<br>4' 0 0 0 0 '4<br>6')"
same 'of which the second may have the cells of one line' 'number 3' \
    "$(broken '12<br>5' 3 0 0 0 0 '12<br>8')"
same 'or the first' 'number 30' \
    "$(broken '12<br>5' 30 0 0 0 0 '15<br>5')"

# A row with a cell less: its last figure may be the total, or it has none.
short()		# FIGURE...: of the row, what is read of it
{
	report "<table><tr>$(heads)</tr>
$(row 一、本年新收政府信息公开申请数量 "$@")
$(row 二、上年结转政府信息公开申请数量 1 0 0 0 0 0 1)</table>" 三 >short.html
	figures short.html new_requests | sed 's/^new_requests //' |
	    awk '$2 != "number" || $3 > 0' | xargs
}
same 'a cell without a figure is missing' 'note ROW_UNREAD' \
    "$(short 5 3 0 0 1 9)"
same 'or one with a figure' 'note ROW_UNREAD' "$(short 5 3 0 0 0 9)"
same 'or several' 'note ROW_UNREAD' "$(short 5 9)"
same 'the last figure is less than the others' \
    'natural_person number 5 commercial_enterprise number 3 '\
'other_org number 1 total blank' "$(short 5 3 0 0 0 1)"
same 'no figure but zeros' 'total blank' "$(short 0 0 0 0 0 0)"
same 'a total in the column before its own' 'note ROW_UNREAD' \
    "$(short 5 3 0 0 1 9 '')"
same 'a blank total, and a figure before it that is another' \
    'natural_person number 5 commercial_enterprise number 3 '\
'other_org number 7 total blank' "$(short 5 3 0 0 0 7 '')"

# A row that is there, and that no reader took for one, is not missing.
printf '%s\n' '云溪县审计局2022年政府信息公开工作年度报告' '' 一、总体情况 '' 略 '' \
    '三、收到和处理政府信息公开申请情况' '' \
    '| 申请人情况 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |' \
    '|--|--|--|--|--|--|--|--|' \
    '| 一、本年新收政府信息公开申请数量 | 5 | 3 | 0 | 0 | 0 | 1 | 9 |' \
    '| 二、上年结转政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |' '' \
    '"（一）予以公开","5","件","3","件","0","件","0","件","9","件"' '' \
    '四、政府信息公开行政复议、行政诉讼情况' '' 略 >text.md
"$builddir/tests/dump-filing" text.md >text.out
same 'a row in the text of its section is unread' 'note ROW_UNREAD granted_full' \
    "$(sed -n 's/^\(note ROW_UNREAD\) @[0-9]* detail \(granted_full\)$/\1 \2/p
	s/^obs row_missing.* \(granted_full\).*/\1/p' text.out)"
done_testing
