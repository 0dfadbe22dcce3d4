# pdf-make.awk: annual reports with random figures and a random look, as
# flat OpenDocument text (to be made PDF by a word processor), and what a
# reader is to find in the tables of each.
#
#	awk -f pdf-make.awk -v seed=1 -v n=20 -v dir=out item.tsv
#
# writes dir/0001.fodt … and dir/0001.want, the cells of all tables in the
# form of dump-doc, without line numbers.  Before item.tsv there may be a
# file of figures (names ending in .txt), used up from the first on.

BEGIN { FS = "\t" }

FILENAME ~ /[.]txt$/ {
	k = split($0, a, " ")
	for (i = 1; i <= k; i++) given[++ngiven] = a[i]
	next
}

# item.tsv: the rows of section three and their labels
$1 == "ogi2021" && $2 == "requests" && $5 != "heading" {
	row[++nrow] = $3; parent[nrow] = $4; kind[nrow] = $5; label[nrow] = $9
}

function rnd(k)		# 0 … k - 1, the same with every awk
{
	state = (state * 16807) % 2147483647
	return int(state / 8) % k
}

function pick(list,    a, n)
{
	n = split(list, a, "|")
	return a[1 + rnd(n)]
}

function figure(    r, v, d, i)
{
	if (used < ngiven) return given[++used]
	r = rnd(100)
	if (r < 50 - blanks - marks) return "0"
	if (r < 50 - marks) return ""
	if (r < 50) return mark
	d = 1 + rnd(rnd(3) ? 3 : 6)
	v = 1 + rnd(9)
	for (i = 1; i < d; i++) v = v rnd(10)
	if (separators && length(v) > 3)
		v = substr(v, 1, length(v) - 3) "," substr(v, length(v) - 2)
	return v
}

# --- the table that is being built -------------------------------------

function table(widths,    i)
{
	ntable++
	ncol = split(widths, width, " ")
	trow = -1; body = ""; grid = ""
	total = 0
	for (i = 1; i <= ncol; i++) total += width[i]
	for (i = 1; i <= ncol; i++) cells[i] = 0
}

function tr() { if (trow >= 0) end_tr(); trow++; tcol = 0; line = "" }

function end_tr(    i)
{
	while (tcol < ncol && cells[tcol + 1] > trow) skip()
	body = body "<table:table-row table:style-name=\"R\">" line \
	    "</table:table-row>\n"
}

function skip() { line = line "<table:covered-table-cell/>"; tcol++ }

function td(text, rs, cs, style,    i)
{
	while (cells[tcol + 1] > trow) skip()
	grid = grid "  " trow "," tcol " " rs "x" cs " " text "\n"
	line = line "<table:table-cell table:style-name=\"C\"" \
	    (rs > 1 ? " table:number-rows-spanned=\"" rs "\"" : "") \
	    (cs > 1 ? " table:number-columns-spanned=\"" cs "\"" : "") \
	    "><text:p text:style-name=\"" (style ? style : "D") "\">" text \
	    "</text:p></table:table-cell>"
	for (i = 1; i <= cs; i++) cells[tcol + i] = trow + rs
	tcol++
	for (i = 2; i <= cs; i++) skip()
}

function end_table(heads,    i, s)
{
	end_tr()
	s = "<table:table table:style-name=\"T\">"
	for (i = 1; i <= ncol; i++) {
		s = s "<table:table-column table:style-name=\"W" ntable "." \
		    i "\"/>"
		styles = styles "<style:style style:name=\"W" ntable "." i \
		    "\" style:family=\"table-column\"><style:table-column-" \
		    "properties style:column-width=\"" \
		    sprintf("%.3f", print_width * width[i] / total) \
		    "cm\"/></style:style>\n"
	}
	if (repeat && heads) {
		i = 0
		while (heads-- > 0)
			i += index(substr(body, i + 1), "</table:table-row>") \
			    + 17
		body = "<table:table-header-rows>" substr(body, 1, i) \
		    "</table:table-header-rows>" substr(body, i + 1)
	}
	content = content s body "</table:table>\n"
	want = want "T " (trow + 1) "x" ncol " exact\n" grid
}

function p(style, text)
{
	content = content "<text:p text:style-name=\"" style "\">" text \
	    "</text:p>\n"
}

# --- the three tables ---------------------------------------------------

