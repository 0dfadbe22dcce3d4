# Word 97 documents, workbooks of Excel 97 and their kin, written by the
# tests from a description in the form of a dump.
. "${srcdir-.}/tests/tap.sh"
make=$builddir/tests/make-office
dump=$builddir/tests/dump-doc
desc=$srcdir/tests/office/report.desc
cd "$tmp" || exit 99

# What a dump of the description must be, for documents and for workbooks;
# without lines and kinds of paragraphs, and with nothing that is a property.
flat() { sed -e 's/^\([PT]\) [0-9]*/\1/' -e 's/^H[0-9]* [0-9]*/P/' "$@"; }
numbered()
{
	awk '/^N0/ { n++; m = 0; split("一 二 三 四 五", h, " ")
		print "P 0 " h[n] "、" substr($0, 4); next }
	/^N1/ { m++; print "P 0 （" h[m] "）" substr($0, 4); next }
	{ print }' "$desc"
}
plain() { sed -e 's/\\x13.*\\x14\(.*\)\\x15/\1/' -e 's/\\-[^\\]*\\-//g'; }

want=$(numbered | plain | flat)
for o in '' pieces huge hmerge insert jitter based prm 'pieces prm' \
    'huge hmerge jitter' 'insert huge hmerge pieces'
do
	$make doc $o <"$desc" >a.doc
	same "document ($o)" "$want" "$($dump a.doc | flat)"
done
same 'levels of headings, also of styles based on others' "$(printf \
    'H1 1\nH2 1')" "$($make doc based <"$desc" >a.doc; $dump a.doc |
    sed -n 's/^\(H[0-9]*\) .*/\1 1/p')"

numbered | plain >xls.desc
for o in '' split formula hidden 'split formula hidden'
do
	$make xls $o <xls.desc >a.xls
	same "workbook ($o)" "$want" "$($dump a.xls | flat | sed '/^N /d')"
done
same 'a hidden sheet is noted' 'N 0 HIDDEN 1 in a sheet' \
    "$($dump a.xls | sed -n '/^N /p')"
printf 'T 0 1x6 exact\n  0,0 1x1 甲\n' >d
for i in 1 2 3 4 5
do
	echo "  0,$i 1x1 $(expr $i / 3 \* 7)"
done >>d
$make xls never <d >a.xls
same 'formulas that nobody computed' '甲 0 =? =? =? =?' \
    "$($dump a.xls | sed -n 's/^  .*x1 //p' | paste -s -d' ' -)"
$make xls lines <xls.desc >a.xls
same 'hidden rows, columns and zeros' "$(echo "$want" | sed 's/x1 0$/x1 /')
N 2 HIDDEN 2 in rows or columns" "$($dump a.xls | flat)"

# Programs that leave the widths to Word write none.
printf 'T 0 2x2 exact\n  0,0 1x1 甲\n  0,1 1x1 1\n  1,0 1x1 乙\n  1,1 1x1 2\n' >d
$make doc thin <d >a.doc
same 'cells without a width' "$(sed 's/exact/padded/' d | flat)" \
    "$($dump a.doc | flat)"

# A table in a cell comes out by itself, its row as if there were none.
printf 'P 0 前\nT 0 2x2 exact\n  0,0 1x1 左\\n\\[内1|内2\\]下\n  0,1 1x1 右\n' >d
printf '  1,0 1x1 a\n  1,1 1x1 b\nP 0 后\n' >>d
$make doc <d >a.doc
same 'a table in a table' 'P 前
P 左
T 1x2 exact
  0,0 1x1 内1
  0,1 1x1 内2
P 下
P 右
T 1x2 exact
  0,0 1x1 a
  0,1 1x1 b
P 后' "$($dump a.doc | flat)"
# Text boxes stand before what they are anchored in.
printf 'P 0 前\nB 0 方框一\\n二\nB 0 另一框\nP 0 中\nB 0 表框\nT 0 1x2 exact\n' >d
printf '  0,0 1x1 甲\n  0,1 1x1 12\nP 0 后\n' >>d
for o in '' pieces
do
	$make doc $o <d >a.doc
	same "text boxes ($o)" 'P 1 前
P 2 方框一\n二
P 2 另一框
P 2 中
P 3 表框
T 3 1x2 exact
  0,0 1x1 甲
  0,1 1x1 12
P 5 后' "$($dump a.doc)"
done

printf 'T 0 2x1 exact\n  0,0 1x1 甲\n  1,0 1x1 乙\n' >d
$make doc <d >a.doc
same 'a table of one column is a frame' 'P 甲
P 乙' "$($dump a.doc | flat)"

