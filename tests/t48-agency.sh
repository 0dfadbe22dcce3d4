# agency: who the filings are of, what people say of it, and what became of
# the agencies.
. "${srcdir-.}/tests/tap.sh"
cd "$tmp" || exit 99
NIANBAO_DB=$tmp/x.db; export NIANBAO_DB

# report FILE AGENCY YEAR [TEXT]
report()
{
	mkdir -p "$(dirname "$1")"
	printf '%s%s年政府信息公开工作年度报告\n一、总体情况\n%s年，%s\n' \
	    "$2" "$3" "$3" "${4-按要求公开信息。}" >"$1"
	printf '二、主动公开政府信息情况\n略\n三、收到和处理政府信息公开申请情况\n略\n' \
	    >>"$1"
}
status() { "$nianbao" "$@" >"$tmp/out" 2>"$tmp/err"; echo $?; }
says() { grep -q -e "$1" "$tmp/err"; }
shows() { grep -q -e "$1" "$tmp/out"; }
sql() { sqlite3 "${2-x.db}" "$1"; }
key() { sql "SELECT group_concat(k, ' ') FROM (SELECT a.key AS k FROM filing f
    JOIN agency a ON a.id = f.agency JOIN source s ON s.id = f.source
    WHERE s.path LIKE '$1' ORDER BY f.year)"; }
tell='--reason because --by tester'

report f/xx/2020.txt 西华县红花集镇 2020
report f/xx/2021.txt 红花集镇人民政府 2021
report f/xx/2022.txt 红花集镇 2022
report f/gov/2020.txt 息县人民政府 2020
report f/gov/2021.txt 息县 2021
report f/office/2021.txt 息县人民政府办公室 2021
report f/tj/a/2021.txt 团结镇 2021
report f/tj/b/2021.txt 团结镇 2021
report f/tj/c/2021.txt 团结镇 2021 '向道外区人民政府报告。'
report f/bur/2017.txt 息县环境保护局 2017
report f/bur/2018.txt 息县环境保护局 2018
report f/bur/2019.txt 息县生态环境局 2019
report f/zone/2020.txt 乌有综合实验区 2020
report f/zone/2021.txt 乌有综合实验区管委会 2021
same 'import' 0 "$(status import f)"

same 'three spellings are one township' \
    '411622104/government 411622104/government 411622104/government' \
    "$(key f/xx/%)"
same 'a government is one, with and without 人民政府' \
    '411528/government 411528/government' "$(key f/gov/%)"
same 'its office is another agency' 411528/government_office \
    "$(key f/office/%)"
same 'a name that fits several is of none' ' ' "$(key 'f/tj/[ab]/%' |
    cat)$(sql "SELECT ' ' WHERE 2 = (SELECT count(*) FROM filing f JOIN agency
    a ON a.id = f.agency WHERE a.is_ambiguous)")"
same 'and the finding says so' "团结镇: the name fits the divisions 150826105 \
230104111 230421103 231182106 510304102 621102109 652823110, and nothing tells \
which is meant（名称与上列区划均相符，无从判断）" "$(sql "SELECT DISTINCT detail
    FROM finding WHERE rule = 'D13'")"
same 'unless the text names its county' 230104111/government "$(key f/tj/c/%)"
same 'all seven are listed' 7 "$(sql "SELECT length(detail) / 10 FROM note
    WHERE name = 'AMBIGUOUS_PLACE' LIMIT 1")"
same 'divisions have their names' 河南省信阳市息县 \
    "$(sql "SELECT path FROM division WHERE code = '411528'")"

same 'list' 0 "$(status agency list -f csv --parent 411528)"
same 'all that is in a county' 5 "$(wc -l <out | tr -d ' ')"
same 'list of the unplaced' 0 "$(status agency list -f csv --unplaced)"
ok 'has the zone' shows 乌有综合实验区
ok 'and not the county' sh -c '! grep -q 息县 out'
same 'show by name' 0 "$(status agency show -f csv 红花集镇)"
ok 'has every spelling' shows '西华县红花集镇,2020,2020'
same 'show by key' 0 "$(status agency show 411622104/government)"
same 'show by code' 0 "$(status agency show 411528)"
same 'show by a name nobody wrote' 0 \
    "$(status agency show 河南省信阳市息县人民政府)"
