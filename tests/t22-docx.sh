# Word documents: put together from their XML, and what is read in them.
. "${srcdir-.}/tests/tap.sh"
dump=$builddir/tests/dump-doc
mkzip=$builddir/tests/mkzip

W=http://schemas.openxmlformats.org/wordprocessingml/2006/main
REL=http://schemas.openxmlformats.org/package/2006/relationships
DOC=http://schemas.openxmlformats.org/officeDocument/2006/relationships
MC=http://schemas.openxmlformats.org/markup-compatibility/2006

echo '<Types/>' >"$tmp/types"
echo "<Relationships xmlns='$REL'><Relationship Id='a' Type='$DOC/officeDocument' Target='word/document.xml'/></Relationships>" >"$tmp/rels"
echo "<w:styles xmlns:w='$W'/>" >"$tmp/styles"
echo "<w:numbering xmlns:w='$W'/>" >"$tmp/numbering"

# The body comes on standard input, with p, r, t and so on for w:p, …
docx()
{
	sed -e "s,<\(/*\)\([a-zA-Z]\),<\1w:\2,g" \
	    -e 's,<\(/*\)w:mc\.,<\1mc:,g' -e 's, \([a-zA-Z]*\)=, w:\1=,g' |
	    sed "1s,^,<w:document xmlns:w='$W' xmlns:mc='$MC'><w:body>,
		\$s,\$,</w:body></w:document>," >"$tmp/body"
	"$mkzip" "$tmp/x.docx" '[Content_Types].xml'="$tmp/types" \
	    _rels/.rels="$tmp/rels" word/document.xml="$tmp/body" \
	    word/styles.xml="$tmp/styles" \
	    word/numbering.xml="$tmp/numbering" || exit 99
	"$dump" "$tmp/x.docx"
}

if echo '<p/>' | docx | grep -q 'built without'
then
	skip 'Word documents' 'expat or libzip was not compiled in'
	done_testing
	exit 0
fi

same 'runs are put together, whatever is between them' \
'P 1 新收申请12件。
P 2 左\t右-
P 2 下一行' "$(docx <<'END'
<p><r><t>新收</t></r><proofErr/><hyperlink><r><t>申请</t></r></hyperlink>
<ins><r><t>1</t></r></ins><smartTag><r><t>2</t></r></smartTag>
<fldSimple instr=" PAGE "><r><t>件</t></r></fldSimple>
<r><instrText>HYPERLINK</instrText><t>。</t></r></p>
<p><r><t>左</t><tab/><t>右</t><noBreakHyphen/><br/><t>下一行</t>
<br type="page"/></r></p>
END
)"

same 'a field shows its result, and not what those in its instructions do' \
'P 1 共7件
P 2 续8件
P 3 后9件' "$(docx <<'END'
<p><r><t>共</t></r><r><fldChar fldCharType="begin"/></r>
<r><instrText> = </instrText></r><r><fldChar fldCharType="begin"/></r>
<r><instrText> A1 </instrText></r>
<r><fldChar fldCharType="separate"/></r><r><t>3</t></r>
<r><fldChar fldCharType="end"/></r><r><instrText> + 4 </instrText></r>
<r><fldChar fldCharType="separate"/></r><r><t>7</t></r>
<r><fldChar fldCharType="end"/></r><r><t>件</t></r></p>
<p><r><fldChar fldCharType="end"/></r><r><t>续</t></r>
<r><fldChar fldCharType="begin"/></r><r><fldChar fldCharType="separate"/></r>
<r><fldChar fldCharType="begin"/></r><r><fldChar fldCharType="separate"/></r>
<r><t>8</t></r><r><fldChar fldCharType="end"/></r>
<r><fldChar fldCharType="end"/></r><r><t>件</t></r>
<r><fldChar fldCharType="begin"/></r><r><fldChar fldCharType="begin"/></r></p>
<p><r><t>后9件</t></r></p>
END
)"

same 'digits that are symbols of a font of text' \
'P 1 12件' "$(docx <<'END' | sed "s/$(printf '\357\200\261')/PICTURE/g"
<p><r><sym font="Times New Roman" char="F031"/><sym font="Symbol" char="F032"/>
<t>件</t></r></p>
END
)"
same 'and a picture that is none' \
'P 1 PICTURE件' "$(docx <<'END' | sed "s/$(printf '\357\200\261')/PICTURE/g"
<p><r><sym font="Wingdings" char="F031"/><t>件</t></r></p>
END
)"

