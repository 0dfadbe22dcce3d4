#!/bin/sh
# make.sh FOLDER: makes the folder of filings that the demonstration and the
# tests import.  What cannot be kept as text (other encodings, compressed
# files, bytes that are no text) is made here from what can.
set -e
to=${1:?usage: make.sh FOLDER}
cd "$(dirname "$0")"
from=$PWD
cd - >/dev/null
mkdir -p "$to/yunxi" "$to/bailu" "$to/odd"

cp "$from/yunxi-2021.txt" "$to/yunxi/2021.txt"
gzip -nc <"$from/yunxi-2022.txt" >"$to/yunxi/2022.txt.gz"
{ printf '\357\273\277'; cat "$from/yunxi-2023.txt"; } >"$to/yunxi/2023.md"

cp "$from/bailu-2012.txt" "$to/bailu/2012.txt"
sed "s/\$/$(printf '\r')/" "$from/bailu-2020.txt" >"$to/bailu/2020.txt"
cp "$from/bailu-2021.txt" "$to/bailu/2021.txt"
iconv -f UTF-8 -t GB18030 "$from/bailu-2022.txt" >"$to/bailu/2022.txt"

for f in contradiction blank cells no-report
do
	cp "$from/odd-$f.txt" "$to/odd/$f.txt"
done
# Three bytes that are not text in any encoding, between two paragraphs.
sed '/^（三）/q' "$from/odd-bytes.txt" >"$to/odd/bytes.txt"
printf '\377\376\200\n' >>"$to/odd/bytes.txt"
sed '1,/^（三）/d' "$from/odd-bytes.txt" >>"$to/odd/bytes.txt"
