# Files that strangers made: of the wrong kind, cut off, empty, locked and
# without bounds.  Each is answered with a note, no figure that is not in it,
# in 256 MiB; what takes longer than a second is said, and no failure.
. "${srcdir-.}/tests/tap.sh"
hostile=$builddir/tests/hostile
dump=$builddir/tests/dump-doc
dump_filing=$builddir/tests/dump-filing
gen=$builddir/tests/gen/gen
mkzip=$builddir/tests/mkzip
make=$builddir/tests/make-office
have() { command -v "$1" >/dev/null 2>&1; }
cd "$tmp" || exit 99

# What a format says is held against what the others say.
for part in html+gumbo docx+expat zip+libzip
do
	"$nianbao" --version | grep -qF "$part" && continue
	skip 'files that strangers made' "not every reader is here: $part"
	done_testing
	exit
done

# The city's report in every format that can be made here.
report()	# NAME COMMAND...: its standard output, unless it cannot
{
	report_name=$1; shift
	"$@" >"r.$report_name" 2>/dev/null && test -s "r.$report_name" ||
	    rm -f "r.$report_name"
}
written() { "$gen" write "$1" 0 1 . && cat "00000.$1"; }
as() { awk -v as="$1" -f "$srcdir/tests/hostile.awk" report.desc; }
unicode()	# of RTF: what is not ASCII as \u
{
	as rtf | iconv -f UTF-8 -t UTF-16BE | od -An -v -tu1 |
	    awk '{ for (i = 1; i <= NF; i++) if (n++ % 2) {
		c = high * 256 + $i
		if (c < 128) printf "%c", c; else printf "\\u%d?", c
	    } else high = $i }'
}
package()	# TYPE FORMAT
{
	as "$2" >content.xml
	printf 'application/vnd.oasis.opendocument.%s' "$1" >mimetype
	"$mkzip" p mimetype=mimetype content.xml=content.xml && cat p
}
for format in rows.txt cells.txt list.txt pipe.txt wiki adoc textile tex html mht \
    docx xlsx ofd
do
	report $format written $format
done
"$dump" r.html >report.desc
case $(cat report.desc) in
error*)	"$dump" r.rows.txt >report.desc ;;
esac
sed '/^N /d' report.desc >desc && mv desc report.desc
report doc "$make" doc <report.desc
report xls "$make" xls <report.desc
report rtf unicode
report wordxml as wordxml
report sheetxml as sheetxml
report odt package text odt
report ods package spreadsheet ods
for code in GB18030 UTF-16LE UTF-16BE
do
	report rows.$code iconv -f UTF-8 -t $code r.rows.txt
	report html.$code iconv -f UTF-8 -t $code r.html
done
report gz gzip -c r.rows.txt
mkdir in && cp r.rows.txt in/1.txt && cp r.html in/2.html
report tar tar cf - in
report tgz sh -c 'tar cf - in | gzip -c'
"$mkzip" r.zip in/1.txt=in/1.txt in/2.html=in/2.html

# Whole, each says the same, so far as it was not read without a library.
"$hostile" r.* >whole 2>&1
sed -n '/ms$/p' whole | diag
missing=$(awk '!/^#/ && /NEEDS_TOOL/ { sub(":", "", $1); print $1 }' whole)
rm -f $missing
full=$(sed -n 's/^r\.rows\.txt: \([0-9]*\).*/\1/p' whole)
twice=$((2 * full))
same 'whole, all say as much' '' "$(awk -v n="$full" '!/^#/ &&
    !/NEEDS_TOOL/ && $2 != n && $2 != 2 * n' whole)"

# A label that is broken between its number and its words.
awk '{ sub("（七）总计", "（七\n）总计"); sub("（一）予以公开", "（一）\n予以公开")
	print }' r.list.txt >broken.txt
"$hostile" broken.txt >answer 2>&1
ok 'a label broken behind its number' grep -q "^broken.txt: $full" answer

# Cut off at every hundredth: nothing that all of it does not say.
for f in r.*
do
	ok "$f cut off" "$hostile" -c 100 "$f"
	sed -n '/^# .* ms$/s/^# //p' "$tmp/.out" | diag