same 'show of nobody' 2 "$(status agency show 乌有镇)"
same 'a wrong verb' 2 "$(status agency paint 息县)"
same 'too few operands' 2 "$(status agency place 息县)"

same 'a place needs a reason' 2 "$(status agency place 团结镇 230421103)"
same 'and a code that is one' 2 \
    "$(status agency place 团结镇 999999 $tell)"
same 'and a kind' 2 \
    "$(status agency place 团结镇 230421103 --kind thing $tell)"
same 'by hand, below a folder' 0 \
    "$(status agency place 团结镇 230421103 --under f/tj/a $tell)"
ok 'one filing' says ': 1 filing placed'
same 'is placed' 230421103/government "$(key f/tj/a/%)"
same 'the others stay' 1 "$(sql 'SELECT count(*) FROM filing f JOIN agency a
    ON a.id = f.agency WHERE a.is_ambiguous')"
same 'two names are one' 0 \
    "$(status agency alias 乌有综合实验区管委会 乌有综合实验区 $tell)"
same 'and one agency' 1 \
    "$(sql "SELECT count(*) FROM agency WHERE name LIKE '乌有综合%'")"

same 'what became of it' 0 "$(status agency rename 息县环境保护局 \
    息县生态环境局 --on 2019-03 $tell)"
same 'is shown with the one' 0 "$(status agency show 息县环境保护局)"
ok 'as what it became' shows 'rename to'
same 'and with the other' 0 "$(status agency show 息县生态环境局)"
ok 'as what it was' shows 'rename of'
same 'the series stay two' 2 "$(sql "SELECT count(*) FROM agency
    WHERE organ IN ('环境保护局', '生态环境局')")"
same 'a date is needed' 2 "$(status agency merge 息县环境保护局 息县 \
    息县生态环境局 --on soon $tell)"
same 'several into one' 0 "$(status agency merge 息县环境保护局 息县 \
    息县生态环境局 --on 2019 $tell)"
same 'one into several' 0 "$(status agency split 息县 息县环境保护局 \
    息县人民政府办公室 --on 2019 $tell)"
same 'not into itself' 2 "$(status agency rename 息县 息县人民政府 \
    --on 2019 $tell)"
same 'rows of succession' 4 "$(sql 'SELECT count(*) FROM succession_now')"

sql "DELETE FROM succession WHERE kind <> 'merge' OR predecessor LIKE '%/government'"
organs="f JOIN agency a ON a.id = f.agency
    AND a.organ IN ('环境保护局', '生态环境局')"
sql "INSERT OR REPLACE INTO filing_part (filing, part, form, found, truncated)
    SELECT f.id, 'requests', 'ogi2021', 1, 0 FROM filing $organs"
sql "INSERT INTO application (filing, item, total)
    SELECT f.id, i.id, f.year - 2000 FROM filing $organs
    JOIN item i ON i.form = 'ogi2021' AND i.code = 'new_requests'"
same 'a series over a rename' 0 "$(status query lineage -f csv \
    --agency 息县生态环境局 -p item=new_requests)"
same 'has the years of both' '2017 2018 2019' \
    "$(sed -n 's/.*,\(20[0-9][0-9]\),.*/\1/p' out | tr '\n' ' ' | sed 's/ $//')"
same 'that of the first' 0 "$(status query lineage -f csv \
    --agency 息县环境保护局 -p item=new_requests)"
ok 'ends with it' sh -c '! grep -q 生态 out'

# What was merged is not missing later, and its own tables are in the series.
mkdir -p life
stat() { printf '%s%d年政府信息公开情况统计表\n统计指标\t单位\t统计数
（一）收到申请数\t件\t%d\n1．当面申请数\t件\t%d\n' "$1" "$2" "$3" "$3"; }
stat 息县国土资源局 2017 4 >life/1.txt
stat 息县国土资源局 2018 5 >life/2.txt
report life/3.txt 息县自然资源局 2019
report life/4.txt 息县自然资源局 2020
"$nianbao" import -q -d life.db life 2>/dev/null
cover() { "$nianbao" query -q -d life.db -f csv coverage | sed 1d |
    cut -d , -f 2,3 | tr '\n' ' '; }
same 'nobody has said anything' '2017,filed 2018,filed 2019,ended 2020,ended 2017,unknown 2018,unknown 2019,filed 2020,filed ' \
    "$(cover)"
same 'the new name' 0 "$(status agency rename -d life.db 息县国土资源局 \
    息县自然资源局 --on 2019-01-20 $tell)"
same 'the old one has ended' '2017,filed 2018,filed 2019,ended 2020,ended 2017,not yet 2018,not yet 2019,filed 2020,filed ' \
    "$(cover)"
same 'the view says so, too' "$(cover)" "$(sqlite3 -separator , life.db \
    'SELECT year, status FROM v_coverage ORDER BY agency, year' |
    tr '\n' ' ')"
