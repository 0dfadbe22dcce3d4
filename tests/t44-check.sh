# check, its filters and its exit status; verdicts and corrections.
. "${srcdir-.}/tests/tap.sh"
cd "$tmp" || exit 99
sh "$srcdir/samples/make.sh" filings || exit 99
NIANBAO_DB=$tmp/x.db; export NIANBAO_DB
"$nianbao" import -q filings 2>/dev/null

status() { "$nianbao" "$@" >"$tmp/out" 2>"$tmp/err"; echo $?; }
says() { grep -q -e "$1" "$tmp/err"; }
not() { ! "$@"; }
col() { awk -F '\t' -v n="$1" 'NR > 1 { print $n }' "$tmp/out"; }

same 'there is something to look at' 1 "$(status check -f tsv)"
same 'the columns' 'agency	year	rule	severity	place	left_value	right_value	delta	detail	line	file	verdict	id	meaning' \
    "$(head -n 1 out)"
same 'are those of the view and more' "$(sqlite3 x.db 'SELECT count(*)
    FROM finding')" "$(grep -vc '^agency' out)"
ok 'the last line counts findings, and notes apart' says \
    '^nianbao: 11 filings: [0-9]* errors\{0,1\}, .*apart from that [0-9]* notes'

# tally VIEW: as the last line of a check says it.
tally() { sqlite3 x.db "SELECT count(CASE verdict WHEN 'holds' THEN 1 END) ||
    ' hold, ' || count(CASE verdict WHEN 'fails' THEN 1 END) || ' fail, ' ||
    count(CASE verdict WHEN 'not assessable' THEN 1 END) ||
    ' not assessable' FROM $1"; }
same 'and how the sums fare, as the view has it' "$(tally sum_check)" \
    "$(sed -n 's/.*; sums: \([^;]*\);.*/\1/p' err)"
same 'and the other rules' "$(tally place_check)" \
    "$(sed -n 's/.*other rules on figures: \([^;]*\);.*/\1/p' err)"

status check -f tsv --rule A01 -r carry_break -r B >/dev/null
same 'rules by a list, a name and a group' "$(cat out)" \
    "$("$nianbao" check -q -f tsv --rule A01,C01,B)"
ok 'among them C01' grep -q '	C01	' out
same 'a rule that there is not' 2 "$(status check --skip A01,Z99)"
same 'a rule' 1 "$(status check -f tsv --rule A01)"
same 'alone' A01 "$(col 3 | sort -u)"
same 'years in disorder' 2 "$(status check -y 2023-2021)"
same 'a year without a filing' 2 "$(status check -y 1990)"
ok 'is no clean bill' says 'no filing for 1990'
same 'filings of some years' 1 "$(status check -y 2021-2022)"
ok 'are counted alone, and notes about them' says \
    "^nianbao: $(sqlite3 x.db 'SELECT count(*) FROM filing
    WHERE is_current AND year IN (2021, 2022)') filings: .* $(
    "$nianbao" check --notes -y 2021-2022 -f tsv -q | grep -vc '^agency') notes"
same 'a group of rules' 1 "$(status check -f tsv -r A -r C01)"
ok 'alone' not grep -q '	[BDEF][0-9][0-9]	' out
same 'an agency without faults' 0 \
    "$(status check -f tsv --agency 云溪县人民政府 --year 2021 --rule A)"
same 'has no rows' '' "$(col 3)"
same 'years' 2023 "$(status check -f tsv -y 2023-2023 >/dev/null; col 2 |
    sort -u)"
same 'all but' 1 "$(status check -f tsv --skip F --skip B)"
ok 'these' not grep -q '	[BF][0-9][0-9]	' out

same 'nothing is grave enough' 0 "$(status check --fail-on none)"
same 'infos are' 1 "$(status check --fail-on info)"
same 'warnings are not errors' 0 \
    "$(status check --agency 云溪县柳湾乡 --fail-on error)"
