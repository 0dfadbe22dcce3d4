# Containers: what is listed of good ones, bad ones and malicious ones.
. "${srcdir-.}/tests/tap.sh"
pack=$builddir/tests/dump-pack
have() { command -v "$1" >/dev/null 2>&1; }
libzip=$(sed -n 's/^#define HAVE_LIBZIP 1$/yes/p' "$builddir/config.h")
list() { "$pack" "$1" | tr '\n' ';'; }
need_zip()
{
	test "$libzip" = yes && have zip && return
	skip "$1" 'no zip or no libzip'
	return 1
}
cd "$tmp" || exit 99

mkdir -p d/e d/__MACOSX
printf x >d/a.txt
printf yy >d/e/年报.txt
printf z >d/__MACOSX/._a.txt
printf z >d/.DS_Store

same 'a file is itself' 'kind -;"" 1 x;' "$(list d/a.txt)"

gzip -c d/a.txt >a.gz
same 'gzip' 'kind gzip;"" 1 x;' "$(list a.gz)"
cat a.gz a.gz >aa.gz
same 'gzip of two members' 'kind gzip;"" 2 xx;' "$(list aa.gz)"
(cat a.gz; echo rubbish) >r.gz
same 'gzip and rubbish' 'kind gzip;"" 1 x;' "$(list r.gz)"
head -c 25 a.gz >cut.gz
off='the archive is damaged or cut off at byte'
same 'gzip cut off' "kind gzip;cut $off 25;\"\" 1 x;" "$(list cut.gz)"
printf '%s' "$(seq 1 20000)" | gzip >seq.gz
head -c 9000 seq.gz | gzip -dc >seq 2>/dev/null
head -c 9000 seq.gz >cut.gz
same 'what there is of a longer one' \
    "kind gzip;cut $off 9000;\"\" $(wc -c <seq | tr -d ' ') ;" \
    "$(list cut.gz)"
LC_ALL=C awk 'BEGIN { for (i = 0; i < 200; i++) printf "\377" }' >ff
{ head -c 10 seq.gz; cat ff; } >bad.gz
same 'damaged gzip' 'error 3: damaged gzip data;' "$(list bad.gz)"
head -c 9000000 /dev/zero | gzip -9 >bomb.gz
ok 'gzip that unpacks to too much' \
    sh -c '"$0" bomb.gz | grep "^error 4: unpacks to more than"' "$pack"

tar cf a.tar d
files='"d/a.txt" 1 x;"d/e/年报.txt" 2 yy;'
same 'tar' "kind tar;$files" "$(list a.tar)"
gzip -c a.tar >a.tgz
same 'tar in gzip' "kind tar+gzip;$files" "$(list a.tgz)"
long=$(printf '%080d' 0)
mkdir -p "l/$long" && cp d/a.txt "l/$long/$long.txt"
for format in gnu posix ustar
do
	if tar --format=$format -cf long.tar l 2>/dev/null
	then
		same "tar with long names, $format" \
		    "kind tar;\"l/$long/$long.txt\" 1 x;" "$(list long.tar)"
	else
		skip "tar with long names, $format" 'tar cannot make it'
	fi
	rm -f long.tar
done
printf b >d/b.txt
tar cf two.tar d/a.txt d/b.txt
head -c 1100 two.tar >cut.tar
same 'a tar that was cut between two files' \
    "kind tar;cut $off 1024;\"d/a.txt\" 1 x;" "$(list cut.tar)"
head -c 2048 two.tar >cut.tar
same 'or behind the last' \
    "kind tar;cut $off 2048;\"d/a.txt\" 1 x;\"d/b.txt\" 1 b;" \
    "$(list cut.tar)"
gzip -c two.tar | head -c 130 >cut.tgz
ok 'a compressed one' sh -c '"$0" cut.tgz | grep "^cut "' "$pack"
rm d/b.txt
head -c 1100 a.tar >cut.tar
ok 'tar cut off' \
    sh -c '"$0" cut.tar | grep "^cut the archive is"' "$pack"
