# JSON: what portals answer, and pages that have their article in a script.
. "${srcdir-.}/tests/tap.sh"
dump=$builddir/tests/dump-doc
fuzz=$builddir/tests/fuzz

if echo '<p>' >"$tmp/page" && "$dump" "$tmp/page" | grep -q 'built without'
then
	skip 'JSON with pages in it' 'gumbo was not compiled in'
	done_testing
	exit 0
fi

is()	# NAME WANTED: of what is read from the standard input
{
	cat >"$tmp/in"
	same "$1" "$2" "$("$dump" "$tmp/in")"
}

article='P 1 甲镇2022年政府信息公开工作年度报告
P 1 总体情况
T 1 1x2 exact
  0,0 1x1 规章
  0,1 1x1 12'
is 'a title goes before what it is of, and escapes are resolved' "$article" <<'END'
{"code": 200, "data": {"id": "77", "url": "http://a.gov.cn/77",
 "content": "<p>\u603b\u4f53情况<\/p><table><tr><td width=\"9\">规章<\/td><td>12<\/td><\/tr><\/table>",
 "pubTime": "2023-01-11", "title": "\u7532镇2022年政府信息公开工作年度报告"}}
END
is 'tags may be written as text' "$article" <<'END'
{"title":"甲镇2022年政府信息公开工作年度报告","html":"&lt;p&gt;总体情况&lt;/p&gt;&lt;table&gt;&lt;tr&gt;&lt;td&gt;规章&lt;/td&gt;&lt;td&gt;12&lt;/td&gt;&lt;/tr&gt;&lt;/table&gt;"}
END
is 'a call or a variable may be around it' 'P 1 甲' <<'END'
callback_1({"a": "甲"});
END
is 'each article has its own title' 'P 1 甲镇
P 1 子
P 1 乙镇
P 1 丑' <<'END'
[{"text": "子", "title": "甲镇"}, {"text": "丑", "title": "乙镇"}]
END
is 'what stands inside an article stands below its title' 'P 1 甲镇
P 1 子
P 1 丑' <<'END'
{"a": {"b": [{"c": "子"}, {}, {"c": "丑"}]}, "title": "甲镇"}
END
is 'elements of an array are lines' 'P 1 一、总体情况
P 2 （一）主动公开
P 1 完' <<'END'
{"source": ["一、总体情况\n", "（一）主动公开"], "last": "完"}
END
is 'characters beyond the first plane, and what is none' 'P 1 李𫖯𠀀�甲' <<'END'
{"a": "李\ud86d\uddaf\u{20000}\ud86d甲"}
END
is 'what is cut off is read as far as it goes' 'P 1 一
P 1 二' <<'END'
{"a": "一", "b": "二
END
is 'brackets do not make it' 'P 1 {甲：一}' <<'END'
{甲：一}
END
is 'nor do quotation marks' 'P 1 ["甲", "乙"]' <<'END'
["甲", "乙"]
END

# Scripts.
is 'a page is what its scripts put there' 'P 1 加载中
P 1 总体
T 1 1x2 exact
  0,0 1x1 规章
  0,1 1x1 12' <<'END'
<html><body><div id=app>加载中</div><script>
// don't "stop" here
var re = /['"]/, menu = ["首页"], body = '\u003cp>总体\u003c/p>\u003cTABLE>\x3ctr><td>规章<td>12\x3c/table>';
</script></body></html>
END
is 'or take out of a field' 'P 1 甲
T 1 1x2 exact
  0,0 1x1 规章
  0,1 1x1 12' <<'END'
<html><p>甲</p><textarea hidden>&lt;table&gt;&lt;tr&gt;&lt;td&gt;规章&lt;td&gt;12&lt;/table&gt;</textarea></html>
END
rows=$(printf '<tr><td>规章<td>%d' 1 2 3 4 5 6 7 8 9 10)
printf '<html><table>%s</table><script>x = "<table><tr><td>99</td></tr></table>"</script>' \
    "$rows" >"$tmp/in"
ok 'what is in a page goes before its scripts' \
    sh -c '"$1" "$2" | grep -q "9,1 1x1 10" && ! "$1" "$2" | grep -q 99' \
    sh "$dump" "$tmp/in"

# Whatever it says.
awk 'BEGIN { while (i++ < 1e6) printf "{\"a\":" }' >"$tmp/in"
ok 'objects in objects' sh -c '"$1" "$2" | grep -q "^error 4"' \
    sh "$dump" "$tmp/in"
awk 'BEGIN { printf "["; while (i++ < 3e4) print "{\"a\":\"<p>甲</p>\"}," }' \
    >"$tmp/in"
ok 'pages without end' sh -c '"$1" "$2" | grep -q "^error 4"' \
    sh "$dump" "$tmp/in"
cat >"$tmp/in" <<'END'
f({"a": ["<p>甲<\/p>", "\ud86d\uddaf\x41\u{41}", 'b'], "title": "乙", "c": {"d": "&lt;p&gt;丙&lt;/p&gt;"}})
END
ok 'fuzz' "$fuzz/json" -m 500 "$tmp/in"
done_testing
