# Web pages printed by a browser, as the sites of governments offer them:
# rules that CSS draws in all ways, rows that a page breaks, and no rules.
. "${srcdir-.}/tests/tap.sh"
gen=$builddir/tests/gen/gen
count=${NIANBAO_PRINT_COUNT-3}
cd "$tmp" || exit 99

if ! command -v chromium >/dev/null || ! command -v pdftocairo >/dev/null
then
	skip 'printed web pages' 'there is no chromium and pdftocairo'
	done_testing
	exit 0
fi
mkdir html
"$gen" write html 0 "$count" html >/dev/null

# print NAME CSS: the pages in that style, as NAME/SEED.pdf.
print()
{
	mkdir "$1"
	for page in html/*.html
	do
		name=${page##*/}
		sed -e 's/<table border=1 cellspacing="0">/<table>/' \
		    -e 's/ valign=top//' \
		    -e "s|<style>[^<]*</style>|<style>$2</style>|" \
		    "$page" >"$1/$name"
		timeout 60 chromium --headless --no-sandbox --disable-gpu \
		    --user-data-dir="$tmp/profile" --no-pdf-header-footer \
		    --print-to-pdf="$1/${name%.html}.pdf" "$1/$name" \
		    >/dev/null 2>&1
		test -s "$1/${name%.html}.pdf" || return 1
	done
}
none_wrong() { "$gen" compare pdf 0 "$count" "$1" | grep ' 0 wrong'; }
table='table{border-collapse:collapse;width:100%}'
if ! print double "$table td{border:3px double #000;text-align:center}"
then
	skip 'printed web pages' 'chromium does not print here'
	done_testing
	exit 0
fi
ok 'double rules, figures in the middle' "$gen" compare pdf 0 "$count" double
print dashed "$table td{border:1px dashed #333;text-align:right}"
ok 'dashes, figures at the right' "$gen" compare pdf 0 "$count" dashed
print grey "@page{size:A4 landscape}$table td{border:1px solid #ddd}"
ok 'light grey, landscape' "$gen" compare pdf 0 "$count" grey
print across "$table td{border:0;border-bottom:1px solid #999}"
ok 'rules across alone: nothing wrong' none_wrong across
print bare "$table td{border:0;text-align:center}"
ok 'no rules: nothing wrong' none_wrong bare
done_testing