function section2(    i)
{
	table((3 + rnd(3)) " 3 3 3")
	tr(); td("第二十条第（一）项", 1, 4)
	tr(); td("信息内容", 1, 1); td("本年制发件数", 1, 1)
	td("本年废止件数", 1, 1); td("现行有效件数", 1, 1)
	tr(); td("规章", 1, 1, "L"); for (i = 0; i < 3; i++) td(figure(), 1, 1)
	tr(); td("行政规范性文件", 1, 1, "L")
	for (i = 0; i < 3; i++) td(figure(), 1, 1)
	tr(); td("第二十条第（五）项", 1, 4)
	tr(); td("信息内容", 1, 1); td("本年处理决定数量", 1, 3)
	tr(); td("行政许可", 1, 1, "L"); td(figure(), 1, 3)
	tr(); td("第二十条第（六）项", 1, 4)
	tr(); td("信息内容", 1, 1); td("本年处理决定数量", 1, 3)
	tr(); td("行政处罚", 1, 1, "L"); td(figure(), 1, 3)
	tr(); td("行政强制", 1, 1, "L"); td(figure(), 1, 3)
	tr(); td("第二十条第（八）项", 1, 4)
	tr(); td("信息内容", 1, 1); td("本年收费金额（单位：万元）", 1, 3)
	tr(); td("行政事业性收费", 1, 1, "L"); td(figure(), 1, 3)
	end_table(0)
}

function section3(    i, k, n, m)
{
	table("1.2 " (2 + rnd(2)) " " (4 + rnd(3)) " " narrow " " narrow " " \
	    narrow " " narrow " " narrow " " narrow " " narrow)
	tr(); td("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", 3, 3, "L")
	td("申请人情况", 1, 7)
	tr(); td("自然人", 2, 1); td("法人或其他组织", 1, 5); td("总计", 2, 1)
	tr(); td("商业企业", 1, 1); td("科研机构", 1, 1)
	td("社会公益组织", 1, 1); td("法律服务机构", 1, 1); td("其他", 1, 1)
	m = 0
	for (i = 1; i <= nrow; i++)
		if (kind[i] != "group" && parent[i] != "s3") m++
	for (i = 1; i <= nrow; i++) {
		if (kind[i] == "group") continue
		tr()
		if (parent[i] == "s3")
			td(label[i], 1, 3, "L")
		else {
			if (row[i] == "granted_full")
				td("三、本年度办理结果", m, 1, "L")
			if (parent[i] == "results")
				td(label[i], 1, 2, "L")
			else {
				if (kind[i - 1] == "group") {
					n = 0
					for (k = i; parent[k] == parent[i]; k++)
						n++
					td(label[i - 1], n, 1, "L")
				}
				td(label[i], 1, 1, "L")
			}
		}
		for (k = 0; k < 7; k++) td(figure(), 1, 1)
	}
	end_table(3)
}

function section4(    i, k)
{
	table("1 1 1 1 1 1 1 1 1 1 1 1 1 1 1")
	tr(); td("行政复议", 1, 5); td("行政诉讼", 1, 10)
	tr()
	td("结果维持", 2, 1); td("结果纠正", 2, 1); td("其他结果", 2, 1)
	td("尚未审结", 2, 1); td("总计", 2, 1)
	td("未经复议直接起诉", 1, 5); td("复议后起诉", 1, 5)
	tr()
	for (i = 0; i < 2; i++) {
		td("结果维持", 1, 1); td("结果纠正", 1, 1)
		td("其他结果", 1, 1); td("尚未审结", 1, 1); td("总计", 1, 1)
	}
	tr()
	for (i = 0; i < 15; i++) td(figure(), 1, 1)
	end_table(3)
}

function text(n,    i, s)
{
	while (n-- > 0) {
		s = ""
		for (i = 2 + rnd(6); i > 0; i--)
			s = s pick("本年度主动公开信息|收到申请|经办人员|" \
			    "平台运行平稳|统一受理|按时答复|依法办理") \
			    rnd(400) pick("条|件|次|人") pick("，|；|、")
		p("B", s "特此说明。")
	}
}

# --- the whole ----------------------------------------------------------

function look(    landscape)
{
	landscape = rnd(3) == 0
	page_w = landscape ? 29.7 : 21; page_h = landscape ? 21 : 29.7
	margin = 2 + rnd(8) / 10
	print_width = page_w - 2 * margin
	size = 8 + rnd(5); body_size = 12 + rnd(5)
	border = borders ? borders : \
	    pick("0.05pt solid #000000|0.25pt solid #000000|" \
	    "0.5pt solid #000000|1pt solid #404040|1.5pt solid #000000|" \
	    "0.75pt dotted #000000|0.75pt dashed #000000|" \
	    "2.5pt double #000000")
	padding = (5 + rnd(15)) / 100
	valign = pick("middle|middle|top|bottom")
	align = pick("center|center|center|start|end")
	repeat = rnd(2)
	split_rows = rnd(3) != 0
	narrow = (12 + rnd(10)) / 10
	mark = pick("/|-|—|无|／")
	blanks = rnd(3) ? 0 : 15; marks = rnd(3) ? 0 : 15
	separators = rnd(4) == 0
	foot = pick("N|- N -|— N —|第N页|第N页 共M页|N/M||")
	head = pick("||某某市某某区人民政府办公室")
	font = pick("Noto Serif CJK SC|Noto Sans CJK SC")
}

