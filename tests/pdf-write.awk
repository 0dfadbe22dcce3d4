# pdf-write.awk: a PDF from a description in lines, for machines without a
# word processor.  Points from the top left corner; text in Helvetica.
#
#	page [WIDTH HEIGHT]	begins a page (595 842)
#	t X Y SIZE TEXT		text with its base line at Y
#	l X0 Y0 X1 Y1		a stroke
#	f X Y WIDTH HEIGHT	a filled box
#	crop X Y WIDTH HEIGHT	all of the page that is seen
#	lock			with a password that nobody has
#	again N			the last page comes N more times

function put(s) { out = out s "\n" }
function object(s) { at[++nobj] = length(out); put(nobj " 0 obj"); put(s); put("endobj") }

function end_page()
{
	if (!open) return
	open = 0
	object("<</Length " length(body) ">>\nstream\n" body "endstream")
	object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 " w " " h \
	    "]" crop "/Resources<</Font<</F 3 0 R>>>>/Contents " nobj \
	    " 0 R>>")
	kids = kids " " nobj " 0 R"; npage++
}

BEGIN {
	put("%PDF-1.4")
	at[1] = at[2] = 0; nobj = 2
	object("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>")
}
$1 == "page" {
	end_page()
	open = 1; body = crop = ""
	w = NF > 1 ? $2 : 595; h = NF > 1 ? $3 : 842
}
$1 == "t" {
	s = $0
	sub(/^t +[^ ]+ +[^ ]+ +[^ ]+ +/, "", s)
	gsub(/[\\()]/, "\\\\&", s)
	body = body "BT /F " $4 " Tf " $2 " " h - $3 " Td (" s ") Tj ET\n"
}
$1 == "l" { body = body $2 " " h - $3 " m " $4 " " h - $5 " l S\n" }
$1 == "f" { body = body $2 " " h - $3 - $5 " " $4 " " $5 " re f\n" }
$1 == "crop" {
	crop = "/CropBox[" $2 " " h - $3 - $5 " " $2 + $4 " " h - $3 "]"
}
$1 == "lock" { lock = 1 }
$1 == "again" { again = $2 }
END {
	end_page()
	for (i = nobj - 1; again-- > 0; npage++) {
		object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 " w " " h \
		    "]/Resources<</Font<</F 3 0 R>>>>/Contents " i " 0 R>>")
		kids = kids " " nobj " 0 R"
	}
	at[1] = length(out)
	put("1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj")
	at[2] = length(out)
	put("2 0 obj\n<</Type/Pages/Kids[" kids "]/Count " npage ">>\nendobj")
	if (lock) {
		key = "00112233445566778899aabbccddeeff"
		object("<</Filter/Standard/V 1/R 2/P -4/O<" key key ">/U<" key \
		    key ">>>")
	}
	start = length(out)
	put("xref\n0 " nobj + 1 "\n0000000000 65535 f ")
	for (i = 1; i <= nobj; i++) put(sprintf("%010d 00000 n ", at[i]))
	put("trailer\n<</Size " nobj + 1 "/Root 1 0 R" (lock ? \
	    "/Encrypt " nobj " 0 R/ID[<00><00>]" : "") ">>")
	printf "%sstartxref\n%d\n%%%%EOF\n", out, start
}
