# Reports in markup, and in what is none that is known.
. "${srcdir-.}/tests/tap.sh"
cd "$tmp" || exit 99

# report BEFORE BEHIND: a report with that around its headings, no tables
report()
{
	echo '云溪县审计局2022年政府信息公开工作年度报告'
	for heading in 一、总体情况 二、主动公开政府信息情况 \
	    三、收到和处理政府信息公开申请情况 \
	    四、政府信息公开行政复议、行政诉讼情况 \
	    五、存在的主要问题及改进情况 六、其他需要报告的事项
	do
		printf '\n%s%s%s\n\n' "$1" "$heading" "$2"
		case $heading in
		三*)	echo '| 申请人情况 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
|--|--|--|--|--|--|--|--|
| 一、本年新收政府信息公开申请数量 | 5 | 0 | 0 | 0 | 0 | 0 | 5 |
| 二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |' ;;
		*)	echo '本节的情况已经按照要求如实报告，没有其他内容需要说明。' ;;
		esac
	done
}
missing()
{
	rm -f x.db
	"$nianbao" import -q -d x.db --agency 云溪县审计局 --year 2022 "$1" \
	    >/dev/null 2>&1
	sqlite3 x.db "SELECT place FROM finding WHERE rule = 'F01'" | sort
}
while IFS='|' read -r before behind
do
	report "$before" "$behind" >marked.txt
	same "headings after $before" '' "$(missing marked.txt)"
done <<'END'
== | ==
==|==
= |
h2. |
h3(class). |
\section*{|}
\subsection{|}
'''|'''
.SH |
@section |
\startsection[title={|}]
!! |
END
report | grep -v ^四、 >none.txt
same 'a section that is not there' 'section 4' "$(missing none.txt)"
{ report | sed '/^三、/q'; echo; echo '<!--
| 一、本年新收政府信息公开申请数量 | 9 | 0 | 0 | 0 | 0 | 0 | 9 |
-->'; report | sed '1,/^三、/d'; } >comment.md
same 'what stands in a comment is not there' \
    'new_requests natural_person number 5' \
    "$("$builddir/tests/dump-filing" comment.md |
    sed -n 's/^fig \(new_requests natural_person number [0-9]*\) .*/\1/p')"
done_testing
