# What is kept for queries is what its views make of the figures, whatever
# was done to the archive.
. "${srcdir-.}/tests/tap.sh"
cd "$tmp" || exit 99
sh "$srcdir/samples/make.sh" filings || exit 99
NIANBAO_DB=$tmp/x.db; export NIANBAO_DB
n() { "$nianbao" "$@" 2>>err >out; }
sql() { sqlite3 -batch "${2-x.db}" "$1"; }
town=云溪县石桥镇
tell='--reason because --by me'

tables='total_cell carry_sum child_sum request_sum dispute_sum'

# Rows of a table that its view has not, and the other way round.
stale()
{
	for t in $tables
	do
		sql "SELECT '$t', * FROM (SELECT * FROM $t EXCEPT
		    SELECT * FROM ${t}_now)" "$@"
		sql "SELECT '${t}_now', * FROM (SELECT * FROM ${t}_now EXCEPT
		    SELECT * FROM $t)" "$@"
	done
	sql "SELECT 'flags', f.id, f.flags, n.flags FROM filing f
	    JOIN flags_now n ON n.filing = f.id AND n.flags IS NOT f.flags" "$@"
}
rows() { for t in $tables
	do sql "SELECT count(*) > 3 FROM $t" "$@"; done | xargs; }
sums() { sql "SELECT 'total_cell', * FROM total_cell UNION ALL
    SELECT 'carry_sum', id, filing, sum, left_value, right_value,
    verdict || reason FROM carry_sum"; }

# A county with two townships, which have their year in common with it and
# no sentence: texts that are alike are checked together.
below() { sed "s/云溪县白鹭镇/西华县$2/; s/云溪县人民政府/西华县$2人民政府/; /。\$/d" \
    "$srcdir/samples/$3-2021.txt" | gzip -nc >"filings/$1.txt.gz"; }
below county '' yunxi
below one 红花集镇 bailu
below two 逍遥镇 bailu

n import filings
same 'an archive keeps something' '1 1 1 1 1' "$(rows)"
same 'as it is' '' "$(stale)"
same 'figures have ids by which they are found' '0 0' "$(sql "SELECT count(*)
    FROM total_cell WHERE id <> 1000 * filing + item OR item > 999" |
    xargs) $(sql "SELECT count(*) FROM carry_sum
    WHERE id <> 1000 * filing + sum OR sum > 999")"
same 'there is room for more items and sums' '1 1' "$(sql "SELECT
    max(id) < 1000 FROM item") $(sql "SELECT max(id) < 1000 FROM rule_sum")"
same 'a figure has the state and the unit of its cell' '' "$(sql "SELECT *
    FROM (SELECT c.filing, c.item, c.value, coalesce(c.unit, i.unit), c.state
    FROM total_cell c JOIN item i ON i.id = c.item EXCEPT SELECT filing,
    item_id, value, unit, state FROM cell
    WHERE applicant IN ('', 'total'))")"

# What is added up for the one above.
above() { sql "SELECT f.year, c.total, c.n FROM child_sum c
    JOIN item i ON i.id = c.item AND i.code = 'results_total'
    JOIN filing f ON f.id = c.filing ORDER BY 1"; }
figure=$(sql "SELECT q.results_total FROM request_sum q JOIN filing f
    ON f.id = q.filing AND f.spelling LIKE '西华县逍遥镇%'")
ok 'a township has a figure' test "$figure" -gt 0
same 'two are added up for the county' "2021|$((2 * figure))|2" "$(above)"
below three 奉母镇 bailu
n import filings/three.txt.gz
same 'a third is added' "2021|$((3 * figure))|3" "$(above)"
n correct --misread 西华县奉母镇 2021 results_total/total 100 $tell
same 'as it is read' "2021|$((2 * figure + 100))|3" "$(above)"
same 'and all is as it is' '' "$(stale)"
gzip -nc "$srcdir/samples/odd-no-report.txt" >filings/three.txt.gz
n import filings/three.txt.gz
same 'without it' "2021|$((2 * figure))|2" "$(above)"
n agency place 西华县逍遥镇 411103103 $tell
same 'one that is put elsewhere' "2021|$figure|1" "$(above)"
same 'and all is' '' "$(stale)"
rm filings/*.gz

# Another version of a file: it carries more forward, and the year after is
# seen to take over less.
sed '/^	四、结转下年度继续办理$/,$ s/^	1$/	4/' \
    "$srcdir/samples/yunxi-2022.txt" | gzip -nc >again.gz
cp filings/yunxi/2022.txt.gz before.gz
cp again.gz filings/yunxi/2022.txt.gz
n import filings
same 'a file that has changed' '' "$(stale)"
same 'is what the year after is held against' '3|4|fails' "$(sql "SELECT
    left_value, right_value, verdict FROM carry_sum k
    JOIN filing f ON f.id = k.filing AND f.year = 2023
    JOIN rule_sum s ON s.id = k.sum AND s.rule = 'C01' AND s.place = 'total'
    WHERE k.verdict <> 'not assessable'")"
cp before.gz filings/yunxi/2022.txt.gz
n import filings
same 'one that is as before' '' "$(stale)"
same 'likewise' '3|1|fails' "$(sql "SELECT
    left_value, right_value, verdict FROM carry_sum k
    JOIN filing f ON f.id = k.filing AND f.year = 2023
    JOIN rule_sum s ON s.id = k.sum AND s.rule = 'C01' AND s.place = 'total'
    WHERE k.verdict <> 'not assessable'")"

# What people say.
same 'a figure' 1 "$(sql "SELECT count(*) FROM filing
    WHERE spelling = '$town' AND year = 2022")"
n correct --misread $town 2022 new_requests/total 77 $tell
same 'that was misread' '77|number' "$(sql "SELECT c.value, c.state
    FROM total_cell c JOIN filing f ON f.id = c.filing AND f.year = 2022
    AND f.spelling = '$town' JOIN item i ON i.id = c.item
    AND i.code = 'new_requests'")"
same 'is kept as it is said' '' "$(stale)"
n correct $town 2022 carried_over/total 5 $tell
asked() { "$nianbao" query -q "$1" -f tsv --agency $town -p item=carried_over \
    "$2" | awk -F '\t' -v c="$3" '$2 == 2022 { print $c }'; }
same 'what the filer should have printed is asked for only' '5' \
    "$(asked yoy --corrected 4)"
ok 'and not printed' test "$(asked yoy -q 4)" != 5
same 'nor kept' '' "$(stale)"
ok 'a rebuild' n rebuild
same 'keeps what is' '' "$(stale)"
sums >one
n check --again
sums >two
ok 'a check of everything keeps the same' cmp one two
same 'and what is' '' "$(stale)"

# Somebody else's archive.
mkdir more
for i in "$tmp"/filings/*; do cp -R "$i" more/; done
NIANBAO_DB=$tmp/y.db
export NIANBAO_DB
n import more
NIANBAO_DB=$tmp/x.db
ok 'another archive is merged' n merge y.db
same 'and what is kept is what is there' '' "$(stale)"
same 'of every filing' 0 "$(sql "SELECT count(*) FROM filing f
    WHERE EXISTS (SELECT 1 FROM filing_part p WHERE p.filing = f.id)
    AND NOT EXISTS (SELECT 1 FROM total_cell c WHERE c.filing = f.id)")"
same 'and of no other' 0 "$(sql "SELECT count(*) FROM total_cell
    WHERE filing NOT IN (SELECT id FROM filing)")"

# Parts of a filing may be of another form than the filing: that says nothing
# about which figures belong together.
swap() { sql "UPDATE filing SET form = CASE form WHEN 'ogi2021' THEN 'ogi2019'
    ELSE 'ogi2021' END WHERE form LIKE 'ogi%' AND year % 2" y.db; }
for q in yoy series_bridge
do
	case $q in yoy) c=1-8 ;; *) c=1-6 ;; esac
	"$nianbao" query -q -d y.db -f tsv $q | cut -f $c >"$q.plain"
	swap
	"$nianbao" query -q -d y.db -f tsv $q | cut -f $c >"$q.mixed"
	swap
	ok "$q pairs figures by the form of the part" \
	    cmp "$q.plain" "$q.mixed"
done

sql 'UPDATE agency SET is_ambiguous = 1' y.db
same 'and a name that fits several places is compared with none' '' \
    "$("$nianbao" query -q -d y.db -f tsv yoy | awk -F '\t' 'NR > 1 && $5 != ""')"

# An archive of the version before, which had no such table.
sql 'DROP TABLE total_cell; DROP TABLE carry_sum; DROP TABLE child_sum;
    DROP VIEW made_by;
    CREATE VIEW made_by AS SELECT 1 AS derived_schema'
ok 'an older archive' n rebuild
same 'gets what is kept' '1 1 1 1 1' "$(rows)"
same 'as it is there' '' "$(stale)"

# One to which somebody added what a later version has under that name.
newer()	# KIND SQL: v_yoy is of that somebody, and of this version
{
	sql "DROP VIEW v_yoy; DELETE FROM data_dictionary
	    WHERE object = 'v_yoy'; CREATE $1 V_Yoy $2; DROP VIEW made_by;
	    CREATE VIEW made_by AS SELECT 1 AS derived_schema"
}
refused() { "$nianbao" rebuild 2>&1 | grep -o "the archive has a $1 \"v_yoy\""; }
for kind in view table
do
	newer $kind 'AS SELECT 42 AS mine'
	sqlite3 x.db .dump >before
	same "a $kind that was added stops a rebuild" \
	    "the archive has a $kind \"v_yoy\"" "$(refused $kind)"
	sqlite3 x.db .dump >after
	ok 'which leaves the archive as it was' cmp before after
	same 'and the added one, too' 42 "$(sql 'SELECT mine FROM v_yoy')"
	sql "CREATE $kind ours_yoy AS SELECT 42 AS mine; DROP $kind v_yoy"
	ok 'until it has another name' n rebuild
	same 'and both are there' '42 1' "$(sql "SELECT mine || ' ' ||
	    (SELECT count(*) > 0 FROM v_yoy) FROM ours_yoy")"
	sql "DROP $kind ours_yoy"
done
done_testing
