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
done_testing
