#!/bin/sh
# repeat.sh FILE TIMES NEW: an archive with the figures and findings of
# another, TIMES over, for asking what a big one costs.
#
# The agencies of each repetition have names and places of their own, and
# townships are put below the county before them.  Originals and texts stay
# behind, which of all queries only "copied" reads: no archive to keep.
set -e
test $# -eq 3 && test -r "$1" && test ! -e "$3" || {
	echo 'usage: repeat.sh FILE TIMES NEW' >&2
	exit 2
}
cp "$1" "$3"
db=$3
q() { sqlite3 -batch "$db" "$@"; }
agencies=$(q 'SELECT max(id) FROM agency')
filings=$(q 'SELECT max(id) FROM filing')
q "DELETE FROM sqlar; DELETE FROM section; DELETE FROM narrative_fact;
    DELETE FROM observation; DELETE FROM text_band; DELETE FROM similar_text;
    UPDATE agency SET parent = (SELECT c.division_code FROM agency c
	WHERE c.level = 'county' AND c.id < agency.id
	ORDER BY c.id DESC LIMIT 1) WHERE level = 'township';
    DELETE FROM child_sum; INSERT INTO child_sum SELECT * FROM child_sum_now"

# How the columns of a table become those of repetition k.
columns()
{
	last=$(q "SELECT coalesce(max(id), 0) FROM \"$1\"" 2>/dev/null) ||
	    last=0	# it has none
	q "SELECT group_concat(CASE
	    WHEN name = 'id' AND '$1' IN ('total_cell', 'carry_sum',
	     'child_sum')
	    THEN 'id + 1000 * $filings * k'
	    WHEN name = 'id' THEN 'id + k * $last'
	    WHEN name = 'filing' THEN 'filing + $filings * k'
	    WHEN name = 'agency' THEN 'agency + $agencies * k'
	    WHEN '$1' = 'agency' AND name IN ('name', 'key', 'division_code')
	     OR name IN ('spelling', 'fingerprint')
	    THEN '\"' || name || '\" || ''~'' || k'
	    WHEN '$1' = 'agency' AND name = 'parent'
	    THEN 'CASE level WHEN ''township'' THEN parent || ''~'' || k'
	     || ' ELSE parent END'
	    ELSE '\"' || name || '\"' END, ', ') FROM pragma_table_info('$1')"
}

for t in agency $(q "SELECT s.name FROM sqlite_schema s
    JOIN pragma_table_info(s.name) c ON c.name IN ('filing', 'agency')
    WHERE s.type = 'table' AND s.name NOT IN ('note', 'correction')
    ORDER BY s.name <> 'filing', s.name")
do
	q 'PRAGMA journal_mode = OFF' 'PRAGMA synchronous = OFF' \
	    "WITH RECURSIVE n (k) AS (VALUES (1)
	    UNION ALL SELECT k + 1 FROM n WHERE k + 1 < $2)
	    INSERT INTO \"$t\" SELECT $(columns "$t") FROM n
	    CROSS JOIN \"$t\" ORDER BY k, 1, 2" >/dev/null
done
q VACUUM
