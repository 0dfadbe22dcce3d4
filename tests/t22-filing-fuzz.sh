# The binder, on made-up reports that are whole, cut off, and damaged.
. "${srcdir-.}/tests/tap.sh"
cd "$tmp" || exit 99
for format in rows.txt cells.txt list.txt pipe.txt
do
	"$builddir/tests/gen/gen" write $format 1 3 . >/dev/null
done
# Without line breaks and borders, as some pages lose them.
for f in 00001.list.txt 00002.list.txt
do
	tr -d '\n' <$f >glued-$f
done
for f in *.txt
do
	ok "filing, $f" "$builddir/tests/fuzz/filing" -m 60 "$f"
done
done_testing
