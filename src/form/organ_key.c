#include <config.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/embed.h"
#include "base/utf8.h"
#include "form/organ_key.h"
#include "form/title.h"

/* The long name of one that is commonly written short. */
static struct str
long_name(struct str s)
{
	struct str	 text = embed_text("form/organ_name.tsv");
	struct str	 line, brief;

	while (str_line(&text, &line))
		if (line.n != 0 && line.p[0] != '#' &&
		    str_field(&line, '\t', &brief) && str_eq(brief, s))
			return line;
	return s;
}

/* 管委会 is what all zones have. */
static struct str
without_committee(struct str s)
{
	static const char *const ends[] = { "管理委员会", "管委会",
	    "工作委员会", "党工委", "、", "开发建设管理委员会", "执行委员会",
	    "执委会" };
	bool	 again = true;

	while (again) {
		again = false;
		for (size_t k = 0; k < sizeof ends / sizeof ends[0]; k++)
			if (str_ends(s, str_of(ends[k]))) {
				s.n -= str_of(ends[k]).n;
				again = true;
			}
	}
	return s;
}

struct str
organ_key(struct arena *a, enum organ_kind kind, struct str organ)
{
	struct buf	 b;
	struct str	 s = organ_core(organ);

	if (kind == ORGAN_ZONE_COMMITTEE)
		return long_name(without_committee(s));
	if (kind != ORGAN_DEPARTMENT && kind != ORGAN_BRANCH)
		return s;
	s = long_name(s);
	buf_init(&b, a);
	for (size_t at = 0; at < s.n; ) {
		struct str	 rest = str_from(s, at);
		size_t		 next = at;

		if (str_starts(rest, STR("委员会"))) {
			buf_puts(&b, "委");
			at += sizeof "委员会" - 1;
			continue;
		}
		switch (utf8_next(s, &next)) {
		case 0x548C: case 0x4E0E: case 0x3001:	/* 和 与 、 */
			break;
		default:
			buf_str(&b, str_sub(s, at, next - at));
		}
		at = next;
	}
	return buf_text(&b);
}
