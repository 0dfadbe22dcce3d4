# The manual of the rules has a paragraph for each rule, with its slug and
# severity, a formula, and an example of either kind, and none for others.
. "${srcdir-.}/tests/tap.sh"
man=$srcdir/man/nianbao-rules.7
if command -v mandoc >/dev/null
then
	same 'mandoc has nothing to say' '' "$(mandoc -Tlint -Wstyle "$man" \
	    2>&1 | grep -v 'mandoc\.db\|unknown manual\|manual not found')"
else
	skip 'mandoc has nothing to say' 'there is no mandoc'
fi
same 'every rule has its paragraph' \
    "$(awk -F '\t' '!/^#/ { print $1, $2, $3 }' \
	"$srcdir/schema/rule/rule.tsv" | sort)" \
    "$(sed -n 's/^\.It Sy \([A-F][0-9]*\) Pq \(.*\), \(.*\)$/\1 \2 \3/p' \
	"$man" | sort)"
same 'with what, formula and examples' '' "$(awk '
	function end() {
		if (id != "" && (!text || !formula || !fires || !not))
			print id
	}
	/^\.It Sy/ { end(); id = $3; text = formula = fires = not = 0; next }
	/^\.El/ { end(); id = "" }
	/^\.Sy Formula/ { formula = 1 }
	/^\.Sy Fires/ { fires = 1 }
	/^\.Sy Not/ { not = 1 }
	!/^\./ && !formula { text = 1 }' "$man")"
# Each rule is found by somebody: a view, a sum, or the union.
for rule in $(awk -F '\t' '!/^#/ { print $1 }' "$srcdir/schema/rule/rule.tsv")
do
	ok "$rule is looked for" grep -q "'$rule'" "$srcdir"/schema/rule/*.sql
done
# F01: sections in another order are there; a list of headings is none.
"$builddir/tests/gen/gen" write rows.txt 0 1 "$tmp"
sections_missing()	# of the report as awk makes it
{
	awk "$1" "$tmp/00000.rows.txt" >"$tmp/order.txt"
	rm -f "$tmp/order.db"
	"$nianbao" import -q -d "$tmp/order.db" "$tmp/order.txt"
	"$nianbao" check -d "$tmp/order.db" 2>/dev/null |
	    grep -o 'F01 .*section [0-9]' | tr -s ' '
}
same 'sections 五 and 六 before 二' '' "$(sections_missing '
    /^五、/ { l = 1 }
    l { late = late $0 "\n" }
    !l { body[n++] = $0 }
    END {
	for (i = 0; i < n; i++) {
		if (body[i] ~ /^二、/)
			printf "%s", late
		print body[i]
	}
    }')"
moved()		# section 五, numbered anew as the second, and what is F03
{
	awk '
	    /^五、/ { l = 1 } /^六、/ { l = 0 }
	    { t = $0 }
	    t ~ /^四、/ { sub(/^四/, "五", t) }
	    t ~ /^三、/ { sub(/^三/, "四", t) }
	    t ~ /^二、/ { sub(/^二/, "三", t) }
	    /^五、/ { sub(/^五/, "二", t) }
	    l { late = late t "\n"; next }
	    { body[k++] = t }
	    END {
		for (i = 0; i < k; i++) {
			if (body[i] ~ /^三、主动/)
				printf "%s", late
			print body[i]
		}
	    }' "$tmp/00000.rows.txt" >"$tmp/order.txt"
	rm -f "$tmp/order.db"
	"$nianbao" import -q -d "$tmp/order.db" "$tmp/order.txt"
	sqlite3 "$tmp/order.db" "$1"
}
same 'section 五 as the second is section 五' '五 F03' "$(moved "
    SELECT (SELECT CASE WHEN found AND heading LIKE '二、存在%' AND text <> ''
			THEN '五' END
	      FROM section WHERE ordinal = 5) || ' '
	   || (SELECT group_concat(rule) FROM finding
		WHERE rule IN ('F01', 'F03'))")"
same 'named at the beginning, and not there' 'F01 warning section 5
F01 warning section 6' "$(sections_missing '
    /^五、/ { exit }
    /^一、/ && !d++ {
	print "五、存在的主要问题及改进情况"
	print "六、其他需要报告的事项"
    }
    { print }')"
done_testing