same 'what is deleted, hidden or struck out is gone' \
'P 1 共4件¹
P 3 合并的段落
P 4 填写：' "$(docx <<'END'
<p><r><t>共</t></r><del><r><delText>3</delText><t>3</t></r></del>
<moveFrom><r><t>5</t></r></moveFrom>
<r><rPr><vanish/></rPr><t>6</t></r><r><rPr><strike/></rPr><t>7</t></r>
<r><rPr><b/><strike val="0"/></rPr><t>4件</t></r>
<r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r></p>
<p><pPr><rPr><del/></rPr></pPr><r><t>合并的</t></r></p>
<p><r><t>段落</t></r></p>
<p><r><t>填写：</t></r><sdt><sdtPr><showingPlcHdr/></sdtPr>
<sdtContent><r><t>单击此处</t></r></sdtContent></sdt></p>
END
)"

same 'of alternatives the first is taken, and text boxes are paragraphs' \
'P 2 方框里
P 1 前后' "$(docx <<'END'
<p><r><t>前</t></r><r><mc.AlternateContent><mc.Choice><drawing><txbxContent>
<p><r><t>方框里</t></r></p></txbxContent></drawing></mc.Choice>
<mc.Fallback><pict><txbxContent><p><r><t>方框里</t></r></p></txbxContent></pict>
</mc.Fallback></mc.AlternateContent></r><r><t>后</t></r></p>
END
)"

same 'merged cells, left out columns, deleted rows' \
'T 1 4x4 exact
  0,0 2x1 项目
  0,1 1x3 申请人
  1,1 1x1 甲
  1,2 1x1 乙
  1,3 1x1 总计
  2,0 2x1 新收
  2,1 1x1 1
  2,2 1x1 2
  2,3 1x1 3
  3,1 1x1 
  3,2 1x2 旧\n二行' "$(docx <<'END'
<tbl><tblGrid><gridCol w="1000"/><gridCol w="1000"/><gridCol w="30"/>
<gridCol w="970"/><gridCol w="1000"/></tblGrid>
<tr><tc><tcPr><vMerge val="restart"/></tcPr><p><r><t>项目</t></r></p></tc>
<tc><tcPr><gridSpan val="4"/></tcPr><p><r><t>申请人</t></r></p></tc></tr>
<tr><tc><tcPr><vMerge/></tcPr><p/></tc>
<tc><tcPr><gridSpan val="2"/></tcPr><p><r><t>甲</t></r></p></tc>
<tc><p><r><t>乙</t></r></p></tc><tc><p><r><t>总计</t></r></p></tc></tr>
<tr><tc><tcPr><vMerge val="restart"/></tcPr><p><r><t>新收</t></r></p></tc>
<tc><p><r><t>1</t></r></p></tc>
<tc><tcPr><gridSpan val="2"/></tcPr><p><r><t>2</t></r></p></tc>
<tc><p><r><t>3</t></r></p></tc></tr>
<tr><trPr><del/></trPr><tc><p><r><t>99</t></r></p></tc></tr>
<tr><tc><tcPr><vMerge/></tcPr><p/></tc>
<tc><p/></tc>
<tc><tcPr><gridSpan val="3"/></tcPr><p><r><t>旧</t></r></p>
<p><r><t>二行</t></r></p></tc></tr></tbl>
END
)"

same 'a merged cell that no other begins' 'T 1 2x2 exact
  0,0 2x1 甲
  0,1 1x1 1
  1,1 1x1 2' "$(docx <<'END'
<tbl><tr><tc><tcPr><vMerge/></tcPr><p><r><t>甲</t></r></p></tc><tc><p><r><t>1</t></r></p></tc></tr>
<tr><tc><tcPr><vMerge/></tcPr><p/></tc><tc><p><r><t>2</t></r></p></tc></tr></tbl>
END
)"

same 'a row that does not show' 'T 1 1x2 exact
  0,0 1x1 甲
  0,1 1x1 1
N 3 HIDDEN a row of a table' "$(docx <<'END'
<tbl><tr><tc><p><r><t>甲</t></r></p></tc><tc><p><r><t>1</t></r></p></tc></tr>
<tr><trPr><hidden/></trPr><tc><p><r><t>乙</t></r></p></tc><tc><p><r><t>99</t></r></p></tc></tr>
<tr><trPr><hidden val="0"/><del/></trPr><tc><p/></tc><tc><p/></tc></tr></tbl>
END
)"

same 'a row that begins further right' \
'T 1 2x3 exact
  0,0 1x1 甲
  0,1 1x1 1
  0,2 1x1 2
  1,1 1x1 3
  1,2 1x1 4' "$(docx <<'END'