done

# One bit wrong at each hundredth: what is packed has checksums.
for f in r.docx r.xlsx r.odt r.ods r.ofd r.gz r.tgz
do
	test ! -f $f || ok "$f with a wrong bit" "$hostile" -b 100 $f
done
"$hostile" -b 40 r.doc r.xls r.html r.mht r.rtf r.tar r.tex >answer 2>&1
same 'what is not packed ends well with one' '' "$(grep ': status' answer)"

answer() { "$hostile" "$1" >answer 2>&1; }
# No figure, and one of the notes.
notes()	# SENTENCE FILE NOTE...
{
	notes_name=$1; notes_file=$2; shift 2
	answer "$notes_file" ||:
	sed -n "s/^# $notes_file \(.* ms\)$/$notes_name: \1/p" answer | diag
	ok "$notes_name: $*" awk -v file="$notes_file:" -v want=" $* " '
	    $1 == file { for (i = 3; i <= NF; i++)
		found = found || index(want, " " $i " ") > 0
		if ($2 == 0 && found) exit 0
		print; exit 1 }' answer
}

# Of another kind than the name says: it does not matter; of no kind.
printf '\211PNG\r\n\032\n' >picture
head -c 5000 /dev/zero >zeros
awk 'BEGIN { srand(1); for (i = 0; i < 9999; i++)
    printf "%c", 1 + int(rand() * 255) }' >noise
printf 'nothing of the kind\n' >prose
: >empty
for f in picture zeros noise
do
	notes "$f" $f UNREADABLE
done
notes prose prose NOT_A_REPORT
notes empty empty EMPTY
for format in doc docx htm mht odt ods ofd pdf rtf txt wps xls xlsx xml zip gz tar
do
	cp noise noise.$format
	notes "noise.$format" noise.$format UNREADABLE
	: >empty.$format
	notes "empty.$format" empty.$format EMPTY
done
for f in r.doc r.xlsx r.html r.rtf
do
	test -f $f || continue
	cp $f wrong.pdf
	answer wrong.pdf
	ok "$f under another name" grep -q "^wrong.pdf: $full" answer
done

# Half of one format: a beginning that promises what does not come.
for f in r.*
do
	case $f in
	*.txt|*.rows.*|*.html*|*.mht|*.tar)	continue ;;
	*.wiki|*.adoc|*.textile|*.tex)		continue ;;
	esac
	{ head -c 600 $f; cat noise; } >half
	notes "$f that goes on as noise" half UNREADABLE ENCRYPTED \
	    OVER_LIMIT EMPTY NOT_A_REPORT NO_TABLE
done

# Under a password.
"$make" doc locked <report.desc >locked.doc
notes 'a document with a password' locked.doc ENCRYPTED
"$make" xls locked <report.desc >locked.xls
notes 'a workbook with a password' locked.xls ENCRYPTED
"$make" streams EncryptionInfo EncryptedPackage >locked.docx
notes 'OOXML with a password' locked.docx ENCRYPTED
if test -f r.zip
then
	"$mkzip" -e locked.zip in/1.txt=in/1.txt
	notes 'zip with a password' locked.zip ENCRYPTED
	cp content.xml c.xml
	echo '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:encryption-data/></m:manifest>' >m.xml
	printf 'application/vnd.oasis.opendocument.text' >mimetype
	"$mkzip" locked.odt mimetype=mimetype content.xml=c.xml \
	    META-INF/manifest.xml=m.xml
	notes 'OpenDocument with a password' locked.odt ENCRYPTED
fi

# Without bounds.  A page or a sheet of a million cells, spans of 10^9,
# elements in elements, and what unpacks to a thousand times its size.
many() { awk -v n="$1" -v s="$2" 'BEGIN { while (n--) printf "%s", s }'; }
bomb() { notes "bomb: $1" bomb OVER_LIMIT UNREADABLE NOT_A_REPORT EMPTY; }
ss='xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"'
sheet_head="<?xml version='1.0'?><Workbook $ss><Worksheet><Table>"
sheet_tail='</Table></Worksheet></Workbook>'
word_head='<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:body>'
word_tail='</w:body></w:wordDocument>'

