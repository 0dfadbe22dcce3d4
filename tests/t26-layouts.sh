# Tables that offices laid out for themselves.
. "${srcdir-.}/tests/tap.sh"
cd "$tmp" || exit 99
"$nianbao" --version | grep -qF html+gumbo || {
	skip 'layouts' 'no reader of HTML was compiled in'
	done_testing
	exit
}

# A report with what comes in as its section 二, 三 and behind 六.
report()
{
	echo '<h1>云溪县审计局2022年政府信息公开工作年度报告</h1>
<p>一、总体情况</p><p>略</p><p>二、主动公开政府信息情况</p>'
	echo "$1"
	echo '<p>三、收到和处理政府信息公开申请情况</p>'
	echo "$2"
	echo '<p>四、政府信息公开行政复议、行政诉讼情况</p>
<p>五、存在的主要问题及改进情况</p><p>六、其他需要报告的事项</p><p>无。</p>'
	echo "$3"
}

# row CELL... and table ROW...
row() { printf '<tr>'; printf '<td>%s</td>' "$@"; printf '</tr>'; }
table() { printf '<table border=1>'; printf '%s' "$@"; echo '</table>'; }
figures()
{
	"$builddir/tests/dump-filing" "$1" |
	    sed -n 's/^fig \([a-z_]*\) \([a-z_-]*\) \([a-z]*\) \([-0-9.]*\) .*/\1 \2 \3 \4/p
		s/^\(note [A-Z_]*\) @[0-9]* detail \(.*\)/\1 \2/p' |
	    grep -v UNPLACED
}

report '' "$(table "$(row 申请人情况 自然人 法人或其他组织 总计)" \
    "$(row 一、本年新收政府信息公开申请数量 5 3 8)" \
    "$(row 二、上年结转政府信息公开申请数量 0 1 1)")" '' >three.html
same 'three columns: what they have, and which there are not' \
'new_requests natural_person number 5
new_requests total number 8
carried_over natural_person number 0
carried_over total number 1
note COLUMN_MISSING commercial_enterprise research_institution public_interest_org legal_service_org other_org' \
    "$(figures three.html | grep -v TABLE_MISSING)"

report '' "$(table "$(row 项目 数量)" \
    "$(row 一、本年新收政府信息公开申请数量 8)" \
    "$(row 二、上年结转政府信息公开申请数量 1)")" '' >total.html
same 'one column: that is the total' \
'new_requests total number 8
carried_over total number 1' "$(figures total.html | grep -v note)"

report '' "$(table "$(row 申请人情况 自然人 某种组织 总计)" \
    "$(row 一、本年新收政府信息公开申请数量 5 3 8)")" '' >strange.html
same 'a column that is not known: nothing is read' '' \
    "$(figures strange.html | grep -v note)"

report '' "$(table "<tr><td rowspan=2>项目<td rowspan=2>自然人<td colspan=2>法人
<td rowspan=2>总计<tr><td>企业<td>法律服务机构" \
    "$(row 一、本年新收政府信息公开申请数量 5 1 2 8)")" '' >under.html
same 'nor where it stands under 法人' '' \
    "$(figures under.html | grep -v note)"

# Two tables of the same rows: for wide screens, and for narrow ones.
copies()
{
	report '' "$1$(table "$(row 项目 自然人 总计)" \
	    "$(row 一、本年新收政府信息公开申请数量 5 5)" \
	    "$(row 二、上年结转政府信息公开申请数量 1 1)")$2$(table \
	    "$(row 项目 自然人 总计)" \
	    "$(row 一、本年新收政府信息公开申请数量 5 $3)" "$4")" '' >two.html
	figures two.html | grep -v MISSING
}
carried=$(row 二、上年结转政府信息公开申请数量 1 1)
same 'two copies that agree are one' \
'new_requests natural_person number 5
new_requests total number 5
carried_over natural_person number 1
carried_over total number 1' "$(copies '' '' 5 "$carried")"
same 'where they differ neither is read' \
'new_requests natural_person number 5
carried_over natural_person number 1
carried_over total number 1
note TWICE requests' "$(copies '' '' 6 "$carried")"
same 'one with less rows is no copy' \
'new_requests natural_person number 5
new_requests total number 5
carried_over natural_person number 1
carried_over total number 1
note TWICE requests' "$(copies '' '' 6 '')"
same 'nor is one below a table that says its year' \
'new_requests natural_person number 5
new_requests total number 5
carried_over natural_person number 1
carried_over total number 1
note TWICE requests' "$(copies '<p>2022年情况如下：</p>' '' 6 "$carried")"

