# Old office formats, damaged: cut off at every hundredth, with bytes
# changed, with chains that run in circles.
. "${srcdir-.}/tests/tap.sh"
make=$builddir/tests/make-office
dump=$builddir/tests/dump-doc
fuzz=$builddir/tests/fuzz
desc=$srcdir/tests/office/report.desc
cd "$tmp" || exit 99

$make doc <"$desc" >a.doc
$make doc pieces huge hmerge based <"$desc" >b.doc
$make doc insert prm <"$desc" >c.doc
{ echo 'B 0 方框'; cat "$desc"; echo 'B 0 另一'; } | $make doc >d.doc
$make xls <"$desc" >a.xls
$make xls split formula hidden <"$desc" >b.xls
ok 'compound files' "$fuzz/cfb" -m 300 a.doc b.xls
ok 'documents' "$fuzz/doc97" -m 300 a.doc b.doc c.doc d.doc
ok 'workbooks' "$fuzz/xls" -m 300 a.xls b.xls
ok 'RTF' "$fuzz/rtf" -m 1000 "$srcdir/tests/office/sample.rtf"

# No file that is cut short may give some of its figures; what is last in
# it is room that is not used.
whole()
{
	size=$(wc -c <"$1")
	for i in 1 5 10 20 30 40 50 60 70 80 85 90 95 99
	do
		head -c $((size * i / 100)) "$1" >cut
		got=$($dump cut)
		case $got in
		error*|"$2") ;;
		*) echo "$1 cut to $i %"; return 1;;
		esac
	done
}
ok 'a document cut short is an error' whole a.doc "$($dump a.doc)"
ok 'a workbook cut short is an error' whole b.xls "$($dump b.xls)"

# poke FILE OFFSET BYTES: octal escapes
poke() { printf "$3" | dd of="$1" bs=1 seek="$2" conv=notrunc 2>/dev/null; }
u32() { od -An -tu4 -j "$2" -N 4 "$1" | tr -d ' '; }
fat=$(u32 a.doc 76)
fat=$(((fat + 1) * 512))
cp a.doc circle
for i in 0 4 8 12 16 20 24 28
do
	poke circle $((fat + i)) '\000\000\000\000'
done
ok 'sectors in a circle' sh -c "$dump circle | grep -q 'circle\|cut short'"
cp a.doc dir
at=$((($(u32 dir 48) + 1) * 512))
poke dir $((at + 3 * 128 + 72)) '\001\000\000\000'
same 'a directory in a circle still has its streams' "$($dump a.doc)" \
    "$($dump dir)"
cp a.doc huge
poke huge $((at + 128 + 120)) '\377\377\377\177'
ok 'a stream of 2 GiB' sh -c "$dump huge | grep -q 'longer than the file'"
cp a.doc many
poke many 44 '\377\377\377\377'
ok 'four thousand million FAT sectors' sh -c "$dump many | head -c 1"

# 40,000 paragraphs in one cell, 200 rows of 60 columns
awk 'BEGIN { for (i = 0; i < 4000; i++) print "P 0 段" i }' >big.desc
awk 'BEGIN { print "T 0 200x60 exact"
	for (r = 0; r < 200; r++) for (c = 0; c < 60; c++)
		print "  " r "," c " 1x1 " r * c }' >>big.desc
$make doc <big.desc >big.doc
# limited COMMAND...: within 256 MiB and a second of computing
limited() { (ulimit -v 262144; ulimit -t 1; "$@"); }
cells() { test "$(limited $dump "$1" | grep -c "$2")" = 12000; }
case $(limited $dump a.doc 2>&1) in
*H1*)
	ok 'a large document' cells big.doc '^  [0-9]*,[0-9]* 1x1 '
	$make xls <big.desc >big.xls
	ok 'a large workbook' cells big.xls '^  [0-9]*,[0-9]* 1x1 ' ;;
*)
	skip 'a large document' 'memory cannot be limited here' ;;
esac
done_testing
