# import: what is taken, what is left out, what is said.
. "${srcdir-.}/tests/tap.sh"
cd "$tmp" || exit 99
sh "$srcdir/samples/make.sh" filings || exit 99
NIANBAO_DB=$tmp/x.db; export NIANBAO_DB

status() { "$nianbao" "$@" >"$tmp/out" 2>"$tmp/err"; echo $?; }
says() { grep -q -e "$1" "$tmp/err"; }
dump() { sqlite3 "$NIANBAO_DB" .dump; }
ask() { sqlite3 "$NIANBAO_DB" "$@"; }
not() { ! "$@"; }

same 'a dry run finds a file that is no report' 1 "$(status import -n filings)"
ok 'and makes no archive' not test -e x.db
same 'and lists every document and a heading' 13 "$(grep -c . out)"
ok 'with what it is' grep -q \
    '^filings/yunxi/2022.txt.gz *text *云溪县人民政府 *2022 *ogi2021 *200' out

same 'an import with such a file ends with 1' 1 "$(status import filings)"
ok 'and names it' says '^nianbao: filings/odd/no-report.txt: '
ok 'and puts nothing on standard output' not test -s out
same 'the last line counts' \
    'nianbao: 12 files: 0 known already, 12 documents read, 11 filings stored, 1 document not filed, 0 not read, 0 hidden files left out' \
    "$(tail -n 1 err)"
same 'the file is stored with its note' NOT_A_REPORT \
    "$(ask "SELECT n.name FROM note n JOIN source s ON s.id = n.source
        WHERE s.name = 'no-report.txt'")"
same 'and nothing else of it is' 0 \
    "$(ask "SELECT count(*) FROM filing f JOIN source s ON s.id = f.source
        WHERE s.name = 'no-report.txt'")"

dump >first
same 'a second import has nothing new' 0 "$(status import filings)"
ok 'and says so' says ' 12 known already, 0 documents read'
dump >second
ok 'and changes nothing' cmp first second

same 'order of arguments is the order of sources' 'filings/odd/cells.txt
filings/bailu/2021.txt' "$(
    NIANBAO_DB=y.db "$nianbao" import -q filings/odd/cells.txt \
	filings/bailu/2021.txt &&
    sqlite3 y.db 'SELECT path FROM source ORDER BY id')"

rm -f y.db
same 'a list comes from standard input' 0 "$(
    printf 'filings/bailu\nfilings/yunxi/2021.txt\r\n\n' |
    status import -d y.db -)"
ok 'with folders and files' says '^nianbao: 5 files:'

rm -f y.db
mkdir -p "$tmp/deep/.git" "$tmp/deep/sub"
cp filings/bailu/2021.txt deep/sub/a.txt
cp filings/bailu/2021.txt deep/.git/b.txt
cp filings/bailu/2021.txt 'deep/~$c.txt'
ln -s .. deep/sub/up
mkfifo deep/pipe
same 'hidden files, pipes, and loops' 1 "$(status import -d deep/y.db deep)"
ok 'leave one file' says '^nianbao: 1 file: .* 1 filing stored, .* 2 hidden'
ok 'and a pipe that is named' says 'deep/pipe: neither a file nor a folder'
same 'nor is the archive a filing' 1 "$(status import -d deep/y.db deep)"
ok 'although it lies there' says '^nianbao: 1 file: 1 known'

paths() { sqlite3 y.db 'SELECT path FROM source ORDER BY id'; }
stored_as()
{
	rm -f y.db
	(cd "$1" && "$nianbao" import -q -d "$tmp/y.db" "$2") && paths
}
same 'a name is stored as typed' filings/bailu/2021.txt \
    "$(stored_as . filings/bailu/2021.txt)"
same 'without ./ and //' filings/bailu/2021.txt \
    "$(stored_as . ./filings//bailu/./2021.txt)"
same 'without ../' filings/bailu/2021.txt \
    "$(stored_as deep ../filings/bailu/2021.txt)"
same 'and of an absolute one the last part' 2021.txt \
    "$(stored_as . "$tmp/filings/bailu/2021.txt")"
mkdir -p one two
cp filings/bailu/2021.txt one
cp filings/bailu/2022.txt two/2021.txt
same 'two files of one name' 2 "$(status import -d z.db "$tmp/one/2021.txt" \
    "$tmp/two/2021.txt")"
ok 'are refused with both names' says "/one/2021.txt' and '.*/two/2021.txt'"
ok 'before anything is done' not test -e z.db
same 'one file twice' 0 "$(status import -d z.db one/2021.txt one)"
ok 'is one file' says '^nianbao: 1 file:'

same 'a file that is not there' 1 "$(status import nowhere filings)"
ok 'is named' says '^nianbao: nowhere: No such file'
ok 'and counted' says ' 1 not read'
: >empty.txt
same 'an empty file' 1 "$(status import empty.txt)"
ok 'is said to be one' says '^nianbao: empty.txt: there is no text'
same 'and noted' EMPTY "$(ask "SELECT n.name FROM note n
    JOIN source s ON s.id = n.source WHERE s.path = 'empty.txt'")"
