# Sentences that are cut off, garbled, endless or of one kind only do not
# hurt, and do not take long.
. "${srcdir-.}/tests/tap.sh"
fuzz=$builddir/tests/fuzz/told

ok 'cut off and garbled' "$fuzz" -m 300 "$srcdir/tests/fuzz/told.txt"
# Twenty times what it takes, and of the processor, whatever else is running.
read_long()
{
	(ulimit -t 150; "$builddir/tests/dump-narrative" 甲镇 2021) \
	    <"$tmp/long.txt"
}
repeat() { awk -v s="$1" 'BEGIN { print "一、总体情况"
    for (i = 0; i < 20000; i++) printf "%s", s; print "" }'; }
for piece in '收到政府信息公开申请3件，' '收到申请公开一件、' '收到申请公开' \
    '《' '（二）' '2021年' '一' '，' '。'
do
	repeat "$piece" >"$tmp/long.txt"
	ok "endless $piece" read_long
done
done_testing
