#!/bin/sh
# A copy that breaks off says of its filer no more than the whole report
# does: cut at every hundredth, it has no figure that the whole has not, and
# no finding but what can be seen in the part that is there.
. "${srcdir-.}/tests/tap.sh"

# Each part is a filing of its own, by a town of its own; that they are
# alike is no wonder (C).
query="SELECT source_name || '|figure|' || item || '|' || applicant || '|'
	      || coalesce(value, '')
	 FROM figure WHERE state IN ('number', 'inferred', 'blank');
       SELECT source_name || '|finding|' || rule || '|' || place
	 FROM finding
	WHERE severity IN ('error', 'warning', 'notice')
	  AND rule NOT LIKE 'C%' AND rule <> 'D13';
       SELECT b.name || '|note|TRUNCATED'
	 FROM note n JOIN (SELECT s.id, s.path AS name FROM source s) b
	   ON b.id = n.source WHERE n.name = 'TRUNCATED'"

cut_up()
{
	kind=${1##*.}
	size=$(wc -c <"$1")
	rm -rf "$tmp/cut" "$tmp/x.db"
	mkdir "$tmp/cut"
	printf 'path,agency,year\r\n' >"$tmp/map.csv"
	i=1
	while test $i -le 100
	do
		f=$(printf '%03d' $i).$kind
		head -c $((size * i / 100)) "$1" >"$tmp/cut/$f"
		printf '%s/cut/%s,云溪县第%d镇,2022\r\n' "$tmp" "$f" $i
		i=$((i + 1))
	done >>"$tmp/map.csv"
	"$nianbao" import -q -d "$tmp/x.db" --map "$tmp/map.csv" \
	    "$tmp/cut" >"$tmp/said" 2>&1
	test $? -lt 2 || cat "$tmp/said"
	sqlite3 "$tmp/x.db" "$query" | sed 's|^.*/\([0-9]*\.\)|\1|' >"$tmp/all"
	sed -n "s/^100\.$kind|//p" "$tmp/all" | LC_ALL=C sort -u >"$tmp/whole"
	# At a full stop nothing tells what is cut from what is not there.
	for f in "$tmp"/cut/*
	do
		tail -c 4 "$f" | grep -q '。$' &&
		    printf '%s|finding|F01|section 6\n' "${f##*/}"
	done >"$tmp/excused"
	same "$2: the whole is whole" '' "$(grep '^note' "$tmp/whole")"
	same "$2: nothing more in what was cut" '' \
	    "$(awk -F '|' 'FILENAME ~ /whole$/ { whole[$0]; next }
		FILENAME ~ /excused$/ { excused[$0]; next }
		$2 == "note" || $0 in excused { next }
		{ k = $0; sub(/^[^|]*[|]/, "", k) }
		!(k in whole)' "$tmp/whole" "$tmp/excused" "$tmp/all")"
	marked=$(grep -c '|note|' "$tmp/all")
	ok "$2: $marked of 99 are known to be cut" test $marked -ge 40
}

cut_up "$srcdir/samples/yunxi-2021.txt" 'a cell a line'
cut_up "$srcdir/samples/yunxi-2022.txt" 'tabs'
"$builddir/tests/gen/gen" write pipe.txt 0 1 "$tmp" >/dev/null
cut_up "$tmp/00000.pipe.txt" 'bars'
"$builddir/tests/gen/gen" write html 0 1 "$tmp" >/dev/null
if "$nianbao" --version | grep -q 'html+gumbo'
then
	cut_up "$tmp/00000.html" 'HTML'
else
	skip 'HTML' 'built without gumbo'
fi
done_testing
