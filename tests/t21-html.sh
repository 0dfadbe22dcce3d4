# HTML pages: samples with the documents they are, charsets, and pages that
# ask for too much.
. "${srcdir-.}/tests/tap.sh"
dump=$builddir/tests/dump-doc

if "$dump" "$srcdir/tests/html/bare.html" | grep -q 'built without'
then
	skip 'HTML pages' 'gumbo was not compiled in'
	done_testing
	exit 0
fi

for page in "$srcdir"/tests/html/*.html
do
	name=$(basename "$page" .html)
	same "$name.html" "$(cat "$srcdir/tests/html/$name.doc")" \
	    "$("$dump" "$page")"
done

# Which charset is believed.
body='<p>汕头市镕喆〇年度报告，新收申请数量</p>'
page()	# CHARSET META: a page with that meta element in that charset
{
	printf '<html><meta charset="%s">%s</html>' "$2" "$body" |
	    iconv -f UTF-8 -t "$1" >"$tmp/page"
}
want='P 1 汕头市镕喆〇年度报告，新收申请数量'
is() { same "$1" "$want" "$("$dump" ${2+-H "$2"} "$tmp/page")"; }

page GB18030 gb2312;	is 'gb2312 means GB18030'
page UTF-8 gb2312;	is 'a declaration that is wrong loses to UTF-8'
page GB18030 utf-8
same 'a page that is not UTF-8 is not read as that' "$want
N 0 CHARSET_GUESSED GB18030" "$("$dump" "$tmp/page")"
page GB18030 gb2312;	is 'a server that is wrong loses to the page' utf-8
page GB18030 utf-8;	is 'a page that is wrong loses to the server' gbk
page UTF-8 utf-8;	is 'a server that is wrong about UTF-8' gbk
page UTF-16 gb2312;	is 'a byte order mark wins' gbk
printf '\357\273\277%s' "$body" >"$tmp/page"
is 'the mark of UTF-8 wins' gbk
printf '<?xml version="1.0" encoding="GBK"?>\n<html><p>%s' '县' |
    iconv -f UTF-8 -t GB18030 >"$tmp/page"
same 'an XML declaration counts' 'P 2 县' "$("$dump" "$tmp/page")"

printf '<rss><description><![CDATA[<p>甲</p><p>乙</p>' >"$tmp/page"
same 'tags in a CDATA section are tags' 'P 1 甲
P 1 乙' "$("$dump" "$tmp/page")"

# An answer, if it is only an error, within a second and 256 MiB.
bounded()
{
	(
		# A sanitizer takes its time, and maps what it likes.
		grep -q asan_init "$dump" || { ulimit -v 262144; ulimit -t 1; }
		"$dump" "$1"
	) >"$tmp/answer" 2>&1
	test $? -le 1
}

bomb()	# NAME WANTED: of $tmp/bomb
{
	ok "$1" bounded "$tmp/bomb"
	ok "$1: $2" grep -q "$2" "$tmp/answer"
}

many() { awk -v n="$1" -v s="$2" 'BEGIN { while (n--) printf "%s", s }'; }
fill() { echo '<p>'; many "$@"; echo '甲'; }

fill 100000 '<div>' >"$tmp/bomb"; bomb 'open blocks' 甲
fill 100000 '<table><tr><td>' >"$tmp/bomb"
bomb 'tables in tables' 'elements in one another'
fill 200000 '<b><font>' >"$tmp/bomb"; bomb 'open inlines' 甲
{ echo '<p'; many 100000 ' a=b'; echo '>甲'; } >"$tmp/bomb"
bomb 'attributes' 甲
{ echo '<table>'; many 1000000 '<td>1'; } >"$tmp/bomb"
bomb 'a million cells' 'more than .* elements'
{
	echo '<table>'
	many 2000 '<tr><td rowspan=1000000000 colspan=1000000000>1<td>2'
} >"$tmp/bomb"
bomb 'wide and high cells' 'more than'
many 2000 '<table><tr><td rowspan=999 colspan=999>1<td>2<tr><td>3</table>' \
    >"$tmp/bomb"
bomb 'many wide tables' 'T '
fill 100000 '甲<!-- ' >"$tmp/bomb"; bomb 'open comments' 甲
fill 100000 '甲<svg><del><s>' >"$tmp/bomb"; bomb 'open oddities' 甲
fill 1000000 '0123456789' >"$tmp/bomb"
bomb 'one long paragraph' 'more than .* bytes'
fill 50000 '<p hidden><div hidden>' >"$tmp/bomb"; bomb 'hidden blocks' .
fill 100000 '<p>1' >"$tmp/bomb"; bomb 'many paragraphs' 'P 2 1'

for text in '' '<' '<p' '<p ' '<p a' '<p a=' '<p a="' '</' '<!' '<!--' '<?' \
    '<table' '<table><tr><td colspan' '<p>&' '<p>&#' '<p>&#x' '<p>甲<script'
do
	printf '%s' "$text" >"$tmp/page"
	ok "no more than \"$text\"" bounded "$tmp/page"
done
done_testing