<tbl><tr><tc><p><r><t>甲</t></r></p></tc><tc><p><r><t>1</t></r></p></tc>
<tc><p><r><t>2</t></r></p></tc></tr>
<tr><trPr><gridBefore val="1"/></trPr><tc><p><r><t>3</t></r></p></tc>
<tc><p><r><t>4</t></r></p></tc></tr></tbl>
END
)"

same 'tables in tables: a frame is text, a real one follows, layout flows' \
'T 1 2x2 exact
  0,0 1x1 甲
  0,1 1x1 1
  1,0 1x1 乙
  1,1 1x1 
T 5 1x2 exact
  0,0 1x1 内
  0,1 1x1 2
P 8 外面
T 9 1x2 exact
  0,0 1x1 丙
  0,1 1x1 3' "$(docx <<'END'
<tbl><tr><tc><tbl><tr><tc><p><r><t>甲</t></r></p></tc></tr></tbl><p/></tc>
<tc><p><r><t>1</t></r></p></tc></tr><tr><tc><p><r><t>乙</t></r></p></tc>
<tc><tbl><tr><tc><p><r><t>内</t></r></p></tc><tc><p><r><t>2</t></r></p></tc>
</tr></tbl><p/></tc></tr></tbl>
<tbl><tr><tc><p><r><t>外面</t></r></p><tbl><tr><tc><p><r><t>丙</t></r></p></tc>
<tc><p><r><t>3</t></r></p></tc></tr></tbl><p/></tc></tr></tbl>
END
)"

cat >"$tmp/styles" <<END
<w:styles xmlns:w='$W'>
<w:style w:type='character' w:styleId='up'><w:rPr><w:vertAlign w:val='superscript'/></w:rPr></w:style>
<w:style w:type='character' w:styleId='mark'><w:basedOn w:val='up'/></w:style>
<w:style w:type='character' w:styleId='gone'><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type='paragraph' w:styleId='old'><w:rPr><w:strike/></w:rPr></w:style>
<w:style w:type='paragraph' w:styleId='1'><w:name w:val='heading 1'/>
<w:pPr><w:numPr><w:numId w:val='2'/></w:numPr><w:outlineLvl w:val='0'/></w:pPr>
</w:style>
<w:style w:type='paragraph' w:styleId='2'><w:basedOn w:val='1'/>
<w:pPr><w:outlineLvl w:val='1'/></w:pPr></w:style>
<w:style w:type='paragraph' w:styleId='t'><w:name w:val='Title'/></w:style>
</w:styles>
END
cat >"$tmp/numbering" <<END
<w:numbering xmlns:w='$W'>
<w:abstractNum w:abstractNumId='7'>
<w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='chineseCountingThousand'/><w:lvlText w:val='%1、'/></w:lvl>
<w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='chineseCounting'/><w:pStyle w:val='2'/><w:lvlText w:val='（%2）'/></w:lvl>
<w:lvl w:ilvl='2'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%3.'/></w:lvl>
<w:lvl w:ilvl='3'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%3.%4'/></w:lvl>
<w:lvl w:ilvl='4'><w:numFmt w:val='decimalEnclosedCircle'/><w:lvlText w:val='%5'/></w:lvl>
<w:lvl w:ilvl='5'><w:numFmt w:val='bullet'/><w:lvlText w:val='&#xF0B7;'/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId='8'><w:numStyleLink w:val='list'/></w:abstractNum>
<w:abstractNum w:abstractNumId='9'><w:styleLink w:val='list'/>
<w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='upperRoman'/><w:lvlText w:val='%1. '/></w:lvl>
</w:abstractNum>
<w:num w:numId='4'><w:abstractNumId w:val='8'/></w:num>
<w:num w:numId='2'><w:abstractNumId w:val='7'/></w:num>
<w:num w:numId='3'><w:abstractNumId w:val='7'/><w:lvlOverride w:ilvl='2'><w:startOverride w:val='5'/></w:lvlOverride></w:num>
</w:numbering>
END
same 'looks by style' 'P 1 12¹3²4
P 2 5' "$(docx <<'END'
<p><r><t>12</t></r><r><rPr><rStyle val="mark"/></rPr><t>１</t></r>
<r><t>3</t></r><r><rPr><rStyle val="gone"/></rPr><t>9</t></r>
<r><rPr><rStyle val="gone"/><vertAlign val="superscript"/><vanish val="0"/></rPr><t>2</t></r>
<r><t>4</t></r></p>
<p><pPr><pStyle val="old"/></pPr><r><t>9</t></r><r><rPr><strike val="0"/></rPr><t>5</t></r></p>
END
)"

