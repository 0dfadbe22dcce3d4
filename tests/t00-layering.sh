# The house rules that a machine can check.
. "${srcdir-.}/tests/tap.sh"
cd "$srcdir" || exit 99

# Each layer, lowest first, with the layers it may include.
layers='base:
doc:base
read:base doc
form:base doc
store:base doc form
cmd:base doc read form store'

includes_only()
{
	bad=$(grep -n '^#include "' src/"$1"/*.[ch] | grep -v -e "\"$1/" |
	    while IFS= read -r line
	    do
		layer=$(expr "$line" : '.*#include "\([a-z]*\)/')
		case " $2 " in *" $layer "*) ;; *) echo "$line";; esac
	    done)
	test -z "$bad" || { echo "$bad"; return 1; }
}

old=$IFS; IFS='
'
for l in $layers
do
	IFS=$old
	ok "${l%%:*} includes only what is below it" \
	    includes_only "${l%%:*}" "${l#*:}"
done

none() { ! grep -n "$@"; }
but() { ls src/*/*.[ch] | grep -v -e "$1"; }
ok 'only omap.c knows of threads' none -e pthread_ $(but base/omap.c)
ok 'only recode.c knows of iconv' none -e 'iconv_\|iconv\.h' $(but read/recode.c)
ok 'only the store and the commands know of SQLite' \
    none -i sqlite3_ src/base/*.[ch] src/doc/*.[ch] src/read/*.[ch] src/form/*.[ch]
ok 'one file knows gumbo' none -e 'gumbo\.h' $(but read/html_parse.c)
ok 'one file knows expat' none -e 'expat\.h' $(but read/xml.c)
ok 'one file knows libxlsxwriter' none -e 'xlsxwriter\.h' $(but cmd/export_xlsx.c)
ok 'one file knows libzip' none -e '<zip\.h>' $(but read/zip.c)

long_files() { wc -l src/*/*.[ch] | awk '$2 != "total" && $1 > 800' | grep . && return 1; return 0; }
ok 'no file is longer than 800 lines' long_files
done_testing
