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
done_testing