same 'digits raised by hand' 'P 1 12¹ 34₁ 56' "$(docx <<'END'
<p><r><t>12</t></r><r><rPr><position val="10"/></rPr><t>1</t></r>
<r><t xml:space="preserve"> 34</t></r><r><rPr><position val="-8"/></rPr><t>1</t></r>
<r><t xml:space="preserve"> 5</t></r><r><rPr><position val="4"/></rPr><t>6</t></r></p>
END
)"

item() { echo "<p><pPr><numPr><ilvl val=\"$1\"/><numId val=\"$2\"/></numPr></pPr><r><t>$3</t></r></p>"; }
head() { echo "<p><pPr><pStyle val=\"$1\"/></pPr><r><t>$2</t></r></p>"; }
same 'automatic numbers and headings' \
'H1 1 年度报告
H1 2 一、总体
H2 3 （一）主动
H2 4 （二）依申请
P 5 1.甲
P 6 2.乙
P 7 2.1 丙
P 8 ①丁
H1 9 二、数据
H2 10 （一）其他
P 11 1.戊
P 12 5.己
P 13 6.庚
P 14 辛
P 15 没有号码
P 16 I. 壬
P 17 II. 癸' "$({ head t 年度报告; head 1 总体; head 2 主动; head 2 依申请
item 2 2 甲; item 2 2 乙; item 3 2 丙; item 4 2 丁; head 1 数据; head 2 其他
item 2 2 戊; item 2 3 己; item 2 3 庚; item 5 2 辛; item 0 0 没有号码; item 0 4 壬; item 0 4 癸; } | docx)"
unset -f head

# The same in the strict variant, whose names are others.
sed "s,$W,http://purl.oclc.org/ooxml/wordprocessingml/main," "$tmp/body" \
    >"$tmp/strict"
"$mkzip" "$tmp/s.docx" '[Content_Types].xml'="$tmp/types" \
    word/document.xml="$tmp/strict"
same 'strict OOXML, without relations, styles and numbering' 'P 1 年度报告' \
    "$("$dump" "$tmp/s.docx" | sed 1q)"

# A page put in whole.
printf '<p>页内</p><table><tr><td>甲<td>1</table>' >"$tmp/page"
cat >"$tmp/chunk" <<END
<w:document xmlns:w='$W' xmlns:r='$DOC'><w:body><w:p><w:r><w:t>前</w:t></w:r>
</w:p><w:altChunk r:id='h'/><w:p><w:r><w:t>后</w:t></w:r></w:p></w:body>
</w:document>
END
echo "<Relationships xmlns='$REL'><Relationship Id='h' Type='$DOC/aFChunk' Target='/word/a.html'/></Relationships>" >"$tmp/chunkrels"
"$mkzip" "$tmp/c.docx" '[Content_Types].xml'="$tmp/types" \
    word/document.xml="$tmp/chunk" word/a.html="$tmp/page" \
    word/_rels/document.xml.rels="$tmp/chunkrels"
if "$dump" "$tmp/page" | grep -q 'built without'
then
	skip 'a page inside' 'gumbo was not compiled in'
else
	same 'a page inside' 'P 1 前
P 1 页内
T 1 1x2 exact
  0,0 1x1 甲
  0,1 1x1 1
P 2 后' "$("$dump" "$tmp/c.docx")"
fi

# The same in one file of XML.
{
	echo '<?xml version="1.0"?><?mso-application progid="Word.Document"?>'
	echo '<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">'
	cat "$tmp/styles" "$tmp/numbering" "$tmp/body"
	echo "<w:hdr xmlns:w='$W'><w:p><w:r><w:t>99</w:t></w:r></w:p></w:hdr>"
	echo '</pkg:package>'
} >"$tmp/flat"
same 'a flat package is the same' "$("$dump" "$tmp/x.docx")" \
    "$("$dump" "$tmp/flat")"
sed "s,xmlns:mc='[^']*',,
	s,xmlns:w=.*>$,xmlns:w='http://schemas.microsoft.com/office/word/2003/wordml' xmlns:wx='http://schemas.microsoft.com/office/word/2003/auxHint' xmlns:aml='http://schemas.microsoft.com/aml/2001/core'>," \
    >"$tmp/w2003" <<END
