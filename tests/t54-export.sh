# export: CSV is in t45; here a workbook and a page.
. "${srcdir-.}/tests/tap.sh"
cd "$tmp" || exit 99
sh "$srcdir/samples/make.sh" filings || exit 99
mkdir evil
cp filings/yunxi/2021.txt 'evil/=1+1"<script>alert(1)&.txt'
# Names and texts that would be markup, or formulas.
sed 's/云溪县人民政府/云溪县<b>@SUM(A1)镇/g' filings/yunxi/2021.txt \
    >evil/markup.txt
NIANBAO_DB=$tmp/x.db; export NIANBAO_DB
"$nianbao" import -q filings evil 2>/dev/null
"$nianbao" import -q --agency '=2+2<i>&"县' --year 2020 evil/markup.txt \
    --again 2>/dev/null

status() { "$nianbao" "$@" >"$tmp/out" 2>"$tmp/err"; echo $?; }
says() { grep -q -e "$1" "$tmp/err"; }
not() { ! "$@"; }
sql() { sqlite3 "${2-x.db}" "$1"; }

# A page.
same 'a page' 0 "$(status export a.html)"
ok 'says what it has' says "a.html: $(sql 'SELECT count(*) FROM filing
    WHERE is_current') filings; 0 rows"
ok 'has no script' not grep -q '<script' a.html
ok 'and asks nobody for anything' not grep -q -i -e 'src=' -e 'href=' \
    -e 'url(' a.html
ok 'names are text' grep -q '=1+1&quot;&lt;script&gt;alert(1)&amp;.txt' a.html
ok 'agencies are, too' grep -q '=2+2&lt;i&gt;&amp;&quot;县' a.html
ok 'every element ends' awk '
	{ while (match($0, /<\/?[a-z0-9]+[^>]*>/)) {
		t = substr($0, RSTART, RLENGTH); $0 = substr($0, RSTART + RLENGTH)
		if (t ~ /^<(meta|br|rect)/ || t ~ /\/>$/) continue
		name = t; gsub(/[<>\/]/, "", name); sub(/ .*/, "", name)
		if (t ~ /^<\//) { if (st[n--] != name) { print NR ": " t; bad = 1 } }
		else st[++n] = name } }
	END { exit bad || n != 0 }' a.html
same 'a chart of the years' "$(sql 'SELECT count(DISTINCT year) FROM filing
    WHERE is_current')" "$(awk '/<svg/ { inside = 1 } /<\/svg/ { exit }
    inside && /<rect/ { n++ } END { print n }' a.html)"
if command -v xmllint >/dev/null
then
	sed -n '/<svg/,/<\/svg>/p' a.html | awk '{ print } /<\/svg>/ { exit }' |
	    sed 's/<\/svg>.*/<\/svg>/' >a.svg
	ok 'that is SVG' xmllint --noout a.svg
else
	skip 'that is SVG' 'there is no xmllint'
fi
same 'every filing has its row' "$(sql 'SELECT count(*) FROM filing
    WHERE is_current')" "$(sed -n '/<h2>Filings</,/<\/table>/p' a.html |
    grep -c '^<tr>')"
same 'and every error' "$(sql "SELECT count(*) FROM found g JOIN filing f
    ON f.id = g.filing WHERE f.is_current AND severity = 'error'")" \
    "$(sed -n '/<h2>Errors</,/<\/table>/p' a.html | grep -c '^<tr>')"

# A page that a browser can show says what it leaves out and where that is.
cp x.db many.db
sql "INSERT INTO found (filing, rule, severity, place, detail, fingerprint)
    SELECT f.id, 'A01', 'error', '', 'one of many', n.value
    FROM (SELECT min(id) AS id FROM filing WHERE is_current) f
    CROSS JOIN (WITH RECURSIVE n (value) AS (SELECT 1 UNION ALL
    SELECT value + 1 FROM n WHERE value < 5003) SELECT value FROM n) n" many.db
same 'of more than it shows' 0 "$(status export -d many.db many.html)"
left=$(sed -n 's/^<p>\([0-9]*\) more rows are not shown; "nianbao export FOLDER" .*/\1/p' \
    many.html)
same 'the rest is counted' "$(sql "SELECT count(*) - 5000 FROM found x
    JOIN filing f ON f.id = x.filing AND f.is_current
    WHERE x.severity = 'error'" many.db)" "$left"
