# Texts as other programs make them of pages and Word files.
. "${srcdir-.}/tests/tap.sh"
cd "$tmp" || exit 99

# A report with what comes in as its section 二, 三 and 四.
report()
{
	printf '%s\n\n' 云溪县审计局2022年政府信息公开工作年度报告 一、总体情况 \
	    略 二、主动公开政府信息情况 "$1" \
	    三、收到和处理政府信息公开申请情况 "$2" \
	    四、政府信息公开行政复议、行政诉讼情况 "$3" \
	    五、存在的主要问题及改进情况 略 六、其他需要报告的事项 无。
}
figures()
{
	"$builddir/tests/dump-filing" "$1" |
	    sed -n 's/^fig \([a-z_]*\) \([a-z_-]*\) \([a-z]*\) \([-0-9.]*\) .*/\1 \2 \3 \4/p'
}

# Digits that ran together, without a sum to cut them by.
glued()
{
	report "第二十条第（一）项信息内容本年制发件数本年废止件数现行有效件数\
规章$1行政规范性文件000第二十条第（八）项行政事业性收费$2" '' '' >glued.txt
	figures glued.txt | grep rules | sed 's/.*rules_//'
}
same 'cells that stand apart' 'issued - inferred 5
repealed - inferred 44
in_force - inferred 4' "$(glued '5 44 4' 1)"
same 'or are zeros' 'issued - inferred 0
repealed - inferred 0
in_force - inferred 0' "$(glued 000 1)"
same 'of others one may be blank' '' "$(glued 483 1)"
same 'digits before a unit are not all' '' "$(glued 544件0件0件 1)"
same 'nor are those before a placeholder' '' "$(glued '5 4 4-' 1)"

# What stands before its label, and blank lines that are none of cells.
section2()
{
	report "$(printf '%s\n' 第二十条第（一）项 信息内容 本年制发件数 \
	    本年废止件数 现行有效件数 "$@")" '' '' >list.txt
	figures list.txt | sed -n 's/^rules_//p'
}
same 'figures behind their label' 'issued - number 7
repealed - number 8
in_force - number 9' "$(section2 规章 7 8 9 行政规范性文件 1 2 3 \
    第二十条第（五）项)"
same 'figures before their label are nobody'"'"'s' '' "$(section2 7 8 9 规章 1 2 3 \
    行政规范性文件 第二十条第（五）项)"

requests()
{
	report '' "$(printf '%s\n' （本列数据的勾稽关系为：第一项加第二项之和，\
等于第三项加第四项之和） 申请人情况 自然人 法人或其他组织 总计 商业企业 科研机构 \
	    社会公益组织 法律服务机构 其他 一、本年新收政府信息公开申请数量 "$@")" '' >list.txt
	figures list.txt | sed -n 's/^\(new_requests\|carried_over\) //p' |
	    tr '\n' ' '
}
same 'a blank line is a blank cell' 'natural_person inferred 3 commercial_enterprise inferred 2 research_institution blank  public_interest_org inferred 1 legal_service_org number 0 other_org number 0 total inferred 6 natural_person number 0 commercial_enterprise number 0 research_institution number 0 public_interest_org number 0 legal_service_org number 0 other_org number 0 total number 0 ' \
    "$(requests 3 2 '' 1 0 0 6 二、上年结转政府信息公开申请数量 0 0 0 0 0 0 0 \
    三、本年度办理结果 | sed 's/number \([1-9]\)/inferred \1/g')"
same 'not where all rows stand behind one' \
    'natural_person number 0 commercial_enterprise number 0 research_institution number 0 public_interest_org number 0 legal_service_org number 0 other_org number 0 total number 0 ' \
    "$(requests '' 3 2 1 0 0 6 二、上年结转政府信息公开申请数量 '' 0 0 0 0 0 0 0 \
    三、本年度办理结果)"

# A row that goes on below.
disputes()
{
	report '' '' "$(cat)" >bars.txt
	figures bars.txt | sed -n 's/^review_//p' | tr '\n' ' '
}
heads='行政复议 | 行政诉讼 |
结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | 复议后起诉 |
 | | | | | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |'
same 'bars: a row' 'upheld - number 1 corrected - number 2 other - number 3 pending - number 4 total - number 10 ' \
    "$(disputes <<EOT