<?xml version='1.0' encoding='UTF-8' standalone='yes'?>
<?mso-application progid="Word.Document"?>
<w:wordDocument xmlns:w='x'>
<w:body><w:p><w:pPr><w:listPr><w:ilvl w:val='0'/><wx:t wx:val='一、'/></w:listPr></w:pPr>
<w:r><w:t>总体</w:t></w:r><aml:annotation w:type='Word.Deletion'><aml:content>
<w:r><w:t>99</w:t></w:r></aml:content></aml:annotation></w:p>
<w:tbl><w:tr><w:tc><w:tcPr><w:vmerge w:val='restart'/></w:tcPr><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc>
<w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc></w:tr>
<w:tr><w:tc><w:tcPr><w:vmerge/></w:tcPr><w:p/></w:tc>
<w:tc><w:p><w:r><w:t>2</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
<w:sectPr><w:hdr><w:p><w:r><w:t>99</w:t></w:r></w:p></w:hdr></w:sectPr></w:body>
</w:wordDocument>
END
same 'the XML of Word 2003' 'P 1 一、总体
T 2 2x2 exact
  0,0 2x1 甲
  0,1 1x1 1
  1,1 1x1 2' "$("$dump" "$tmp/w2003")"

# A prose row parts two tables, and one column is none.
long=$(awk 'BEGIN { while (n++ < 100) printf "很长的文字" }')
same 'prose in a table' "P 1 标题
P 2 $long
T 3 1x2 exact
  0,0 1x1 甲
  0,1 1x1 1" "$(docx <<END
<tbl><tr><tc><tcPr><gridSpan val="2"/></tcPr><p><r><t>标题</t></r></p></tc></tr>
<tr><tc><tcPr><gridSpan val="2"/></tcPr><p><r><t>$long</t></r></p></tc></tr>
<tr><tc><p><r><t>甲</t></r></p></tc><tc><p><r><t>1</t></r></p></tc></tr></tbl>
END
)"

# What is not to be had: an answer, and no more than it may cost.
bounded()
{
	(
		# A sanitizer takes its time, and maps what it likes.
		grep -q asan_init "$dump" || { ulimit -v 262144; ulimit -t 1; }
		"$dump" "$1"
	) >"$tmp/answer" 2>&1
	test $? -le 1
}
fails()	# NAME WANTED: of $tmp/x.docx
{
	ok "$1" bounded "$tmp/x.docx"
	ok "$1: $2" grep -q "$2" "$tmp/answer"
}
many() { awk -v n="$1" -v s="$2" 'BEGIN { while (n--) printf "%s", s }'; }
zip_body()
{
	cat >"$tmp/body"
	"$mkzip" ${1-} "$tmp/x.docx" '[Content_Types].xml'="$tmp/types" \
	    word/document.xml="$tmp/body"
}

echo "<w:document xmlns:w='$W'/>" >"$tmp/e"
zip_body -e <"$tmp/e"; fails 'a password' 'password'
zip_body <"$tmp/e"; fails 'no text' 'no text'
zip_body </dev/null; fails 'an empty part' 'XML line'
"$mkzip" "$tmp/x.docx" '[Content_Types].xml'="$tmp/types" word/x="$tmp/types"
fails 'no main part' 'no part'
{
	echo '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb">'
	echo '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>'
	echo '<a>&c;&c;&c;&c;</a>'
} >"$tmp/e"
zip_body <"$tmp/e"; fails 'entities' 'document type'
many 100000 '<a>' >"$tmp/e"
zip_body <"$tmp/e"; fails 'elements in elements' 'nested more than'
many 20000000 ' ' >"$tmp/e"
zip_body <"$tmp/e"; fails 'a ratio' 'times its size'
{
	echo "<w:document xmlns:w='$W'><w:tbl>"
	awk 'BEGIN { while (n++ < 300000) printf \
	    "<w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"%d\"/></w:tcPr></w:tc>" \
	    "<w:tc/></w:tr>", n * 7919 % 1000000007 }'
	echo '</w:tbl></w:document>'
} >"$tmp/e"
zip_body <"$tmp/e"; fails 'wide cells' 'more than'
{
	echo "<w:document xmlns:w='$W'>"
	awk 'BEGIN { while (n++ < 250000) printf "<w:p><w:r><w:t>%d</w:t>" \
	    "</w:r></w:p>", n * 7919 % 1000003 }'
	echo '</w:document>'
} >"$tmp/e"
zip_body <"$tmp/e"; fails 'paragraphs' 'more than .* paragraphs'
many 160 '<w:tbl><w:tr><w:tc>' | sed "s,^,<w:document xmlns:w='$W'>,
	\$s,\$,<w:p><w:r><w:t>甲</w:t></w:r></w:p>," >"$tmp/e"
many 160 '</w:tc></w:tr></w:tbl>' >>"$tmp/e"
echo '</w:document>' >>"$tmp/e"
zip_body <"$tmp/e"; fails 'tables in tables' 'P 1 甲'
done_testing
