# Rules of people: given for one check, kept in the archive, taken back.
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

mkdir rules
# rule FILE ID SEVERITY LIMIT
rule()
{
	cat >"$1" <<EOF
-- Few requests were granted in full.
--
-- Fewer than $4 of at least three outcomes.
--
-- :id        $2
-- :slug      few_granted_$4
-- :severity  $3
-- :title_zh  予以公开的申请少
-- :basis     我们的抽查口径
-- :reads     granted_full results_total/total
SELECT f.id AS filing, 'granted_full' AS place, g.total AS left_value,
       t.total AS right_value, '' AS detail, g.line
  FROM filing f
  JOIN application g ON g.filing = f.id
  JOIN item i ON i.id = g.item AND i.code = 'granted_full'
  JOIN application t ON t.filing = f.id
  JOIN item k ON k.id = t.item AND k.code = 'results_total'
 WHERE t.total >= 3 AND g.total < $4;
EOF
}
rule rules/a.sql U01 notice 5
rule rules/b.sql U02 error 3
echo 'not a rule' >rules/README
found() { "$nianbao" check -q -f tsv --fail-on none -r U "$@" |
    awk -F '\t' 'NR > 1 { print $1, $2, $3, $4, $5, $6, $7 }'; }
both='云溪县白鹭镇 2021 U02 error granted_full 2 3
云溪县白鹭镇 2021 U01 notice granted_full 2 3
云溪县石桥镇 2022 U01 notice granted_full 4 6'

cksum x.db >sum
same 'a folder of rules' "$both" "$(found --rules rules)"
same 'one rule' "$(echo "$both" | sed 1d)" "$(found --rules rules/a.sql)"
same 'two of them' "$both" "$(found --rules rules/a.sql --rules rules/b.sql)"
same 'beside those of the program' 0 "$(status check -f tsv --rules rules \
    --fail-on none; grep -q '	A01	' out && grep -q '	U01	' out || echo no)"
same 'without them' '' "$(found --rules rules --skip U)"
same 'an error is an error' 1 \
    "$(status check --rules rules -r U02 --fail-on error)"
same 'and a notice a notice' 0 \
    "$(status check --rules rules -r U01 --fail-on warning)"
ok 'the last lines count what was found' says '^nianbao: U01: 2 findings, 0 '
same 'what it means' '予以公开的申请少' "$(LC_ALL=zh_CN.UTF-8 "$nianbao" check \
    -q -f tsv --rules rules -r U02 --fail-on none | awk -F '\t' 'END { print $14 }')"
same 'it is explained' 0 "$(status check --rules rules --explain U01)"
ok 'in its words' grep -q '^basis: 我们的抽查口径' out
same 'by its other name' 0 \
    "$(status check --rules rules --explain few_granted_5)"
same 'and without an archive' 0 \
    "$(status check -d none.db --rules rules --explain U02)"
ok 'of which none is made' not test -e none.db
same 'nothing of it is kept' "$(cat sum)" "$(cksum x.db)"
same 'it is not known later' 2 "$(status check --explain U01)"
same 'with corrections, too' 0 "$(status correct 云溪县石桥镇 2022 \
    granted_full/total 5 $tell)"
same 'they are judged' "$(echo "$both" | sed 3d)" \
    "$(found --rules rules --corrected)"

id=$("$nianbao" check -q -f tsv --rules rules -r U02 --fail-on none |
    awk -F '\t' 'END { print $13 }')
same 'a finding of a rule that is not kept' 2 "$(status accept "$id" $tell)"
same 'can be accepted with the rule' 0 \
    "$(status accept --rules rules "$id" $tell)"
same 'and is' 0 "$(status check --rules rules -r U02 --fail-on error)"
same 'nothing else is kept' 0 "$(sql "SELECT count(*) FROM found
    WHERE rule LIKE 'U%'")"

same 'nothing there' 2 "$(status check --rules nowhere.sql)"
mkdir empty
same 'no rule there' 2 "$(status check --rules empty)"
rule again.sql U01 info 9
same 'two of one id' 2 "$(status check --rules rules --rules again.sql)"
ok 'are named' says 'again.sql:1: U01 is the id of rules/a.sql as well'
sed 's/g.total AS left_value/g.totals AS left_value/' rules/a.sql >bad.sql
same 'a fault in it' 2 "$(status check --rules bad.sql)"
ok 'is shown with file and line' says 'bad\.sql:\(11\|12\): no such column: g.totals'
head -c 70000 /dev/zero | tr '\0' x >big.sql
same 'too large' 2 "$(status check --rules big.sql)"
same 'not with --again' 2 "$(status check --rules rules --again)"
head -c 300 /dev/urandom >noise.sql
same 'noise' 2 "$(status check --rules noise.sql)"

