# PDF through poppler: tables from a word processor, cell by cell; tables
# from a writer of our own; files that are broken on purpose.
. "${srcdir-.}/tests/tap.sh"
dump=$builddir/tests/dump-doc
write() { ${AWK-awk} -f "$srcdir/tests/pdf-write.awk"; }

if ! command -v pdftotext >/dev/null || ! command -v pdftocairo >/dev/null
then
	skip 'PDF' 'there is no pdftotext and pdftocairo'
	done_testing
	exit 0
fi

# What a file is refused with, in the words of the reader.
refused() { "$dump" "$1" 2>&1 | sed -n 's/^error [0-9]* ([^)]*): //p'; }

# A section of 15 columns; 12345 does not fit; the table ends on page 2.
fifteen()
{
	echo page
	for x in 20 55 90 125 160 195 230 265 300 335 370 405 440 475 510 545
	do echo l $x 700 $x 760
	done
	echo l 20 700 545 700; echo l 20 760 545 760
	x=24
	for n in 0 1 2 34567 / - 7 8 9 1 1 12 13 14
	do echo t $x 720 10 $n; x=$((x + 35))
	done
	echo t 514 720 10 12345; echo t 514 735 10 67
	echo t 290 800 10 - 1 -
	echo page
	for x in 20 55 90 125 160 195 230 265 300 335 370 405 440 475 510 545
	do echo l $x 60 $x 100
	done
	echo f 20 60 525 0.5; echo f 20 100 525 .5
	echo t 514 80 10 4; echo t 24 80 10 5
	echo t 290 800 10 - 2 -
}
fifteen | write >"$tmp/fifteen.pdf"
same 'fifteen columns, over two pages' 'T 1 2x15 exact
  0,0 1x1 0
  0,1 1x1 1
  0,2 1x1 2
  0,3 1x1 34567
  0,4 1x1 /
  0,5 1x1 -
  0,6 1x1 7
  0,7 1x1 8
  0,8 1x1 9
  0,9 1x1 1
  0,10 1x1 1
  0,11 1x1 12
  0,12 1x1 13
  0,13 1x1 14
  0,14 1x1 1234567
  1,0 1x1 5
  1,1 1x1 
  1,2 1x1 
  1,3 1x1 
  1,4 1x1 
  1,5 1x1 
  1,6 1x1 
  1,7 1x1 
  1,8 1x1 
  1,9 1x1 
  1,10 1x1 
  1,11 1x1 
  1,12 1x1 
  1,13 1x1 
  1,14 1x1 4' "$("$dump" "$tmp/fifteen.pdf")"

# The sheet is larger than what is seen of it.
(fifteen; echo crop 10 20 560 700) | sed 's/^page$/&\ncrop 15 30 570 790/' |
    write >"$tmp/cropped.pdf"
same 'a page that shows part of its sheet' "$("$dump" "$tmp/fifteen.pdf")" \
    "$("$dump" "$tmp/cropped.pdf")"

# anew PROGRAM ARGUMENTS: the same document as other programs write it.
anew()
{
	if ! command -v "$1" >/dev/null
	then
		skip "written anew by $1" 'it is not there'
		return
	fi
	rm -f "$tmp/anew.pdf"
	"$@" >/dev/null 2>&1
	same "written anew by $1" "$("$dump" "$tmp/fifteen.pdf")" \
	    "$("$dump" "$tmp/anew.pdf")"
}
anew pdftocairo -pdf "$tmp/fifteen.pdf" "$tmp/anew.pdf"
anew gs -q -dNOPAUSE -dBATCH -sDEVICE=pdfwrite -o "$tmp/anew.pdf" \
    "$tmp/fifteen.pdf"
anew qpdf --encrypt '' owner 256 --print=none --modify=none --extract=n -- \
    "$tmp/fifteen.pdf" "$tmp/anew.pdf"
anew qpdf --object-streams=generate --linearize "$tmp/fifteen.pdf" \
    "$tmp/anew.pdf"

(fifteen; echo lock) | write >"$tmp/locked.pdf"
same 'a password' 'a password is needed' "$(refused "$tmp/locked.pdf")"