ln -s /etc/passwd d/link
tar cf link.tar d
same 'links in tar are passed over' "kind tar;$files" "$(list link.tar)"
rm d/link
tar -P --transform='s,^d/a,../../a,' -cf up.tar d/a.txt 2>/dev/null &&
    same 'no name leads out' 'kind tar;"a.txt" 1 x;' "$(list up.tar)" ||
    skip 'no name leads out' 'tar cannot make it'

if need_zip 'zip'
then
	zip -qr a.zip d
	same 'zip' "kind zip;$files" "$(list a.zip)"
	zip -q -0 XXXX.zip d/a.txt
	LC_ALL=C sed "s,d/a.txt,$(printf '\304\352\261\250').js," \
	    XXXX.zip >gbk.zip
	same 'names in GBK' 'kind zip;"年报.js" 1 x;' "$(list gbk.zip)"
	LC_ALL=C sed 's,d/a.txt,d\\a.txt,' XXXX.zip >back.zip
	same 'slashes that lean the other way' 'kind zip;"d/a.txt" 1 x;' \
	    "$(list back.zip)"
	LC_ALL=C sed 's,d/a.txt,../../a,' XXXX.zip >up.zip
	same 'no name in zip leads out' 'kind zip;"a" 1 x;' "$(list up.zip)"
	zip -q -P secret e.zip d/a.txt
	zip -q -g e.zip d/e/年报.txt
	same 'a password keeps one member to itself' \
	    'kind zip;"d/a.txt" fault 5: protected by a password;"d/e/年报.txt" 2 yy;' \
	    "$(list e.zip)"
	head -c 9000000 /dev/zero >zero
	zip -q -9 bomb.zip zero d/a.txt
	same 'a member that unpacks to too much' \
	    'kind zip;"d/a.txt" 1 x;"zero" fault 4: unpacks to more than 200 times its size;' \
	    "$(list bomb.zip)"
	zip -q -0 n.zip a.zip a.tgz a.gz
	same 'containers inside' \
	    'kind zip;"a.gz" 1 x;"a.tgz/d/a.txt" 1 x;"a.tgz/d/e/年报.txt" 2 yy;"a.zip/d/a.txt" 1 x;"a.zip/d/e/年报.txt" 2 yy;' \
	    "$(list n.zip)"
	zip -q n2.zip n.zip && zip -q n3.zip n2.zip
	ok 'but not too deep' sh -c \
	    '"$0" n3.zip | grep "a.zip\" fault 4: more than 3 containers"' \
	    "$pack"
	zip -q -0 -X X.zip d/a.txt
	LC_ALL=C sed 's,txtx,txty,' X.zip >sum.zip
	same 'a checksum that is wrong' \
	    'kind zip;"d/a.txt" fault 3: a damaged zip entry;' \
	    "$(list sum.zip)"
	seq 1 3000 >d/one.txt; seq 1 4000 >d/two.txt
	ones=$(wc -c <d/one.txt | tr -d ' ') twos=$(wc -c <d/two.txt | tr -d ' ')
	lost='fault 3: the archive is cut off'
	zip -q -X two.zip d/one.txt d/two.txt
	size=$(wc -c <two.zip | tr -d ' ')
	zip -q -X one.zip d/one.txt
	first=$(($(wc -c <one.zip) - 22 - 46 - 9))
	cut() { head -c $1 two.zip >cut.zip; }
	cut $((size - 60))
	same 'zip cut off in its directory' \
	    "kind zip;cut $off $((size - 22 - 2 * (46 + 9)));\"d/one.txt\" $ones ;\"d/two.txt\" $twos ;" \
	    "$(list cut.zip)"
	cut $((first + 500))
	same 'in the second of two' \
	    "kind zip;cut $off $((first + 500));\"d/one.txt\" $ones ;\"d/two.txt\" $lost;" \
	    "$(list cut.zip)"
	cut $first
	same 'between them' \
	    "kind zip;cut $off $first;\"d/one.txt\" $ones ;" \
	    "$(list cut.zip)"
	cut 600
	same 'in the first' \
	    "kind zip;cut $off 600;\"d/one.txt\" $lost;" "$(list cut.zip)"
	cut 35
	ok 'in its name' sh -c '"$0" cut.zip | grep "^error 3:.* cut off"' \
	    "$pack"
	zip -q -X - d/one.txt d/two.txt | cat >stream.zip
	head -c $(($(wc -c <stream.zip) - 60)) stream.zip >cut.zip
	ok 'with sizes behind the members' sh -c \
	    '"$0" cut.zip | grep -c -e "one.txt\" $1 " -e "two.txt\" $2 " |
	    grep -qx 2' "$pack" $ones $twos
	head -c $((first + 500)) stream.zip >cut.zip
	ok 'and in the second of those' sh -c \
	    '"$0" cut.zip | grep -c -e "one.txt\" $1 " -e "two.txt\" fault 3" |
	    grep -qx 2' "$pack" $ones
	zip -q -X -0 stored.zip d/one.txt d/two.txt
	head -c $((ones + 200)) stored.zip |
	    LC_ALL=C sed 's/^1234$/1235/' >cut.zip
	ok 'a checksum that is wrong in what is left' sh -c \
	    '"$0" cut.zip | grep "one.txt\" fault 3: a damaged zip entry"' \
	    "$pack"
	zip -q -X -0 n1.zip one.zip d/two.txt
	head -c $(($(wc -c <one.zip) + 3000)) n1.zip >cut.zip
	ok 'with an archive inside that is whole' sh -c \
	    '"$0" cut.zip | grep -c -e "one.zip/d/one.txt\" $1 " \
	    -e "d/two.txt\" fault 3" | grep -qx 2' "$pack" $ones
	zip -q -X -P secret e2.zip d/one.txt && zip -q -X -g e2.zip d/two.txt
	head -c $(($(wc -c <e2.zip) - 60)) e2.zip >cut.zip
	ok 'with a password' sh -c \
	    '"$0" cut.zip | grep -c -e "one.txt\" fault 5" -e "two.txt\" $1 " |
	    grep -qx 2' "$pack" $twos
	rm d/one.txt d/two.txt
	printf x >'[Content_Types].xml'
	zip -q doc.zip '[Content_Types].xml' d/a.txt
	same 'DOCX and its kin are no containers' \
	    "kind -;\"\" $(wc -c <doc.zip | tr -d ' ') ;" "$(list doc.zip)"
	mkdir many && (cd many && awk 'BEGIN { for (i = 0; i < 20001; i++)
	    { f = i ".t"; printf "" >f; close(f) } }') &&
	    zip -q -r many.zip many
	ok 'too many entries' \
	    sh -c '"$0" many.zip | grep "^error 4: an archive of more"' \
	    "$pack"
	rm -rf many