# Text in markup; 年报 is there so that it might be a report.
markup() { { echo 年报; cat; } >bomb; }
{ printf '{|\n|-\n'; many 1000000 '|1|'; } | markup; bomb 'wiki, 10^6 cells'
{ printf '{|\n'; many 3000 '|-
| rowspan=1000000000 colspan=1000000000 | 1 || 2
'; } | markup; bomb 'wiki, spans'
many 100000 '{|
|
' | markup; bomb 'wiki, nested'
{ echo '{|'; many 300000 '|-
| [[a|{{b
'; } | markup; bomb 'wiki, links'
{ printf '|===\n'; many 1000000 '|1 '; printf '\n|===\n'; } | markup
bomb 'AsciiDoc, 10^6 cells'
{ printf '[cols=1000000000*]\n|===\n'; many 3000 '1000000000.1000000000+|1
1000000000*|2
'; echo '|==='; } | markup; bomb 'AsciiDoc, spans'
many 300000 '|===
' | markup; bomb 'AsciiDoc, fences'
{ printf '|_. a'; many 1000000 '|1'; echo '|'; } | markup
bomb 'Textile, 10^6 cells'
many 3000 '|\\1000000000/1000000000. 1|2|
' | markup; bomb 'Textile, spans'
many 300000 '|a
|b|
' | markup; bomb 'Textile, no cell that says anything'
{ echo '\begin{tabular}{c}'; many 1000000 '1&'; } | markup
bomb 'LaTeX, 10^6 cells'
{ echo '\begin{tabular}{c}'; many 3000 '\\multirow{1000000000}{*}{\\multicolumn{1000000000}{c}{1}}&2\\\\
&\\multirow{-1000000000}{*}{3}\\\\
'; } | markup; bomb 'LaTeX, spans'
many 100000 '\\begin{tabular}{c}{[
' | markup; bomb 'LaTeX, nested'
many 100000 '\\begin{tabular}[\\textbf[\\multirow[{' | markup
bomb 'LaTeX, groups without an end'
many 300000 '<!--' | markup; bomb 'comments without an end'
{ echo '<table>'; many 1000000 '<td>1'; } >bomb; bomb 'HTML, 10^6 cells'
{ echo '<table>'; many 3000 '<tr><td rowspan=1000000000 colspan=1000000000>1<td>2'; } >bomb
bomb 'HTML, spans'
many 100000 '<table><tr><td>' >bomb; bomb 'HTML, nested'
many 60000 '<div><table><tr><td><s><ruby><rt><ol><li>' >bomb
bomb 'HTML, nested in all kinds'
{ echo '<style>'; awk 'BEGIN { while (i++ < 200)
    printf ".c%d .d%d > .e { display: none }\n", i, i }'; echo '</style>'
many 400 '<div class="c1 c2 c3 c4 c5 c6 c7 c8 d1 d2 d3 d4 d5 d6 d7 d8 x x x x x x x x x x x x x x x x x">'
many 300000 '<i class=e>1</i>'; } >bomb
notes 'bomb: HTML, rules of style' bomb OVER_LIMIT
{ echo '<style>'; many 1000000 '@media screen{'; many 1000000 'a{'
many 1000000 '/*'; } >bomb; bomb 'HTML, style in style'
{ printf 'MIME-Version: 1.0\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n<table>'
many 1000000 '<td>1'; } >bomb; bomb 'MHT, 10^6 cells'
{ printf 'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="a"\n\n'
many 200000 '--a
Content-Type: multipart/mixed; boundary="a"

'; } >bomb; bomb 'MHT, parts in parts'
{ printf '{\\rtf1 '; many 200000 '\trowd\cellx1\cellx2\cellx3\cellx4\cellx5\intbl 1\cell 2\cell 3\cell 4\cell 5\cell\row'
echo '}'; } >bomb; bomb 'RTF, 10^6 cells'
{ printf '{\\rtf1 '; many 100000 '{'; } >bomb; bomb 'RTF, nested'
{ printf '{\\rtf1 '; many 200 '\trowd\cellx2147483647\cellx-2147483648\intbl\itap1000000000 1\cell\nestcell\nestrow\row'
echo '}'; } >bomb; bomb 'RTF, out of bounds'
{ echo "$word_head<w:tbl>"; many 250000 '<w:tr><w:tc/><w:tc/><w:tc/><w:tc/></w:tr>'
echo "</w:tbl>$word_tail"; } >bomb; bomb 'Word XML, 10^6 cells'
{ echo "$word_head<w:tbl>"
many 3000 '<w:tr><w:tc><w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc><w:tc/></w:tr>'
echo "</w:tbl>$word_tail"; } >bomb; bomb 'Word XML, spans'
{ echo "$word_head"; many 100000 '<w:sdt>'; } >bomb
bomb 'Word XML, nested'
{ echo "$sheet_head<Row>"; many 1000000 '<Cell><Data ss:Type="Number">1</Data></Cell>'
echo "</Row>$sheet_tail"; } >bomb; bomb 'Excel XML, 10^6 cells'
{ echo "$sheet_head"
many 3000 '<Row ss:Index="1000000000" ss:Span="1000000000"><Cell ss:Index="1000000000" ss:MergeAcross="1000000000" ss:MergeDown="1000000000"><Data ss:Type="Number">1</Data></Cell></Row>'
echo "$sheet_tail"; } >bomb; bomb 'Excel XML, spans'
{ echo "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'bbbbbbbbbb'><!ENTITY c '&b;&b;&b;&b;&b;&b;'>]><Workbook $ss>&c;</Workbook>"; } >bomb
bomb 'Excel XML, entities'
odt() { printf 'application/vnd.oasis.opendocument.%s' "$1" >mimetype
	cat >content.xml; "$mkzip" bomb mimetype=mimetype content.xml=content.xml; }
o=urn:oasis:names:tc:opendocument:xmlns
odf_head="<office:document-content xmlns:office='$o:office:1.0' xmlns:text='$o:text:1.0' xmlns:table='$o:table:1.0'><office:body>"
odf_tail='</office:body></office:document-content>'
cell='<table:table-cell table:number-columns-repeated="1000000000" table:number-rows-spanned="1000000000" table:number-columns-spanned="1000000000"><text:p>1</text:p></table:table-cell>'
if test -f r.odt
then
	{ echo "$odf_head<office:text><table:table>"
	many 2000 "<table:table-row table:number-rows-repeated='1000000000'>$cell$cell</table:table-row>"
	echo "</table:table></office:text>$odf_tail"; } | odt text
	bomb 'ODT, spans'
	{ echo "$odf_head<office:spreadsheet><table:table>"
	many 2000 "<table:table-column table:number-columns-repeated='1000000000' table:visibility='collapse'/>"
	many 2000 "<table:table-row table:number-rows-repeated='1000000000' table:visibility='collapse'>$cell$cell</table:table-row>"
	echo "</table:table></office:spreadsheet>$odf_tail"; } | odt spreadsheet
	bomb 'ODS, spans'
	{ echo "$odf_head<office:spreadsheet><table:table>"
	many 1000000 "<table:table-row><table:table-cell><text:p>1</text:p></table:table-cell></table:table-row>"
	echo "</table:table></office:spreadsheet>$odf_tail"; } | odt spreadsheet
	bomb 'ODS, 10^6 cells'
	many 100000 '<a>' | odt text; bomb 'ODT, nested'
	head -c 60000000 /dev/zero >zero
	"$mkzip" bomb a.txt=prose b.txt=zero c.docx=zero
	notes 'bomb: zip, ratio' bomb OVER_LIMIT
fi
if test -f r.ofd
then
	ofd() { cat >page.xml; "$mkzip" bomb OFD.xml=ofd.xml D.xml=ofd_doc.xml \
	    P.xml=page.xml T.xml=under.xml; }
	echo '<OFD><DocBody><DocRoot>D.xml</DocRoot></DocBody></OFD>' >ofd.xml
	# Not alike, or they would unpack to too many times their size.
	awk 'BEGIN { srand(3); print "<Page><Content>"; while (i++ < 2000)
	    printf "<TextObject Boundary=\"%f %f 9 9\" Size=\"3\" " \
	    "CTM=\"1e9 1 1 %f -1e9 0\"><TextCode X=\"0\" Y=\"3\" " \
	    "DeltaX=\"g 1000000000 0 -%f\"> </TextCode></TextObject>",
	    rand() * 200, rand() * 300, rand(), rand()
	    print "</Content></Page>" }' >under.xml
	{ echo '<Document><CommonData><TemplatePage ID="1" BaseLoc="T.xml"/></CommonData><Pages>'
	many 999 '<Page BaseLoc="P.xml"/>'; echo '</Pages></Document>'; } >ofd_doc.xml
	echo '<Page><Template TemplateID="1"/></Page>' | ofd
	bomb 'OFD, one template under all pages'
	echo '<Document><Pages><Page BaseLoc="P.xml"/></Pages></Document>' >ofd_doc.xml
	awk 'BEGIN { srand(4); print "<Page><PathObject Boundary=\"0 0 1 1\">" \
	    "<AbbreviatedData>M 0 0"; while (i++ < 1000000)
	    printf " L %d %d", rand() * 200, rand() * 300
	    print "</AbbreviatedData></PathObject></Page>" }' | ofd
	notes 'bomb: OFD, 10^6 lines' bomb SCANNED
	many 100000 '<a>' | ofd; bomb 'OFD, nested'
fi
# Text that is no report, or one of nothing but sentences, over and over;
# what is a report is read whatever there is of it.
awk 'BEGIN { srand(2); n = split("政 府 信 息 公 开 机 关 单 位 工 作 制 度 " \
    "管 理 监 督 平 台 建 设 规 范 件", w, " "); while (bytes < 5000) {
	line = ""; for (i = 0; i < 40; i++) line = line w[1 + int(rand() * n)]
	print line int(rand() * 9999) "件。"; bytes += 130 }
    }' >prose.txt
i=0; while test $i -lt 400; do cat prose.txt; i=$((i + 1)); done >words.txt
{ echo '2023年政府信息公开工作年度报告'; echo '一、总体情况'
cat words.txt; } >report.txt
notes 'a report of 2 MB of sentences' report.txt LONG_TEXT
if test -f r.zip
then
	for i in words report
	do
		set --
		for k in 1 2 3 4 5 6
		do
			set -- "$@" $k.txt=$i.txt 1$k.txt=$i.txt \
			    2$k.txt=$i.txt 3$k.txt=$i.txt 4$k.txt=$i.txt \
			    5$k.txt=$i.txt 6$k.txt=$i.txt 7$k.txt=$i.txt \
			    8$k.txt=$i.txt 9$k.txt=$i.txt
		done
		"$mkzip" bomb "$@"
		notes "bomb: zip, 120 MB of text, $i" bomb OVER_LIMIT
		for k in a b c d e f g h i j
		do
			set -- "$@" $k.txt=$i.txt 1$k.txt=$i.txt
		done
		"$mkzip" -c bomb "$@"
		notes "bomb: zip, 160 MB with wrong checksums, $i" bomb \
		    OVER_LIMIT
	done
	# Members that unpack to much, and have little in them.
	main=http://schemas.openxmlformats.org/spreadsheetml/2006/main
	echo '<Types/>' >types.xml
	echo "<workbook xmlns=\"$main\"/>" >book.xml
	awk -v main="$main" 'BEGIN { print "<sst xmlns=\"" main "\">"
	    while (i++ < 100000) print "<si><t>" i "</t></si>"; print "</sst>" }' \
	    >sst.xml
	"$mkzip" shared.xlsx '[Content_Types].xml=types.xml' \
	    xl/workbook.xml=book.xml xl/sharedStrings.xml=sst.xml
	set -- r.xlsx=r.xlsx
	i=0; while test $i -lt 60
	do
		i=$((i + 1)); set -- "$@" s$i.xlsx=shared.xlsx
	done
	"$mkzip" bomb "$@"
	answer bomb
	sed -n 's/^# bomb/60 workbooks full of texts in a zip:/p' answer | diag
	ok '60 workbooks full of texts, and a report' awk -v n="$full" '
	    $1 == "bomb:" { for (i = 3; i <= NF; i++)
		over += $i == "OVER_LIMIT"; exit $2 != n || over < 30 }' answer
	{ sed '/^[^二]*总体/q' report.txt; echo '完善制度，加强管理。'
	} >tiny.txt
	set --
	i=0; while test $i -lt 3000
	do
		i=$((i + 1)); set -- "$@" $i.txt=tiny.txt
	done
	"$mkzip" bomb "$@"
	notes '3,000 reports of one sentence in a zip' bomb OVER_LIMIT
	"$gen" write html 0 500 . && set -- 0*.html
	for f
	do
		set -- "$@" $f=$f; shift
	done
	"$mkzip" many.zip "$@" && rm -f 0*.html
	answer many.zip
	sed -n 's/^# many.zip/500 reports in a zip:/p' answer | diag
	ok '500 reports in a zip' awk '$1 == "many.zip:" {
	    for (i = 3; i <= NF; i++) if ($i == "OVER_LIMIT") exit 1
	    exit !($2 > 90000) }' answer
fi
# What has no character but ASCII in it costs a container little, unless it
# spells others.
spelt()	# of a page, what is not ASCII as references
{
	iconv -f UTF-8 -t UTF-32BE r.html | od -An -v -tu1 | awk '{
		for (i = 1; i <= NF; i += 4) {
			c = ($i * 256 + $(i + 1)) * 65536 + $(i + 2) * 256 + \
			    $(i + 3)
			if (c < 128) printf "%c", c; else printf "&#%d;", c
		} }'
}
if test -f r.zip
then
	awk 'BEGIN { srand(6); print "<table>"; while (i++ < 1500)
	    printf "<tr><td>%x<td>%x", rand() * 1e9, rand() * 1e9 }' >page
	spelt >spelt.html
	iconv -f UTF-8 -t UTF-7 r.rows.txt >seven.txt 2>/dev/null
	set -- spelt.html=spelt.html
	test -s seven.txt && set -- "$@" seven.txt=seven.txt
	want=$(($# * full))
	i=0; while test $i -lt 300
	do
		i=$((i + 1)); set -- "$@" $i.html=page
	done
	"$mkzip" ascii.zip "$@" && answer ascii.zip
	sed -n 's/^# ascii.zip/300 pages of cells in a zip:/p' answer | diag
	same '300 pages of cells in a zip, and reports that are ASCII' \
	    "$want 300" "$(awk '$1 == "ascii.zip:" { for (i = 3; i <= NF; i++)
	    n += $i == "NOT_A_REPORT"; print $2, n }' answer)"
fi
# Reports by the thousand in one text, of which one is bound at a time.
awk 'BEGIN { while (i++ < 6000) { print "某某县第" i "局2023年政府信息公开" \
	    "工作年度报告\n一、总体情况\n本年认真落实条例，做好公开工作，完善制度，" \
	    "加强平台管理，开展业务培训，推进重点领域信息公开，回应关切，"
	print "二、主动公开政府信息情况\n制发规范性文件、行政许可、行政处罚和行政" \
	    "强制等情况见本机关网站的公开栏目，\n三、收到和处理政府信息公开申请情况"
	print "收到的申请都按照规定办理，没有收取费用，也没有结转到下一年度的，\n" \
	    "四、政府信息公开行政复议、行政诉讼情况\n没有因政府信息公开引起的行政" \
	    "复议和行政诉讼，\n五、存在的主要问题及改进情况\n内容不够全面，下一步将" \
	    "继续加强培训，提高认识，"
	print "六、其他需要报告的事项\n没有其他需要报告的事项，统计期限为2023年1月" \
	    "1日至2023年12月31日。" } }' >thousands.txt
