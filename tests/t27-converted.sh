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
done_testing
