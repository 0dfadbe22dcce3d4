# What people say, and take back: corrections of two kinds, verdicts, words
# on agencies; through rebuild, merge, and from older archives.
. "${srcdir-.}/tests/tap.sh"
cd "$tmp" || exit 99
sh "$srcdir/samples/make.sh" filings || exit 99
NIANBAO_DB=$tmp/x.db; export NIANBAO_DB
"$nianbao" import -q filings 2>/dev/null

status() { "$nianbao" "$@" >"$tmp/out" 2>"$tmp/err"; echo $?; }
says() { grep -q -e "$1" "$tmp/err"; }
not() { ! "$@"; }
sql() { sqlite3 "${2-x.db}" "$1"; }

tell='--reason because --by tester'
town=云溪县石桥镇
# The findings of the town, without ids.
found() { "$nianbao" check -q -f tsv --agency 石桥 --fail-on none "$@" |
    awk -F '\t' 'NR > 1 { print $3, $5, $6, $7 }'; }
cell() { sql "SELECT value || ' ' || state || ' ' || raw FROM figure
    WHERE agency = '$town' AND item = '$1' AND applicant = '$2'"; }
found >printed
cp x.db before.db

# The filer erred: what is printed is what is judged, unless asked otherwise.
same 'a correction' 0 "$(status correct $town 2022 new_requests/total 7 $tell)"
found >now
ok 'changes no finding' cmp printed now
same 'nor any figure' '9 number 9' "$(cell new_requests total)"
cksum x.db >sum
same 'unless it is asked for' 'A02 granted_full 5 4
A03 natural_person 5 6
A05 review_total 2 1
A08 normative_in_force 1 2
D09 rules_in_force 1 0
E12 carried_forward 0 1
F16 section 5 1 10
F15 section 6  ' "$(found --corrected)"
status check -f tsv --agency 石桥 --corrected >/dev/null
same 'and every line says so' corrected "$(awk -F '\t' 'NR > 1 { print $NF }' \
    out | sort -u)"
ok 'and the last but one' says '^nianbao: 1 figure is taken as people say'
same 'in JSON, too' 8 "$(status check -f ndjson --agency 石桥 --corrected \
    >/dev/null; grep -c '"figures": *"corrected"' out)"
same 'nothing of it is kept' "$(cat sum)" "$(cksum x.db)"
ok 'nor beside the archive' not test -e x.db-journal
same 'not with --again' 2 "$(status check --corrected --again)"

# Of an archive that may not be written, in a folder that may not either.
mkdir shut
cp x.db shut/x.db
chmod 444 shut/x.db
chmod 555 shut
chmod 755 .
as_nobody()
{
	if test "$(id -u)" -eq 0
	then
		setpriv --reuid=65534 --regid=65534 --clear-groups "$@"
	else
		"$@"
	fi
}
cat >peek.sql <<EOF
-- Few were granted.
--
-- :id        U07
-- :severity  notice
-- :reads     -
SELECT id AS filing, '' AS place, 1 AS left_value, 2 AS right_value,
       '' AS detail, NULL AS line FROM filing;
EOF
chmod 644 peek.sql
shut() { as_nobody "$nianbao" check -d shut/x.db -q -f tsv --agency 石桥 \
    --fail-on none "$@" | awk -F '\t' 'NR > 1 { print $3, $5, $6, $7 }'; }
if as_nobody "$nianbao" --version >/dev/null 2>&1
then
	same 'corrected where nothing may be written' \
	    "$(found --corrected | cksum)" "$(shut --corrected | cksum)"
	same 'and by rules of a file' "$(found --rules peek.sql | cksum)" \
	    "$(shut --rules peek.sql | cksum)"
	same 'which find something' "$(found --rules peek.sql -r U07 | wc -l)" \
	    "$(shut --rules peek.sql | grep -c '^U07')"
	same 'the archive stays' "$(cksum <x.db)" "$(cksum <shut/x.db)"
	same 'and alone' x.db "$(ls shut)"
else
	skip 'corrected where nothing may be written' 'nobody cannot run it'
fi
chmod 755 shut
same 'a query' 0 "$(status query yoy -f csv --agency $town)"
status query applicant_mix -f csv --agency $town >/dev/null
cp out plain
same 'likewise' 0 "$(status query applicant_mix -f csv --agency $town \
    --corrected)"
ok 'has another answer' not cmp plain out
ok 'and says that it has' grep -q 'figures.$' out
same 'a rate, which is made of figures that are kept' 0 \
    "$(status correct $town 2022 granted_full/total 3 $tell)"
rate() { "$nianbao" query -q disclosure_rate -f csv -p include_inconsistent=1 \
    --agency $town "$@" | sed -n '2s/.*,2022,[^,]*,\([0-9]*\),.*/\1/p'; }
same 'is made of them' '4 3' "$(rate) $(rate --corrected)"
same 'and back' 0 "$(status correct --withdraw $town 2022 granted_full/total \
    $tell)"
same 'the figures stand side by side' 1 "$("$nianbao" show -q $town 2022 |
    grep -c '9→7')"