notes 'thousands of reports without figures' thousands.txt NO_TABLE
# Lines below section 三 that may all be the rest of one label.
{ sed '/^[^二]*总体/q' report.txt; echo '三、收到和处理政府信息公开申请情况'
many 50000 '说明
'; } >rest.txt
notes 'lines that are the rest of a label' rest.txt NO_TABLE
# Sentences that do not end, and years that are followed by no date.
{ sed '/^[^二]*总体/q' report.txt
many 8000 '2023年共收到政府信息公开申请3件，'; } >endless.txt
notes 'a report of one sentence' endless.txt NO_TABLE
awk 'BEGIN { while (i++ < 200) {
	print "某某县第" i "局2023年政府信息公开工作年度报告\n一、总体情况"
	for (k = 0; k < 150; k++) printf "2023年共收到政府信息公开申请3件，"
	print "\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况"
	} }' >statements.txt
notes 'reports of nothing but statements' statements.txt LONG_TEXT
# Rows in columns of spaces, each of which begins a table of its own.
{ sed '/^[^二]*总体/q' report.txt; echo '三、收到和处理政府信息公开申请情况'
awk 'BEGIN { while (i++ < 19000)
    printf "%*s（三）不予公开          0    0   0\n", i % 60, "" }'
} >spaced.txt
notes 'rows without a place' spaced.txt TRUNCATED ROW_UNREAD NO_TABLE
# A style sheet in which neither braces nor semicolons follow what begins.
{ echo '<style>'; many 200000 '@import "x";'; many 100000 'a{}'
echo '</style><p>1'; } >styles.html
notes 'a style sheet of @import' styles.html NOT_A_REPORT OVER_LIMIT
# Rows without words in front of their figures, and a title alone.
{ echo '某某县教育局2012年政府信息公开工作年度报告'
echo '| 1101 | 主动公开文件数 | 条 | 3 |'; echo '| 1 | 2 | 3 | 4 |'; } >bare.txt
notes 'a table of figures without labels' bare.txt NO_TABLE
{ head -n 1 bare.txt; awk 'BEGIN { while (i++ < 40) print "主 动 公 开 文 " \
    "件 数          条          " i }'; } >title.txt
