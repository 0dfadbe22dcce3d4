# XLSX, ODT and ODS: put together from their XML, and what is read in them.
. "${srcdir-.}/tests/tap.sh"
dump=$builddir/tests/dump-doc
mkzip=$builddir/tests/mkzip

S=http://schemas.openxmlformats.org/spreadsheetml/2006/main
REL=http://schemas.openxmlformats.org/package/2006/relationships
DOC=http://schemas.openxmlformats.org/officeDocument/2006/relationships
O=urn:oasis:names:tc:opendocument:xmlns

echo '<Types/>' >"$tmp/types"
cat >"$tmp/book" <<END
<workbook xmlns='$S' xmlns:r='$DOC'><sheets><sheet name='三' r:id='c'/>
<sheet name='二' state='hidden' r:id='b'/><sheet name='一' r:id='a'/>
</sheets></workbook>
END
cat >"$tmp/bookrels" <<END
<Relationships xmlns='$REL'>
<Relationship Id='a' Type='$DOC/worksheet' Target='worksheets/sheet1.xml'/>
<Relationship Id='b' Type='$DOC/worksheet' Target='/xl/worksheets/sheet2.xml'/>
<Relationship Id='c' Type='$DOC/worksheet' Target='worksheets/sheet3.xml'/>
</Relationships>
END
cat >"$tmp/strings" <<END
<sst xmlns='$S'><si><t>主动公开</t></si>
<si><r><t>规</t></r><r><rPr><b/></rPr><t>章</t></r><rPh><t>zhang</t></rPh></si>
<si><r><t>12</t></r><r><rPr><vertAlign val='superscript'/></rPr><t>1</t></r>
<r><rPr><strike/></rPr><t>9</t></r><r><rPr><strike val='0'/></rPr><t>3</t></r></si>
<si><t xml:space='preserve'> 收费（单位：
万元） </t></si><si><t>a_x000D_b</t></si></sst>
END
cat >"$tmp/formats" <<END
<styleSheet xmlns='$S'><numFmts><numFmt numFmtId='176'
formatCode='yyyy"年"m"月"d"日"'/><numFmt numFmtId='177'
formatCode='"d"0.00_);[Red]0'/></numFmts><cellStyleXfs><xf numFmtId='14'/>
</cellStyleXfs><cellXfs><xf numFmtId='0'/><xf numFmtId='176'/>
<xf numFmtId='177'/></cellXfs></styleSheet>
END
sheet() { printf "<worksheet xmlns='$S'>%s</worksheet>" "$1"; }
sheet "<cols><col min='3' max='3' hidden='1'/></cols><sheetData>
<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' s='1'/></row>
<row r='3'><c r='A3' t='s'><v>1</v></c><c r='B3'><v>12</v></c><c r='C3'><v>99</v></c></row>
<row r='4'><c r='A4' t='s'><v>3</v></c><c r='B4' s='2'><v>309.02629999999999</v></c></row>
<row r='5' hidden='1'><c r='A5'><v>99</v></c><c r='B5'><v>99</v></c></row>
<row r='6'><c r='A6' t='inlineStr'><is><t>日期</t></is></c><c r='B6' s='1'><v>44225</v></c></row>
<row r='7'><c t='str'><f>A1</f><v>和</v></c><c><f>1+1</f><v>-1.5E-3</v></c></row>
<row r='8'><c t='s'><v>4</v></c><c t='e'><v>#REF!</v></c></row>
<row r='9'><c t='s'><v>2</v></c><c t='inlineStr'><is><r><rPr><vertAlign val='subscript'/></rPr>
<t>2</t></r><r><t>5</t></r></is></c></row>
</sheetData><mergeCells><mergeCell ref='A1:B1'/></mergeCells>" >"$tmp/s1"
sheet "<sheetData><row><c><v>99</v></c><c><v>99</v></c></row></sheetData>" \
    >"$tmp/s2"
