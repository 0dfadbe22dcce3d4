# Reports made up from a seed, written in every layout and read back: no
# figure may be wrong, and 999 in 1000 must be right.
. "${srcdir-.}/tests/tap.sh"
gen=$builddir/tests/gen/gen
count=${NIANBAO_GEN_COUNT-60}

run()
{
	"$gen" run "$1" 0 "$count"
}

has() { "$gen" run "$1" 0 1 | grep -q ' 0 unread'; }

safe() { "$gen" safe "$1" 0 "$count"; }

for format in rows.txt cells.txt list.txt pipe.txt bars.txt barboth.txt \
	barbreaks.txt barcells.txt barlines.txt barlead.txt barnext.txt \
	twice.txt commas.txt semicolons.txt wide.txt quotes.txt tabs.txt \
	quotedtabs.txt html.md html flat.html turned.html \
	counted.html annex.html parted.html css.html divs.html copies.html \
	twice.html office.html fields.html wide.html sticky.html boxes.txt \
	drawn.html ruled.txt frame.txt wiki adoc textile tex mht docx xlsx ofd
do
	if has $format
	then
		ok "$format: what was written is what is read" run $format
	else
		skip "$format" "no reader of this format was compiled in"
	fi
done

# A table without figures is none where the page does not call it one, and of
# these reports the more have all their tables blank the more there are.
first() { "$gen" run "$1" 0 60; }
for format in flex.html grid.html dl.html
do
	if has $format
	then
		ok "$format: what was written is what is read" first $format
	else
		skip "$format" "no reader of this format was compiled in"
	fi
done

# With one label in five misprinted, nothing may be wrong and 990 in 1000 must
# be right.
misprint() { "$gen" misprint "$1" 0 "$count"; }
for format in rows.txt cells.txt list.txt bars.txt barcells.txt tabs.txt \
	html flat.html docx
do
	if has $format
	then
		ok "$format: misprinted labels" misprint $format
	else
		skip "$format" "no reader of this format was compiled in"
	fi
done

# Where blank cells left no trace, or lines that repeat are gone, most rows
# cannot be read; none may be read wrong, nor may what a page hides.
for format in words.txt lost.txt broken.txt once.txt decoys.html slips.html \
	labels.html half.html marks.txt grid.txt framed.txt parted.txt apart.txt before.txt \
	turned.txt eight.html eight.txt eightrows.txt bare.ofd
do
	if has $format
	then
		ok "$format: nothing is read that was not written" \
		    safe $format
	else
		skip "$format" "no reader of this format was compiled in"
	fi
done

# Some of them as LibreOffice and "pdftotext -layout" have written them: with
# figures broken over lines, labels over pages, units under their figures,
# full-width digits, and a column of remarks; last year's table with figures
# that do not add up; blank cells among figures, in columns that heads, rows
# alike, rows beside them or sums tell; figures that ran into each other; heads that came apart,
# with totals that are not below theirs, and with blank cells among those that
# are; and, from 2000 on, as chromium and wkhtmltopdf have printed them: with
# the figures of one row on several lines, two rows in one, a unit apart from
# its figure, a figure around its line, a row of figures that ends a page,
# the number of a label beside the figures of its row, a year apart from the
# caption that it begins, heads that are set as if there were more columns, and
# figures between two lines of labels.
spaced()
{
	"$gen" compare spaced.txt "$1" 1 "${2-$srcdir/tests/spaced}" |
	    grep -o '[0-9]* right, [0-9]* wrong'
}
while read -r seed want
do
	same "columns of spaces: report $seed" "$want" "$(spaced $seed)"
