# query: the list, the parameters, the statement, the formats.
. "${srcdir-.}/tests/tap.sh"
cd "$tmp" || exit 99
sh "$srcdir/samples/make.sh" filings || exit 99
NIANBAO_DB=$tmp/x.db; export NIANBAO_DB
"$nianbao" import -q filings 2>/dev/null

status() { "$nianbao" "$@" >"$tmp/out" 2>"$tmp/err"; echo $?; }
says() { grep -q -e "$1" "$tmp/err"; }

same 'a list' 0 "$(status query --list -f tsv)"
same 'of all there are' "$(cd "$srcdir/schema/query" && ls *.sql |
    sed 's/\.sql$//' | LC_ALL=C sort)" "$(sed 1d out | cut -f 1)"
same 'each with a title' '' "$(awk -F '\t' 'NF != 3 || $3 == ""' out)"
for q in $(sed 1d out | cut -f 1)
do
	same "query $q" 0 "$(status query -f json "$q")"
	ok 'gives an array' sh -c 'head -c 1 out | grep -q "\["'
	same 'and its statement' 0 "$(status query --sql "$q")"
	ok 'as it is in the file' cmp out "$srcdir/schema/query/$q.sql"
done

years() { sed 1d out | cut -f 2 | sort -u | xargs; }
status query -f tsv coverage --year 2021-2022 >/dev/null
same 'years from and to' '2021 2022' "$(years)"
status query -f tsv coverage --year 2022 >/dev/null
same 'one year' 2022 "$(years)"
status query -f tsv coverage -p year_from=2023 >/dev/null
same 'a parameter by its name' 2023 "$(years)"
status query -f tsv coverage --agency 云溪县白鹭镇 >/dev/null
same 'an agency' 云溪县白鹭镇 "$(sed 1d out | cut -f 1 | sort -u)"
same 'a rate with what it is made of' '云溪县人民政府	2022	ogi2021	21	33	0.6364' \
    "$("$nianbao" query -q -f tsv disclosure_rate --agency 云溪县人民政府 \
	--year 2022 | sed 1d | cut -f 1-6)"

same 'no query' 2 "$(status query)"
same 'an unknown one' 2 "$(status query frob)"
ok 'is named' says "'frob'"
same 'a parameter it has not' 2 "$(status query coverage -p frob=1)"
ok 'is named' says "'frob'"
for p in measure=frob measure=used level=village kind=foo form=ogi2030; do
	same "what is none: $p" 2 "$(status query ranking -p "$p")"
	ok 'and what there is' says "no ${p%%=*} '${p#*=}'"
done
same 'no item' 2 "$(status query yoy -p item=frob)"
same 'no rule' 2 "$(status query flags -p rule=Z99)"
same 'no severity' 2 "$(status query flags -p severity=fatal)"
same 'no concept' 2 "$(status query series_bridge -p concept=secret)"
same 'a concept' 0 "$(status query series_bridge -p 'concept=state secret')"
same 'each measure' '0 0 0 0 0 0 0 0 ' "$(for m in disclosure_rate \
    denial_rate unable_rate not_processed_rate other_rate carry_rate \
    new_requests results_total; do status query ranking -p measure=$m; done |
    tr '\n' ' ')"
same 'words of which none is stored' 0 "$(status query yoy --level central \
    --kind zone_committee --form none)"
same 'a parameter without a value' 2 "$(status query coverage -p year_from)"
same 'what is no year' 2 "$(status query coverage --year 20x2)"
same 'no archive' 3 "$(status query -d nowhere.db coverage)"
ok 'and none is made' test ! -e nowhere.db

same 'a spreadsheet gets a mark, and CRLF' 'efbbbf616765' "$("$nianbao" query \
    -q --excel coverage | head -c 6 | od -An -tx1 | tr -d ' \n')"
done_testing