same 'figures of 2018' 0 "$(status query -d life.db -f csv lineage \
    --agency 息县自然资源局 -p item=requests_received)"
same 'are in the series' '2017,4 2018,5 ' \
    "$(awk -F , 'NR > 1 { printf "%s,%s ", $4, $7 }' out)"

# A county with 5 requests in 2021, two townships with 2 and 1, one without.
mkdir -p k
report k/c.txt 西华县人民政府 2021
report k/1.txt 西华县红花集镇 2021
report k/2.txt 西华县逍遥镇 2021
report k/3.txt 西华县奉母镇 2021
report k/d.txt 西华县教育局 2021
report k/e.txt 郾城区裴城镇 2021
"$nianbao" import -q -d k.db k 2>/dev/null
sql "INSERT OR REPLACE INTO filing_part (filing, part, form, found, truncated)
    SELECT id, 'requests', 'ogi2021', 1, 0 FROM filing" k.db
sql "INSERT INTO application (filing, item, total)
    SELECT f.id, i.id, CASE substr(s.name, 1, 1) WHEN 'c' THEN 5 WHEN '1'
	THEN 2 WHEN '2' THEN 1 WHEN 'd' THEN 70 WHEN 'e' THEN 900 END
      FROM filing f JOIN source s ON s.id = f.source
      JOIN item i ON i.form = 'ogi2021' AND i.code = 'new_requests'" k.db
sql 'INSERT OR REPLACE INTO total_cell SELECT * FROM total_cell_now;
    INSERT OR REPLACE INTO child_sum SELECT * FROM child_sum_now' k.db
same 'a government beside those below it' 0 "$(status query parent_children \
    -d k.db -f csv -p item=new_requests)"
same 'five, three of two, and one missing' ',5,3,2,2,1' \
    "$(sed -n 's/.*数量\(,.*\)$/\1/p' out | tr -d '\r')"
below() { "$nianbao" query -q parent_children -d k.db -f csv \
    -p item=new_requests | sed -n 's/.*数量\(,.*\)$/\1/p' | tr -d '\r'; }
report k/4.txt 西华县东夏亭镇 2020
"$nianbao" import -q -d k.db k 2>/dev/null
same 'one more that filed before is missing' ',5,3,2,2,2' "$(below)"
same 'until it is said' 0 "$(status agency merge -d k.db 西华县东夏亭镇 \
    西华县逍遥镇 --on 2020-12 $tell)"
same 'that it is no more' ',5,3,2,2,1' "$(below)"

sql "SELECT s.path, a.key, a.name, f.is_current FROM filing f JOIN agency a
    ON a.id = f.agency JOIN source s ON s.id = f.source ORDER BY s.path" >before
same 'rebuild' 0 "$(status rebuild)"
sql "SELECT s.path, a.key, a.name, f.is_current FROM filing f JOIN agency a
    ON a.id = f.agency JOIN source s ON s.id = f.source ORDER BY s.path" >after
ok 'keeps what was said' diff before after
same 'the archive is whole' 0 "$(status verify)"

# Suggestions: nothing is done by itself.
cp x.db s.db
sql "INSERT INTO application (filing, item, natural_person,
	commercial_enterprise, research_institution, public_interest_org,
	legal_service_org, other_org, total)
    SELECT f.id, i.id, 3, 1, 0, 0, 0, 0, 4 FROM filing f JOIN item i
	ON i.form = 'ogi2021' AND i.code = CASE f.year WHEN 2018
	THEN 'carried_forward' ELSE 'carried_over' END
     WHERE f.agency IN (SELECT id FROM agency WHERE organ IN
	('环境保护局', '生态环境局')) AND f.year IN (2018, 2019)" s.db
