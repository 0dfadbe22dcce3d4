# Reports in traditional characters, with or without the sound of each.
. "${srcdir-.}/tests/tap.sh"
cd "$tmp" || exit 99
cat >plain.txt <<'END'
雲溪縣白鷺鎮人民政府2022年政府信息公開工作年度報告
一、總體情況
2022年，我鎮收到政府信息公開申請5件，辦結4件。
二、主動公開政府信息情況
第二十條第（一）項 | |||
信息內容 | 本年制發件數 | 本年廢止件數 | 現行有效件數 |
規章 | 0 | 0 | 0 |
行政規範性文件 | 1 | 2 | 3 |
第二十條第（五）項 | |||
信息內容 | 本年處理決定數量 | ||
行政許可 | 40 | ||
三、收到和處理政府信息公開申請情況
（本列數據的勾稽關系為：第一項加第二項之和，等於第三項加第四項之和） | 申請人情況 | ||||||||
自然人 | 法人或其他組織 | 總計 | |||||||
商業企業 | 科研機構 | 社會公益組織 | 法律服務機構 | 其他 | |||||
一、本年新收政府信息公開申請數量 | 5 | 0 | 0 | 0 | 0 | 0 | 5 | ||
二、上年結轉政府信息公開申請數量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
三、本年度辦理結果 | （一）予以公開 | 4 | 0 | 0 | 0 | 0 | 0 | 4 | |
（三）不予公開 | 1.屬於國家秘密 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | |
四、結轉下年度繼續辦理 | 1 | 0 | 0 | 0 | 0 | 0 | 1 | ||
四、政府信息公開行政復議、行政訴訟情況
五、存在的主要問題及改進情況
無。
END
cat >want <<'END'
agency 云溪县白鹭镇人民政府
year 2022
fig normative_issued - number 1
fig normative_repealed - number 2
fig normative_in_force - number 3
fig licences_decided - number 40
fig new_requests total number 5
fig carried_over total number 0
fig granted_full total number 4
fig denied_state_secret total number 0
fig carried_forward total number 1
END
seen()
{
	"$builddir/tests/dump-filing" "$1" | sed -n 's/^agency /&/p
		s/^year /&/p
		s/^\(fig rules_.*\) @.*//
		s/^\(fig [a-z_]* - .*\) @.*/\1/p
		s/^\(fig [a-z_]* total .*\) @.*/\1/p' | grep .
}
same 'figures and names' "$(cat want)" "$(seen plain.txt)"
sed 's/數/數(shù)/g;s/處/處(chǔ)/g;s/發/發(fā)/g;s/請/請(qǐng)/g;s/鎮/鎮(zhèn)/g' \
    plain.txt >sound.txt
same 'with the sound of some' "$(cat want)" "$(seen sound.txt)"
same 'a note says it' 1 "$("$builddir/tests/dump-filing" plain.txt |
    grep -c '^N 0 TRADITIONAL')"
sed 's/公開/公开/' plain.txt | head -1 >few.txt
echo '一、总体情况
2022年，我镇按照要求做好政府信息公开工作，没有收到申请，也没有行政复议。' >>few.txt
same 'a name alone does not make it one' 0 \
    "$("$builddir/tests/dump-filing" few.txt | grep -c TRADITIONAL)"

sed 's/信息/資訊/g' plain.txt >gate.txt
same 'words that a gate to other scripts has exchanged' "$(cat want)" \
    "$(seen gate.txt)"
mkdir copies
sed 1d plain.txt >copies/雲溪縣白鷺鎮2022年政府信息公開工作年度報告.txt
same 'so is the name of its file' 'agency 云溪县白鹭镇
year 2022' "$(seen copies/雲溪縣白鷺鎮2022年政府信息公開工作年度報告.txt |
    grep -v ^fig)"

# Radicals for the ideographs that look the same, as text out of PDF has them.
sh "$srcdir/samples/make.sh" filings || exit 99
"$builddir/tests/dump-filing" filings/yunxi/2021.txt >same.dump
sed 's/行/⾏/g;s/自/⾃/g;s/人/⼈/g;s/一/⼀/g;s/二/⼆/g;s/用/⽤/g' \
    filings/yunxi/2021.txt >radical.txt
ok 'radicals are written' grep -q '⾏政许可' radical.txt
same 'and read as ideographs' "$(cat same.dump)" \
    "$("$builddir/tests/dump-filing" radical.txt)"
done_testing
