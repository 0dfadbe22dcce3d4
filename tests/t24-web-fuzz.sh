# The fuzz targets of pages, messages and what is inside office documents.
. "${srcdir-.}/tests/tap.sh"
fuzz=$builddir/tests/fuzz
dir=$srcdir/tests/fuzz/office

ok 'html' "$fuzz/html" -m 20 "$srcdir"/tests/html/*.html
ok 'mht' "$fuzz/mht" -m 200 "$dir/page.mht"
ok 'docx' "$fuzz/docx" -m 200 "$dir/docx.xml"
ok 'xlsx' "$fuzz/xlsx" -m 200 "$dir/xlsx.xml"
ok 'odf' "$fuzz/odf" -m 200 "$dir/odf.xml" "$dir/sheet2003.xml"
ok 'ofd' "$fuzz/ofd" -m 200 "$dir/ofd.xml"

printf 'application/vnd.oasis.opendocument.text' >"$tmp/mime"
"$builddir/tests/mkzip" "$tmp/odt" mimetype="$tmp/mime" \
    content.xml="$dir/odf.xml"
sed 's/.*\f//' "$dir/docx.xml" | sed -n '/<w:document/,$p' >"$tmp/body"
"$builddir/tests/mkzip" "$tmp/docx" '[Content_Types].xml'="$tmp/mime" \
    word/document.xml="$tmp/body"
ok 'package' "$fuzz/package" -m 200 "$tmp/odt" "$tmp/docx"
done_testing
