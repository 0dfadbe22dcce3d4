# Five real filings, figure by figure.
. "${srcdir-.}/tests/tap.sh"
if test -z "$shared"
then
	skip 'five real filings' 'they are not here'
	done_testing
	exit 0
fi
cd "$tmp" || exit 99
ok 'they are imported' "$nianbao" import -q -d x.db "$shared/seeds"
ask() { sqlite3 x.db "$@"; }
f() { ask "SELECT value FROM figure WHERE source_name LIKE '$1%' AND item = '$2'
    AND applicant = '$3'"; }

while read -r seed item applicant value
do
	test "$applicant" = - && applicant=
	same "$seed $item $applicant" "$value" "$(f "$seed" "$item" "$applicant")"
done <<'END'
000 licences_decided - 223
000 granted_full total 0
001 licences_decided - 17726
001 penalties_decided - 2068
001 coercion_decided - 63
001 fees_collected - 309.0263
001 normative_issued - 12
001 normative_in_force - 19
001 new_requests natural_person 3
001 new_requests total 3
001 carried_over commercial_enterprise 2
001 carried_over total 2
001 granted_full natural_person 3
001 granted_full commercial_enterprise 2
001 granted_full total 5
001 results_total natural_person 3
001 results_total commercial_enterprise 2
001 results_total total 5
002 procurement_projects - 6
002 procurement_amount - 86200
END
same 'and nothing else is not zero' '' "$(ask "
    SELECT source_name, item, applicant, value FROM figure
     WHERE value IS NOT 0 AND NOT (
        (source_name LIKE '000%' AND item = 'licences_decided')
     OR (source_name LIKE '002%' AND item LIKE 'procurement%')
     OR (source_name LIKE '001%' AND item IN ('licences_decided',
         'penalties_decided', 'coercion_decided', 'fees_collected',
         'normative_issued', 'normative_in_force'))
     OR (source_name LIKE '001%' AND item IN ('new_requests',
         'granted_full', 'results_total')
         AND applicant IN ('natural_person', 'total'))
     OR (source_name LIKE '001%' AND item IN ('carried_over', 'granted_full',
         'results_total') AND applicant IN ('commercial_enterprise', 'total')))")"
same 'every cell is there, and a number' '000|200
001|200
002|198
003|200
004|200' "$(ask "SELECT substr(source_name, 1, 3), count(*) FROM figure
    WHERE state = 'number' GROUP BY 1 ORDER BY 1")"
same 'no cell is anything else' '' \
    "$(ask "SELECT * FROM figure WHERE state <> 'number'")"
same 'who, when, and on which form' '000|红花集镇人民政府|2021|ogi2021
001|息县人民政府|2021|ogi2021
002|拖船镇|2020|ogi2019
003|道外区团结镇|2021|ogi2021
004|郾城区裴城镇|2023|ogi2021' \
    "$(ask "SELECT substr(s.name, 1, 3), f.spelling, f.year, f.form
	FROM filing f JOIN source s ON s.id = f.source ORDER BY 1")"
same 'an amount without a unit has none' '' \
    "$(ask "SELECT unit FROM figure WHERE item = 'procurement_amount'")"
"$nianbao" import -q -d one.db -j 1 "$shared/seeds"
sqlite3 one.db .dump >one.dump
sqlite3 x.db .dump >x.dump
ok 'on one thread it is the same' cmp one.dump x.dump
done_testing
