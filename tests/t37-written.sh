# Reports as word processors write PDF: runs of a few characters or of one,
# clips, kerning, digits of another font, rules in three ways or none, rows
# that a page breaks, heads repeated, pages on their side or drawn by a form.
. "${srcdir-.}/tests/tap.sh"
gen=$builddir/tests/gen/gen
count=${NIANBAO_WRITTEN_COUNT-2}

if ! command -v pdftotext >/dev/null || ! command -v pdftocairo >/dev/null
then
	skip 'written PDF' 'there is no pdftotext and pdftocairo'
	done_testing
	exit 0
fi

# How many of a thousand cells are read; nothing may be wrong.
reads()
{
	"$gen" safe "$1.pdf" "$3" "$4" | awk -v least="$2" '
	    { print; good = $6 * 1000 >= $4 * least && $8 == 0 }
	    END { exit !good }'
}
for style in word rows wps each left loose small large sunk ascent side form \
	heads
do
	ok "$style: rules all around" reads $style 970 0 "$count"
done
for style in fair fairacross fairleft three threeleft
do
	ok "$style: columns as wide as their figures" \
	    reads $style 970 0 "$count"
done
for style in across bare barerows bareside
do
	ok "$style: nothing wrong" reads $style 500 0 "$count"
done

# Wide digits that are broader than their column and reach into both others.
ok 'heads: digits over the walls of their cells' reads heads 970 121 1

# Print so large that it reaches over walls, and rows broken over the page,
# with half of a figure on either.
for seed in 13 46 61 112 124 149 161 290
do
	ok "large: report $seed" reads large 900 $seed 1
done
for seed in 0 4 12 23 115 121
do
	ok "and heads repeated: report $seed" reads headrows 600 $seed 1
done
for seed in 4 26 49 52 56
do
	ok "large, rules across alone: report $seed" \
	    reads largeacross 300 $seed 1
done

# Columns so narrow that most figures are broken over lines, and some over
# the page: reports in which halves were taken for figures.
for seed in 2 17 109 115 121 123 132 158 318 322
do
	ok "narrow columns, report $seed" reads narrow 100 $seed 1
	ok "and broken rows, report $seed" reads narrowrows 100 $seed 1
	ok "and rules across, report $seed" reads narrowacross 100 $seed 1
done
done_testing