same 'suggestions' 1 "$(status agency suggest -d s.db -f csv)"
ok 'not what has been said' sh -c '! grep -q ^carry out'
sql 'DELETE FROM succession' s.db
same 'but else' 1 "$(status agency suggest -d s.db -f csv)"
ok 'by what was carried over' shows \
    'carry,411528/department/环境保护局,411528/department/生态环境局,2018'
ok 'by the reform of 2018' shows \
    'reform,411528/department/环境保护局,411528/department/生态环境局,2018'
ok 'for names that fit several, with their places' shows \
    'place,团结镇,230104111,2021,黑龙江省哈尔滨市道外区团结镇'
sql "UPDATE application SET natural_person = 2, other_org = 1
    WHERE item = (SELECT max(item) FROM application)" s.db
same 'other columns' 1 "$(status agency suggest -d s.db -f csv)"
ok 'are no match' sh -c '! grep -q ^carry out'

# Whom a query is about.
lists() { "$nianbao" query -q coverage -f csv "$@" | sed 1d |
    grep -c 'filed'; }
same 'by a spelling' 3 "$(lists --agency 红花集镇)"
same 'by the name of the place' 3 "$(lists --agency 河南省周口市西华县红花集镇)"
same 'by a key' 3 "$(lists --agency 411622104/government)"
same 'by a code, all that is there' 3 "$(lists --agency 411622104)"
same 'as by the other option' "$(lists --division 4115)" \
    "$(lists --agency 4115)"
same 'which is more than one' 6 "$(lists --agency 411528)"
same 'not by both' 2 "$(status query coverage --agency 4115 --division 4115)"
same 'a code of nobody' 2 "$(status query coverage --agency 99)"
same 'a name of nobody' 2 "$(status query coverage --agency 红花镇人民政府)"
ok 'has those that are like it' says '红花镇人民政府.*one of these: .*红花集镇'
same 'or none' 2 "$(status query coverage --agency QQ)"
ok 'and then says where all are' says 'agency list'
same 'a query without codes' 0 "$(status query lineage --agency 411622104)"
same 'a check of nobody is not clean' 2 "$(status check --agency 红花镇)"
same 'a key of nobody' 2 "$(status agency show 411622199/government)"

# Names that no division has, and divisions that became others.
report l/1.txt 沐阳县人民政府 2021
report l/2.txt 即墨市人民政府 2014
report l/3.txt 即墨区人民政府 2018
report l/4.txt 固始县沙河铺乡 2014
report l/5.txt 固始县沙河铺镇 2021
report l/6.txt 西咸新区底张街道办事处 2021
report l/7.txt 息县教育局 2021
"$nianbao" import -q -d l.db l 2>/dev/null
same 'suggestions of names' 1 "$(status agency suggest -d l.db -f csv)"
ok 'one character for another' shows \
    'similar,沐阳县人民政府,321322,2021,江苏省宿迁市沭阳县: 沐 for 沭'
ok 'a county that became a district' shows \
    'division,370282/government,370215/government,2014,"即墨市 became 即墨区, 2017"'
ok 'a township that became a town' shows \
    'division,411525216/government,411525119/government,2014,'
same 'and nothing is done' ' ' "$(sql "SELECT division_code FROM agency
    WHERE name = '沐阳县人民政府'" l.db) "
same 'whom a department reports to' 411528 "$(sql "SELECT reporting_parent
    FROM agency WHERE organ = '教育局'" l.db)"
same 'whom a township in a zone does' 陕西省西安市西咸新区 "$(sql "SELECT
    d.path FROM agency a JOIN division d ON d.code = a.reporting_parent
    WHERE a.name LIKE '西咸%'" l.db)"
same 'show of one without a place' 0 \
    "$(status agency show -d l.db 沐阳县人民政府)"
ok 'says so' shows 'no division'
same 'all who report to a county' 0 \
    "$(status query coverage -d l.db -f csv --parent 411528)"
ok 'has its department' shows 息县教育局

