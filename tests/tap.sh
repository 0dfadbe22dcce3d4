# tap.sh: what every tNN-*.sh begins with.  Prints TAP for automake's driver.
#
#	. "${srcdir-.}/tests/tap.sh"
#	ok 'a sentence that is true' command arg …	(exit status 0)
#	same 'two texts agree' "$want" "$got"
#	skip 'a sentence' 'why it was not looked at'
#	done_testing
#
# $srcdir and $builddir are set by make; both also work from the top of a
# tree in which the program was built.  $nianbao is the program, $tmp a
# folder that is removed at the end, $shared the folder of real filings, or
# empty when there is none.

srcdir=${srcdir-.}
builddir=${builddir-.}
srcdir=$(cd "$srcdir" && pwd)
builddir=$(cd "$builddir" && pwd)
nianbao=$builddir/nianbao
shared=
for tap_dir in "$srcdir/../shared" "${NIANBAO_SHARED-}"
do
	test -n "$tap_dir" && test -d "$tap_dir/seeds" &&
	    shared=$(cd "$tap_dir" && pwd) && break
done
tmp=$(mktemp -d "${TMPDIR:-/tmp}/nianbao-test.XXXXXX") || exit 99
trap 'rm -rf "$tmp"' EXIT
trap 'exit 99' HUP INT TERM
tap_n=0

diag() { sed 's/^/# /' >&2; }

ok()
{
	tap_name=$1; shift
	tap_n=$((tap_n + 1))
	if "$@" >"$tmp/.out" 2>&1
	then
		echo "ok $tap_n - $tap_name"
	else
		echo "not ok $tap_n - $tap_name"
		sed 's/^/# /' "$tmp/.out"
	fi
}

same()
{
	tap_n=$((tap_n + 1))
	if test "$2" = "$3"
	then
		echo "ok $tap_n - $1"
	else
		echo "not ok $tap_n - $1"
		printf '%s\n' "$2" >"$tmp/.want"
		printf '%s\n' "$3" >"$tmp/.got"
		diff -u "$tmp/.want" "$tmp/.got" | head -100 | sed 's/^/# /'
	fi
}

skip()
{
	tap_n=$((tap_n + 1))
	echo "ok $tap_n - $1 # SKIP $2"
}

done_testing() { echo "1..$tap_n"; }
