# The fuzz targets, on what the other tests are made of: whole, cut off at
# every hundredth, and with bytes changed.
. "${srcdir-.}/tests/tap.sh"
fuzz=$builddir/tests/fuzz

mkdir "$tmp/c" && cp "$srcdir"/tests/text/*.txt "$tmp/c"
for f in "$tmp"/c/rows.txt "$tmp"/c/list.txt
do
	for code in GB18030 UTF-16LE UTF-16BE UTF-8 UTF-7 ISO-2022-CN UTF-32BE
	do
		iconv -f UTF-8 -t $code "$f" >"$f.$code" 2>/dev/null
	done
done
ok 'charset' "$fuzz/charset" -m 50 "$tmp"/c/*
ok 'text' "$fuzz/text" -m 200 "$tmp"/c/*.txt

sed -n 's/^{ "\(.*\)",$/\1/p' "$srcdir"/tests/identity-titles.h |
    sed 's/\\n/\
/g' >"$tmp"/titles
sed -n 's/.*"\([^"]*[年日].*\)".*/\1/p' "$srcdir"/tests/c-identity.c \
    >"$tmp"/sentences
sed 's/[^"]*"\([^"]*\)".*/\1/' "$srcdir"/tests/place-cases.h |
    awk '{ printf "%s2021年政府信息公开工作年度报告\n", $0 }' >"$tmp"/places
split -l 3 "$tmp"/titles "$tmp"/titles.
split -l 3 "$tmp"/sentences "$tmp"/sentences.
split -l 1 "$tmp"/places "$tmp"/places.
ok 'identity' "$fuzz/identity" -m 20 "$tmp"/titles.* "$tmp"/sentences.* \
    "$tmp"/places.*

cd "$tmp" || exit 99
mkdir -p d/e && cp c/rows.txt d/e && cp c/list.txt d
tar cf a.tar d 2>/dev/null
gzip -c c/rows.txt >a.gz
gzip -c a.tar >a.tgz
zip -qr a.zip d a.tgz >/dev/null 2>&1
zip -qr - d 2>/dev/null | cat >stream.zip
test -s stream.zip && head -c $(($(wc -c <stream.zip) - 200)) stream.zip >cut.zip
for f in a.tar a.gz a.tgz a.zip stream.zip cut.zip
do
	if test -s $f
	then
		ok "pack, $f" "$fuzz/pack" $f
	else
		skip "pack, $f" 'it could not be made'
	fi
done

cd "$srcdir" || exit 99
ok 'pdf' "$fuzz/pdf" tests/fuzz/pdf/*.txt
done_testing