same 'and said to be elsewhere' "$(sql "SELECT count(*) FROM finding" many.db)" \
    "$("$nianbao" export -q -d many.db many 2>/dev/null
    sqlite3 :memory: '.mode csv' '.import many/finding.csv f' \
    'SELECT count(*) FROM f')"
same 'in Chinese' 0 "$(LC_ALL=zh_CN.UTF-8 "$nianbao" export zh.html \
    2>/dev/null; grep -q '<h2>各规则发现的问题</h2>' zh.html; echo $?)"
same 'again' 0 "$(status export b.html)"
ok 'it is the same' cmp a.html b.html
same 'not over another file' 3 "$(status export a.html)"
ok 'which stays' cmp a.html b.html
same 'whatever its name' 0 "$(status export --as html page)"
ok 'a page' cmp a.html page
same 'a kind that is none' 2 "$(status export --as pdf x)"
"$nianbao" schema | sqlite3 empty.db
"$nianbao" import -q -d none.db filings/odd/no-report.txt 2>/dev/null
same 'of an archive without filings' 0 "$(status export -d none.db none.html)"

# A workbook.
if "$nianbao" --version | grep -q '^writes:.*xlsx'
then
	same 'a workbook' 0 "$(status export a.xlsx)"
	same 'again' 0 "$(status export b.xlsx)"
	ok 'is the same' cmp a.xlsx b.xlsx
	same 'not over another file' 3 "$(status export a.xlsx)"
	ok 'which stays' cmp a.xlsx b.xlsx
	same 'whatever its name' 0 "$(status export --as xlsx book)"
	ok 'a workbook' cmp a.xlsx book
	# Read back by the reader of workbooks, when there is one.
	if "$nianbao" --version | grep -q '^reads:.*xlsx' &&
	    test -x "$builddir/tests/dump-doc"
	then
		"$builddir/tests/dump-doc" a.xlsx >doc
		same 'has the tables' "$(sql "SELECT (SELECT count(*) + 1
		    FROM filing) || ' ' || (SELECT count(*) + 1 FROM figure) ||
		    ' ' || (SELECT count(*) + 1 FROM finding) || ' ' ||
		    (SELECT count(*) + 1 FROM note)")" \
		    "$(sed -n 's/^T [0-9]* \([0-9]*\)x.*/\1/p' doc | xargs)"
		ok 'names are text' grep -q '=2+2<i>&"县$' doc
		same 'and figures numbers' "$(sql "SELECT group_concat(v, ' ')
		    FROM (SELECT value AS v FROM figure LIMIT 20)" | xargs)" \
		    "$(awk '/^T/ { t++ } t == 3 { exit }
			t == 2 && $1 ~ /^([1-9]|1[0-9]|20),6$/ { print $3 }' doc |
			xargs)"
	else
		skip 'has the tables' 'workbooks are not read'
	fi
else
	same 'no workbook' 2 "$(status export a.xlsx)"
	ok 'without the library' says 'built without libxlsxwriter'
	ok 'and no file' not test -e a.xlsx
fi
# As people say that figures should be.
town=云溪县白鹭镇
year=2021
"$nianbao" correct -q $town $year granted_full/total 77 \
    --reason because --by tester 2>/dev/null
same 'as corrected' 0 "$(status export --corrected right)"
same 'and as printed' 0 "$(status export printed)"
value() { awk -F , -v town=$town -v year=$year 'NR == 1 {
    for (i = 1; i <= NF; i++) at[$i] = i; next }
    $at["agency"] == town && $at["year"] == year &&
    $at["item"] == "granted_full" && $at["applicant"] == "total" {
    print $at["value"] }' "$1/figure.csv"; }
same 'has what it should be' 77 "$(value right)"
same 'beside what is printed' 2 "$(value printed)"
same 'each row says so' 'figures corrected' "$(awk -F , '{ print $NF }' \
    right/figure.csv right/finding.csv | tr -d '\r' | sort -u | xargs |
    awk '{ print $2, $1 }')"
ok 'as the description does' grep -q '"figures"' right/datapackage.json
ok 'of printed ones nothing is said' not grep -q '"figures"' \
    printed/datapackage.json
same 'a page of them' 0 "$(status export --corrected right.html)"
ok 'says so' grep -q 'as people say they should be' right.html

same 'CSV under any name' 0 "$(status export --as csv a.folder.html)"
ok 'is a folder' test -s a.folder.html/figure.csv
done_testing
