# Of when and of whom the numbers of a sentence are: what tests/times.tsv
# says of each, in the report of 甲镇 for 2021.
. "${srcdir-.}/tests/tap.sh"

told()
{
	printf '一、总体情况\n%s\n' "$1" |
	"$builddir/tests/dump-narrative" 甲镇 2021 |
	awk -F '\t' '/^(narr|fee)_/ { sub(/^narr_/, "")
	    out = out sep $1 "=" $3 ($5 == "" ? "" : "[" $5 "]"); sep = " " }
	    END { print out }'
}

while IFS='	' read -r sentence want
do
	case $sentence in \#*|'') continue ;; esac
	same "$sentence" "$want" "$(told "$sentence")"
done <"$srcdir/tests/times.tsv"
done_testing
