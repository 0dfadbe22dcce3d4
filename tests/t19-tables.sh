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
done_testing
