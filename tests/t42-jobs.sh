# The number of threads, and being killed, leave no trace in the archive.
. "${srcdir-.}/tests/tap.sh"
cd "$tmp" || exit 99

# Sixty files: the samples, some of them under other names and years.
mkdir filings || exit 99
for i in 1 2 3 4 5
do
	sh "$srcdir/samples/make.sh" "filings/$i" || exit 99
	sed "s/2021年/200$i年/g" "$srcdir/samples/bailu-2021.txt" \
	    >"filings/$i/bailu/2021.txt"
done

into() { "$nianbao" import -q -d "$@" filings 2>/dev/null; test $? -le 1; }
for j in 1 2 4 16
do
	ok "import -j $j" into "$j.db" -j "$j"
	sqlite3 "$j.db" .dump >"$j.dump"
	ok "leaves what -j 1 leaves" cmp 1.dump "$j.dump"
done
ok 'which is not nothing' test "$(grep -c INSERT 1.dump)" -gt 1000
env TZ=Asia/Shanghai LC_ALL=C "$nianbao" import -q -d tz.db filings 2>/dev/null
sqlite3 tz.db .dump >tz.dump
ok 'nor do time zone and locale matter' cmp 1.dump tz.dump

# Before its first transaction an archive is an empty database.
whole()
{
	"$nianbao" verify -d k.db ||
	    test "$(sqlite3 k.db 'SELECT count(*) FROM sqlite_schema')" -eq 0
}

# Killed at several moments, looked at, and completed.
for moment in 0 0.01 0.03 0.1
do
	rm -f k.db
	"$nianbao" import -q -d k.db -j 2 filings 2>/dev/null &
	pid=$!
	while ! test -s k.db && kill -0 $pid 2>/dev/null
	do :
	done
	sleep $moment
	kill -9 $pid 2>/dev/null
	wait $pid 2>/dev/null
	ok "killed $moment s after it began the archive is whole" whole
	ok 'and is completed' into k.db
	sqlite3 k.db .dump >k.dump
	ok 'to what it would have been' cmp 1.dump k.dump
done

# Asked to stop while a converter runs: nothing of it stays.
mkdir stop stop/bin stop/in stop/tmp
{ echo %PDF-1.4; echo %%EOF; } >stop/in/1.pdf
cp filings/1/yunxi/2021.txt stop/in/2.txt
converter()	# SIGNAL COMMAND: it asks whom it works for to stop
{
	cat >stop/bin/pdftotext <<-!
		#!/bin/sh
		echo \$\$ >$tmp/stop/child
		kill -$1 \$PPID
		$2
	!
	chmod +x stop/bin/pdftotext
}
interrupted()	# SIGNAL JOBS COMMAND
{
	converter "$1" "$3"
	rm -f s.db
	PATH=$tmp/stop/bin:$PATH TMPDIR=$tmp/stop/tmp "$nianbao" import -q \
	    -j "$2" -d s.db stop/in 2>/dev/null
}
gone() { ! kill -0 "$(cat stop/child)" 2>/dev/null; }
for jobs in 1 2
do
	(interrupted TERM $jobs 'exec sleep 20')
	same "asked to stop with -j $jobs it ends by the signal" 143 $?
	same 'and leaves no folder' '' "$(ls stop/tmp)"
	ok 'and no child' gone
	ok 'and a whole archive' "$nianbao" verify -q -d s.db
done
(trap '' HUP; interrupted HUP 2 'exit 1')
same 'what is ignored does not stop it' '1: 2 sources' \
    "$?: $(sqlite3 s.db 'SELECT count(*) FROM source') sources"

(converter TERM 'exec sleep 20'
    PATH=$tmp/stop/bin:$PATH TMPDIR=$tmp/stop/tmp "$nianbao" show -q --doc \
	-d s.db stop/in/1.pdf >/dev/null 2>&1)
same 'show --doc that is asked to stop ends by the signal' 143 $?
same 'and leaves no folder' '' "$(ls stop/tmp)"
ok 'and no child' gone

# Two at once, of which one makes the archive and both find all files new.
# Few of them: for how long one may have to wait for the other is limited.
few() { "$nianbao" import -q -d "$1" filings/1 2>/dev/null; test $? -le 1; }
few one.db
sqlite3 one.db .dump >one.dump
few two.db & first=$!
few two.db; second=$?
wait $first
same 'of two imports at once both are done' '0 0' "$? $second"
sqlite3 two.db .dump >two.dump
ok 'and leave what one leaves' cmp one.dump two.dump

# While another program reads, the log stays; who comes last ends it.
mode() { sqlite3 two.db 'PRAGMA journal_mode'; }
mkfifo asked answers || exit 99
sqlite3 two.db <asked >answers 2>&1 &
exec 3>asked 4<answers
echo 'PRAGMA journal_mode = WAL; SELECT count(*) > 0 FROM source;' >&3
read -r answer <&4
read -r answer <&4
same 'an archive that another program reads' 1 "$answer"
ok 'can be changed' "$nianbao" import -q -d two.db --year 2019 \
    filings/1/yunxi/2021.txt
same 'without an end to the log' wal "$(mode)"
exec 3>&- 4<&-
wait
"$nianbao" agency -q -d two.db >/dev/null
same 'which ends when it is closed' delete "$(mode)"

ok 'rebuild -j 4' "$nianbao" rebuild -q -d 4.db -j 4
sqlite3 4.db .dump >r.dump
ok 'makes the same from the originals' cmp 1.dump r.dump
done_testing