notes 'a report without a sentence' title.txt NO_TABLE
# Odd tables by the thousand: rows of no label of the form, tables that are
# merged or parted by lines, tables of another year, lists between them.
odd()	# KIND N
{
	awk -v kind="$1" -v n="$2" 'function row(label, x) {
		return "<tr><td>" label "<td>" x "<td>0<td>0<td>0<td>0<td>0<td>" x
	}
	BEGIN {
		own = "一、本年新收政府信息公开申请数量"
		print "<h1>某某县教育局2023年政府信息公开工作年度报告</h1>" \
		    "<p>三、收到和处理政府信息公开申请情况</p><table>" row(own, 1)
		while (i++ < n)
			if (kind == "rows")
				print row("某项" i, 1)
			else if (kind == "bare")
				print row("某项" i, 1) "<tr><td><td>1<td>2"
			else if (kind == "merged")
				print "</table><p>某</p><table>" row(own, 1) \
				    row("某项" i, 1) row("某事" i, 1)
			else if (kind == "parted")
				print "</table><p>某</p><p>某</p><p>某</p>" \
				    "<table>" row(own, i)
			else if (kind == "years")
				print "</table><p>" (i % 2 ? "某" : \
				    "2022年情况如下：") "</p><table>" \
				    row(i % 2 ? "（一）予以公开" : own, i)
			else
				print "</table><p>（二）部分公开</p><p>1</p>" \
				    "<table>" row("某项" i, 1) row("某事" i, 1)
	}' >"$1.$2"
}
for kind in rows bare merged parted years lists
do
	odd $kind 1000; odd $kind 4000
	"$hostile" $kind.1000 $kind.4000 >answer 2>&1
	awk -v kind=$kind '/^#/ { ms[++n] = $5 } END { printf "four times " \
	    "as many, %s: %.1f times as long\n", kind, ms[2] / (ms[1] + 1)
	    }' answer | diag
	ok "by the thousand: $kind" test "$(grep -c '^[^#].* ROW_UNREAD\|TWICE\|OTHER_YEAR' \
	    answer)" = 2