sheet "<sheetData><row><c t='inlineStr'><is><t>另一张</t></is></c></row>
</sheetData>" >"$tmp/s3"
xlsx()
{
	"$mkzip" ${1-} "$tmp/x.xlsx" '[Content_Types].xml'="$tmp/types" \
	    xl/workbook.xml="$tmp/book" \
	    xl/_rels/workbook.xml.rels="$tmp/bookrels" \
	    xl/sharedStrings.xml="$tmp/strings" xl/styles.xml="$tmp/formats" \
	    xl/worksheets/sheet1.xml="$tmp/s1" \
	    xl/worksheets/sheet2.xml="$tmp/s2" \
	    xl/worksheets/sheet3.xml="$tmp/s3"
}
xlsx
if "$dump" "$tmp/x.xlsx" | grep -q 'built without'
then
	skip 'workbooks and OpenDocument' 'expat or libzip was not compiled in'
	done_testing
	exit 0
fi

same 'a workbook: sheets that show, texts, numbers, dates, formulas' \
'P 1 另一张
P 1 主动公开
T 3 6x2 exact
  0,0 1x1 规章
  0,1 1x1 12
  1,0 1x1 收费（单位：\n万元）
  1,1 1x1 d309.0263
  2,0 1x1 日期
  2,1 1x1 2021-01-29
  3,0 1x1 和
  3,1 1x1 -0.0015
  4,0 1x1 ab
  4,1 1x1 #REF!
  5,0 1x1 12¹3
  5,1 1x1 ₂5
N 0 HIDDEN 2 in a sheet
N 3 HIDDEN 3 in rows or columns' "$("$dump" "$tmp/x.xlsx")"

sed "s,$S,http://purl.oclc.org/ooxml/spreadsheetml/main," "$tmp/s1" >"$tmp/s"
mv "$tmp/s" "$tmp/s1"; xlsx
same 'a strict sheet is the same' 'P 1 主动公开' \
    "$("$dump" "$tmp/x.xlsx" | sed -n 2p)"

sed "s,<cellXfs>,<fonts><font/><font><strike/></font><font><strike val='0'/></font></fonts>&,
	s,</cellXfs>,<xf numFmtId='0' fontId='1'/><xf numFmtId='0' fontId='2'/><xf numFmtId='41'/>&," \
    "$tmp/formats" >"$tmp/s"
mv "$tmp/s" "$tmp/formats"
sheet "<sheetViews><sheetView showZeros='0'/></sheetViews>
<cols><col min='5' max='5' width='0'/></cols><sheetData>
<row r='1'><c t='inlineStr'><is><t>规章</t></is></c><c><v>0</v></c><c t='str'><v>0</v></c><c s='3'><v>9</v></c><c><v>99</v></c></row>
<row r='2'><c t='inlineStr' s='4'><is><t>文件</t></is></c><c><f>SUM(B1:B2)</f><v></v></c><c><f t='shared' si='0'/></c><c s='5'><v>7</v></c></row>
<row r='3' ht='0'><c><v>99</v></c></row></sheetData>" >"$tmp/s1"; xlsx
same 'what cells do not show, and formulas that nobody computed' \
'P 1 另一张
T 1 2x4 exact
  0,0 1x1 规章
  0,1 1x1 
  0,2 1x1 0
  0,3 1x1 
  1,0 1x1 文件
  1,1 1x1 =SUM(B1:B2)
  1,2 1x1 =
  1,3 1x1 7
N 0 HIDDEN 2 in a sheet
N 1 HIDDEN 2 in rows or columns' "$("$dump" "$tmp/x.xlsx")"