if test "$(id -u)" -ne 0
then
	cp filings/bailu/2021.txt shut.txt
	chmod 0 shut.txt
	same 'a file that may not be read' 1 "$(status import shut.txt)"
	ok 'is named' says '^nianbao: shut.txt: '
else
	skip 'a file that may not be read' 'root may read everything'
fi

cp filings/bailu/2021.txt change.txt
"$nianbao" import -q -d v.db change.txt
sed 's/^我镇/本镇/; s/131条/132条/' filings/bailu/2021.txt >change.txt
same 'other content under a known name' 0 "$(status import -d v.db change.txt)"
same 'is a new version' '1|0
2|1' "$(sqlite3 v.db 'SELECT version, is_current FROM source ORDER BY id')"
same 'of one filing' 1 \
    "$(sqlite3 v.db 'SELECT count(*) FROM filing WHERE is_current = 1')"

printf 'path,agency,year,parent\r\n' >map.csv
printf '"bailu/2021.txt","云溪县 ""白鹭"" 乡",2020,\r\n' >>map.csv
printf '2012.txt,,2011,\n' >>map.csv
rm -f y.db
"$nianbao" import -q -d y.db --map map.csv filings/bailu
same 'a map goes before what files say' '云溪县 "白鹭" 乡|2020
云溪县白鹭镇|2011' "$(sqlite3 y.db "SELECT f.spelling, f.year FROM filing f
    JOIN source s ON s.id = f.source
    WHERE s.name IN ('2012.txt', '2021.txt') ORDER BY s.name DESC")"
printf 'path,boss\na,b\n' >bad.csv
same 'a map with another column' 2 "$(status import --map bad.csv filings)"
ok 'is refused' says "bad.csv: line 1: there is no column 'boss'"
printf 'path,year\na,12x\n' >bad.csv
same 'or with what is no year' 2 "$(status import --map bad.csv filings)"
printf 'path\na\na\n' >bad.csv
same 'or with a path twice' 2 "$(status import --map bad.csv filings)"
printf 'path\n"a\n' >bad.csv
same 'or with an open quotation mark' 2 "$(status import --map bad.csv filings)"

rm -f y.db
same '--agency and --year' 0 "$(status import -d y.db --agency 某局 \
    --year 2019 filings/bailu/2021.txt)"
same 'go before the file' '某局|2019' \
    "$(sqlite3 y.db 'SELECT spelling, year FROM filing')"
same '--again with other options reads anew' 0 "$(status import -d y.db \
    --again --year 2018 filings/bailu/2021.txt)"
same 'and what was read is replaced' '云溪县白鹭镇|2018' \
    "$(sqlite3 y.db 'SELECT spelling, year FROM filing')"
same 'an encoding that nobody knows' 2 \
    "$(status import --encoding klingon filings)"
same '--encoding is taken at its word' 1 "$(status import -d e.db \
    --encoding UTF-8 filings/bailu/2022.txt)"
same 'whatever comes of it' UNREADABLE "$(sqlite3 e.db 'SELECT name FROM note')"

printf 'not a database, but long enough to be looked at' >t.db
same 'a file that is no archive' 3 "$(status import -d t.db filings)"
same 'is left as it is' 'not a database, but long enough to be looked at' \
    "$(cat t.db)"

# A container full of what is no report, and one that is behind it all.
if "$nianbao" --version | grep -qF zip+libzip
then
	awk 'BEGIN { for (i = 0; i < 12000; i++)
	    print "机关单位工作制度监督管理平台建设" i % 7 "件。" }' >prose.txt
	set -- z.txt=filings/bailu/2021.txt
	for i in 0 1 2 3 4 5 6 7 8 9
	do
		set -- "$@" $i.txt=prose.txt
	done
	"$builddir/tests/mkzip" idle.zip "$@"
	NIANBAO_DB=$tmp/idle.db
	same 'a container full of no report' 1 "$(status import -j2 idle.zip)"
	ok 'is given up' says '^nianbao: idle.zip/9.txt: .*too much'
	ok 'not at once' says '^nianbao: idle.zip/0.txt: no title'
	dump >first
	ok 'and again' "$nianbao" rebuild -q
	dump >second
	ok 'at the same place' cmp first second
	# What takes programs to read is given up by itself.
	set -- z.txt=filings/bailu/2021.txt
	printf '%%PDF-1.4\nnothing of the kind\n%%%%EOF\n' >junk.pdf
	for i in 1 2 3 4 5
	do
		for k in 0 1 2 3 4 5 6 7 8 9
		do
			set -- "$@" $i$k.pdf=junk.pdf
		done
	done
	"$builddir/tests/mkzip" runs.zip "$@"
	NIANBAO_DB=$tmp/runs.db
	if command -v pdftotext >/dev/null 2>&1
	then
		same 'a container of PDFs that are no reports' 1 \
		    "$(status import runs.zip)"
		same 'of which 21 are tried' '21|29' "$(ask 'SELECT
		    sum(name = "UNREADABLE"), sum(name = "OVER_LIMIT")
		    FROM note WHERE level = "error"')"
		same 'and the report behind them is read' 2021 \
		    "$(ask 'SELECT year FROM filing')"
		dump >first
		ok 'and again' "$nianbao" rebuild -q
		dump >second
		ok 'at the same place' cmp first second
	else
		skip 'a container of PDFs' 'no pdftotext'
	fi
	NIANBAO_DB=$tmp/x.db