same 'in lists, too' '*→7' "$("$nianbao" show -q -f tsv $town 2022 |
    awk -F '\t' '$1 == "new_requests" && $2 == "total" { print $8 }')"
same 'in the view of corrections' '7|9' "$(sql "SELECT value, printed_value
    FROM v_figure_corrected WHERE correction IS NOT NULL")"

# This program erred: then the finding that comes of it goes.
same 'a misreading' 0 "$(status correct --misread $town 2022 \
    new_requests/total 7 $tell --on 2024-03-01 --evidence 'page 2')"
same 'is made good' '7 number 7' "$(cell new_requests total)"
found >now
found --corrected >corrected
ok 'and what came of it is gone' cmp now corrected
same 'what was read is still known' 9 "$(sql "SELECT printed FROM correction_now
    WHERE kind = 'misread'")"
same 'and shown' 1 "$("$nianbao" show -q $town 2022 | grep -c '7→7←9')"
cp now misread
sqlite3 x.db .dump | grep -v '^INSERT INTO application' >one
ok 'a rebuild' "$nianbao" rebuild -q
found >now
ok 'keeps that' cmp misread now
same 'a second word' 0 "$(status correct --misread $town 2022 \
    new_requests/total 8 $tell)"
same 'counts' '8 number 8' "$(cell new_requests total)"
same 'and still knows what was read' 9 "$(sql "SELECT printed FROM
    correction_now WHERE kind = 'misread'")"
same 'not a number' 0 "$(status correct --misread $town 2022 \
    fees_collected / $tell)"
same 'is a state of its own' '|placeholder|/' "$(sql "SELECT value, state, raw
    FROM figure WHERE agency = '$town' AND item = 'fees_collected'")"
same 'what is no number is no correction' 2 \
    "$(status correct $town 2022 fees_collected / $tell)"
same 'nor is another unit' 2 \
    "$(status correct --misread $town 2022 fees_collected 5000元 $tell)"
same 'money' 0 "$(status correct --misread $town 2022 fees_collected 12.5 $tell)"
same 'is counted in 分' 12500000 "$(sql "SELECT amount_fen FROM fee e
    JOIN filing f ON f.id = e.filing AND f.spelling = '$town'")"
"$nianbao" rebuild -q
same 'after a rebuild, too' '12.5|12500000' "$(sql "SELECT amount, amount_fen
    FROM fee e JOIN filing f ON f.id = e.filing AND f.spelling = '$town'")"
same 'of each table one cell' '0 0 0 0 0' "$(for c in \
    normative_issued licences_decided penalties_decided review_pending \
    granted_full/other_org
do status correct --misread $town 2022 $c 77 $tell; done | xargs)"
same 'is where it belongs' 5 "$(sql "SELECT count(*) FROM figure
    WHERE agency = '$town' AND value = 77 AND state = 'number'")"
cp x.db y.db
"$nianbao" rebuild -q
same 'whoever puts it there' "$(sql 'SELECT * FROM figure ORDER BY 1, 2, 3, 4,
    5, 6' y.db)" "$(sql 'SELECT * FROM figure ORDER BY 1, 2, 3, 4, 5, 6')"

# Taken back.
same 'to take back needs a reason' 2 "$(status correct --withdraw --misread \
    $town 2022 new_requests/total)"
same 'and no value' 2 "$(status correct --withdraw --misread \
    $town 2022 new_requests/total 9 $tell)"
for c in new_requests/total fees_collected normative_issued licences_decided \
    penalties_decided review_pending granted_full/other_org
do
	same "$c is taken back" 0 "$(status correct --withdraw --misread \
	    $town 2022 $c $tell --on 2025)"
