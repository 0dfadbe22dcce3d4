# What a page hides, beside what it shows.
. "${srcdir-.}/tests/tap.sh"
cd "$tmp" || exit 99
"$nianbao" --version | grep -qF html+gumbo || {
	skip 'what a page hides' 'no reader of HTML was compiled in'
	done_testing
	exit
}

rules()	# N: the table of section 二 that says N
{
	echo '<table><tr><td colspan=4>第二十条第（一）项</td></tr><tr>
<td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td>
<td>现行有效件数</td></tr><tr><td>规章</td><td>0</td><td>0</td><td>0</td></tr>
<tr><td>行政规范性文件</td>'"<td>$1</td><td>0</td><td>2$1</td></tr></table>"
}

applications()
{
	echo '<table><tr><td rowspan=2></td><td colspan=7>申请人情况</td></tr>
<tr><td>自然人</td><td>商业企业</td><td>科研机构</td><td>社会公益组织</td>
<td>法律服务机构</td><td>其他</td><td>总计</td></tr>
<tr><td>一、本年新收政府信息公开申请数量</td>'"<td>$1</td>"'<td>0</td><td>0</td>
<td>0</td><td>0</td><td>0</td>'"<td>$1</td></tr></table>"
}

report()	# YEAR TABLE TABLE: and what may stand between these
{
	echo "<h1>云溪县审计局$1年政府信息公开工作年度报告</h1>
<p>一、总体情况</p><p>略。</p><p>二、主动公开政府信息情况</p>
$2<p>三、收到和处理政府信息公开申请情况</p>$3
<p>四、政府信息公开行政复议、行政诉讼情况</p>
<p>五、存在的主要问题及改进情况</p><p>六、其他需要报告的事项</p><p>无。</p>"
}

# Of each filing, the documents issued and the requests.
figures()
{
	"$builddir/tests/dump-filing" "$1" | sed -n 's/^year \([0-9]*\).*/\1/p
	    s/^fig \(normative_issued\) [a-z_-]* number \([0-9]*\) *.*/\1 \2/p
	    s/^fig \(new_requests\) total number \([0-9]*\) *.*/\1 \2/p
	    s/^note \(TWICE\|HIDDEN\) .*/\1/p'
}

page()	# NAME: with what comes
{
	{ echo '<html><head><meta charset=utf-8><style>.old { display: none }
		.late { opacity: 0 }</style></head><body>'
	cat; echo '</body></html>'; } >"$1.html"
}

want='2023
normative_issued 3
new_requests 8'
while IFS='|' read -r open close
do
	page beside <<-END
	$(report 2023 "$open$(rules 7)$close$(rules 3)" \
	    "$(applications 8)$open$(applications 9)$close")
	END
	same "an old table hidden by $open" "$want" "$(figures beside.html)"
	page tab <<-END
	$(report 2023 "$(rules 3)" "$open$(applications 8)$close")
	END
	same "a table of its own is read, hidden by $open" "$want" \
	    "$(figures tab.html)"
	page whole <<-END
	$open$(report 2023 "$(rules 3)" "$(applications 8)")$close
	END
	same "a whole page is read, hidden by $open" "$want" \
	    "$(figures whole.html)"
	page fade <<-END
	$open$(report 2023 "$(rules 3)$open$(rules 7)$close" \
	    "$(applications 8)")$close
	END
	case $(figures fade.html) in
	*'issued 7'*) got=7 ;;
	*) got='not that one' ;;
	esac
	same "nor is an old one inside of it taken" 'not that one' "$got"
	page two <<-END
	$(report 2023 "$(rules 3)" "$(applications 8)")
	$open$(report 2023 "$(rules 7)" "$(applications 9)")$close
	END
	same "an old report behind it" "$want" "$(figures two.html)"
	page one <<-END
	$open$(report 2023 "$(rules 7)" "$(applications 9)")$close
	$(report 2023 "$(rules 3)" "$(applications 8)")
	END
	same "and in front of it" "$want" "$(figures one.html)"
	page years <<-END
	$(report 2023 "$(rules 3)" "$(applications 8)")
	$open$(report 2022 "$(rules 7)" "$(applications 9)")$close
	END
	same "one of another year is another report" "$want
2022
normative_issued 7
new_requests 9" "$(figures years.html)"
	page blank <<-END
	$(report 2023 "$(rules '' | sed 's/>[02]</></g')$open$(rules 3)$close" \
	    "$(applications 8)")
	END
	case $(figures blank.html) in
	*TWICE*|*'issued 3'*) got='looked at' ;;
	*) got=lost ;;
	esac
	same 'a blank form is none that took its place' 'looked at' "$got"
done <<'END'
<div style="display:none">|</div>
<div hidden>|</div>
<div class="old">|</div>
<div style="visibility:hidden">|</div>
<div class="late">|</div>
<details><summary>表</summary>|</details>
END

page shown <<END
$(report 2023 "$(rules 7)$(rules 3)" "$(applications 8)")
END
same 'two that show are none' '2023
TWICE
new_requests 8' "$(figures shown.html | sort | sed '1!{/^2023/d;}')"

page notes <<END
$(report 2023 "$(rules 3)<div hidden>$(rules 7)</div>" "$(applications 8)")
END
rm -f n.db
"$nianbao" import -q -d n.db notes.html >/dev/null 2>&1
same 'a note says what was left out' \
    'HIDDEN 6 in tables that are shown with others' \
    "$(sqlite3 n.db "SELECT name || ' ' || detail FROM note
	WHERE name = 'HIDDEN'" 2>/dev/null)"
done_testing