$heads
1 | 2 | 3 | 4 | 10 | 1 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 0 | 0 |
EOT
)"
same 'bars: one that begins on the line above' '' "$(disputes <<EOT
${heads% 尚未审结 | 总计 |}
尚未审结 | 总计 | | 1 | 2 | 3 | 4 | 10 | 1 | 0 | 0 | 0 | 1 |
0 | 0 | 0 | 0 | 0 |
EOT
)"
same 'bars: one whose total is blank' '' "$(disputes <<EOT
$heads
 | 2 | 3 | 4 | | 1 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 0 | 0 |
EOT
)"

same 'bars: a row of its own below blank ones' '' "$(disputes <<EOT
| 结果维持
| 结果纠正
| 其他结果 | 尚未审结 | 总计 |

| | | | | |

| 7
| 8
EOT
)"
same 'figures among marks are no blank row' '' "$(report '' \
"$(printf '%s\n' 申请人情况 自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计 \
    一、本年新收政府信息公开申请数量 '{0.1 5}' 二、上年结转政府信息公开申请数量 \
    '{0.1 6}' 三、本年度办理结果 （一）予以公开 '{0.1 7}' （二）部分公开 '{0.1 8}')" '' \
    >marks.txt; figures marks.txt)"

# Two measures, and a figure that is below another head in each.
same 'a figure whose column depends on how wide an ideograph is' '' "$(report \
'第二十条第（一）项
信息内容       本年制发件数                本年废止件数 现行有效件数
规章           4                           83
行政规范性文件 0                                        0' '' '' >wide.txt
    figures wide.txt | grep 83)"

# The cells of what stands on standard input: row,column, span and text.
cells()
{
	cat >table.txt
	"$builddir/tests/dump-doc" table.txt | sed 's/^ *//'
}
same 'cells drawn over several rows and columns' 'T 1 3x3 exact
0,0 1x2 甲乙
0,2 2x1 丙\n“丁”
1,0 1x1 136\n12
1,1 1x1 5
2,0 1x1 0
2,1 1x2 1' "$(cells <<'EOT'
+-----------+--------+
| 甲乙      | 丙     |
+-----+-----+ “丁” |
| 136 | 5   |        |
| 12  |     |        |
+-----+-----+--------+
| 0   | 1            |
+-----+--------------+
EOT
)"
same 'a frame around tables' 'P 2 甲乙丙丁戊己
T 3 2x2 exact
0,0 1x1 子
0,1 1x1 1
1,0 1x1 丑
1,1 1x1 2' "$(cells <<'EOT'
+--------------------+
| 甲乙丙丁戊己       |
| +-----+-----+      |
| | 子  | 1   |      |
| +-----+-----+      |
| | 丑  | 2   |      |
| +-----+-----+      |
+--------------------+
EOT
)"
same 'figures of several rows between two lines are no cell' 'T 1 3x2 exact
0,0 1x1 子
0,1 1x1 丑
1,0 1x1 寅
1,1 1x1 1
2,0 1x1 卯
2,1 1x1 2' "$(cells <<'EOT'
+--------+--------+
| 子     | 丑     |
+--------+--------+
| 寅     | 1      |
| 卯     | 2      |
+--------+--------+
EOT
)"
same 'columns below a ruler' 'T 1 3x3 exact
0,0 1x1 子
0,1 1x1 丑丑
0,2 1x1 寅
1,0 1x1 卯
1,1 1x1 
1,2 1x1 7
2,0 1x1 
2,1 1x1 8
2,2 1x1 
P 6 续表' "$(cells <<'EOT'
子   丑丑 寅
---- ---- --
卯         7
        8

续表
EOT
)"
same 'rows parted by blank lines' 'T 1 3x2 exact
0,0 1x1 子\n丑
0,1 1x1 寅
1,0 1x1 卯\n辰
1,1 1x1 7
2,0 1x1 巳
2,1 1x1 8' "$(cells <<'EOT'
---------
子   寅
丑
---- ----
卯   7
辰

巳   8
---------
EOT
)"
same 'a row without a first cell goes on' 'T 1 3x2 exact
0,0 1x1 子
0,1 1x1 寅\n卯
1,0 1x1 
1,1 1x1 7
2,0 1x1 巳
2,1 1x1 8' "$(cells <<'EOT'
==== ====
子   寅
     卯
