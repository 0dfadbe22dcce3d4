# Reports made up from a seed, turned by LibreOffice into formats that
# nobody else writes, and read back: every figure in its place.
. "${srcdir-.}/tests/tap.sh"
gen=$builddir/tests/gen/gen
count=${NIANBAO_SOFFICE_COUNT-6}
cd "$tmp" || exit 99

if ! soffice --version >/dev/null 2>&1
then
	skip 'DOC, XLS and RTF' 'soffice is not installed'
	done_testing
	exit
fi
# One start for a batch of files is ten times faster than one for each.
convert()
{
	mkdir -p "$1"
	filter=$2 to=$3
	shift 3
	soffice --headless "-env:UserInstallation=file://$tmp/profile" \
	    ${filter:+--infilter="$filter"} --convert-to "$to" \
	    --outdir "${to%%:*}-$dir" "$@" >/dev/null 2>&1
}
dir=docx
"$gen" write docx 0 "$count" . >/dev/null
convert doc-docx '' 'doc:MS Word 97' ./*.docx
ok 'DOC' "$gen" compare doc 0 "$count" doc-docx
if command -v pdftotext >/dev/null && fc-list 2>/dev/null | grep -q CJK
then
	convert pdf-docx '' pdf ./*.docx
	ok 'PDF' "$gen" compare pdf 0 "$count" pdf-docx
else
	skip 'PDF' 'poppler or a Chinese font is not installed'
fi
dir=html
"$gen" write html 0 "$count" . >/dev/null
convert xls-html calc_HTML_WebQuery 'xls:MS Excel 97' ./*.html
ok 'XLS' "$gen" compare xls 0 "$count" xls-html
dir=docx
convert rtf-docx '' rtf ./00000.docx
if "$builddir/tests/dump-doc" rtf-docx/*.rtf 2>&1 | grep -q 'built without'
then
	skip 'what LibreOffice makes of them' 'neither HTML nor DOCX is read'
	done_testing
	exit
fi
if ls rtf-docx/*.rtf >/dev/null 2>&1
then
	ok 'RTF' "$gen" compare rtf 0 1 rtf-docx
fi

# What we leave to LibreOffice: Word 95, and XML of Office 2003.
make=$builddir/tests/make-office
dump=$builddir/tests/dump-doc
converted() { tail -n 1 "$1" | grep -q '^N 0 CONVERTED soffice, '; }
grid() { grep '^  [0-9]' "$1"; }
cat >d <<'END'
P 0 前
T 0 2x3 exact
  0,0 2x1 甲
  0,1 1x2 乙
  1,1 1x1 17
  1,2 1x1 726
P 0 后
END
$make doc old <d >old.doc
$dump old.doc >old.out
ok 'a note says what was converted' converted old.out
same 'a document of an older Word' "$(grid d)" "$(grid old.out)"
# Its import keeps columns, but not what is merged downwards.
xml=$srcdir/tests/office/word2003.xml
# Only a program without expat has it converted.
$dump "$xml" >new.out
if converted new.out
then
	ok 'XML of Word 2003' converted new.out
	same 'its table' '  0,0 1x1 甲
  0,1 1x2 乙
  1,0 1x1 
  1,1 1x1 17
  1,2 1x1 726' "$(grid new.out)"
else
	same 'the table in XML of Word 2003' '  0,0 2x1 甲
  0,1 1x2 乙
  1,1 1x1 17
  1,2 1x1 726' "$(grid new.out)"
fi
head -c 600 "$xml" >cut.xml
$dump cut.xml >cut.out
ok 'cut short' grep -q '^error 3' cut.out
cat >book.xml <<'END'
<?xml version="1.0"?>
<?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
 xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Worksheet ss:Name="a"><Table>
<Row><Cell ss:MergeDown="1"><Data ss:Type="String">甲</Data></Cell>
<Cell ss:MergeAcross="1"><Data ss:Type="String">乙</Data></Cell></Row>
<Row><Cell ss:Index="2"><Data ss:Type="Number">17</Data></Cell>
<Cell><Data ss:Type="Number">726</Data></Cell></Row>
</Table></Worksheet></Workbook>
END
$dump book.xml >book.out
same 'the table in XML of Excel 2003' "$(grid d)" "$(grid book.out)"
# Tables of spreadsheets before there were workbooks.
printf '%s\n' 'ID;PWXL;N;E' 'C;Y1;X1;K"a"' 'C;X2;K17' 'C;Y2;X1;K"b"' \
    'C;X2;K726' E >table.slk
$dump table.slk >slk.out
ok 'SYLK' converted slk.out
same 'its table' '  0,0 1x1 a
  0,1 1x1 17
  1,0 1x1 b
  1,1 1x1 726' "$(grid slk.out)"
sed '$d' table.slk >cut.slk
ok 'cut short' grep -q '^error 3 .*cut short' <<END
$($dump cut.slk)
END
done_testing