function paragraph(name, s, align, indent)
{
	return "<style:style style:name=\"" name "\" style:family=\"" \
	    "paragraph\"><style:paragraph-properties fo:text-align=\"" align \
	    "\" fo:text-indent=\"" indent "cm\"/><style:text-properties " \
	    "style:font-name=\"F\" style:font-name-asian=\"F\" " \
	    "fo:font-size=\"" s "pt\" style:font-size-asian=\"" s \
	    "pt\"/></style:style>\n"
}

function part(kind, s)
{
	if (s == "") return ""
	gsub(/N/, "<text:page-number/>", s)
	gsub(/M/, "<text:page-count/>", s)
	return "<style:" kind "><text:p text:style-name=\"F\">" s \
	    "</text:p></style:" kind ">"
}

function write_document(file,    x)
{
	x = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document"
	x = x " office:version=\"1.2\" office:mimetype=\"application/" \
	    "vnd.oasis.opendocument.text\""
	x = x ns("office") ns("style") ns("text") ns("table")
	x = x " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:" \
	    "xsl-fo-compatible:1.0\""
	x = x " xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:" \
	    "svg-compatible:1.0\">\n"
	x = x "<office:font-face-decls><style:font-face style:name=\"F\" " \
	    "svg:font-family=\"'" font "'\"/></office:font-face-decls>\n"
	x = x "<office:styles>" paragraph("F", 10, "center", 0) \
	    "</office:styles>\n<office:automatic-styles>"
	x = x "<style:page-layout style:name=\"P\"><style:page-layout-" \
	    "properties fo:page-width=\"" page_w "cm\" fo:page-height=\"" \
	    page_h "cm\" fo:margin=\"" margin "cm\"/>" \
	    "<style:header-style/><style:footer-style/></style:page-layout>\n"
	x = x paragraph("H", 18, "center", 0) \
	    paragraph("B", body_size, "justify", 2 * body_size / 28.35) \
	    paragraph("D", size, align, 0) paragraph("L", size, "start", 0)
	x = x "<style:style style:name=\"T\" style:family=\"table\">" \
	    "<style:table-properties style:width=\"" print_width \
	    "cm\" table:align=\"margins\"/></style:style>\n"
	x = x "<style:style style:name=\"R\" style:family=\"table-row\">" \
	    "<style:table-row-properties fo:keep-together=\"" \
	    (split_rows ? "auto" : "always") "\"/></style:style>\n"
	x = x "<style:style style:name=\"C\" style:family=\"table-cell\">" \
	    "<style:table-cell-properties fo:border=\"" border \
	    "\" fo:padding=\"" padding "cm\" style:vertical-align=\"" \
	    valign "\"/></style:style>\n" styles
	x = x "</office:automatic-styles>\n<office:master-styles>" \
	    "<style:master-page style:name=\"Standard\" style:page-layout-" \
	    "name=\"P\">" part("header", head) part("footer", foot) \
	    "</style:master-page></office:master-styles>\n"
	print x "<office:body><office:text>" content \
	    "</office:text></office:body></office:document>" >file
	close(file)
}

function ns(name)
{
	return " xmlns:" name "=\"urn:oasis:names:tc:opendocument:xmlns:" \
	    name ":1.0\""
}

END {
	for (doc = 1; doc <= n; doc++) {
		state = (seed * 1000 + doc) * 7919 % 2147483646 + 1
		rnd(2); rnd(2); rnd(2)
		content = want = styles = ""; ntable = 0
		look()
		p("H", "某某县" (2021 + rnd(4)) "年政府信息公开工作年度报告")
		p("B", "一、总体情况"); text(1 + rnd(6))
		p("B", "二、主动公开政府信息情况"); section2()
		p("B", "三、收到和处理政府信息公开申请情况"); section3()
		p("B", "四、政府信息公开行政复议、行政诉讼情况"); section4()
		p("B", "五、存在的主要问题及改进情况"); text(1 + rnd(3))
		p("B", "六、其他需要报告的事项"); text(1)
		file = sprintf("%s/%04d", dir, doc)
		write_document(file ".fodt")
		printf "%s", want >(file ".want")
		close(file ".want")
	}
}
