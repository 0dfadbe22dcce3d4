# The manual: its examples run, and it speaks of all there is.
. "${srcdir-.}/tests/tap.sh"
cd "$tmp" || exit 99
sh "$srcdir/samples/make.sh" filings || exit 99
man=$srcdir/man/nianbao.1
PATH=$(dirname "$nianbao"):$PATH; export PATH

if command -v mandoc >/dev/null
then
	# Whether other manuals are installed is none of our business.
	same 'mandoc has nothing to say' '' \
	    "$(mandoc -Tlint -Wstyle "$man" 2>&1 | grep -v 'mandoc\.db\|referenced manual\|manual not found')"
else
	skip 'mandoc has nothing to say' 'there is no mandoc'
fi

# In their order, in one folder, as a reader would type them.
sed -n 's/\\e/\\/g; s/^\$ //p' "$man" >examples
ok 'there are examples' test "$(wc -l <examples)" -gt 8
n=0
while IFS= read -r line
do
	n=$((n + 1))
	sh -c "$line" >out 2>err
	s=$?
	# What is compared must be the same; else there may be findings.
	case $line in *'| cmp '*) most=0;; *) most=1;; esac
	same "example $n runs" 0 \
	    "$(test $s -le $most && echo 0 || { echo "$line"; cat err; })"
	case $line in
	printf*) ;;
	*) ok 'and says something' test -s out -o -s err;;
	esac
done <examples

for note in $(sed -n 's/^NOTE(\([A-Z_]*\),.*/\1/p' "$srcdir/src/doc/note.def")
do
	ok "note $note is explained" grep -q "^\\.It Sy $note\$" "$man"
done
for note in $(sed -n '/^\.Sh DIAGNOSTICS/,/^\.Sh SEE/s/^\.It Sy \(.*\)/\1/p' "$man")
do
	ok "note $note exists" grep -q "^NOTE($note," "$srcdir/src/doc/note.def"
done
for c in $(nianbao help | sed -n 's/^  \([a-z]*\) .*/\1/p')
do
	ok "command $c is explained" grep -q "^\\(\\.It \\)\\{0,1\\}\\.\\{0,1\\}Cm $c\\( \\|\$\\)" "$man"
	for o in $(nianbao help "$c" |
	    sed -n 's/^  \(-.,\|   \) --\([a-z-]*\).*/\2/p')
	do
		ok "and its --$o" grep -q "Fl -$o\\( \\|\$\\)" "$man"
	done
done
# The first session of the README, from a folder with nothing in it.  A
# printed line that ends with "..." is the beginning of a line.
mkdir "$tmp/session"
cd "$tmp/session" || exit 99
ln -s "$srcdir/samples" samples
sed -n '/^A first session/,/^What is where/s/^	//p' "$srcdir/README" >../said
: >../done
grep '^\$ ' ../said | while IFS= read -r line
do
	echo "$line" >>../done
	sh -c "${line#??}" >../out 2>../err
	case $line in *' show '*) ;; *) cat ../out ../err >>../done;; esac
done
cd "$tmp" || exit 99
n=0
grep -v '^$' said | while IFS= read -r line
do
	n=$((n + 1))
	got=$(sed -n "${n}p" done)
	case $line in
	*...) case $got in "${line%...}"*) got=$line;; esac;;
	esac
	test "$got" = "$line" || printf '%s\n' "$got"
done >differ
same 'the README shows what is really printed' '' "$(cat differ)"
same 'and all of it' "$(grep -c . said)" "$(grep -c . done)"

for c in $(sed -n 's/^[ 	]*\$ nianbao \([a-z]*\).*/\1/p' "$srcdir/README" | sort -u)
do
	ok "command $c of the README exists" nianbao help "$c"
done
done_testing