==== ====
\    7
巳   8
==== ====
EOT
)"
same 'what a data frame counts is no part of the table' 'T 1 2x2 padded
0,0 1x1 子
0,1 1x1 
1,0 1x1 丑
1,1 1x1 2' "$(cells <<'EOT'
,0,1
0,子,NaN
1,丑,2
EOT
)"
same 'bars before each cell alone: one at the end is before a blank one' 'T 1 3x3 exact
0,0 1x1 甲
0,1 1x1 1
0,2 1x1 
1,0 1x1 乙
1,1 1x1 2
1,2 1x1 3
2,0 1x1 丙
2,1 1x1 4
2,2 1x1 5' "$(cells <<'EOT'
|甲 |1 |
|乙 |2 |3
|丙 |4 |5
EOT
)"
same 'marks around words, but for those that hide or raise' 'P 1 甲乙丙丁
T 4 2x3 exact
0,0 1x1 子
0,1 1x1 丑
0,2 1x1 寅
1,0 1x1 12
1,1 1x1 <span style="display:none">3
1,2 1x1 4' "$(cells <<'EOT'
<span style="font-size:14px">甲</span><span
style="font-size:14px">乙</span>[丙]{style="a"}<u>丁</u>

| 子 | 丑 | 寅 |
|----|----|----|
| <span>1</span><span>2</span> | <span style="display:none">3</span> | `4` |
EOT
)"
same 'a ruler in a frame of one column: no list of cells' '' "$(cells <<'EOT' |
+----------------------+
| 子                   |
| --------- ---------- |
| 丑              1    |
|                 2    |
+----------------------+
EOT
    grep '^T')"
same 'Markdown with elements around it is not HTML' 'P 1 <div id="a">
P 3 甲
P 5 </div>
T 7 2x2 exact
0,0 1x1 子
0,1 1x1 丑
1,0 1x1 1
1,1 1x1 2' "$(cells <<'EOT'
<div id="a">

甲

</div>

| 子 | 丑 |
|----|----|
| 1  | 2  |
EOT
)"
same 'a rule of underscores in the last line of each row' 'T 1 2x4 exact
0,0 1x1 子
0,1 1x1 丑
0,2 1x1 寅
0,3 1x1 卯
1,0 1x1 甲_乙
1,1 1x1 35
1,2 1x1 
1,3 1x1 __' "$(cells <<'EOT'
|__子__|_丑_|_寅_|_卯_|
|甲_乙_|_35_|_ __|__|
EOT
)"
if "$nianbao" --version | grep -qF html+gumbo
then
	same 'Markdown with tables of both kinds' 'H2 1 甲
T 3 1x2 exact
0,0 1x1 乙
0,1 1x1 丙
T 5 3x2 exact
0,0 1x1 子
0,1 1x1 丑
1,0 1x1 1\n2
1,1 1x1 <wbr>3
2,0 1x1 4&5
2,1 1x1 ⁶7
P 10 丁
P 11 戊' "$(cells <<'EOT'
## 甲

<table><tr><td>乙</td><td>丙</td></tr></table>

| 子 | 丑 |
|----|----|
| 1<br>2 | <span style="color:white">3</span> |
| <b>4</b>&amp;5 | <span style="vertical-align:super">6</span>7 |

丁
戊
EOT
)"
else
	skip 'Markdown with tables of both kinds' 'built without gumbo'
fi
# Bars that only part cells: one that begins a line is behind a blank cell.
printf ' %s\n' '项目 | 情形 | 甲 | 乙' '办理 | 公开 | 0 | ' '| 部分 | | 1' \
    '总计 | | 0 | 1' >bare.txt
same 'bars that are no frame' 'T 1 4x4 padded
  0,0 1x1 项目
  0,1 1x1 情形
  0,2 1x1 甲
  0,3 1x1 乙
  1,0 1x1 办理
  1,1 1x1 公开
  1,2 1x1 0
  1,3 1x1 
  2,0 1x1 
  2,1 1x1 部分
  2,2 1x1 
  2,3 1x1 1
  3,0 1x1 总计
  3,1 1x1 
  3,2 1x1 0
  3,3 1x1 1' "$("$builddir/tests/dump-doc" bare.txt)"
done_testing