# Libraries write 0 for what they leave to others to compute.
sheet "<sheetData>
<row r='1'><c t='inlineStr'><is><t>规章</t></is></c><c><v>3</v></c><c><v>4</v></c><c><f>SUM(B1:C1)</f><v>0.0</v></c></row>
<row r='2'><c t='inlineStr'><is><t>文件</t></is></c><c><v>0</v></c><c><v>0</v></c><c><f t='shared' ref='D2:D3' si='0'>SUM(B2:C2)</f><v>0</v></c></row>
<row r='3'><c t='inlineStr'><is><t>许可</t></is></c><c><v>0</v></c><c><v>9</v></c><c><f t='shared' si='0'/><v>0</v></c></row>
<row r='4'><c t='inlineStr'><is><t>合计</t></is></c><c><f>B1+B2+B3</f><v>3</v></c><c><f>C1-4</f><v>0</v></c><c><f>SUM(D1:D3)</f><v>0</v></c></row>
</sheetData>" >"$tmp/s1"; xlsx
same 'formulas with a result that nobody computed' '规章 3 4 =SUM(B1:C1) 
文件 0 0 0 
许可 0 9 = 
合计 3 0 =SUM(D1:D3) ' "$("$dump" "$tmp/x.xlsx" | awk '
	$1 == "T" { t = 1; n = -1 }
	t && $2 == "1x1" { if ($1 + 0 > n) { printf "%s", n < 0 ? "" : "\n"
	    n = $1 + 0 } printf "%s ", $3 }')"

sheet "<sheetData><row r='1'><c t='s'><v>1</v></c><c t='s'><v>5</v></c>
<c t='s'><v>0000000001</v></c></row></sheetData>" >"$tmp/s1"; xlsx
same 'texts that are not there are not blank' 'T 1 1x3 exact
  0,0 1x1 规章
  0,1 1x1 �
  0,2 1x1 �' "$("$dump" "$tmp/x.xlsx" | grep -v -e '^P' -e '^N 0')"

# LibreOffice keeps no cell that is empty and plain.
cell() { printf "<c t='inlineStr'><is><t>%s</t></is></c>" "$1"; }
sheet "<sheetData><row>$(cell 项目)$(cell 甲)$(cell 乙)</row>
<row>$(cell 规章)<c><v>1</v></c><c><v>2</v></c></row>
<row>$(cell 文件)</row><row>$(cell 许可)</row>
<row>$(cell 二、其他)</row><row>$(cell 以上数据截至年底。)</row>
</sheetData>" >"$tmp/s1"; xlsx
same 'rows that were left blank' 'P 1 另一张
T 1 4x3 exact
  0,0 1x1 项目
  0,1 1x1 甲
  0,2 1x1 乙
  1,0 1x1 规章
  1,1 1x1 1
  1,2 1x1 2
  2,0 1x1 文件
  2,1 1x1 
  2,2 1x1 
  3,0 1x1 许可
  3,1 1x1 
  3,2 1x1 
P 5 二、其他
P 6 以上数据截至年底。
N 0 HIDDEN 2 in a sheet' "$("$dump" "$tmp/x.xlsx")"

bounded()
{
	(
		# A sanitizer takes its time, and maps what it likes.
		grep -q asan_init "$dump" || { ulimit -v 262144; ulimit -t 1; }
		"$dump" "$1"
	) >"$tmp/answer" 2>&1
	test $? -le 1
}
answers()	# NAME FILE WANTED
{
	ok "$1" bounded "$2"
	ok "$1: $3" grep -q "$3" "$tmp/answer"
}
xlsx -e; answers 'a workbook with a password' "$tmp/x.xlsx" password
{
	echo "<worksheet xmlns='$S'><sheetData><row>"
	awk 'BEGIN { while (n++ < 1000000) printf "<c><v>%d</v></c>",
	    n * 7919 % 1000003 }'
	echo '</row></sheetData></worksheet>'
} >"$tmp/s1"
xlsx; answers 'a million cells' "$tmp/x.xlsx" 'error 4'
sheet "<sheetData><row r='1'><c r='A1'><v>1</v></c><c r='B1'><v>2</v></c></row>
<row r='1048576'><c r='XFD1048576'><v>3</v></c></row></sheetData><mergeCells>
<mergeCell ref='A1:XFD1048576'/></mergeCells>" >"$tmp/s1"
xlsx; answers 'cells far apart' "$tmp/x.xlsx" '0,0 1x1 1'

