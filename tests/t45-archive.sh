# extract, verify, merge, export, search, diff: an archive as a whole.
. "${srcdir-.}/tests/tap.sh"
cd "$tmp" || exit 99
sh "$srcdir/samples/make.sh" filings || exit 99
NIANBAO_DB=$tmp/x.db; export NIANBAO_DB
"$nianbao" import -q filings 2>/dev/null

status() { "$nianbao" "$@" >"$tmp/out" 2>"$tmp/err"; echo $?; }
says() { grep -q -e "$1" "$tmp/err"; }
not() { ! "$@"; }

same 'all originals' 0 "$(status extract --to back)"
ok 'come back byte for byte' diff -r filings back/filings
same 'and are not written twice' 1 "$(status extract --to back)"
ok 'over themselves' says 'File exists'
same 'one of them' 0 "$(status extract yunxi/2022.txt.gz)"
ok 'to standard output' cmp out filings/yunxi/2022.txt.gz
same 'some of them' 0 "$(status extract --to some 2012.txt)"
same 'alone' some/filings/bailu/2012.txt "$(find some -type f)"
same 'by the end of its path' 0 "$(status extract yunxi/2021.txt)"
ok 'with the bytes that came' cmp -s out filings/yunxi/2021.txt
same 'by a path that ends with its own' 0 \
    "$(status extract "$PWD/filings/bailu/2021.txt")"
ok 'and not another one' cmp -s out filings/bailu/2021.txt
same 'none by its last name in another folder' 2 \
    "$(status extract bailu/2023.md)"
same 'nor by a part of a name' 2 "$(status extract 023.md)"
same 'nor one of several' 2 "$(status extract 2021.txt)"
same 'none of that name' 2 "$(status extract nowhere.txt)"
# What does not fit on a disk: here, what is longer than a file may be.
short() { (trap '' XFSZ; ulimit -f "$1"; shift; status "$@"); }
same 'an original for which there is no room' 1 "$(short 1 extract --to full)"
ok 'is named with the reason' says 'txt: writing: File too large'
same 'and of no file there is a part' '' "$(
    find full -type f | while read -r f
    do cmp "$f" "filings/${f#full/filings/}"
    done 2>&1)"
same 'a table for which there is none' 3 "$(short 8 export csv)"
ok 'is named' says 'csv/[a-z]*.csv: writing the answer: File too large'
same 'and none is left' '' "$(find csv -type f)"
same 'a page for which there is none' 3 "$(short 8 export page.html)"
ok 'is named as well' says 'page.html: writing: File too large'
ok 'and not left' not test -e page.html
ok 'sqlite3 takes them out as well' sh -c \
    'mkdir sq && cd sq && sqlite3 -A -x -f ../x.db && diff -r filings ../filings'

cp x.db evil.db
sqlite3 evil.db "UPDATE source SET path = '../evil.txt'
    WHERE path LIKE '%no-report.txt'"
mkdir -p jail/inner
same 'a name that leads out' 1 \
    "$(status extract -d evil.db --to jail/inner)"
ok 'is refused' says 'no name for a file below'
ok 'and nothing is there' not test -e jail/evil.txt
ln -s "$tmp" jail/inner2
mkdir -p jail/link && ln -s "$tmp/sq" jail/link/filings
same 'nor does a link lead out' 1 "$(status extract --to jail/link 2012.txt)"

same 'the archive is whole' 0 "$(status verify)"
cp x.db broken.db
sqlite3 broken.db "UPDATE sqlar SET data = zeroblob(20), sz = 20
    WHERE name LIKE '%cells.txt'"
same 'a changed original' 1 "$(status verify -d broken.db)"
ok 'is found' grep -q 'cells.txt' out
cp x.db broken.db
sqlite3 broken.db 'DELETE FROM source WHERE id = 3'
same 'a row without what it belongs to' 1 "$(status verify -d broken.db)"
ok 'which is not whole' grep -q 'broken.db is not whole: [0-9]* faults\{0,1\}$' err
cp x.db ended.db
sqlite3 ended.db 'UPDATE filing SET is_checked = 0 WHERE id = 1'
same 'a filing that was not checked' 1 "$(status verify -d ended.db)"
same 'is said' 1 "$(grep -c 'not checked; import again or check --again: ' out)"
same 'and checked again' 0 "$(status check --again --fail-on none -d ended.db)"
same 'all is whole' 0 "$(status verify -d ended.db)"

