#!/bin/sh
# True reports in varied wording have no error and no warning; of faults
# that are planted, 98 in 100 are found.
. "${srcdir-.}/tests/tap.sh"
told=$builddir/tests/gen/told
count=${NIANBAO_TOLD_COUNT-40}

true_reports() { rm -f "$tmp/db"; "$told" clean 1 "$count" "$tmp/db"; }
faults() { rm -f "$tmp/db"; "$told" "$1" 1 "$count" "$tmp/db"; }

ok 'true reports are left alone' true_reports
for rule in E01 E02 E03 E04 E05 E06 E07 E08 E09 E10 E11 E12 E13 E14 \
    D07 D08 D09 D10 D11 D12 F21 F22
do
	ok "$rule is found" faults $rule
done
done_testing
