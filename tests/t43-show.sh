# show: the form as printed, where figures come from, and the document.
. "${srcdir-.}/tests/tap.sh"
cd "$tmp" || exit 99
sh "$srcdir/samples/make.sh" filings || exit 99
NIANBAO_DB=$tmp/x.db; export NIANBAO_DB
"$nianbao" import -q filings 2>/dev/null

status() { "$nianbao" "$@" >"$tmp/out" 2>"$tmp/err"; echo $?; }
says() { grep -q -e "$1" "$tmp/err"; }
shows() { grep -q -e "$1" "$tmp/out"; }

same 'a filing by agency and year' 0 "$(status show 云溪县人民政府 2021)"
ok 'has the rows of section 二' shows '^行政许可  *15230$'
ok 'with the columns of the form' \
    shows '^ *本年制发件数  本年废止件数  现行有效件数$'
ok 'has the rows of section 三' shows \
    '^一、本年新收政府信息公开申请数量  *21  *3  *0  *0  *1  *0  *25$'
ok 'with children set in' shows '^  4.保护第三方合法权益  *1  *0'
ok 'has the rows of section 四' shows '^行政复议  *2  *1  *0  *0  *3$'
same 'and no row twice' '' \
    "$(sed -n '/^三、收/,/^四、结转/p' out | sort | uniq -d)"

same 'part of a name is enough' 0 "$(status show 石桥 2022)"
ok 'cells that a rule fails on are marked' shows '\*9$'
ok 'and the findings stand below' shows 'A01'
ok 'with the cell that explains sums failing together' shows \
    '^granted_full  *natural_person  *4  *3  A02 granted_full, A03 natural_person$'
same 'if it is part of one name' 2 "$(status show 云溪 2022)"
ok 'else all are named' says '云溪县柳湾乡 2022'
same 'a filing that is not there' 2 "$(status show 云溪县人民政府 1999)"

same 'by file' 0 "$(status show odd/cells.txt)"
ok 'placeholders as they stand there' shows '1.属于国家秘密  *\[/\]'
ok 'amounts with their decimals' shows '^行政事业性收费  *160.5964'
same 'blanks' 0 "$(status show 云溪县柳湾乡 2022)"
ok 'are not zeros' shows '（一）予以公开  *\[\]  *\[\]'

same 'cells as rows' 201 "$(status show -f csv 云溪县人民政府 2021 >/dev/null
    wc -l <out | tr -d ' ')"
same 'with their sources' 0 \
    "$(status show --source -f tsv 云溪县人民政府 2021)"
same 'to the very line' '一、本年新收政府信息公开申请数量\t\t\t21\t3\t0\t0\t1\t0\t25' \
    "$(awk -F '\t' '$1 == "new_requests" && $2 == "total" { print $12 }' out)"
same 'which is that line of the file' "$(grep -n '^一、本年新收' \
    filings/yunxi/2021.txt | cut -d: -f1)" \
    "$(awk -F '\t' '$1 == "new_requests" && $2 == "total" { print $7 }' out)"
same 'and its table, row and column' '2 4 10' \
    "$(awk -F '\t' '$1 == "new_requests" && $2 == "total" { print $9, $10, $11 }' out)"
same 'also of another encoding' 0 \
    "$(status show --source -f tsv bailu/2022.txt)"
ok 'is its text' shows '^licences_decided.*行政许可\\t365$'
same 'also of a compressed file' 0 \
    "$(status show --source -f tsv yunxi/2022.txt.gz)"

same 'the document' 0 "$(status show --doc odd/no-report.txt)"
ok 'even if it is no report' shows '^[HP][0-9]* .*各乡镇人民政府'
esc=$(printf '\033')
sed "1s/白鹭/白${esc}[31m鹭/; s/^行政许可/行政${esc}[0m许可/; s/365/${esc}[7m五/" \
    "$srcdir/samples/bailu-2022.txt" >"esc${esc}[2J.txt"
same 'a file with escape sequences' 0 "$(status import esc*.txt)"
sqlite3 x.db "SELECT count(*) FROM source WHERE instr(path, char(27)) > 0" \
    >count
same 'which are kept' 1 "$(cat count)"
none() { ! grep -q "$esc" "$tmp/out" "$tmp/err"; }
same 'the document' 0 "$(status show --doc esc*.txt)"
ok 'no escape sequence gets out of --doc' none
same 'the form' 0 "$(status show esc*.txt)"
ok 'nor of show' none
for f in table csv tsv json ndjson md html
do
	same "-f $f" 0 "$(status show --source -f $f esc*.txt)"
	ok 'nor of a format' none
	same 'a check' 0 "$(status check --fail-on none -f $f)"
	ok 'nor of a finding' none
done
done_testing
