# awk -v as=FORMAT -f hostile.awk DUMP: a document in the form of a dump
# (tests/office.h) as rtf, odt, ods, wordxml or sheetxml.
function xml(s)
{
	gsub(/&/, "\\&amp;", s); gsub(/</, "\\&lt;", s)
	return s
}
function lines(s, before, after,	i, n, part, all)
{
	n = split(s, part, /\\n/)
	for (i = 1; i <= n; i++)
		all = all before xml(part[i]) after
	return all
}
function odf_para(s) { return lines(s, "<text:p>", "</text:p>") }
function word_para(s) { return lines(s, "<w:p><w:r><w:t>", "</w:t></w:r></w:p>") }
function para(s)
{
	if (as == "rtf")
		return lines(s, "\\pard ", "\\par\n")
	if (as == "odt")
		return odf_para(s) "\n"
	if (as == "wordxml")
		return word_para(s) "\n"
	if (as == "ods")
		return "<table:table-row/><table:table-row><table:table-cell " \
		    "table:number-columns-spanned=\"10\">" odf_para(s) \
		    "</table:table-cell></table:table-row>\n"
	return "<Row/><Row><Cell ss:MergeAcross=\"9\"><Data ss:Type=\"String\">" \
	    xml(s) "</Data></Cell></Row>\n"
}
# The cell at r, c of its own, or one that others reach into.
function rtf_cell(r, c,	def)
{
	def = down[r, c] ? "\\clvmrg" : high[r, c] > 1 ? "\\clvmgf" : ""
	edges = edges def "\\cellx" (c + wide[r, c]) * 1000
	return "\\pard\\intbl " (down[r, c] ? "" : text[r, c]) "\\cell\n"
}
function odf_cell(r, c)
{
	if (covered[r, c])
		return "<table:covered-table-cell/>"
	return "<table:table-cell table:number-rows-spanned=\"" high[r, c] \
	    "\" table:number-columns-spanned=\"" wide[r, c] "\">" \
	    odf_para(text[r, c]) "</table:table-cell>\n"
}
function word_cell(r, c)
{
	return "<w:tc><w:tcPr><w:gridSpan w:val=\"" wide[r, c] "\"/>" \
	    (down[r, c] ? "<w:vmerge/>" : high[r, c] > 1 ? \
	    "<w:vmerge w:val=\"restart\"/>" : "") "</w:tcPr>" \
	    (down[r, c] ? "<w:p/>" : word_para(text[r, c])) "</w:tc>\n"
}
function excel_cell(r, c)
{
	if (covered[r, c])
		return ""
	return "<Cell ss:Index=\"" c + 1 "\" ss:MergeAcross=\"" wide[r, c] - 1 \
	    "\" ss:MergeDown=\"" high[r, c] - 1 "\"><Data ss:Type=\"" \
	    (text[r, c] ~ /^[0-9.]+$/ ? "Number" : "String") "\">" \
	    xml(text[r, c]) "</Data></Cell>\n"
}
function row(r,	c, s)
{
	edges = ""
	for (c = 0; c < ncol; c++)
		if (as == "ods" || as == "odt")
			s = s odf_cell(r, c)
		else if (as == "sheetxml")
			s = s excel_cell(r, c)
		else if (!covered[r, c] || down[r, c])
			s = s (as == "rtf" ? rtf_cell(r, c) : word_cell(r, c))
	if (as == "rtf")
		return "\\trowd" edges "\n" s "\\row\n"
	if (as == "wordxml")
		return "<w:tr>" s "</w:tr>\n"
	if (as == "sheetxml")
		return "<Row>" s "</Row>\n"
	return "<table:table-row>" s "</table:table-row>\n"
}
function flush(	r)
{
	if (nrow == 0)
		return
	printf "%s", as == "odt" ? "<table:table>" : as == "wordxml" ? \
	    "<w:tbl>" : as == "ods" ? "<table:table-row/>" : \
	    as == "sheetxml" ? "<Row/>" : ""
	for (r = 0; r < nrow; r++)
		printf "%s", row(r)
	printf "%s", as == "odt" ? "</table:table>\n" : as == "wordxml" ? \
	    "</w:tbl>\n" : ""
	nrow = 0
}
BEGIN {
	odf = "urn:oasis:names:tc:opendocument:xmlns:"
	if (as == "rtf")
		print "{\\rtf1\\ansi\\uc1"
	else if (as == "wordxml")
		print "<?xml version=\"1.0\"?>\n" \
		    "<?mso-application progid=\"Word.Document\"?>\n" \
		    "<w:wordDocument xmlns:w=\"http://schemas.microsoft.com" \
		    "/office/word/2003/wordml\"><w:body>"
	else if (as == "sheetxml")
		print "<?xml version=\"1.0\"?>\n<Workbook xmlns=\"" \
		    "urn:schemas-microsoft-com:office:spreadsheet\" xmlns:ss=" \
		    "\"urn:schemas-microsoft-com:office:spreadsheet\">" \
		    "<Worksheet ss:Name=\"1\"><Table>"
	else
		print "<office:document-content xmlns:office=\"" odf \
		    "office:1.0\" xmlns:text=\"" odf "text:1.0\" " \
		    "xmlns:table=\"" odf "table:1.0\"><office:body>" \
		    (as == "odt" ? "<office:text>" : \
		    "<office:spreadsheet><table:table>")
}
/^N / { next }
/^T / {
	flush()
	split($3, size, "x"); nrow = size[1]; ncol = size[2]
	for (r = 0; r < nrow; r++) for (c = 0; c < ncol; c++) {
		covered[r, c] = down[r, c] = 0
		wide[r, c] = high[r, c] = 1; text[r, c] = ""
	}
	next
}
/^  / && nrow > 0 {
	split($1, at, ","); split($2, span, "x"); r0 = at[1]; c0 = at[2]
	wide[r0, c0] = span[2]; high[r0, c0] = span[1]
	for (r = r0; r < r0 + span[1]; r++)
		for (c = c0; c < c0 + span[2]; c++)
			covered[r, c] = r != r0 || c != c0
	for (r = r0 + 1; r < r0 + span[1]; r++) {
		down[r, c0] = 1; wide[r, c0] = span[2]
	}
	sub(/^ +[^ ]+ [^ ]+ /, ""); text[r0, c0] = $0
	next
}
{ flush(); sub(/^[PH][0-9]* [0-9]+ /, ""); printf "%s", para($0) }
END {
	flush()
	print as == "rtf" ? "}" : as == "wordxml" ? \
	    "</w:body></w:wordDocument>" : as == "sheetxml" ? \
	    "</Table></Worksheet></Workbook>" : as == "odt" ? \
	    "</office:text></office:body></office:document-content>" : \
	    "</table:table></office:spreadsheet></office:body>" \
	    "</office:document-content>"
}
