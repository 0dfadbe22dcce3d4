#!/bin/sh
# query.sh [COUNT]: what the queries that come with the program cost.
#
# COUNT reports (2000) are made up and imported, and each query is asked of
# all of them.  bench/query.c says what it is measured against.  Run it from
# the folder in which the program was built ("make bench").
set -e
count=${1-2000}
tmp=$(mktemp -d "${TMPDIR:-/tmp}/nianbao-bench.XXXXXX")
trap 'rm -rf "$tmp"' EXIT
mkdir "$tmp/in"
bench/reports "$count" "$tmp/in"
./nianbao import -q -d "$tmp/x.db" "$tmp/in"
echo "$count reports, $(du -k "$tmp/x.db" | cut -f1) KiB"
bench/query "$tmp/x.db"