cp x.db names.db
sqlite3 names.db <<'!'
CREATE TABLE "a""; DELETE FROM sqlar; --" (b);
INSERT INTO data_dictionary (object, column, meaning_en, meaning_zh)
SELECT name, '', name, name FROM sqlite_schema WHERE name LIKE 'a"; DEL%';
!
same 'the name of a table is no SQL' 1 "$(sqlite3 names.db "SELECT count(*)
    FROM data_dictionary WHERE object LIKE 'a\"; DEL%'")"
same 'in rebuild' 0 "$(status rebuild -d names.db)"
same 'which drops just that' 0 "$(sqlite3 names.db "SELECT count(*)
    FROM sqlite_schema WHERE name LIKE 'a\"; DEL%'")"
same 'and keeps the originals' 0 "$(status verify -d names.db)"

ok 'the schema is SQL' sh -c "'$nianbao' schema | sqlite3 :memory:"

"$nianbao" import -q -d a.db filings/bailu 2>/dev/null
"$nianbao" import -q -d b.db filings/odd filings/yunxi 2>/dev/null
same 'archives are merged' 0 "$(status merge -d m.db a.db b.db)"
"$nianbao" import -q -d o.db filings/bailu filings/odd filings/yunxi 2>/dev/null
sqlite3 m.db .dump >m.dump
sqlite3 o.db .dump >o.dump
ok 'to what one import makes' cmp m.dump o.dump
same 'merging again' 0 "$(status merge -d m.db a.db b.db)"
sqlite3 m.db .dump >m2.dump
ok 'changes nothing' cmp m.dump m2.dump
same 'in any order, on one thread' 0 \
    "$(status merge -j 1 -d m3.db ./b.db ./a.db)"
sqlite3 m3.db .dump >m3.dump
ok 'it is the same' cmp m.dump m3.dump

