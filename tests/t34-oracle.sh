# Five real filings: exactly the findings that a careful reader has, rule by
# rule, and in the page of an office of 2019 those that are known.
. "${srcdir-.}/tests/tap.sh"
if test -z "$shared"
then
	skip 'the findings in real filings' 'they are not here'
	done_testing
	exit
fi
cd "$tmp" || exit 99
"$nianbao" import -q -d x.db "$shared/seeds" || exit 99
same 'rules and severities' \
    "$(awk -F '\t' 'NR > 1 { print $1, $2, $3 }' \
	"$shared/forms/seeds_expected.tsv" | LC_ALL=C sort)" \
    "$(sqlite3 -separator ' ' x.db 'SELECT substr(source_name, 1, 3), rule,
	severity FROM finding' | LC_ALL=C sort)"
same 'the lines that E14, F03, F21 and F22 name' \
    '001 E14 21,25,29
001 F03 9,13,17
002 E14 3
002 F22 89
003 F03 521
003 F21 4,8
004 F03 11,82,84,85,86,88,92,94' \
    "$(sqlite3 -separator ' ' x.db "SELECT substr(s.name, 1, 3), x.rule,
	(SELECT group_concat(line, ',') FROM (SELECT DISTINCT o.line
	   FROM observation o WHERE o.filing = x.filing AND o.kind =
		CASE x.rule WHEN 'E14' THEN 'vague_period'
			    WHEN 'F03' THEN 'numbering'
			    WHEN 'F21' THEN 'self_name'
			    ELSE 'artefact' END ORDER BY o.line))
	FROM found x JOIN filing f ON f.id = x.filing
	JOIN source s ON s.id = f.source
	WHERE x.rule IN ('E14', 'F03', 'F21', 'F22') ORDER BY 1, 2")"
same 'what was handled is not what was received' 'results_total|3|5|25' \
    "$(sqlite3 x.db "SELECT place, left_value, right_value, line FROM finding
	WHERE rule = 'E02'")"
if "$nianbao" import -q -d y.db \
    "$shared/corpus/shanghai-general-office-2019.html" 2>/dev/null
then
	same 'an office of 2019' 'E07|warning|258|275
E07|notice|265|337
E13|notice|33.9|32.05' "$(sqlite3 y.db "SELECT rule, severity, left_value,
	right_value FROM finding WHERE rule LIKE 'E%' OR rule LIKE 'D%'
	ORDER BY rule, severity DESC")"
else
	skip 'an office of 2019' 'no reader of HTML was compiled in'
fi
done_testing
