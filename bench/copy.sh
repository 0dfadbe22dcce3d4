#!/bin/sh
# copy.sh [COUNT]: what the search for copied texts costs, as it grows.
#
# COUNT filings (500), and two, four and eight times as many, one in twenty a
# copy of another with one sentence changed and the name swapped; the time
# for each filing, with the rules, and as a ratio to the first.  tests/c-copy
# fails if a copy is missed or a text that is none is found.
set -e
count=${1-500}
first=
for n in 1 2 4 8
do
	COPY_FILINGS=$((count * n)) tests/c-copy >copy.out || {
		cat copy.out; rm -f copy.out; exit 1; }
	ms=$(sed -n 's/^# [0-9]* filings: \([0-9.]*\) ms each$/\1/p' copy.out)
	test -n "$first" || first=$ms
	awk -v n=$((count * n)) -v ms="$ms" -v f="$first" 'BEGIN {
		printf "%8d filings %8.2f ms each  %.2f\n", n, ms, ms / f }'
done
rm -f copy.out