same 'but they are warnings' 1 \
    "$(status check --agency 云溪县柳湾乡 --fail-on warning)"
same 'an unknown level' 2 "$(status check --fail-on doom)"

LC_ALL=zh_CN.UTF-8 "$nianbao" check -f tsv -r A01 >zh 2>/dev/null
ok 'in Chinese for who reads Chinese' grep -q '	新收与上年结转之和' zh
same 'notes, too' '未见年度报告的标题、章节或表格' \
    "$(LC_ALL=zh_CN.UTF-8 "$nianbao" check --notes -f tsv 2>/dev/null |
	awk -F '\t' '$3 == "NOT_A_REPORT" { print $5 }')"
same 'a rule is explained' 0 "$(status check --explain A01)"
ok 'in words' grep -q '^A01 balance' out
same 'without an archive too' 0 "$(status check -d none.db --explain A01)"
ok 'and none is made' not test -e none.db
same 'and so is each, beyond its title' '' "$("$nianbao" schema | sqlite3 e.db; "$nianbao" rule -q -d e.db \
    -f tsv | cut -f 1 | sed 1d | while read -r id; do
	"$nianbao" check --explain "$id" | awk -v id="$id" 'END {
	    if (NR < 7) print id }'
    done)"
same 'an unknown one is not' 2 "$(status check --explain Z99)"

same 'notes are another table' 0 "$(status check --notes -f tsv)"
ok 'with its own names' grep -q '	BAD_BYTES	' out

status check -f tsv --agency 石桥 --rule A >/dev/null
id=$(col 13 | head -n 1)
same 'a verdict needs a reason' 2 "$(status accept "$id" --by 张三)"
same 'a verdict' 0 "$(status accept "$id" --reason 已核实 --by 张三)"
status check -f tsv --agency 石桥 --rule A >/dev/null
same 'stands beside its finding' "accepted	$id" \
    "$(grep "$id" out | cut -f 12,13)"
ok 'which no longer counts' says ' 1 with a verdict'
"$nianbao" check -q --again --fail-on none >/dev/null
"$nianbao" rebuild -q
status check -f tsv --agency 石桥 --rule A >/dev/null
same 'and survives a check and a rebuild' "accepted	$id" \
    "$(grep "$id" out | cut -f 12,13)"
same 'an id that is none' 2 "$(status accept 0000000 --reason x --by y)"

same 'a correction' 0 "$(status correct 云溪县石桥镇 2022 \
    new_requests/total 7 --reason 合计有误 --by 张三)"
same 'keeps what is printed' '9|7' \
    "$(sqlite3 x.db 'SELECT printed, value FROM correction')"
same 'and stands beside it' 0 "$(status show 云溪县石桥镇 2022)"
ok 'with its reason' grep -q '^new_requests *total *9 *7 *合计有误' out
same 'a correction of nothing' 2 "$(status correct 云溪县石桥镇 2022 \
    new_request 7 --reason x --by y)"
same 'a correction to nothing' 2 "$(status correct 云溪县石桥镇 2022 \
    new_requests/total many --reason x --by y)"

# Before 2019 reports were free in their layout.
free()
{
	cat >free.txt <<-EOT
	云溪县水利局$1年政府信息公开工作年度报告
	一、概述
	$1年，本局公开信息42条。
	一、主动公开政府信息情况
	主动公开信息42条。
	三、依申请公开情况
	收到申请3件，均予以公开。
	五、存在问题和改进措施
	公开范围还不够宽，今后加强。
	EOT
	rm -f free.db
	"$nianbao" import -q -d free.db free.txt 2>/dev/null
	"$nianbao" check -d free.db -f tsv 2>/dev/null |
	    awk -F '\t' '$3 ~ /^F0[23]$/ { print $3 }' | sort -u | tr '\n' ' '
}
same 'headings of 2013 and 2019 are nobody'"'"'s fault' '' \
    "$(free 2013)$(free 2019)"
same 'those of 2021 are' 'F02 F03 ' "$(free 2021)"
done_testing