same 'but our year above the second says that it is meant' \
'new_requests natural_person number 5
new_requests total number 6
carried_over natural_person number 1
carried_over total number 1
note TWICE requests' "$(copies '' '<p>2022年情况如下：</p>' 6 "$carried")"
same 'though it has a row less' \
'new_requests natural_person number 5
new_requests total number 6
note TWICE requests' "$(copies '' '<p>2022年情况如下：</p>' 6 '')"

# The whole report once more, and an annex that is another's.
again()
{
	tab=$(table "$(row 项目 自然人 总计)" \
	    "$(row 一、本年新收政府信息公开申请数量 5 "$2")" "$carried")
	report '' "$(echo "$tab" | sed "s/>$2</>5</g")" "$1$tab" >again.html
	figures again.html | grep -v MISSING
}
same 'a report that is there twice and differs' \
'new_requests natural_person number 5
carried_over natural_person number 1
carried_over total number 1
note TWICE requests' \
    "$(again '<p>三、收到和处理政府信息公开申请情况</p>' 6)"
same 'tables below another heading are not its copy' \
'new_requests natural_person number 5
new_requests total number 5
carried_over natural_person number 1
carried_over total number 1' "$(again '<p>下属单位受理申请情况</p>' 6)"

fees()
{
	report "$(table "$(row 第二十条第（八）项)" "$(row 信息内容 "$1")" \
	    "$(row 行政事业性收费 125)")" '' '' >fees.html
	figures fees.html | sed -n 's/^fees_collected - //p'
}
same 'fees in 万元' 'number 125' "$(fees '本年收费金额（单位：万元）')"
same 'fees in 元' 'number 0.0125' "$(fees '本年收费金额（单位：元）')"
same 'fees in 千元' 'number 12.5' "$(fees '本年收费金额（单位：千元）')"
same 'fees in 亿元' 'number 1250000' "$(fees '本年收费金额（亿元）')"
same '万 misprinted' 'number 125' "$(fees '本年收费金额（单位：方元）')"

outcomes()
{
	report '' "$(table "$(row '' '' 自然人 商业企业 科研机构 社会公益组织 \
	    法律服务机构 其他 总计)" \
	    "<tr><td rowspan=4>（三）不予公开$(row 1.属于国家秘密 \
	    1 0 0 0 0 0 1 | sed 's/<tr>//')" \
	    "$(row "$1" 2 0 0 0 0 0 2)" \
	    "$(row '3.危及“三安全一稳定”' 3 0 0 0 0 0 3)" \
	    "$(row 4.保护第三方合法权益 4 0 0 0 0 0 4)")" '' >outcomes.html
	figures outcomes.html | sed -n 's/ total / /p'
}
same 'a label of which half is right is that of its place' \
'denied_state_secret number 1
denied_law_prohibits inferred 2
denied_security_stability number 3
denied_third_party number 4' "$(outcomes 2.法律行政法规不让公开)"
same 'another is not, and not its group either' \
'denied_state_secret number 1
denied_security_stability number 3
denied_third_party number 4' "$(outcomes 2.上级转办事项)"

annex()
{
	report '' '' "<p>云溪县审计局</p><p>2023年1月12日</p><p>$1</p>
$(table "$(row 项目 自然人 商业企业 科研机构 社会公益组织 法律服务机构 \
	    其他 总计)" \
	    "$(row 一、本年新收政府信息公开申请数量 5 0 0 0 0 0 5)")" >annex.html
	figures annex.html | sed -n 's/ total / /p; s/note OTHER_YEAR//p'
}
same 'an annex' 'new_requests number 5' "$(annex 附件1：申请情况表)"
same 'an annex of another year' ' requests' "$(annex 附件：2021年申请情况表)"
same 'below section 六 without one' '' "$(annex 申请情况表)"

report "$(table "$(row 第二十条第（五）项)" "$(row 信息内容 本年处理绝对数量)" \
    "$(row 行政许可 12)" "$(row 第二十条第（八）项)" \
    "$(row 信息内容 '本年收费金额（单位：万元）')" "$(row 行政事业性收费 3)")" \
    '' '' >slip.html
same 'a head with 决定 misheard' 'licences_decided - number 12' \
    "$(figures slip.html | grep licences)"

# Columns of two years beside each other, in either order.
for heads in '2021年制发件数 2022年制发件数 5 6' \
    '2022年制发件数 2021年制发件数 6 5' '2021年制发件数 本年制发件数 5 6'
