# What is said to people in their language, and what is not.
. "${srcdir-.}/tests/tap.sh"
cd "$tmp" || exit 99
sh "$srcdir/samples/make.sh" filings || exit 99
po=$srcdir/po

listed() { grep -v -e '^#' -e '^$' "$po/POTFILES.in" | LC_ALL=C sort; }
same 'every file that says something is listed' "$(cd "$srcdir" &&
    grep -l -E '(^|[^A-Za-z_])([NP]?_\(|SAY\([^,]*, )"' src/*/*.[ch] |
    LC_ALL=C sort)" \
    "$(listed)"

if command -v msgfmt >/dev/null && command -v msgcmp >/dev/null
then
	ok 'each translation fits its message' \
	    msgfmt -c -o zh.mo "$po/zh_CN.po"
	ok 'all that is said is translated' \
	    msgcmp "$po/zh_CN.po" "$po/nianbao.pot"
else
	skip 'the translations' 'gettext is not here'
fi

same 'the program knows whether it was built with translations' \
    "$(grep -c '^#define ENABLE_NLS 1' "$builddir/config.h")" \
    "$("$nianbao" --version | grep -c '^says: .* zh_CN')"

# A locale of our own, as this machine may have none.
if ! "$nianbao" --version | grep -q '^says: en zh_CN$'
then
	skip 'messages in Chinese' 'built without translations'
	done_testing
	exit 0
elif ! test -s zh.mo ||
    ! localedef -i zh_CN -f UTF-8 "$tmp/zh_CN.UTF-8" >/dev/null 2>&1 ||
    ! test -d "$tmp/zh_CN.UTF-8"
then
	skip 'messages in Chinese' 'the locale zh_CN cannot be made'
	done_testing
	exit 0
fi
mkdir -p text/zh_CN/LC_MESSAGES
mv zh.mo text/zh_CN/LC_MESSAGES/nianbao.mo
TEXTDOMAINDIR=$tmp/text; LOCPATH=$tmp
export TEXTDOMAINDIR LOCPATH

zh() { LC_ALL=zh_CN.UTF-8 "$nianbao" "$@"; }
mkdir odd
mkfifo odd/pipe
printf 'x' | gzip | head -c 12 >filings/odd/cut.txt.gz
zh import -d zh.db filings odd/pipe >out 2>err
same 'the last line' 'nianbao: 13 个文件：已有 0，读取文档 12，存入报告 11，不是报告的文档 1，未能读取 2，略过隐藏文件 0' \
    "$(tail -n 1 err)"
printf '%s\n' 息县财政局2023年政府信息公开工作年度报告 附件：年报.pdf >link.txt
same 'that a page only links to its report' \
    'nianbao: link.txt: 本身不是年度报告，仅列出或链接年度报告: 附件：年报.pdf' \
    "$(zh import -n link.txt 2>&1 >/dev/null | sed -n 1p)"
ok 'what is wrong with a path' \
    grep -q '^nianbao: odd/pipe: 既不是文件也不是文件夹$' err
ok 'what is wrong with the command line' sh -c \
    'LC_ALL=zh_CN.UTF-8 "$1" query frob -d zh.db 2>&1 |
    grep -q "没有查询“frob”"' sh "$nianbao"
ok 'help' sh -c 'LC_ALL=zh_CN.UTF-8 "$1" import --help |
    grep -q "将文件和文件夹收入库中。"' sh "$nianbao"
same 'where arguments change places' \
    "nianbao: correct: “云溪县人民政府”2021 年的报告没有单元格“nosuch”；代码见“show -f csv”" \
    "$(zh correct -d zh.db 云溪县人民政府 2021 nosuch 1 --reason a --by b \
    2>&1 >/dev/null)"
printf -- '-- T.\n-- :id U01\n-- :severity bad\n' >bad.sql
same 'what is wrong with a rule' \
    'nianbao: check: bad.sql:3：级别应为 error、warning、notice 或 info，而非“bad”' \
    "$(zh check -d zh.db --rules bad.sql 2>&1 >/dev/null)"
same 'or with the archive' 'nianbao: check: bad.sql: 不是 nianbao 的库' \
    "$(sqlite3 empty.db VACUUM; cp empty.db bad.sql
    zh check -d bad.sql 2>&1 >/dev/null)"
for db in zh c
do
	cp zh.db "fault-$db.db"
	sqlite3 "fault-$db.db" "INSERT INTO user_rule (rule, text, reason,
	    author) VALUES ('U01', '-- T.
-- :id U01
-- :severity bad
', 'r', 'a')"
done
zh check --again -d fault-zh.db >/dev/null 2>&1
LC_ALL=C "$nianbao" check --again -d fault-c.db >/dev/null 2>&1
fault() { sqlite3 "fault-$1.db" 'SELECT fault FROM rule_run'; }
same 'but of one that is kept it is kept as ever' "$(fault c)" "$(fault zh)"
ok 'for whoever opens the archive' sh -c 'echo "$1" | grep -q "severity is"' \
    sh "$(fault zh)"
ok 'LANGUAGE goes before the locale' sh -c \
    'LC_ALL=zh_CN.UTF-8 LANGUAGE=en "$1" verify -d zh.db 2>&1 |
    grep -q "is whole"' sh "$nianbao"

# What is kept and what programs read is the same for everyone.
LC_ALL=C "$nianbao" import -q -d c.db filings odd/pipe 2>/dev/null
for db in zh c
do
	sqlite3 $db.db .dump >$db.dump
done
ok 'an archive does not depend on the language' cmp zh.dump c.dump
zh check -f csv -d zh.db >zh.csv 2>/dev/null
LC_ALL=C "$nianbao" check -f csv -d zh.db >c.csv 2>/dev/null
same 'nor do columns' "$(sed 1q c.csv)" "$(sed 1q zh.csv)"
done_testing
