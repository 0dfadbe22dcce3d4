#!/bin/sh
# What is remarked on in the text of real filings is exactly what a careful
# reader remarked on.
. "${srcdir-.}/tests/tap.sh"

# The remarks of one filing as lines "rule lines".
remarks()
{
	"$builddir/tests/dump-narrative" "$2" "$3" \
	    <"$(echo "$shared"/seeds/"$1"_*)" |
	awk -F '\t' -v year="$3" '
	BEGIN {
		rule["numbering"] = "F03"; rule["superseded"] = "F09"
		rule["doc_number"] = "F10"; rule["self_name"] = "F21"
		rule["artefact"] = "F22"; rule["vague_period"] = "E14"
	}
	{ split($2, l, "-") }
	$1 == "superseded" && year < 2021 { next }
	$1 == "topic_missing" { print "F17", $2, $3 }
	$1 == "supervision" { supervised = 1 }
	$1 == "fee_statement" { fee = 1 }
	$1 in rule {
		r = rule[$1]
		at[r] = at[r] == "" ? l[1] : at[r] "," l[1]
	}
	END {
		for (r in at)
			print r, at[r]
		if (!supervised)
			print "F18"
		if (!fee && year >= 2021)
			print "F15"
	}' | LC_ALL=C sort
}

expected()
{
	awk -F '\t' -v seed="$1" '$1 == seed {
		if ($2 == "F17")
			print $2, $4, $5
		else if ($2 == "F15" || $2 == "F18")
			print $2
		else if ($2 ~ /^(F03|F09|F10|F21|F22|E14)$/)
			print $2, $4
	}' "$shared/forms/seeds_expected.tsv" | LC_ALL=C sort
}

if test -z "$shared"
then
	skip 'remarks on real filings' 'they are not here'
	done_testing
	exit
fi
while read -r seed agency year
do
	same "$agency $year" "$(expected $seed)" \
	    "$(remarks $seed $agency $year)"
done <<EOT
000 红花集镇人民政府 2021
001 息县人民政府 2021
002 拖船镇 2020
003 道外区团结镇 2021
004 郾城区裴城镇 2023
EOT
done_testing