done <<EOT
2 200 right, 0 wrong
9 163 right, 0 wrong
10 200 right, 0 wrong
22 198 right, 0 wrong
45 198 right, 0 wrong
50 200 right, 0 wrong
54 200 right, 0 wrong
101 198 right, 0 wrong
149 183 right, 0 wrong
154 193 right, 0 wrong
166 198 right, 0 wrong
171 200 right, 0 wrong
184 193 right, 0 wrong
192 200 right, 0 wrong
210 198 right, 0 wrong
217 200 right, 0 wrong
236 185 right, 0 wrong
304 200 right, 0 wrong
315 198 right, 0 wrong
375 188 right, 0 wrong
386 200 right, 0 wrong
439 193 right, 0 wrong
467 151 right, 0 wrong
499 158 right, 0 wrong
2002 151 right, 0 wrong
2007 158 right, 0 wrong
2030 169 right, 0 wrong
2058 79 right, 0 wrong
2067 130 right, 0 wrong
2077 101 right, 0 wrong
2083 119 right, 0 wrong
3049 192 right, 0 wrong
3060 156 right, 0 wrong
4024 121 right, 0 wrong
4027 186 right, 0 wrong
4040 95 right, 0 wrong
4057 158 right, 0 wrong
5030 7 right, 0 wrong
7017 142 right, 0 wrong
7024 64 right, 0 wrong
7041 38 right, 0 wrong
EOT

# The same with one figure or label changed.  A row in which figures ran together is
# read where the sums leave it no other; heads that came apart say nothing of
# a figure by which no total holds.
changed()
{
	sed "$2" "$srcdir/tests/spaced/$(printf %05d "$1").spaced.txt" \
	    >"$tmp/$(printf %05d "$1").spaced.txt"
	spaced "$1" "$tmp"
}
same 'figures that ran together and do not add up' \
    "189 right, 0 wrong" "$(changed 22 's/\(07  0   0 *\)11/\112/')"
same 'fifteen figures that do not add up' \
    "185 right, 0 wrong" "$(changed 54 's/^0  15 0  4  19/0  15 0  4  18/')"
same 'a total elsewhere that is not the sum' \
    "185 right, 0 wrong" "$(changed 304 's/0  816  8   0$/0  817  8   0/')"
same 'a figure that is not right below its head' \
    "185 right, 0 wrong" "$(changed 304 's/0  3  03 0   /0   3 03 0   /')"
same 'a blank cell, and a figure that is not right below its head' \
    "185 right, 0 wrong" "$(changed 192 's/^        0   7/       0    7/')"
same 'a blank total' "185 right, 0 wrong" \
    "$(changed 192 's/^        0   7   7 /        0   0     /')"
same 'columns that do not add up, one row without a label' \
    "151 right, 0 wrong" "$(changed 439 's/（七）总计    12510/（七）总计    12511/')"
same 'figures with a label that is not known' \
    "53 right, 0 wrong" "$(changed 439 '65s/8.属于/  其余/;66,67d')"
same 'figures with a label that is not known, and no balance' \
    "39 right, 0 wrong" \
    "$(changed 439 '65s/8.属于/  其余/;66,67d;/^四、结转/s/7    18$/8    19/')"
same 'figures that are lost' \
    "39 right, 0 wrong" "$(changed 439 '65s/[0-9 ]*$//')"
same '总计 that is broken, and a balance that does not hold' \
    "151 right, 0 wrong" "$(changed 9 '/^四、结转/s/2      2$/3      3/')"
same 'a figure that stands below no other of the rows beside it' \
    "169 right, 0 wrong" "$(changed 101 '37s/     4    /         4/')"
same 'a row that is not set as those beside it' \
    "169 right, 0 wrong" "$(changed 101 '37s/    9  /   9   /')"
same 'figures with their rest on the next page, which do not add up' \
    "67 right, 0 wrong" "$(changed 217 '109s/4$/5/')"
same 'the rest of a label that is none' \
    "67 right, 0 wrong" "$(changed 217 '108s/3.要/其要/')"

# Two reports behind each other are two filings.
pairs()
{
	"$gen" pairs "$1" 1 12 >"$tmp/pairs" && ! grep '^#' "$tmp/pairs"
}
for format in rows.txt list.txt pipe.txt bars.txt barcells.txt barlines.txt
do
	ok "$format: two reports" pairs $format
done
done_testing
