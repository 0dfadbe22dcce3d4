#!/bin/sh
# twins.sh [COUNT [EACH [DIR]]]: what a text in columns of spaces still tells.
#
# COUNT made-up reports (100), each once more for up to EACH (2) of its rows
# of section 三 that are not read: with a blank cell and the zero beside it
# exchanged, or the figure, where no zero is.  All go through LibreOffice and
# "pdftotext -layout", or the reports are in DIR, which has been.  Where report and twin have the same text, no reader can
# know which it has before it.  Else it says what differs: nothing but the
# spaces in front of the figures of that row, or other lines as well; and
# whether the figure begins where any other line of its page has one, in the
# report and in the twin.
count=${1-100}
each=${2-2}
gen=$PWD/tests/gen/gen
for tool in soffice pdftotext
do
	command -v $tool >/dev/null || {
		echo "twins.sh: there is no $tool, nothing is measured"
		exit 0
	}
done
tmp=$(mktemp -d) || exit 1
trap 'rm -rf "$tmp"' 0
trap 'exit 1' 1 2 15

# A character a byte, and digits that are digits, whatever awk is there.
bytes()
{
	sed 's/０/0/g; s/１/1/g; s/２/2/g; s/３/3/g; s/４/4/g; s/５/5/g
		s/６/6/g; s/７/7/g; s/８/8/g; s/９/9/g; s/，/,/g
		s/[—－–]/-/g' "$1" | LC_ALL=C tr -d '\200-\277'
}

# All of a folder in one start of LibreOffice.
texts()
{
	soffice --headless "-env:UserInstallation=file://$tmp/profile" \
	    --convert-to pdf --outdir "$1" "$1"/*.docx >/dev/null 2>&1
	for pdf in "$1"/*.pdf
	do
		pdftotext -layout "$pdf" "${pdf%.pdf}.spaced.txt"
	done
}

mkdir "$tmp/one" "$tmp/two" "$tmp/now"
reports=${3-$tmp/one}
if test $# -lt 3
then
	"$gen" write docx 0 "$count" "$reports" || exit 1
	texts "$reports"
fi

# The rows that are not read, and which two cells of each are exchanged.
NIANBAO_GEN_VERBOSE=1 "$gen" compare spaced.txt 0 "$count" "$reports" |
awk -v each="$each" '
BEGIN {
	n = split("natural_person commercial_enterprise research_institution" \
	    " public_interest_org legal_service_org other_org", who, " ")
	for (i = 1; i <= n; i++)
		place[who[i]] = i
}
# What is not read; a blank cell has no value behind its state.
$1 == "#" && $5 == "want" && $4 in place {
	row = $2 " " $3
	if (!(row in first)) {
		first[row] = ++rows
		name[rows] = row
	}
	kind[row, place[$4]] = $6 != "number" ? $6 : $7 == 0 ? "zero" : "figure"
}
function pair(row, want,	i)
{
	for (i = 1; i < n; i++)
		if ((kind[row, i] == "blank" && kind[row, i + 1] == want) ||
		    (kind[row, i] == want && kind[row, i + 1] == "blank"))
			return i
	return 0
}
END {
	for (r = 1; r <= rows; r++) {
		split(name[r], part, " ")
		k = pair(name[r], what = "zero")
		if (k == 0)
			k = pair(name[r], what = "figure")
		if (k > 0)
			list[part[1], ++found[part[1]]] = name[r] " " \
			    who[k] " " who[k + 1] " " what
	}
	# Spread over the rows of the report.
	for (seed in found)
		for (i = 0; i < each && i < found[seed]; i++)
			print list[seed, int(1 + i * found[seed] / each)]
}' | sort -u >"$tmp/list"

while read -r seed item one other what
do
	"$gen" twin docx "$seed" 1 "$tmp/now" "$item" "$one" "$other" &&
	    mv "$tmp/now/"*.docx "$tmp/two/$seed-$item.docx"
done <"$tmp/list"
texts "$tmp/two"

# The figures of two texts, with their places; line by line.
while read -r seed item one other what
do
	a=$(printf '%s/%05d.spaced.txt' "$reports" "$seed")
	b=$tmp/two/$seed-$item.spaced.txt
	test -f "$b" || continue
	if cmp -s "$a" "$b"
	then
		echo "$what same"
		continue
	fi
	bytes "$a" >"$tmp/a"
	bytes "$b" >"$tmp/b"
	LC_ALL=C awk -v what="$what" '
	# Where the figures of a line begin.
	function figures(line, at,	n, i, rest, from, all)
	{
		sub(/^\f/, "", line)
		n = 0
		for (i = 1; i <= length(line); i++) {
			if (substr(line, i, 1) == " " || (i > 1 &&
			    substr(line, i - 1, 1) != " "))
				continue
			rest = substr(line, i)
			sub(/ .*/, "", rest)
			if (rest ~ /^[0-9][0-9,]*[\300-\377]?$/ ||
			    rest ~ /^[-\/]$/)
				at[++n] = i
		}
		return n
	}
	FNR == 1 { file++ }
	{ text[file, FNR] = $0; page[file, FNR] = p[file] += /^\f/ }
	{ lines[file] = FNR }
	END {
		if (lines[1] != lines[2]) {
			print what, "lines"
			exit
		}
		for (i = 1; i <= lines[1]; i++)
			if (text[1, i] != text[2, i]) {
				at = i
				differ++
			}
		for (i = 1; i <= lines[1] && differ > 1; i++) {
			x = text[1, i]
			y = text[2, i]
			gsub(/ /, "", x)
			gsub(/ /, "", y)
			moved += x != y
		}
		if (differ > 1) {
			print what, moved ? "order" : "page"
			exit
		}
		n = figures(text[1, at], one)
		if (n != figures(text[2, at], two)) {
			print what, "glued"
			exit
		}
		for (k = 1; k <= n && one[k] == two[k]; k++)
			continue
		for (i = 1; i <= lines[1]; i++) {
			if (i == at || page[1, i] != page[1, at])
				continue
			m = figures(text[1, i], other)
			for (j = 1; j <= m; j++) {
				seen1 += other[j] == one[k]
				seen2 += other[j] == two[k]
			}
		}
		print what, "row", (seen1 ? "known" : "new"), \
		    (seen2 ? "known" : "new")
	}' "$tmp/a" "$tmp/b"
done <"$tmp/list" | sort | uniq -c >"$tmp/result"
awk '{ print $1 }' "$tmp/list" | sort -u | wc -l |
    sed 's/^ *//; s/$/ reports/'
cat "$tmp/result"
