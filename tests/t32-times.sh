# Of when and of whom the numbers of a sentence are: what tests/times.tsv
# says of each, in the report of 甲镇 for 2021, and tests/told.tsv.
. "${srcdir-.}/tests/tap.sh"

# AGENCY HEADING SENTENCE
told()
{
	printf '一、总体情况\n%s\n%s\n' "$2" "$3" |
	"$builddir/tests/dump-narrative" "$1" 2021 |
	awk -F '\t' '/^(narr|fee)_/ { sub(/^narr_/, "")
	    out = out sep $1 ($3 == "-" ? "" : "=" $3) \
	    ($5 == "" ? "" : "[" $5 "]"); sep = " " }
	    END { print out }'
}

while IFS='	' read -r sentence want
do
	case $sentence in \#*|'') continue ;; esac
	same "$sentence" "$want" "$(told 甲镇 '' "$sentence")"
done <"$srcdir/tests/times.tsv"
while IFS='	' read -r agency sentence want
do
	case $agency in \#*|'') continue ;; esac
	same "$agency: $sentence" "$want" \
	    "$(told "$agency" '（二）依申请公开情况。' "$sentence")"
done <"$srcdir/tests/told.tsv"
done_testing