fi

# A container that was cut off: what is whole in it is read.
tar cf cut.tar filings/bailu/2021.txt filings/bailu/2022.txt &&
    head -c 6000 cut.tar >cut && mv cut cut.tar
NIANBAO_DB=$tmp/cut.db
same 'a tar that was cut off' 1 "$(status import cut.tar)"
ok 'is said to be' says '^nianbao: cut.tar: the document breaks off .*byte 6000'
same 'what is whole is filed' 2021 "$(ask 'SELECT year FROM filing')"
same 'what is not is noted, and so is the container' \
    'cut.tar|TRUNCATED|the archive is damaged or cut off at byte 6000
2022.txt|UNREADABLE|the archive is cut off' "$(ask 'SELECT s.name, n.name,
    n.detail FROM note n JOIN source s ON s.id = n.source ORDER BY s.id, 2' |
    grep -v 2021)"
dump >first
ok 'read again' "$nianbao" rebuild -q
dump >second
ok 'it is the same' cmp first second
gzip -c filings/bailu/2021.txt | head -c 1300 >cut.gz
NIANBAO_DB=$tmp/cutgz.db
same 'gzip that was cut off' 0 "$(status import cut.gz)"
same 'is noted' 1 "$(ask "SELECT count(*) FROM note WHERE name = 'TRUNCATED'
    AND detail GLOB '*byte 1300'")"
ok 'has figures' test "$(ask "SELECT count(*) FROM figure
    WHERE state = 'number'")" -gt 0
dump >first
ok 'and again' "$nianbao" rebuild -q
dump >second
ok 'is the same' cmp first second
NIANBAO_DB=$tmp/x.db

# What gives no bytes is said and counted, and stops nobody; names.
mkdir -p odd/folder.html && mkfifo odd/pipe.html && ln -s nowhere odd/lost.html
ln -s . odd/loop && ln -s self odd/self && ln -s /dev/zero odd/zero.html
cp filings/bailu/2021.txt "odd/$(printf '\304\352\261\250').txt"
cp filings/bailu/2020.txt "odd/$(printf 'a\377').txt"
cp filings/bailu/2022.txt "odd/$(printf 'a\nb').txt"
NIANBAO_DB=$tmp/odd.db
same 'pipes, devices, folders and links that lead nowhere' 1 \
    "$(status import odd)"
for f in pipe.html lost.html self zero.html
do
	ok "$f is said" says "^nianbao: odd/$f: "
done
ok 'and they are counted' says ' 3 filings stored, .* 4 not read'
same 'names that are no text become some' 'odd/a?b.txt
odd/a%FF.txt
odd/年报.txt' "$(ask "SELECT replace(path, char(10), '?') FROM source
    ORDER BY path")"
NIANBAO_DB=$tmp/x.db

# Without memory it ends with 3, wherever that is, and no document is noted
# for it; then the next import makes the archive that it would have made.
if grep -q asan_init "$nianbao"
then
	skip 'an import without memory' 'a sanitizer needs all there is'
else
	"$builddir/tests/gen/gen" write docx 0 1 filings
	"$builddir/tests/gen/gen" write html 1 1 filings
	NIANBAO_DB=y.db; rm -f y.db*
	same 'an import with all the memory' 1 "$(status import -j 1 filings)"
	said=`tail -n 1 err`
	dump >whole
	without=0 odd= first=
	for kib in `seq 8000 1500 50000`
	do
		rm -f y.db*
		case `(ulimit -v $kib; status import -j 1 filings)`:`cat err` in
		127:*)	continue ;;	# it did not come to main()
		3:*'out of memory')
			first=${first:-$kib}
			without=$((without + 1))
			"$nianbao" import -q -j 1 filings 2>/dev/null ;;
		1:*"$said")
			;;
		*)	odd="$odd $kib" ;;
		esac
		dump | cmp -s - whole || odd="$odd $kib:different"
	done
	diag "$without imports were without memory"
	ok 'imports without memory say so' test "$without" -gt 3
	same 'and leave what the next one needs' '' "$odd"
	for kib in `seq $((first - 1500)) 100 $((first + 3000))`
	do
		rm -f y.db*
		(ulimit -v $kib; status import -j 1 filings/bailu) >/dev/null
		cat err
	done >said
	ok 'making its tables, too' grep -q '\.tsv: out of memory' said
	same 'and name a file once' '' "$(grep '\([^ :]*\): \1: ' said)"
	NIANBAO_DB=$tmp/x.db
fi

done_testing
