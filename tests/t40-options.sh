# The command line: what every command has in common.
. "${srcdir-.}/tests/tap.sh"

status() { "$nianbao" "$@" >"$tmp/out" 2>"$tmp/err"; echo $?; }
says() { grep -q -e "$1" "$tmp/err"; }
quiet() { ! test -s "$tmp/$1"; }

same 'help succeeds' 0 "$(status help)"
ok 'and says nothing on standard error' quiet err
same '--help is help' "$("$nianbao" help)" "$("$nianbao" --help)"
same '--version succeeds' 0 "$(status --version)"
ok 'and names SQLite' grep -q '^SQLite 3\.' "$tmp/out"

same 'no command is a usage error' 2 "$(status)"
same 'an unknown one, too' 2 "$(status frob)"
ok 'and is named' says "'frob'"
ok 'and standard output stays empty' quiet out
same 'an option before the command' 2 "$(status -q check)"
ok 'is told where it belongs' says '"nianbao check -q"'
same 'an unknown option' 2 "$(status help --frob)"
ok 'is named' says '--frob'
same 'an unknown letter' 2 "$(status help -Z)"
ok 'is named' says '-Z'
same 'a missing argument' 2 "$(status help -f)"
same 'an unknown format' 2 "$(status help -f xml)"
same '--excel with another format than csv' 2 "$(status help --excel -f md)"
same 'an operand too many' 2 "$(status help help help)"
ok 'is named' says "'help'"

for c in $("$nianbao" help | sed -n 's/^  \([a-z]*\) .*/\1/p')
do
	same "$c --help succeeds" 0 "$(status "$c" --help)"
	ok "and says how it is used" grep -q "^usage: nianbao $c " "$tmp/out"
	same "help $c says the same" "$(cat "$tmp/out")" "$("$nianbao" help "$c")"
done

full() { "$nianbao" help >/dev/full; test $? -eq 3; }
if test -c /dev/full
then ok 'an answer that cannot be written is a failure' full
else skip 'an answer that cannot be written is a failure' 'no /dev/full'
fi
done_testing
