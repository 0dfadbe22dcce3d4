# Reports made up from a seed, turned by LibreOffice into formats that
# nobody else writes, and read back: every figure in its place.
. "${srcdir-.}/tests/tap.sh"
gen=$builddir/tests/gen/gen
count=${NIANBAO_SOFFICE_COUNT-8}
cd "$tmp" || exit 99

if ! soffice --version >/dev/null 2>&1
then
	skip 'DOC, XLS and RTF' 'soffice is not installed'
	done_testing
	exit
fi
# One start for a batch of files is ten times faster than one for each.
convert()
{
	mkdir -p "$1"
	filter=$2 to=$3
	shift 3
	soffice --headless "-env:UserInstallation=file://$tmp/profile" \
	    ${filter:+--infilter="$filter"} --convert-to "$to" \
	    --outdir "${to%%:*}-$dir" "$@" >/dev/null 2>&1
}
for dir in docx html
do
	"$gen" write $dir 0 "$count" . >/dev/null
	convert "doc-$dir" '' 'doc:MS Word 97' ./*.$dir
	ok "DOC from $dir" "$gen" compare doc 0 "$count" "doc-$dir"
done
dir=html
convert xls-html calc_HTML_WebQuery 'xls:MS Excel 97' ./*.html
ok 'XLS' "$gen" compare xls 0 "$count" xls-html
dir=docx
convert rtf-docx '' rtf ./00000.docx
if ls rtf-docx/*.rtf >/dev/null 2>&1
then
	ok 'RTF' "$gen" compare rtf 0 1 rtf-docx
fi
done_testing