done
found >now
ok 'all is as printed' cmp printed now
same 'to the cell' "$(sql 'SELECT * FROM figure ORDER BY 1, 2, 3, 4, 5, 6' \
    before.db)" "$(sql 'SELECT * FROM figure ORDER BY 1, 2, 3, 4, 5, 6')"
same 'the trail is kept' '9 8' "$(sql "SELECT count(*) FROM correction
    WHERE kind = 'misread' AND NOT withdrawn") $(sql "SELECT count(*) + 1
    FROM correction WHERE withdrawn AND said_on = '2025'")"
same 'the other kind stays' 0 "$(status correct --withdraw $town 2022 \
    new_requests/total $tell)"
same 'but is there no more' 2 "$(status correct --withdraw $town 2022 \
    new_requests/total $tell)"
same 'a date that is none' 2 "$(status correct $town 2022 \
    new_requests/total 7 $tell --on yesterday)"

# Verdicts.
status check -f tsv --agency 石桥 --rule A01 >/dev/null
id=$(awk -F '\t' 'NR > 1 { print $13 }' out)
verdict() { "$nianbao" check -q -f tsv --agency 石桥 --rule A01 --fail-on none |
    awk -F '\t' 'NR > 1 { print $12 }'; }
same 'a verdict' 0 "$(status accept "$id" $tell --on 2024)"
cp x.db there.db
same 'is taken back' 0 "$(status accept --withdraw "$id" $tell)"
same 'and counts no more' '' "$(verdict)"
same 'twice it cannot be' 2 "$(status accept --withdraw "$id" $tell)"
"$nianbao" rebuild -q
same 'after a rebuild neither' '' "$(verdict)"
cp x.db ahead.db
same 'another archive' 0 "$(status merge -d there.db ahead.db)"
same 'hears of it' 1 "$(sql 'SELECT withdrawn FROM verdict ORDER BY id DESC
    LIMIT 1' there.db)"
sqlite3 there.db .dump >d1
same 'and once is enough' 0 "$(status merge -d there.db ahead.db)"
sqlite3 there.db .dump >d2
ok 'for it' cmp d1 d2
same 'an archive that is behind' 0 "$(status merge before.db)"
same 'changes nothing' '' "$(verdict)"
same 'said again' 0 "$(status accept "$id" $tell)"
same 'it counts again' accepted "$(verdict)"
same 'said otherwise elsewhere' 0 "$(status accept -d there.db "$id" $tell \
    --verdict disputed)"
same 'the archives part' 1 "$(status merge there.db)"
ok 'which is said' says '^nianbao: verdict of .*ours stands'
same 'and ours stands' accepted "$(verdict)"

# A misreading in another archive.
"$nianbao" correct -q -d there.db --misread $town 2022 new_requests/total 7 \
    $tell
status merge there.db >/dev/null
same 'a misreading is taken over' '7 number 7' "$(cell new_requests total)"
"$nianbao" correct -q -d there.db --misread --withdraw $town 2022 \
    new_requests/total $tell
status merge there.db >/dev/null
same 'and its end' '9 number 9' "$(cell new_requests total)"