cat >"$tmp/x2003" <<'END'
<?xml version="1.0"?>
<?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
 xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"
 xmlns:x="urn:schemas-microsoft-com:office:excel">
<Worksheet ss:Name="1"><Table><Row><Cell><Data ss:Type="Number">99</Data></Cell></Row></Table>
<x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions></Worksheet>
<Worksheet ss:Name="2"><Table><Column/><Column ss:Index="4" ss:Hidden="1" ss:Span="1"/>
<Row><Cell ss:MergeAcross="2"><Data ss:Type="String">标题</Data></Cell></Row>
<Row ss:Index="3"><Cell ss:MergeDown="1"><Data ss:Type="String">规<B xmlns="x">章</B></Data>
<Comment><Data>99</Data></Comment></Cell>
<Cell><Data ss:Type="Number">309.02629999999999</Data></Cell>
<Cell><Data ss:Type="DateTime">2021-01-29T00:00:00.000</Data></Cell></Row>
<Row><Cell ss:Index="2"><Data ss:Type="Number">1</Data></Cell><Cell><ss:Data xmlns="http://www.w3.org/TR/REC-html40"
ss:Type="String">12<Sup>1</Sup><Font><S>9</S></Font></ss:Data></Cell></Row>
<Row><Cell><Data ss:Type="String">文件</Data></Cell><Cell ss:Formula="=SUM(R1C2)"/>
<Cell><Data ss:Type="Number">0</Data></Cell></Row>
<Row><Cell><Data ss:Type="String">合计</Data></Cell><Cell ss:Formula="=R[-2]C+R[-3]C"><Data ss:Type="Number">0</Data></Cell>
<Cell><Data ss:Type="Number">5</Data></Cell></Row>
<Row ss:Span="1" ss:Hidden="1"/>
<Row ss:Index="8"><Cell ss:Index="5"><Data ss:Type="Number">99</Data></Cell></Row>
<Row ss:Hidden="1"><Cell><Data ss:Type="Number">99</Data></Cell></Row>
</Table><x:WorksheetOptions><x:DoNotDisplayZeros/></x:WorksheetOptions></Worksheet></Workbook>
END
same 'the XML of Excel 2003' 'P 1 标题
T 3 4x3 exact
  0,0 2x1 规章
  0,1 1x1 309.0263
  0,2 1x1 2021-01-29
  1,1 1x1 1
  1,2 1x1 12¹
  2,0 1x1 文件
  2,1 1x1 =SUM(R1C2)
  2,2 1x1 
  3,0 1x1 合计
  3,1 1x1 =R[-2]C+R[-3]C
  3,2 1x1 5
N 0 HIDDEN 1 in a sheet
N 8 HIDDEN 2 in rows or columns' "$("$dump" "$tmp/x2003")"

ns="xmlns:office='$O:office:1.0' xmlns:text='$O:text:1.0'
xmlns:table='$O:table:1.0' xmlns:style='$O:style:1.0'
xmlns:fo='$O:xsl-fo-compatible:1.0'"
odf()	# TYPE: content of the document on standard input
{
	printf 'application/vnd.oasis.opendocument.%s' "$1" >"$tmp/mimetype"
	{
		echo "<office:document-content $ns>"
		cat
		echo '</office:document-content>'
	} >"$tmp/content"
	"$mkzip" "$tmp/x.odf" mimetype="$tmp/mimetype" \
	    content.xml="$tmp/content" META-INF/manifest.xml="$tmp/manifest"
	"$dump" "$tmp/x.odf"
}
echo '<a/>' >"$tmp/manifest"
flat()	# TYPE: what was last made of parts, in one file with a header
{
	echo '<?xml version="1.0" encoding="UTF-8"?>'
	echo "<office:document $ns
office:mimetype='application/vnd.oasis.opendocument.$1'>"
	echo '<office:master-styles><style:master-page><style:header>
<text:p>99</text:p><table:table><table:table-row><table:table-cell>
<text:p>99</text:p></table:table-cell></table:table-row></table:table>
</style:header></style:master-page></office:master-styles>'
	sed '1,3d;$d' "$tmp/content"
	echo '</office:document>'
}

