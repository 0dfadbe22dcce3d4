# A city's report, written as text and read back: its 42 sums hold, and of
# each of its 175 cells in section 三 that is off by one, exactly the sums
# that it stands in fail.
. "${srcdir-.}/tests/tap.sh"
cd "$tmp" || exit 99
mkdir in
"$builddir/tests/gen/gen" write rows.txt 0 1 . >/dev/null || exit 99
awk -F '\t' -v OFS='\t' '
function row(line) { return line ~ /^(一、|二、|四、结转|\t（|\t\t[1-8]\.|三、本)/ }
{ line[NR] = $0 }
NF == 10 && row($0) { at[++n] = NR }
END {
	for (r = 1; r <= n; r++)
		for (c = 4; c <= 10; c++) {
			file = sprintf("in/%02d-%d.txt", r, c - 3)
			for (i = 1; i <= NR; i++) {
				$0 = line[i]
				if (i == at[r])
					$c = $c + 1
				print > file
			}
			close(file)
		}
}' 00000.rows.txt
cp 00000.rows.txt in/whole.txt
same '175 cells are changed' 176 "$(ls in | wc -l | tr -d ' ')"
# Each is another agency's: of two filings of one year only one is current.
{
	echo path,agency,year
	ls in | sed 's/\(.*\)\.txt/\1.txt,样本\1镇人民政府,2025/'
} >map.csv
ok 'all are imported' "$nianbao" import -q -d x.db --map map.csv in
ask() { sqlite3 x.db "$@"; }
same 'the report as it is: all sums hold' 'holds|42' "$(ask "
    SELECT verdict, count(*) FROM assessment WHERE source_name = 'whole.txt'
    AND rule IN ('A01', 'A02', 'A03', 'A05', 'A06', 'A07') GROUP BY 1")"

# What should fail, by row and column of section 三.
ask "SELECT rule, place FROM assessment WHERE source_name = 'whole.txt'
    AND rule IN ('A01', 'A02', 'A03') ORDER BY 1, 2" >places
awk 'BEGIN {
	split("natural_person commercial_enterprise research_institution " \
	    "public_interest_org legal_service_org other_org total", who, " ")
	split("new_requests carried_over granted_full granted_partial " \
	    "denied_state_secret denied_law_prohibits " \
	    "denied_security_stability denied_third_party " \
	    "denied_internal_affairs denied_process_info " \
	    "denied_enforcement_file denied_admin_query unable_not_held " \
	    "unable_needs_creation unable_unclear not_processed_petition " \
	    "not_processed_duplicate not_processed_publication " \
	    "not_processed_excessive not_processed_reconfirm " \
	    "other_correction_overdue other_fee_unpaid other_misc " \
	    "results_total carried_forward", item, " ")
	for (r = 1; r <= 25; r++)
		for (c = 1; c <= 7; c++) {
			f = sprintf("%02d-%d.txt", r, c)
			if (r < 3 || r > 23)
				print f "|A01|" who[c]
			print f "|A02|" item[r]
			if (r > 2 && r < 25)
				print f "|A03|" who[c]
		}
}' | sort >want
ask "SELECT source_name, rule, place FROM finding WHERE rule LIKE 'A%'" |
    sort >got
# A place may name the item before the column.
sed 's/|[a-z_]*[\/:]\([a-z_]*\)$/|\1/' got >got.short
same 'each wrong cell fails its own sums and no others' "$(cat want)" \
    "$(cat got.short)"
done_testing