(fifteen; echo again 2000) | write >"$tmp/many.pdf"
same 'too many pages' 'more than 1000 pages' "$(refused "$tmp/many.pdf")"

printf 'page\nl 20 20 300 300\n' | write >"$tmp/scan.pdf"
same 'no text' 'no text on 1 pages: a scanned document' \
    "$(refused "$tmp/scan.pdf")"

printf 'page\nt 20 80 10 page one\npage\nl 20 20 300 300\n' | write \
    >"$tmp/half.pdf"
same 'a page without text among others' \
    'N 0 PAGES_SCANNED 1 of 2 pages, the first of them page 2' \
    "$("$dump" "$tmp/half.pdf" | grep '^N')"

printf '%%PDF-1.4\nnothing of the kind\n%%%%EOF\n' >"$tmp/false.pdf"
same 'nothing but a name' 'a damaged PDF' "$(refused "$tmp/false.pdf")"

same 'poppler is not there' \
    'pdftotext is needed (package poppler-utils)' \
    "$(env PATH=/nowhere "$dump" "$tmp/fifteen.pdf" 2>&1 |
    sed -n 's/^error [0-9]* ([^)]*): //p')"

# Cut off at every hundredth of its length: refused, every time.
cut_short()
{
	size=$(wc -c <"$tmp/fifteen.pdf")
	i=1
	while test $i -lt 100
	do
		head -c $((size * i / 100)) "$tmp/fifteen.pdf" >"$tmp/cut.pdf"
		"$dump" "$tmp/cut.pdf" >"$tmp/cut.out" 2>&1
		if test $? -ne 1 || grep '^[ TP]' "$tmp/cut.out"
		then
			echo "at $i %"; cat "$tmp/cut.out"
			return 1
		fi
		i=$((i + 1))
	done
}
ok 'cut off anywhere, it is refused' cut_short

# 60 MB of blanks in 60 kB.
bomb()
{
	head -c 60000000 /dev/zero | tr '\0' ' ' | gzip -9 | tail -c +11 |
	    head -c -8 >"$tmp/blanks"
	size=$(($(wc -c <"$tmp/blanks") + 2))
	printf '%%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n'
	printf '2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n'
	printf '3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]'
	printf '/Contents 4 0 R>>\nendobj\n4 0 obj\n'
	printf '<</Filter/FlateDecode/Length %d>>\nstream\n' $size
	printf '\170\234'; cat "$tmp/blanks"
	printf '\nendstream\nendobj\ntrailer\n<</Size 5/Root 1 0 R>>\n%%%%EOF\n'
}
bomb >"$tmp/bomb.pdf" 2>/dev/null
ok 'a stream of blanks without end' test -n "$(refused "$tmp/bomb.pdf")"

# Every look at random; the first has the figures of a city of 2025.
if ! command -v soffice >/dev/null
then
	skip 'tables from a word processor' 'there is no soffice'
elif ! fc-list 2>/dev/null | grep -q 'Noto Serif CJK SC'
then
	skip 'tables from a word processor' 'there is no Chinese font'
else
	count=${NIANBAO_PDF_COUNT-12}
	mkdir "$tmp/made"
	${AWK-awk} -f "$srcdir/tests/pdf-make.awk" -v seed=1 -v n="$count" \
	    -v dir="$tmp/made" "$srcdir/tests/pdf-figures.txt" \
	    "$srcdir/schema/form/item.tsv"
	soffice --headless "-env:UserInstallation=file://$tmp/office" \
	    --convert-to pdf --outdir "$tmp/made" "$tmp"/made/*.fodt \
	    >"$tmp/office.log" 2>&1
	# The writer may lose part of this label when it breaks the page in it.
	cells() { sed 's/^T [0-9]* \([0-9]*x\)/T \1/' | grep '^[T ]' | grep -v '三、本年'; }
	for want in "$tmp"/made/*.want
	do
		pdf=${want%.want}.pdf
		name="tables from a word processor ${want##*/}"
		if test -f "$pdf"
		then
			same "$name" "$(cells <"$want")" \
			    "$("$dump" "$pdf" | cells)"
		else
			skip "$name" 'soffice did not make the file'
		fi
	done
fi
done_testing