# Words on agencies.
report() { mkdir -p a && printf '%s%s年政府信息公开工作年度报告\n一、总体情况\n略\n二、主动公开政府信息情况\n略\n三、收到和处理政府信息公开申请情况\n略\n' "$2" "$3" >"a/$1"; }
report 1.txt 团结镇 2021
report 2.txt 息县文化局 2018
report 3.txt 息县文化广电和旅游局 2019
NIANBAO_DB=$tmp/a.db
"$nianbao" import -q a 2>/dev/null
places() { sql 'SELECT coalesce(division_code, is_ambiguous) || a.organ FROM
    filing f JOIN agency a ON a.id = f.agency ORDER BY f.id' a.db | xargs; }
was=$(places)
same 'a place' 0 "$(status agency place 团结镇 230104111 $tell --on 2024)"
same 'is there' "230104111 ${was#* }" "$(places)"
cp a.db b.db
same 'and taken back' 0 "$(status agency place --withdraw 团结镇 $tell)"
same 'is where it was' "$was" "$(places)"
"$nianbao" rebuild -q
same 'after a rebuild, too' "$was" "$(places)"
same 'not twice' 2 "$(status agency place --withdraw 团结镇 $tell)"
same 'another archive' 0 "$(status merge -d b.db a.db)"
same 'hears of that' "$was" "$(NIANBAO_DB=b.db; sql 'SELECT
    coalesce(division_code, is_ambiguous) || a.organ FROM filing f JOIN
    agency a ON a.id = f.agency ORDER BY f.id' b.db | xargs)"
same 'a name for another' 0 "$(status agency alias 息县文化局 \
    息县文化广电和旅游局 $tell)"
same 'makes them one' 2 "$(sql 'SELECT count(*) FROM agency' a.db)"
same 'until it is taken back' 0 "$(status agency alias --withdraw 息县文化局 \
    $tell)"
same 'then they are two' "$was" "$(places)"
same 'a rename' 0 "$(status agency rename 息县文化局 息县文化广电和旅游局 \
    --on 2019-01 $tell)"
same 'of another kind' 2 "$(status agency merge --withdraw 息县文化局 \
    息县文化广电和旅游局 $tell)"
same 'is taken back' 0 "$(status agency rename --withdraw 息县文化局 \
    息县文化广电和旅游局 $tell --on 2024)"
same 'and followed no more' 0 "$(sql 'SELECT count(*) FROM agency_line
    WHERE kind IS NOT NULL' a.db)"
same 'but known' '2019-01|rename|0
2019-01|rename|1' "$(sql 'SELECT happened_on, kind, withdrawn FROM succession' \
    a.db)"

# An archive of the version before.
NIANBAO_DB=$tmp/old.db
cp before.db old.db
sql "CREATE TABLE v AS SELECT 'A|2022' AS f;
    DROP TABLE verdict; DROP TABLE agency_ruling; DROP TABLE succession;
    DROP TABLE user_rule; DROP TABLE correction;
    CREATE TABLE correction (id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL,
     agency TEXT NOT NULL, year INTEGER NOT NULL, item TEXT NOT NULL,
     applicant TEXT NOT NULL, printed TEXT NOT NULL, value NUMERIC,
     reason TEXT NOT NULL, evidence TEXT NOT NULL, author TEXT NOT NULL);
    CREATE INDEX correction_sha256 ON correction (sha256);
    CREATE INDEX correction_agency ON correction (agency, year);
    CREATE TABLE verdict (id INTEGER PRIMARY KEY, fingerprint TEXT NOT NULL
     UNIQUE, verdict TEXT NOT NULL, reason TEXT NOT NULL, author TEXT NOT NULL);
    CREATE TABLE agency_ruling (id INTEGER PRIMARY KEY, spelling TEXT NOT NULL,
     path TEXT NOT NULL, division_code TEXT, kind TEXT, same_as TEXT,
     reason TEXT NOT NULL, author TEXT NOT NULL, UNIQUE (spelling, path));
    CREATE TABLE succession (id INTEGER PRIMARY KEY, predecessor TEXT NOT NULL,
     successor TEXT NOT NULL, happened_on TEXT NOT NULL, kind TEXT NOT NULL,
     reason TEXT NOT NULL, author TEXT NOT NULL,
     UNIQUE (predecessor, successor));
    INSERT INTO verdict VALUES (3, (SELECT fingerprint FROM found WHERE
     rule = 'A01' LIMIT 1), 'accepted', 'r', 'a');
    INSERT INTO correction SELECT 1, sha256, '$town', 2022, 'new_requests',
     'total', '9', 7, 'r', '', 'a' FROM source WHERE name =
     'contradiction.txt';
    INSERT INTO agency_ruling VALUES (1, 'x', '', '411528', NULL, NULL, 'r',
     'a');
    INSERT INTO succession VALUES (1, 'x', 'y', '2019', 'rename', 'r', 'a');
    DROP TABLE v;
    PRAGMA user_version = 1" old.db
same 'an older archive is not only read' 3 "$(status check)"
same 'but brought up to date' 0 "$(status rebuild)"
same 'with all that was said in it' '3|accepted||0
7||filer|0
x|411528|0
x|y|rename|0' "$(sql "SELECT id, verdict, said_on, withdrawn FROM verdict;
    SELECT value, stated, kind, withdrawn FROM correction;
    SELECT spelling, division_code, withdrawn FROM agency_ruling;
    SELECT predecessor, successor, kind, withdrawn FROM succession" old.db)"
found >now
same 'which is used' "$(cat corrected)" "$(found --corrected)"
same 'as a new one has' "$(sql 'SELECT name, type FROM sqlite_schema
    ORDER BY 1' before.db)" "$(sql 'SELECT name, type FROM sqlite_schema
    ORDER BY 1' old.db)"
done_testing
