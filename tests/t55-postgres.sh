# The road to PostgreSQL: an archive is taken there, and is the same.
. "${srcdir-.}/tests/tap.sh"
cd "$tmp" || exit 99
bin=$(dirname "$(command -v initdb || ls /usr/lib/postgresql/*/bin/initdb \
    2>/dev/null | tail -n 1)" 2>/dev/null)
# The server does not run as root, and its socket needs a short path.
as=
test "$(id -u)" -ne 0 || as='runuser -u postgres --'
if test -z "$bin" || ! command -v psql >.which || ! $as true 2>.which
then
	skip 'PostgreSQL' 'there is no initdb and psql, or no user for it'
	done_testing
	exit
fi
pg=$($as mktemp -d /tmp/nianbao-pg.XXXXXX) || exit 99
$as "$bin/initdb" -D "$pg/data" -A trust -E UTF8 --locale=C >.init 2>&1 &&
    $as "$bin/pg_ctl" -D "$pg/data" -l "$pg/log" -w -o "-k $pg -h '' -F" \
    start >>.init 2>&1
up=$?
trap '$as "$bin/pg_ctl" -D "$pg/data" -m immediate stop >/dev/null 2>&1
    $as rm -rf "$pg"; rm -rf "$tmp"' EXIT
same 'a server of its own' 0 "$up"
sql() { PGHOST=$pg PGUSER=$(stat -c %U "$pg") psql -X "$@" postgres; }
load() { sql -q1 -v ON_ERROR_STOP=1 2>err; }
lists() { sed 's/|t|/|1|/g' | LC_ALL=C sort; }

sh "$srcdir/samples/make.sh" filings || exit 99
printf '甲县人民政府2021年政府信息公开工作年度报告\n一、总体情况\n%s\n' \
    'C:\temp\new\. "引号"	tab' >filings/escape.txt
"$nianbao" import -q -d x.db filings 2>/dev/null
sqlite3 x.db "UPDATE application SET total = 3.5 WHERE id = 5;
    INSERT INTO verdict (fingerprint, verdict, reason, author, said_on,
	withdrawn) SELECT fingerprint, 'accepted', '', 'x', '', 0
	FROM found ORDER BY id LIMIT 2;
    INSERT INTO filing_part (filing, part, form, found, truncated)
	VALUES (1, 'statistic', 'stat2014', 1, 0);
    INSERT INTO statistic (filing, item, label, unit, code, value, state,
	raw, line) SELECT 1, id, label_zh, '', '', id % 7, 'number', '', 1
	FROM item WHERE form = 'stat2014' AND kind <> 'heading' AND id % 3"

ok 'an archive as SQL' sh -c "sh '$srcdir/scripts/to-postgres' x.db >x.sql"
load <x.sql
same 'is taken, counts and sums alike' '0 ' "$? $(cat err)"
same 'with every table' "$(sqlite3 x.db "SELECT name FROM sqlite_schema
    WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")" \
    "$(sql -Atc "SELECT tablename FROM pg_tables WHERE schemaname = 'public'
    ORDER BY tablename COLLATE \"C\"")"
for view in figure finding
do
	sql -Atc "SELECT * FROM $view" | lists >pg
	sqlite3 x.db "SELECT * FROM $view" | lists >lite
	ok "the view $view is the same" cmp pg lite
	ok 'and not empty' test -s pg
done
same 'backslashes and tabs are as they were' "$(sqlite3 x.db "SELECT text
    FROM section WHERE text LIKE '%temp%'")" \
    "$(sql -Atc "SELECT text FROM section WHERE text LIKE '%temp%'")"
same 'originals byte for byte' "$(sqlite3 x.db 'SELECT hex(data) FROM sqlar
    ORDER BY rowid' | cksum)" "$(sql -Atc "SELECT upper(encode(data, 'hex'))
    FROM sqlar ORDER BY ctid" | cksum)"

sql -qc 'DROP SCHEMA public CASCADE; CREATE SCHEMA public' 2>/dev/null
awk '/^COPY "found"/ { n = 2 } n-- == 1 { next } 1' x.sql >y.sql
load <y.sql
same 'a row that is lost on the way' 3 "$?"
ok 'is missed' grep -q 'table found: ' err
same 'and nothing is left' 0 \
    "$(sql -Atc "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")"
same 'no file' 2 "$(sh "$srcdir/scripts/to-postgres" nowhere.db >out 2>&1
    echo $?)"
done_testing