# What a rule reads and was not read is no ground for anything.
sed 's/^-- :reads.*/-- :reads fee_items_prev/' rules/a.sql >unread.sql
same 'a cell that was not read' '' "$(found --rules unread.sql)"
status check --rules unread.sql >/dev/null
ok 'makes it not assessable' says '^nianbao: U01: 0 findings, [1-9]'

# The example of the manual is one.
sed -n '/^-- Few requests/,/;$/p' "$srcdir/man/nianbao-rules.7" >manual.sql
same 'the rule in the manual is a rule' 0 \
    "$(status check --rules manual.sql -r U --fail-on error)"
ok 'that can be applied' says '^nianbao: U01: '

# Kept.
same 'to keep it needs a reason' 2 "$(status rule add rules --by me)"
same 'a rule that fails' 2 "$(status rule add bad.sql $tell)"
same 'is not kept' 0 "$(sql 'SELECT count(*) FROM user_rule')"
same 'others are' 0 "$(status rule add rules $tell --on 2024-05)"
same 'for every check' "$both" "$(found)"
same 'and every program' 3 "$(sql "SELECT count(*) FROM finding
    WHERE rule LIKE 'U%'")"
marked() { sql "SELECT count(*) FILTER (WHERE f.flags LIKE '%U0%'),
    count(*) FILTER (WHERE f.flags IS NOT n.flags)
    FROM filing f JOIN flags_now n ON n.filing = f.id"; }
same 'and filings are marked by it' '2|0' "$(marked)"
same 'twice is once' 0 "$(status rule add rules $tell; sql 'SELECT count(*) - 2
    FROM user_rule' | grep -v '^0$')"
same 'listed' 'U01 few_granted_5 notice tester 2 0
U02 few_granted_3 error tester 1 0' "$("$nianbao" rule list -q -f tsv |
    awk -F '\t' '/^U/ { print $1, $2, $3, $5, $6, $7 }')"
same 'among the others' "$(sql 'SELECT count(*) FROM rule')" \
    "$("$nianbao" rule list -q -f tsv | grep -c '^[A-FU][0-9]')"
same 'shown' 0 "$(status rule show U01)"
ok 'to the byte' cmp rules/a.sql out
same 'explained' 0 "$(status check --explain few_granted_3)"
same 'exported' 3 "$(status export csv >/dev/null; grep -c ',U0[12],' \
    csv/finding.csv)"
ok 'a new rule for one check' not test "$(found --rules again.sql | grep -c \
    'U01 notice')" -gt 0
"$nianbao" rebuild -q
same 'after a rebuild' "$both" "$(found)"
"$nianbao" check -q --again --fail-on none >/dev/null
same 'after a check of all' "$both" "$(found)"
sqlite3 x.db .dump >one
"$nianbao" check -q --again --fail-on none >/dev/null
sqlite3 x.db .dump >two
ok 'which changes nothing' diff one two
"$nianbao" import -q --again filings/odd 2>/dev/null
same 'after an import' "$both" "$(found)"

# In other archives.
"$nianbao" import -q -d y.db filings/bailu 2>/dev/null
same 'another archive' 0 "$(status merge -d y.db x.db)"
same 'has them, too' "$both" "$(NIANBAO_DB=y.db; found)"
"$nianbao" rule add -q again.sql $tell -d y.db 2>/dev/null
same 'what was changed there' 0 "$(status merge y.db)"
same 'is known here' info "$(found | awk '$3 == "U01" { print $4 }' |
    sort -u)"

# What cannot be applied any more is said.
sql "INSERT INTO user_rule (rule, text, reason, author) VALUES ('U77',
    '-- T' || char(10) || '-- :id U77' || char(10) || '-- :severity info' ||
    char(10) || '-- :basis b' || char(10) || '-- :reads -' || char(10) ||
    'SELECT gone FROM nowhere', 'r', 'a')"
same 'a check goes on' 1 "$(status check --again --fail-on none)"
ok 'and says so' says '^nianbao: rule U77 could not be applied: .*no such table'
ok 'as the list does' sh -c "'$nianbao' rule list -q -f csv | grep -q '^U77,.*nowhere'"
same 'an import, too' 0 "$(status import --again filings/yunxi)"
same 'the other rules work' 1 "$(found | grep -c U02)"

same 'withdrawn' 0 "$(status rule withdraw U77 U01 U02 $tell)"
same 'and filings are not marked by it any more' '0|0' "$(marked)"
same 'they find nothing' '' "$(found)"
same 'and are not there' 0 "$(sql "SELECT count(*) FROM rule
    WHERE id LIKE 'U%'")"
same 'but not forgotten' 4 "$(sql 'SELECT count(DISTINCT rule) + 1
    FROM user_rule')"
same 'not twice' 2 "$(status rule withdraw U01 $tell)"
same 'a word that is none' 2 "$(status rule paint U01)"
done_testing