same 'a text: lists, deletions, notes, boxes' \
'H1 1 报告
P 2 一、总体 情况
P 3 （一）甲
P 4 （二）乙
P 5 不是列表
P 6 二、数据
P 7 下一行' "$(odf text <<'END'
<office:automatic-styles><text:list-style style:name="L">
<text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"/>
<text:list-level-style-number text:level="2" style:num-format="一, 二, 三, ..." style:num-prefix="（" style:num-suffix="）"/>
</text:list-style></office:automatic-styles><office:body><office:text>
<text:tracked-changes><text:changed-region><text:deletion><text:p>99</text:p>
</text:deletion></text:changed-region></text:tracked-changes>
<text:h text:outline-level="1">报<text:span>告</text:span><text:note><text:note-body>
<text:p>注</text:p></text:note-body></text:note></text:h>
<text:list text:style-name="L"><text:list-item><text:p>总体
 情况</text:p><text:list><text:list-item><text:p>甲</text:p></text:list-item>
<text:list-item><text:p>乙</text:p><text:p>不是列表</text:p></text:list-item>
</text:list></text:list-item></text:list>
<text:list text:style-name="L" text:continue-numbering="true"><text:list-item>
<text:p>数据</text:p></text:list-item></text:list>
<text:p><text:line-break/>下一行</text:p></office:text></office:body>
END
)"

flat text >"$tmp/x.fodt"
same 'the same in one file' "$("$dump" "$tmp/x.odf")" "$("$dump" "$tmp/x.fodt")"

styles()	# NUMBER of them
{
	echo '<office:automatic-styles>'
	awk -v n="$1" 'BEGIN { for (i = 0; i < n; i++)
	    printf "<style:style style:name=\"s%d\" style:family=\"text\"/>", i }'
	echo '</office:automatic-styles><office:body><office:text><text:p>5</text:p>
</office:text></office:body>'
}
same 'as many styles as are kept' 'P 1 5' "$(styles 20000 | odf text)"
same 'one more, and what it hides is not known' 'more than 20000 styles' \
    "$(styles 20001 | odf text 2>&1 | grep -o 'more than.*')"

same 'a text: what is hidden, struck out or raised' \
'P 1 12¹3₂4
P 3 5' "$(odf text <<'END'
<office:automatic-styles>
<style:style style:name="up" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>
<style:style style:name="T1" style:family="text" style:parent-style-name="up"><style:text-properties fo:color="#000000"/></style:style>
<style:style style:name="T2" style:family="text"><style:text-properties style:text-line-through-style="solid"/></style:style>
<style:style style:name="T3" style:family="text"><style:text-properties style:text-position="-33% 58%" style:text-line-through-style="none"/></style:style>
<style:style style:name="T4" style:family="text"><style:text-properties text:display="none"/></style:style>
<style:style style:name="T1" style:family="paragraph"><style:text-properties style:text-line-through-type="double"/></style:style>
</office:automatic-styles><office:body><office:text>
<text:p>12<text:span text:style-name="T1"><text:span>1</text:span></text:span>3<text:span text:style-name="T2">9</text:span><text:span text:style-name="T3">2</text:span><text:span text:style-name="T4">9</text:span>4</text:p>
<text:p text:style-name="T1">9</text:p>
<text:section text:display="none"><text:p>9</text:p></text:section>
<text:p>5</text:p></office:text></office:body>
END
)"