# What is deleted, hidden or struck out is gone, and a raised digit is none.
printf 'T 0 3x2 exact\n  0,0 1x1 上标\n  0,1 1x1 12\\^1\\^\n' >d
printf '  1,0 1x1 删除线\n  1,1 1x1 12\\~5\\~\n' >>d
cp d d.xls
printf '  2,0 1x1 注\\?99\\?\n  2,1 1x1 1\\-9\\-2\\=9\\=\\@34\\@\n' >>d
printf '  2,0 1x1 注\n  2,1 1x1 12\\^3\\^\\~9\\~\\^4\\^\n' >>d.xls
want='T 3x2 exact
  0,0 1x1 上标
  0,1 1x1 12¹
  1,0 1x1 删除线
  1,1 1x1 12
  2,0 1x1 注
  2,1 1x1 12³⁴'
for o in '' pieces
do
	$make doc $o <d >a.doc
	same "looks of characters in a document ($o)" "$want" \
	    "$($dump a.doc | flat)"
done
$make xls <d.xls >a.xls
same 'looks of characters in a workbook' "$want" "$($dump a.xls | flat)"
printf '{\\rtf1 12{\\super 1}3{\\strike 9}\\sub 4\\nosupersub 5' >a
printf '\\strike 9\\strike0 6\\super \\u65297?\\plain 7{\\striked1 9}}' >>a
same 'looks of characters in RTF' 'P 12¹3₄56¹7' "$($dump a | flat)"

says() { "$@" 2>&1 | sed 's/^error [0-9]* \(([a-z0-9-]*)\): /\1 /'; }
$make doc locked <"$desc" >a
same 'a document under a password' \
    '(doc97) the document is protected by a password' "$(says $dump a)"
$make xls locked <"$desc" >a
same 'a workbook under a password' \
    '(xls) the workbook is protected by a password' "$(says $dump a)"
$make streams EncryptionInfo EncryptedPackage >a
same 'OOXML under a password' \
    '(office) the document is protected by a password' "$(says $dump a)"
$make streams 'PowerPoint Document' >a
same 'a presentation' '(office) a presentation is not read' "$(says $dump a)"
$make streams x >a
same 'some compound file' '(office) a compound file without a document' \
    "$(says $dump a)"
$make streams WordDocument >a
same 'a document without a header' '(doc97) the document has no header' \
    "$(says $dump a)"
: >a
same 'an empty file' '(-) no text' "$(says $dump a)"

same 'RTF' 'H 某县2023年报告
P 一、总体
P “🀄” 一中ü丂 x-1—\n{y}
P 3页
T 3x3 exact
  0,0 2x2 左
  0,2 1x1 右
  1,2 1x1 17\n726
  2,0 1x1 a
  2,1 1x1 b
  2,2 1x1 
H 嵌套
P out
T 1x2 exact
  0,0 1x1 in1
  0,1 1x1 in2
P right
P end' "$($dump "$srcdir/tests/office/sample.rtf" | sed \
    -e "s/$(printf '\302\240')/ /g" -e 's/^\([PT]\) [0-9]*/\1/' -e 's/^H[0-9]* [0-9]*/H/')"
same 'headings of RTF' 'H1 H2 ' "$($dump "$srcdir/tests/office/sample.rtf" |
    sed -n 's/^\(H[0-9]*\) .*/\1/p' | tr '\n' ' ')"
# Some put rows into groups, and nothing behind them that says they end.
awk 'function row(a, b) {
	printf "{{\\trowd\\cellx900\\cellx1800\\intbl{%s\\cell}" \
	    "\\intbl{%s\\cell}\\intbl\\row}}", a, b }
BEGIN { printf "{\\rtf1{x\\par}"; row("a", 1); row("b", 2); printf "{y\\par}"
	row("c", 3); printf "{z\\par}}" }' >a
same 'RTF with rows in groups' 'P x
T 2x2 exact
  0,0 1x1 a
  0,1 1x1 1
  1,0 1x1 b
  1,1 1x1 2
P y
T 1x2 exact
  0,0 1x1 c
  0,1 1x1 3
P z' "$($dump a | flat)"
printf '{\\rtf1 x {y}' >a
same 'RTF that is cut short' '(rtf) the document is cut short' "$(says $dump a)"
awk 'BEGIN { printf "{\\rtf1 "; for (i = 0; i < 600; i++) printf "{"
	for (i = 0; i < 601; i++) printf "}" }' >a
same 'RTF of groups in groups' '(rtf) groups more than 512 deep' \
    "$(says $dump a)"

# Works is for soffice alone.
$make streams MatOST >a
got=$(PATH=$tmp/none $dump a | tail -n 1)
same 'Works without soffice' '(office) a document of Microsoft Works needs the program soffice (Debian: libreoffice-writer-nogui)' \
    "$(says echo "$got")"
done_testing
