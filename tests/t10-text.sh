# Text: what becomes of each kind of table, and where each cell came from.
. "${srcdir-.}/tests/tap.sh"
dump=$builddir/tests/dump-doc

for txt in "$srcdir"/tests/text/*.txt
do
	name=$(basename "$txt" .txt)
	same "$name becomes the document beside it" \
	    "$(cat "${txt%.txt}.doc")" "$("$dump" "$txt")"
done

# Each cell says in which line it begins: its words must be in that line.
lines_true()
{
	for f
	do
		"$dump" -l "$f" >"$tmp/cells"
		awk -F '\t' -v OFS='\t' 'NR == FNR {
			gsub(/\r|​/, ""); line[FNR] = $0
			next
		}
		!/^[0-9]+\t/ { next }	# a further line of the cell before
		{
			sub(/^ +/, "", $2); n++
			text = line[$1]
			gsub(/""/, "\"", text)
			if (index(text, $2) == 0 && index(text, "<br>") == 0 &&
			    index(text, "\\") == 0) {
				print FILENAME ": " $0; bad = 1
			}
		}
		END { exit bad || n == 0 }' "$f" "$tmp/cells" || return 1
	done
}
ok 'cells begin in the lines that they name' \
    lines_true "$srcdir"/tests/text/cells.txt \
    "$srcdir"/tests/text/layout.txt "$srcdir"/tests/text/list.txt \
    "$srcdir"/tests/text/list2.txt \
    "$srcdir"/tests/text/pipes.txt "$srcdir"/tests/text/rows.txt

# The same text in other clothes gives the same document.
same_doc()
{
	"$dump" "$1" | sed '/^N /d' >"$tmp/a"
	"$dump" "$2" | sed '/^N /d' >"$tmp/b"
	cmp "$tmp/a" "$tmp/b"
}
for name in rows cells list list2 pipes layout layout2 prose
do
	txt=$srcdir/tests/text/$name.txt
	sed 's/\r$//; s/$/\r/' "$txt" >"$tmp/$name.crlf"
	ok "$name with CR LF" same_doc "$txt" "$tmp/$name.crlf"
	sed 's/\r$//' "$txt" | tr '\n' '\r' >"$tmp/$name.cr"
	ok "$name with CR" same_doc "$txt" "$tmp/$name.cr"
	for code in GB18030 UTF-16LE UTF-16BE UTF-16
	do
		if iconv -f UTF-8 -t $code "$txt" >"$tmp/$name.$code" \
		    2>/dev/null
		then
			ok "$name in $code" same_doc "$txt" \
			    "$tmp/$name.$code"
		else
			skip "$name in $code" "iconv does not know it"
		fi
	done
done

# The shapes of the tables in real filings.
shapes() { "$dump" "$@" | sed -n 's/^T \([0-9]*\) \(.*\)/\1:\2/p' | tr '\n' ';'; }
want()
{
	if test -n "$shared"
	then
		same "tables of $1" "$2" "$(shapes "$shared"/$1)"
	else
		skip "tables of $1" 'there are no real filings here'
	fi
}
want 'seeds/000*' '19:14x4 padded;36:29x9 padded;69:4x15 padded;'
want 'seeds/001*' '41:4x4 padded;48:2x2 padded;53:3x2 padded;59:2x2 padded;64:28x11 padded;96:4x15 padded;'
want 'seeds/002*' '10:18x4 padded;89:26x10 padded;360:4x15 padded;'
want 'seeds/003*' '28:14x4 padded;75:29x10 padded;374:9x15 padded;'
want 'seeds/004*' '27:14x4 padded;44:28x10 padded;75:4x15 padded;'
want 'corpus/taojiang*.txt' '11:13x4 padded;'
want 'corpus/guangzhou*.txt' '9:48x1 list;'
want 'corpus/jiaxian*.txt' '9:61x1 list;'
want 'corpus/yuyang*.txt' '23:94x1 list;'
want 'corpus/pingtan-zone-2022*.txt' ''
if test -n "$shared"
then
	ok 'cells of real filings begin in the lines that they name' \
	    lines_true "$shared"/seeds/*.txt "$shared"/corpus/*.excerpt.txt
else
	skip 'cells of real filings begin in the lines that they name' \
	    'there are no real filings here'
fi

# Programs that read pictures of pages set numbers as formulas.
cat >"$tmp/formulas" <<'END'
共收到申请 $12$ 件，占\(33.9\%\)；$x^{2}$、$\textcircled{1}$ 和 $5、$6 不是
| 规章 | $1{,}234$ | $$56$$ | $7^{1}$ |
END
same 'a formula that is a number is that number' \
'P 1 共收到申请 12 件，占33.9%；$x^{2}$、$\textcircled{1}$ 和 $5、$6 不是
T 2 1x4 exact
  0,0 1x1 规章
  0,1 1x1 1,234
  0,2 1x1 56
  0,3 1x1 $7^{1}$' "$("$dump" "$tmp/formulas")"

cat >"$tmp/struck" <<'END'
共收到申请~~9~~6件，3~~5件，~~ 7 ~~

| 规章 | ~~9~~ 6 | ~~8~~ |
END
same 'what is struck out is gone' 'P 1 共收到申请6件，3~~5件，~~ 7 ~~
T 3 1x3 exact
  0,0 1x1 规章
  0,1 1x1 6
  0,2 1x1 ' "$("$dump" "$tmp/struck")"

# What is no text is refused, and so is nothing at all.
says() { "$dump" "$1" | grep "$2"; }
head -c 3000 /dev/zero >"$tmp/binary"
ok 'NUL bytes are not text' says "$tmp/binary" '^error 3 (text): not text$'
printf 'Rar!\032\007\001' >"$tmp/rar"
ok 'a RAR archive is not text' says "$tmp/rar" '^error 3 (text): a RAR'
printf '\377\330\377\340\nJFIF 2021' >"$tmp/jpeg"
ok 'a picture is not text' says "$tmp/jpeg" '^error 3 (text): a picture'
: >"$tmp/empty"
ok 'an empty file has no text' says "$tmp/empty" '^error 9 (-): no text$'
printf ' \n\t\n\343\200\200\n' >"$tmp/blank"
ok 'a blank file has no text' says "$tmp/blank" '^error 9 (text): no text$'

# Limits.
yes 1 | head -n 500001 >"$tmp/long"
ok 'too many lines' says "$tmp/long" '^error 4'
awk 'BEGIN { for (i = 0; i < 20001; i++) print "a\t1\nb\t2\n\nx。\n" }' \
    >"$tmp/tables"
ok 'too many tables' says "$tmp/tables" '^error 4'
awk 'BEGIN { for (i = 0; i < 1e5; i++) printf "\t"; print "x" }' >"$tmp/wide"
ok 'a line of nothing but tabs is no table' says "$tmp/wide" '^P 1 x$'
awk 'BEGIN { for (i = 0; i < 1e5; i++) print "\t" i }' >"$tmp/tall"
ok 'cells without rows are a list' says "$tmp/tall" '^T 1 100000x1 list$'
done_testing
