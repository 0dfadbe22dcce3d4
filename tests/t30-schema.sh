# The file itself: its dictionary, its comments, that any SQLite opens it,
# and that its originals come out without this program.
. "${srcdir-.}/tests/tap.sh"
cd "$tmp" || exit 99
mkdir in
printf '甲县人民政府2021年政府信息公开工作年度报告\n一、总体情况\n无。\n' >in/a.txt
ok 'an archive is made' "$nianbao" import -q -d x.db in
q() { sqlite3 -batch x.db "$@"; }

same 'it says what it is' '1851941231 2' \
    "$(q 'PRAGMA application_id' 'PRAGMA user_version' | xargs)"
same 'no write-ahead log is left' 'delete' "$(q 'PRAGMA journal_mode')"
same 'it is sound' 'ok' "$(q 'PRAGMA integrity_check')"
same 'no row points to nothing' '' "$(q 'PRAGMA foreign_key_check')"

columns="SELECT s.name AS object, '' AS column FROM sqlite_schema s
    WHERE s.type IN ('table', 'view') AND s.name NOT LIKE 'sqlite_%'
    UNION SELECT s.name, c.name FROM sqlite_schema s
    JOIN pragma_table_info(s.name) c
    WHERE s.type IN ('table', 'view') AND s.name NOT LIKE 'sqlite_%'"
same 'the dictionary has every table, view and column' '' \
    "$(q "$columns EXCEPT SELECT object, column FROM data_dictionary")"
same 'and nothing that is not there' '' \
    "$(q "SELECT object, column FROM data_dictionary EXCEPT
    SELECT * FROM ($columns)")"
same 'in both languages' '' "$(q "SELECT object, column FROM data_dictionary
    WHERE meaning_en = '' OR meaning_zh = ''")"
same 'every rule has both languages and a basis' '' \
    "$(q "SELECT id FROM rule WHERE title_en = '' OR title_zh = ''
    OR basis = ''")"
same 'every rule is a view or a sum' '' "$(q "SELECT id FROM rule
    WHERE id NOT IN (SELECT rule FROM rule_sum)
    AND NOT EXISTS (SELECT 1 FROM sqlite_schema
        WHERE type = 'view' AND instr(sql, char(39) || id || char(39)))")"
same 'every view of a rule is asked' '' "$(q "SELECT name FROM sqlite_schema v
    WHERE type = 'view' AND name LIKE 'rule_%' AND name <> 'rule_sums'
    AND NOT instr((SELECT group_concat(sql) FROM sqlite_schema
        WHERE name LIKE 'finding__'), name)")"
same 'nothing is STRICT, WITHOUT ROWID or a trigger' '' \
    "$(q "SELECT name FROM sqlite_schema WHERE type = 'trigger'
    OR sql LIKE '%WITHOUT ROWID%' OR sql LIKE '%) STRICT%'")"
# What a view opens and steps through from the start, when asked of one
# filing, must not grow with their number.
walked() { for v in $(q "SELECT s.name FROM sqlite_schema s
    JOIN pragma_table_info(s.name) c ON c.name = 'filing'
    WHERE s.type = 'view' ORDER BY s.name")
do
	q '.explain off' "EXPLAIN SELECT * FROM $v WHERE filing = 1" |
	    awk -F '|' '$2 == "OpenRead" { root[$3] = $4 }
	    $2 == "Rewind" && $3 in root { print root[$3] }' | sort -u |
	    while read -r r
	    do q "SELECT '$v walks over ' || tbl_name FROM sqlite_schema
	    WHERE rootpage = $r AND tbl_name IN (SELECT object
	    FROM data_dictionary) AND tbl_name NOT IN ($lookups)"; done
done; }
lookups="'item', 'applicant', 'setting', 'rule', 'rule_sum', 'rule_term',
    'form', 'part', 'reporting_year'"
same 'what is asked of one filing does not look at all' '' "$(walked)"
uncommented() { awk '
	/^CREATE TABLE/ { if (last !~ /^--/) print "table " $3; inside = 1 }
	inside && /^	[a-z_]+[ 	]/ && !/^	PRIMARY|^	UNIQUE/ { col = $1; c = 0 }
	inside && col != "" && /--/ { c = 1 }
	inside && col != "" && /,[ 	]*(--|$)|--/ { if (!c && /,[ 	]*$/) print FILENAME ": " col; }
	/^\);/ { inside = 0; col = "" }
	NF { last = $0 }' "$@"; }
same 'every table and column has a comment' '' \
    "$(uncommented "$srcdir"/schema/[0-9]*.sql)"

# Views in a plain SQLite, which knows no functions of ours.
views() { for v in $(q "SELECT name FROM sqlite_schema WHERE type = 'view'")
	do q "SELECT count(*) FROM \"$v\"" >/dev/null || return 1; done; }
ok 'every view works without this program' views
for f in "$srcdir"/schema/query/*.sql
do
	same "query $(basename "$f" .sql) works without this program" '' \
	    "$(q <"$f" 2>&1 >/dev/null)"
done
ok 'the originals come out' sqlite3 -A -f x.db -x
ok 'byte for byte' cmp in/a.txt "$(q 'SELECT archive FROM source')"
same 'figure keeps its columns' \
    'source_name agency year form item applicant value unit state raw' \
    "$(q "SELECT name FROM pragma_table_info('figure')" | xargs)"
same 'finding keeps its columns' 'source_name agency year rule severity '\
'place left_value right_value delta detail line verdict' \
    "$(q "SELECT name FROM pragma_table_info('finding')" | xargs)"

sqlite3 x.db .dump >one
ok 'a second import' "$nianbao" import -q -d x.db in
sqlite3 x.db .dump >two
ok 'changes nothing' cmp one two
q 'CREATE TABLE mine (x); CREATE VIEW also_mine AS SELECT * FROM figure'
ok 'a rebuild' "$nianbao" rebuild -q -d x.db
same 'leaves what others have added' '2' \
    "$(q "SELECT count(*) FROM sqlite_schema WHERE name LIKE '%mine'")"
q 'DROP VIEW also_mine; DROP TABLE mine'
sqlite3 x.db .dump >three
ok 'and gives the same' cmp one three

sqlite3 other.db 'CREATE TABLE t (x)'
cp other.db before.db
ok 'a database of somebody else is refused' \
    sh -c "! $nianbao import -q -d other.db in"
ok 'and not touched' cmp other.db before.db
q 'PRAGMA user_version = 99'
same 'a newer one is refused too' 3 \
    "$("$nianbao" import -q -d x.db in >/dev/null 2>&1; echo $?)"
done_testing
