# OFD: put together from its XML, and what is read of its pages.
. "${srcdir-.}/tests/tap.sh"
dump=$builddir/tests/dump-doc
mkzip=$builddir/tests/mkzip
cd "$tmp" || exit 99
O='xmlns:ofd="http://www.ofdspec.org/2016"'

cat >root <<END
<ofd:OFD $O Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo/>
<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>
END
cat >document <<END
<ofd:Document $O><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297
</ofd:PhysicalBox></ofd:PageArea>
<ofd:TemplatePage ID="7" BaseLoc="Tpls/Tpl_0/Content.xml"/></ofd:CommonData>
<ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/></ofd:Pages>
</ofd:Document>
END
echo "<ofd:Page $O><ofd:Content/></ofd:Page>" >template

# A line of text: its place, and the rest of what stands in its objects.
line()	# X Y TEXT [ATTRIBUTES [OF-THE-CODE]]
{
	echo "<ofd:TextObject ID='1' Boundary='$1 $2 50 4' Font='3' Size='4' $4>
<ofd:TextCode X='0' Y='3.5' $5>$3</ofd:TextCode></ofd:TextObject>"
}
rule()	# BOX DATA [ATTRIBUTES]
{
	echo "<ofd:PathObject ID='2' Boundary='$1' $3><ofd:AbbreviatedData>$2
</ofd:AbbreviatedData></ofd:PathObject>"
}
page()	# of the objects on standard input
{
	{
		echo "<ofd:Page $O>$1<ofd:Content><ofd:Layer ID='9'>"
		cat
		echo '</ofd:Layer></ofd:Content></ofd:Page>'
	} >content
	"$mkzip" x.ofd OFD.xml=root Doc_0/Document.xml=document \
	    Doc_0/Tpls/Tpl_0/Content.xml=template \
	    Doc_0/Pages/Page_0/Content.xml=content $2 || exit 99
	"$dump" x.ofd
}

if line 20 20 字 | page | grep -q 'built without'
then
	skip 'OFD' 'expat or libzip was not compiled in'
	done_testing
	exit
fi

same 'characters that are placed are words, in lines' 'P 1 年度报告2022
P 2 第二行' "$({
	line 20 26 第二行
	line 20 20 年度 '' 'DeltaX="4"'
	line 28 20 报
	line 32 20 告
	line 36 20 2022 '' 'DeltaX="g 3 2"'
} | page)"

same 'spaces and gaps part words' 'P 1 甲 乙 12 34' "$({
	line 20 20 '甲 乙' '' 'DeltaX="5 6"'
	line 40 20 1234 '' 'DeltaX="2 5 2"'
} | page)"

same 'under a matrix' 'P 1 上\nP 2 中
P 3 下' "$({
	echo "<ofd:TextObject Boundary='20 20 50 4' Size='1' CTM='4 0 0 4 0 0'>
<ofd:TextCode X='0' Y='0.8'>上</ofd:TextCode></ofd:TextObject>"
	line 20 30 中
	line 20 40 下
} | page | sed '1{N;s/\n/\\n/}')"

same 'what is not visible is not there' 'P 1 看得见' "$({
	line 20 20 看得见
	line 20 30 看不见 'Visible="false"'
	line 60 30 5 'Visible="false"'
} | page)"

box='M 0 0 L 20 0 L 20 8 L 0 8 C'
table()	# ATTRIBUTES-OF-PATHS
{
	for y in 40 48
	do
		rule "20 $y 20 8" "$box" "$1"
		rule "40 $y 20 8" "$box" "$1"
	done
	line 22 42 受理
	line 22 50 办结
	line 42 42 12 '' 'DeltaX="2"'
	line 42 50 7
}
grid='T 1 2x2 exact
  0,0 1x1 受理
  0,1 1x1 12
  1,0 1x1 办结
  1,1 1x1 7'
same 'a table in boxes' "$grid" "$(table '' | page)"
same 'a figure that is a shape' "${grid%7}�
N 0 ILLEGIBLE 1 characters are drawn as shapes" "$({
	table '' | sed "/Boundary='42 50 /,/TextObject>/d"
	rule '42 50 2 3' 'M 0 0 B 2 0 2 3 0 3 B 0 3 0 0 0 0 C' 'Fill="true"'
} | page)"
same 'a graphic of the resources over a blank cell, and one elsewhere' \
    "${grid%7}(may not show) 
N 0 ILLEGIBLE 2 graphics of the resources were not read" "$({
	table '' | sed "/Boundary='42 50 /,/TextObject>/d"
	echo "<ofd:CompositeObject ID='5' Boundary='44 50 4 3' ResourceID='6'/>"
	echo "<ofd:CompositeObject ID='7' Boundary='90 10 4 3' ResourceID='6'/>"
} | page)"
same 'in lines that are thin boxes' "$grid" "$({
	table 'Stroke="false" Fill="false"'
	for y in 40 48 56
	do
		rule "20 $y 40 0.2" 'M 0 0 L 40 0 L 40 0.2 L 0 0.2 C' \
		    'Stroke="false" Fill="true"'
	done
	for x in 20 40 60
	do
		rule "$x 40 0.2 16" 'M 0 0 L 0.2 0 L 0.2 16 L 0 16 C' \
		    'Stroke="false" Fill="true"'
	done
} | page)"
same 'no line at all is no table' '' \
    "$(table 'Stroke="false"' | page | grep exact)"
same 'on a page whose corner is elsewhere' "$grid" "$(table '' |
    page '<ofd:Area><ofd:PhysicalBox>10 10 200 280</ofd:PhysicalBox></ofd:Area>')"

# Lines of the table that come from what lies under the page.
{
	echo "<Page xmlns='http://www.ofdspec.org/2016'><Content><Layer>"
	table '' | sed -n '/Path/,/Path/p' | sed 's/ofd://g'
	echo '</Layer></Content></Page>'
} >template
same 'with its frame in a template' "$grid" "$(table 'Stroke="false"' |
    page '<ofd:Template TemplateID="7"/>')"
echo "<ofd:Page $O><ofd:Content/></ofd:Page>" >template

same 'a seal among annotations is none of the text' 'P 1 正文' "$(line 20 20 正文 |
    page '' Doc_0/Annots/Page_0/Annotation.xml=root)"

answer() { page "$@" | sed -n 's/^error //p' | head -1; }
echo >locked
same 'an encrypted one' 'the document is encrypted' \
    "$(line 20 20 字 | answer '' Encryptions.xml=locked | sed 's/.*: //')"
same 'pages of pictures' 1 "$(echo '<ofd:ImageObject/>' | page |
    grep -c 'a scanned document')"
sed 's,Page_0,Page_9,' document >other && mv other document
same 'a page that is missing' 1 "$(line 20 20 字 | page |
    grep -c 'no part Doc_0/Pages/Page_9')"
done_testing