done
"$dump_filing" rows.1000 >filing 2>&1
ok 'a table of the form has so many rows' grep -q 'more than 500 rows' filing
{ sed '/^[^二]*总体/q' report.txt; echo '三、收到和处理政府信息公开申请情况'
awk 'BEGIN { for (s = "三、"; i < 300; i++) s = s " 一"
    while (n++ < 4000) print s }'; } >groups.txt
notes 'words that may follow a group, or be it' groups.txt NO_TABLE
# Heads that come again below rows, sheets and paragraphs by the thousand.
{ head -n 1 rows.1000 | sed 's/<table>.*//; s/$/<table>/'
awk 'BEGIN { while (i++ < 20000) print "<tr><td>自然人<td>法人<td>总计" \
    "<tr><td>（一）予以公开<td>1<td>2<td>3" }'; } >heads.html
answer heads.html
ok 'heads that come again and again' grep -q '^heads.html: .*ROW_UNREAD' answer
{ echo "$sheet_head$sheet_tail" | sed 's/<Worksheet>.*//'
many 20000 '<Worksheet><Table><Row><Cell><Data ss:Type="Number">1</Data></Cell></Row></Table></Worksheet>'
echo '</Workbook>'; } >bomb; bomb 'Excel XML, sheets'
if test -f r.odt
then
	{ echo "$odf_head<office:text>"
	many 1000 '<text:p>一</text:p>'
	awk 'BEGIN { srand(5); while (i++ < 150000)
	    printf "<text:p>%d</text:p>", rand() * 1e9 }'
	echo "</office:text>$odf_tail"; } | odt text
	bomb 'ODT, paragraphs'
