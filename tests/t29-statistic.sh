# The table of the form of 2014 in the layouts that text has it in.
. "${srcdir-.}/tests/tap.sh"
cd "$tmp" || exit 99

# label;unit;figure; a blank one, labels that sound like those of section 三.
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
done_testing
