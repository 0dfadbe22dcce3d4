#!/bin/sh
# import.sh [COUNT]: what an import costs, as ratios within one run.
#
# COUNT web pages (500) are made up and imported with one thread, with as
# many as there are processors, and once more unchanged.  The yardstick is
# gzip -6 of the same pages, which is what keeping the originals must cost.
# Run it from the folder in which the program was built ("make bench").
set -e
count=${1-500}
gen=$PWD/tests/gen/gen
nianbao=$PWD/nianbao
tmp=$(mktemp -d "${TMPDIR:-/tmp}/nianbao-bench.XXXXXX")
trap 'rm -rf "$tmp"' EXIT
mkdir "$tmp/in"
"$gen" write html 1 "$count" "$tmp/in"
# All made-up reports are of six agencies: each gets a name of its own.
{
	echo path,agency,year
	ls "$tmp/in" | sed 's/\(.*\)\.html/\1.html,样本\1镇人民政府,/'
} >"$tmp/map.csv"
cd "$tmp"
cpus=$(getconf _NPROCESSORS_ONLN)

# The best of three, in milliseconds.
timed()
{
	best=
	for i in 1 2 3
	do
		$before
		a=$(date +%s%N)
		"$@" >/dev/null 2>&1 || test $? -eq 1
		b=$(date +%s%N)
		ms=$(((b - a) / 1000000))
		test -n "$best" && test "$best" -le "$ms" || best=$ms
	done
	test "$best" -gt 0 || best=1
}
squeeze() { cat in/* | gzip -6; }
import() { "$nianbao" import -q -d x.db --map map.csv -j "$1" in; }
fresh() { rm -f x.db; }

before=: ; timed squeeze; zip=$best
before=fresh; timed import 1; one=$best
before=fresh; timed import "$cpus"; all=$best
before=: ; timed import "$cpus"; again=$best

echo "$count pages, $(du -sk in | cut -f1) KiB, $cpus processors"
awk -v z="$zip" -v o="$one" -v a="$all" -v r="$again" 'BEGIN {
	printf "gzip -6            %7d ms  1.00\n", z
	printf "import, -j 1       %7d ms  %.2f\n", o, o / z
	printf "import, -j all     %7d ms  %.2f  (%.2f of -j 1)\n", a, a / z,
	    a / o
	printf "import, unchanged  %7d ms  %.2f\n", r, r / z
}'