fi
# One text in many cells, and what is laid out again and again.
report_head() { sed '/^[^二]*总体/q' report.txt
	echo '三、收到和处理政府信息公开申请情况'; }
{ report_head; printf '{|\n|-\n|'; many 1000000 '[['; } >bomb
notes 'wiki, links that do not end' bomb NO_TABLE
{ report_head; printf '{|\n|-\n|'; many 500000 '<ref>'; } >bomb
bomb 'wiki, notes that do not end'
{ report_head; awk 'BEGIN { for (i = 0; i < 500; i++) rule = rule "+-"
	while (n++ < 1000) printf "|%1000s|\n%s+\n", "", rule }'; } >bomb
bomb 'text, frames that fit nowhere'
{ report_head | sed 's/^/<p>/'; many 50000 '<pre>│1│2│
</pre>'; } >bomb.html
notes 'many short texts in a page' bomb.html NO_TABLE
{ report_head; echo '<script>'; many 200000 'a="<table><tr><td>1</table>";'
echo '</script>'; } >bomb; bomb 'HTML, tables in scripts'
if test -f r.ods
then
	awk 'BEGIN { while (i++ < 300) printf "政府信息公开%d", i }' >cell
	{ echo "$odf_head<office:spreadsheet><table:table>"
	many 10 "<table:table-row table:number-rows-repeated='100'><table:table-cell table:number-columns-repeated='100'><text:p>$(cat cell)</text:p></table:table-cell></table:table-row>"
	echo "</table:table></office:spreadsheet>$odf_tail"; } | odt spreadsheet
	bomb 'ODS, one text in 10^5 cells'
fi
head -c 60000000 /dev/zero | gzip -9 >bomb; bomb 'gzip, ratio'
cp bomb b.gz; for i in 1 2 3 4 5; do gzip -c b.gz >c && mv c b.gz; done
mv b.gz bomb; bomb 'gzip in gzip'
many 400000 '9' >bomb; bomb 'text, one figure of 400,000 digits'
many 1000000 '1	' >bomb; bomb 'text, 10^6 cells in a row'
many 500000 '1	2
' >bomb; bomb 'text, 10^6 cells in rows'
many 1000000 '|1' >bomb; bomb 'text, 10^6 bars'
many 300000 '| 1 | 2 |
' >bomb; bomb 'text, 600,000 cells between bars'
awk 'BEGIN { print "T 0 4000x60 exact"; for (r = 0; r < 4000; r++)
    for (c = 0; c < 60; c++) print "  " r "," c " 1x1 1" }' >big.desc
"$make" doc <big.desc >bomb; bomb 'DOC, 240,000 cells'
"$make" xls <big.desc >bomb; bomb 'XLS, 240,000 cells'
done_testing