fi

# A directory that names the same bytes three times over.
if need_zip 'members in one another'
then
	le16() { printf "\\$(printf %o $(($1 % 256)))\\$(printf %o \
	    $(($1 / 256)))"; }
	printf '%0600d' 0 >o.txt
	zip -q -0 -X o.zip o.txt
	size=$(wc -c <o.zip | tr -d ' ')
	from=635			# 30 of a header, its name, and 600
	dir=$((size - from - 22))
	{
		head -c $from o.zip
		for i in 1 2 3
		do
			tail -c $((dir + 22)) o.zip | head -c $dir
		done
		printf 'PK\5\6\0\0\0\0'
		le16 3; le16 3; le16 $((3 * dir)); printf '\0\0'
		le16 $from; printf '\0\0\0\0'
	} >within.zip
	same 'one member' 1 "$("$pack" o.zip | grep -c '^"o.txt" 600')"
	same 'members in one another' 1 \
	    "$("$pack" within.zip | grep -c '^"o.txt" 600')"
	same 'what is said of the others' 2 \
	    "$("$pack" within.zip | grep -c '^"o.txt" fault 3')"
fi

# Cut off anywhere and damaged anywhere: a fault, an error, or the truth.
truth()
{
	for i in $(seq 0 99)
	do
		head -c $(($(wc -c <$1) * i / 100)) $1 >cut
		"$pack" cut
	done | grep -v -e '^kind' -e '^error [34]' -e 'fault [34]' \
	    -e '^cut ' -e '^"" [0-9]* $' -e '" [12] d/*$' -e '" 1 x$' -e '" 2 yy$' && return 1
	return 0
}
for f in a.tar a.tgz a.gz a.zip
do
	test -f $f && ok "$f cut off at every hundredth" truth $f
done
done_testing