do
	set -- $heads
	report "$(table "$(row 信息内容 "$1" "$2" 本年废止件数 现行有效件数)" \
	    "$(row 规章 0 0 0 0)" "$(row 行政规范性文件 "$3" "$4" 1 20)")" \
	    '' '' >years.html
	same "the later year of $1 and $2" 'normative_issued - number 6
normative_repealed - number 1
normative_in_force - number 20' "$(figures years.html | grep normative)"
done

# Letters that a program took for digits count where sums prove them.
report "$(table "$(row 第二十条第（五）项)" "$(row 信息内容 本年处理决定数量)" \
    "$(row 行政许可 l2)")" "$(table \
    "$(row 申请人情况 自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计)" \
    "$(row 一、本年新收政府信息公开申请数量 l2 O 0 0 0 1 13)" \
    "$(row 二、上年结转政府信息公开申请数量 l 0 0 0 0 0 2)")" '' >letters.html
same 'letters for digits' 'new_requests natural_person inferred 12
new_requests commercial_enterprise inferred 0
carried_over commercial_enterprise number 0
note MISREAD licences_decided: l2
note MISREAD carried_over: l' "$(figures letters.html |
    grep 'natural_person\|commercial_enterprise [in]\|MISREAD\|licences')"

# Tables of two years, whose captions say it by words.
last=$(table "$(row 申请人情况 自然人 法人或其他组织 总计)" \
    "$(row 一、本年新收政府信息公开申请数量 9 9 18)" \
    "$(row 二、上年结转政府信息公开申请数量 0 1 1)")
ours=$(table "$(row 申请人情况 自然人 法人或其他组织 总计)" \
    "$(row 一、本年新收政府信息公开申请数量 5 3 8)" \
    "$(row 二、上年结转政府信息公开申请数量 0 1 1)")
years()
{
	report '' "$1" '' >years.html
	figures years.html | sed -n 's/^new_requests total number //p
		s/^note \(OTHER_YEAR\|TWICE\) .*/\1/p' | tr '\n' ' '
}
same 'last year above this' '8 OTHER_YEAR ' \
    "$(years "<p>表1 上年度申请情况</p>$last<p>表2 本年度申请情况</p>$ours")"
same 'this year above last' '8 OTHER_YEAR ' \
    "$(years "<p>（一）本年度情况</p>$ours<p>（二）去年情况</p>$last")"
same 'a comparison is no caption' '8 ' \
    "$(years "<p>申请数量较上年度有所下降，情况如下：</p>$ours")"

# The headings with other ordinals than the form's.
headings()
{
	"$builddir/tests/dump-filing" "$1" |
	    sed -n 's/^section \([1-6]\) @\([0-9]*\)-.*/\1 \2/p' | tr '\n' ' '
}
cat >leads.txt <<'EOT'
云溪县审计局2022年政府信息公开工作年度报告
一、总体情况 2022年，我局按照县政府的部署，依法、及时、准确地公开信息，全年没有收到申请，也没有发生行政复议。
二、主动公开政府信息情况
三、收到和处理政府信息公开申请情况
五、存在的主要问题及改进情况：公开的内容还不够及时，有的栏目更新慢，下一步将安排专人负责更新各个栏目，并加强培训。
一、总体情况的分析由办公室写成，四、其他的由各科室提供，分别在各自的栏目里公开，不在此处重复，也不另外印发文件。
EOT
same 'that the text goes on behind' '1 2 2 3 3 4 5 5 ' "$(headings leads.txt)"
cat >bracket.txt <<'EOT'
云溪县审计局2022年政府信息公开工作年度报告
（一）总体情况
本年公开信息12条。
（一）主动公开情况。公开信息12条。
（二）主动公开政府信息的情况
（三）收到和处理政府信息公开申请的情况
（四）政府信息公开行政复议、行政诉讼情况
（五）存在的主要问题及改进情况
略
（六）其他需要报告的事项
无。
EOT
same 'in brackets' '1 2 2 5 3 6 4 7 5 8 6 10 ' "$(headings bracket.txt)"
sed 's/^（\(.\)）\(总\|主动公开政\|收到\|政府\|存在\|其他\)/第\1部分 \2/' \
    bracket.txt >part.txt
same 'as parts' '1 2 2 5 3 6 4 7 5 8 6 10 ' "$(headings part.txt)"
sed '5s/.*/（二）主动公开政府信息的情况。公开信息12条。/
	6s/.*/二、主动公开政府信息情况/
	7s/.*/五、存在的主要问题及改进情况/; 10s/.*/六、其他需要报告的事项/' \
    bracket.txt >inside.txt
same 'one in brackets is none where there is another' \
    '1 2 2 6 5 7 6 10 ' "$(headings inside.txt)"
done_testing