same 'a text: merged cells' \
'T 1 3x3 exact
  0,0 2x1 项目
  0,1 1x2 申请人
  1,1 1x1 甲
  1,2 1x1 乙
  2,0 1x1 新收
  2,1 1x1 
  2,2 1x1 ' "$(odf text <<'END'
<office:body><office:text><table:table>
<table:table-column table:number-columns-repeated="3"/>
<table:table-header-rows><table:table-row>
<table:table-cell table:number-rows-spanned="2"><text:p>项目</text:p></table:table-cell>
<table:table-cell table:number-columns-spanned="2"><text:p>申请人</text:p></table:table-cell>
<table:covered-table-cell/></table:table-row></table:table-header-rows>
<table:table-row><table:covered-table-cell/>
<table:table-cell><text:p>甲</text:p></table:table-cell>
<table:table-cell><text:p>乙</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell><text:p>新收</text:p></table:table-cell>
<table:table-cell table:number-columns-repeated="2"/></table:table-row>
</table:table></office:text></office:body>
END
)"

same 'a text: cells and rows that repeat' \
'T 1 4x3 exact
  0,0 1x1 项目
  0,1 1x1 数量
  0,2 1x1 数量
  1,0 1x1 规章
  1,1 1x1 0
  1,2 1x1 0
  2,0 1x1 规章
  2,1 1x1 0
  2,2 1x1 0
  3,0 1x1 文件
  3,1 1x1 
  3,2 1x1 ' "$(odf text <<'END'
<office:body><office:text><table:table>
<table:table-row><table:table-cell><text:p>项目</text:p></table:table-cell>
<table:table-cell table:number-columns-repeated="2"><text:p>数量</text:p></table:table-cell></table:table-row>
<table:table-row table:number-rows-repeated="2"><table:table-cell><text:p>规章</text:p></table:table-cell>
<table:table-cell table:number-columns-repeated="2"><text:p>0</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell><text:p>文件</text:p></table:table-cell>
<table:table-cell table:number-columns-repeated="2"/></table:table-row>
</table:table></office:text></office:body>
END
)"

same 'a spreadsheet: values, spans, repetition, what is hidden' \
'P 1 标题
T 3 5x3 exact
  0,0 2x1 规章
  0,1 1x1 309.0263
  0,2 1x1 甲\n乙
  1,1 1x1 0
  1,2 1x1 0
  2,0 1x1 上标
  2,1 1x1 12¹
  2,2 1x1 
  3,0 1x1 文件
  3,1 1x1 5%
  3,2 1x1 251000元
  4,0 1x1 公式
  4,1 1x1 of:=SUM([.A1])
  4,2 1x1 -