# Versions that were superseded come along; what happens to have the name
# of another file is another file.
v() { sqlite3 "$1" 'SELECT path, version, is_current, archive, size
    FROM source ORDER BY path, version'; }
mkdir -p one two
report() { printf '%s人民政府2021年政府信息公开工作年度报告\n一、总体情况\n%s\n' \
    "$1" "$2"; }
report 甲县 无。 >one/1.txt
"$nianbao" import -q -d v1.db one
report 甲县 改了。 >one/1.txt
"$nianbao" import -q -d v1.db one
report 乙县 无。 >two/1.txt
cp two/1.txt one/1.txt
"$nianbao" import -q -d v2.db one
same 'with old versions' 0 "$(status merge -d v3.db v1.db)"
same 'all of them' "$(v v1.db)" "$(v v3.db)"
same 'the last is read' 改了。 "$(sqlite3 v3.db \
    'SELECT text FROM section WHERE ordinal = 1')"
same 'and one of the same name' 0 "$(status merge -d v3.db v2.db)"
same 'beside it' 'one/1.txt 1 0
one/1.txt 2 1
v2/one/1.txt 1 1' "$(sqlite3 -separator ' ' v3.db 'SELECT path, version,
    is_current FROM source ORDER BY path, version')"
ok 'and named' says '^nianbao: v2/one/1.txt: another file of this name'
same 'both are read' 2 "$(sqlite3 v3.db 'SELECT count(*) FROM filing')"
sqlite3 v3.db .dump >v3.dump
same 'merged again' 0 "$(status merge -d v3.db v2.db v1.db)"
sqlite3 v3.db .dump >v4.dump
ok 'nothing changes' cmp v3.dump v4.dump
same 'the older archive' 0 "$(status merge -d v3.db v1.db)"
report 甲县 又改。 >one/1.txt
"$nianbao" import -q -d v1.db one
same 'a newer version' 0 "$(status merge -d v3.db v1.db)"
same 'takes the place of the old one' 'one/1.txt 3' "$(sqlite3 -separator ' ' \
    v3.db "SELECT path, version FROM source WHERE is_current
    AND path = 'one/1.txt'")"
same 'an older archive' 0 "$(status merge -d v1.db v3.db)"
sqlite3 v1.db "UPDATE setting SET value = 50 WHERE name = 'query.min_n';
    INSERT INTO population (division_code, year, population)
    VALUES ('41', 2021, 5), ('42', 2021, 6)"
sqlite3 v3.db "INSERT INTO population (division_code, year, population)
    VALUES ('42', 2021, 7)"
same 'what is contradicted' 1 "$(status merge -d v3.db v1.db)"
ok 'is named: a threshold' says '^nianbao: setting of query.min_n: the archives'
ok 'inhabitants' says '^nianbao: population of 42 2021: the archives'
same 'and the rest is taken' '41 5
42 7' "$(sqlite3 -separator ' ' v3.db 'SELECT division_code, population
    FROM population ORDER BY 1')"

# A container is kept whole, and its members are documents.
tar czf all.tar.gz filings
same 'a container is opened' 1 "$(status import -d t.db all.tar.gz)"
ok 'and all in it is read' says \
    '^nianbao: 1 file: .* 12 documents read, 11 filings stored'
same 'members are named after it' 'all.tar.gz/filings/yunxi/2021.txt' \
    "$(sqlite3 t.db "SELECT path FROM source WHERE name = '2021.txt'
	AND path LIKE '%yunxi%'")"
same 'what is in it is what is in the folder' "$(sqlite3 x.db '
    SELECT source_name, item, applicant, value, state FROM figure
     ORDER BY 1, 2, 3, 4, 5')" "$(sqlite3 t.db '
    SELECT source_name, item, applicant, value, state FROM figure
     ORDER BY 1, 2, 3, 4, 5')"
same 'it is known the next time' 0 "$(status import -d t.db all.tar.gz)"
same 'and comes back' 0 "$(status extract -d t.db all.tar.gz)"
ok 'as it was' cmp out all.tar.gz
same 'a member can be shown' 0 \
    "$(status show -d t.db --source -f tsv all.tar.gz/filings/bailu/2022.txt)"
ok 'with its source' grep -q '行政许可\\t365$' out
sqlite3 t.db .dump >t1.dump
ok 'it is read again' "$nianbao" rebuild -q -d t.db
sqlite3 t.db .dump >t2.dump
ok 'to the same' cmp t1.dump t2.dump
same 'and is whole' 0 "$(status verify -d t.db)"
head -c 3000 all.tar.gz >cut.tar.gz
same 'a container that is cut off' 1 "$(status import -d c.db cut.tar.gz)"
ok 'is noted' test "$(sqlite3 c.db "SELECT count(*) FROM note
    WHERE level = 'error'")" -ge 1

same 'figures and findings' 0 "$(status export csv)"
same 'as CSV' "$(sqlite3 x.db 'SELECT count(*) + 1 FROM figure')" \
    "$(wc -l <csv/figure.csv | tr -d ' ')"
ok 'with a description' grep -q '"name": "applicant", "type": "string"' \
    csv/datapackage.json
same 'are not written over' 3 "$(status export csv)"

same 'a text' 0 "$(status search -f tsv 法律顾问)"
ok 'is found where it stands' grep -q '^云溪县人民政府	2022	5	' out
same 'and what is not there is not' 0 "$(status search -f tsv 飞碟)"
same 'at all' 1 "$(wc -l <out | tr -d ' ')"

same 'two years differ' 1 "$(status diff -f tsv 云溪县白鹭镇 2021 2022)"
same 'by these cells' 'licences_decided		352	365	13' \
    "$(grep licences_decided out)"
ok 'the rates are said' says '文字.*表格.*总体'
same 'a filing and itself' 0 \
    "$(status diff 云溪县白鹭镇 2021 云溪县白鹭镇 2021)"
ok 'are the same' says 'text (文字) 100.0%, tables (表格) 100.0%'
done_testing