# Archives with words on agencies.
report g/2023.txt 团结镇 2023
report g/zone.txt 乌有综合实验区管委会 2023
"$nianbao" import -q -d o.db g 2>/dev/null
"$nianbao" agency -q place -d o.db 乌有综合实验区管委会 350128 $tell
"$nianbao" agency -q place -d o.db 团结镇 510304102 --under g $tell
same 'merge' 1 "$(status merge o.db)"
ok 'says what contradicts' says ' 1 not, as they contradict ours'
same 'takes what is new' 510304102/government "$(key 'g/2023.txt')"
same 'and keeps its own word' '' "$(key 'g/zone.txt')"

# Another table of divisions.
printf '41\t河南省\n4115\t信阳市\n411528\t息县\n411528100\t乌有镇\n' >new.tsv
same 'divisions' 0 "$(status agency divisions new.tsv)"
report f/new/2021.txt 乌有镇 2021
same 'are used from then on' 0 "$(status import f)"
same 'for what comes' 411528100/government "$(key f/new/%)"
same 'and by rebuild' 0 "$(status rebuild)"
same 'for all' '' "$(key f/xx/2021.txt)"
printf '41\t河南省\n41\t山东省\n' >bad.tsv
same 'a table out of order' 3 "$(status agency divisions bad.tsv)"
same 'is not taken' 0 "$(status agency divisions -)"
same 'those built in' 0 "$(status rebuild)"
same 'come back' 411622104/government "$(key f/xx/2021.txt)"
# What speaks against the only place that has the name is said.
sentence()	# FILE AGENCY TEXT
{
	rm -rf d13 d13.db
	report "d13/$1" "$2" 2021 "$3"
	"$nianbao" import -q -d d13.db d13
	sql "SELECT detail FROM finding WHERE rule = 'D13'" d13.db
}
same 'a path that is elsewhere' "息县人民政府: its file lies below 周口市, where \
no agency of that name is known（文件位于周口市，未知该处有此机关）" \
    "$(sentence 河南省/周口市/a.txt 息县人民政府 公开信息。)"
same 'a telephone number' "红花集镇: its telephone number has the area code \
0791, where no agency of that name is known（电话区号为0791，未知该处有此机关）" \
    "$(sentence a.txt 红花集镇 电话：0791-12345678)"
same 'a name without a place' \
    '县教育局: nothing says in which place it is（未见所在地区）' \
    "$(sentence a.txt 县教育局 公开信息。)"
# Who was there in which year, as coverage tells: of counties what is not here
# is missing, of others only behind their first filing.
rm -rf life life.db
report life/a/2018.txt 息县人民政府 2018
report life/a/2023.txt 息县人民政府 2023
report life/b/2021.txt 息县医疗保障局 2021
report life/c/2018.txt 凤翔县人民政府 2018
report life/d/2022.txt 宝鸡市凤翔区人民政府 2022
report life/e/2018.txt 息县国土资源局 2018
report life/f/2019.txt 凤翔县财政局 2019
report life/g/2020.txt 息县项店镇人民政府 2020
"$nianbao" import -q -d life.db life
cover()
{
	"$nianbao" query -q -f tsv -d life.db -a "$1" -y 2017-2023 coverage |
	    awk 'NR > 1 { printf "%s%s", s, $3; s = " " }' |
	    sed 's/filed/f/g; s/missing/m/g; s/unknown/u/g; s/ended/e/g'
}
same 'a county' 'm f m m m m f' "$(cover 息县人民政府)"
same 'a bureau, which may be new' 'u u u u f m m' "$(cover 息县医疗保障局)"
same 'a township' 'u u u f m m m' "$(cover 息县项店镇人民政府)"
same 'a county that ended' 'm f m m e e e' "$(cover 凤翔县人民政府)"
same 'what it went on as' 'not not not not m f m' \
    "$(cover 宝鸡市凤翔区人民政府 | sed 's/not yet/not/g')"
same 'a bureau that a reform ended' 'u f e e e e e' "$(cover 息县国土资源局)"
same 'a bureau of a county that ended' 'u u f m e e e' "$(cover 凤翔县财政局)"
same 'the view says the same' 'filed ended ended ended ended ended' \
    "$(sql "SELECT group_concat(status, ' ') FROM (SELECT status FROM v_coverage
    WHERE agency = '息县国土资源局' ORDER BY year)" life.db)"
same 'reports without a figure are in no share' 'county|2018|3|0||0||3' \
    "$("$nianbao" query -q -f tsv -d life.db -y 2018 zero_filers |
	tr '\t' '|' | sed 1d)"
done_testing