N 0 HIDDEN 9 in a sheet
N 1 HIDDEN 3 in rows or columns' "$(odf spreadsheet <<'END'
<office:automatic-styles><style:style style:name="t" style:family="table">
<style:table-properties table:display="false"/></style:style>
<style:style style:name="T1" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>
<style:style style:name="T1" style:family="table-cell"><style:text-properties style:text-line-through-style="solid"/></style:style>
</office:automatic-styles><office:body><office:spreadsheet>
<table:table table:style-name="t"><table:table-row>
<table:table-cell table:number-columns-repeated="9"><text:p>99</text:p></table:table-cell>
</table:table-row></table:table>
<table:table><table:table-column table:number-columns-repeated="5"/>
<table:table-column table:visibility="collapse" table:number-columns-repeated="9"/>
<table:table-row><table:table-cell table:number-columns-spanned="3">
<office:annotation><text:p>99</text:p></office:annotation><text:p>标题</text:p>
</table:table-cell><table:covered-table-cell table:number-columns-repeated="2"/>
<table:table-cell table:number-columns-repeated="3"/><table:table-cell><text:p>99</text:p></table:table-cell>
</table:table-row><table:table-row><table:table-cell table:number-columns-repeated="1024"/></table:table-row>
<table:table-row><table:table-cell table:number-rows-spanned="2"><text:p>规章</text:p></table:table-cell>
<table:table-cell office:value-type="float" office:value="309.0263"><text:p>309.03</text:p></table:table-cell>
<table:table-cell><text:p>甲</text:p><text:p>乙</text:p></table:table-cell></table:table-row>
<table:table-row><table:covered-table-cell><text:p>99</text:p></table:covered-table-cell>
<table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="0"><text:p>0</text:p></table:table-cell></table:table-row>
<table:table-row table:visibility="filter"><table:table-cell><text:p>99</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell><text:p>上标</text:p></table:table-cell>
<table:table-cell><text:p>12<text:span text:style-name="T1">1</text:span></text:p></table:table-cell>
<table:table-cell table:style-name="T1" office:value-type="float" office:value="99"><text:p>99</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell><text:p>文件</text:p></table:table-cell>
<table:table-cell office:value-type="percentage" office:value="0.05"><text:p>5%</text:p></table:table-cell>
<table:table-cell office:value-type="currency" office:value="251000"><text:p>251000元</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell><text:p>公式</text:p></table:table-cell>
<table:table-cell table:formula="of:=SUM([.A1])"/>
<table:table-cell office:value-type="float" office:value="0"><text:p>-</text:p></table:table-cell></table:table-row>
<table:table-row-group table:display="false"><table:table-row><table:table-cell office:value-type="float" office:value="99"/></table:table-row></table:table-row-group>
<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>
</table:table></office:spreadsheet></office:body>
END
)"
flat spreadsheet >"$tmp/x.fods"
same 'the same in one file' "$("$dump" "$tmp/x.odf")" "$("$dump" "$tmp/x.fods")"

odf spreadsheet >"$tmp/answer" <<'END'
<office:body><office:spreadsheet><table:table>
<table:table-row table:number-rows-repeated="1000000000">
<table:table-cell table:number-columns-repeated="1000000000"><text:p>1</text:p></table:table-cell>
</table:table-row></table:table></office:spreadsheet></office:body>
END
answers 'cells repeated without end' "$tmp/x.odf" 'error 4'
echo "<m:manifest xmlns:m='$O:manifest:1.0'><m:file-entry>
<m:encryption-data/></m:file-entry></m:manifest>" >"$tmp/manifest"
odf text </dev/null >"$tmp/answer"
answers 'OpenDocument with a password' "$tmp/x.odf" 'password'

# What is not read says what it is.
why() { env PATH=/nowhere "$dump" "$1" 2>&1 | sed -n 's/^error [0-9]* ([^)]*): //p'; }
"$mkzip" "$tmp/x.xlsb" '[Content_Types].xml'="$tmp/types" \
    xl/workbook.bin="$tmp/types"
same 'a binary workbook' 'a binary workbook of Excel 2007 needs the program soffice (Debian: libreoffice-calc-nogui)' \
    "$(why "$tmp/x.xlsb")"
printf 'application/epub+zip' >"$tmp/mimetype"
"$mkzip" "$tmp/x.epub" mimetype="$tmp/mimetype" a.xhtml="$tmp/types"
same 'an e-book' 'an e-book is not read' "$(why "$tmp/x.epub")"
while IFS=: read -r begins what
do
	printf "$begins" | tr "#" : >"$tmp/head"
	same "$what" "$what is not read" "$(why "$tmp/head")"
done <<'END'
<?xml version="1.0"?><uof#UOF xmlns#uof="x"/>:a document in UOF
<?xml version="1.0"?><gnm#Workbook/>:a workbook of Gnumeric
TABLE\r\n0,1\r\n"EXCEL"\r\n:a table in DIF
CAJ\0\1\2\3\4:a CAJ document
KDH \1\2\3\4:a KDH document
Founder CEB 3.3:a CEB document
END
done_testing
