#include <config.h>

#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "read/html_list.h"
#include "read/html_tag.h"

/* Attribute type of ol and li (HTML, 4.4.5); CSS counts before it. */
static enum ordinal
how_of(const struct html_attrs *a, enum ordinal otherwise)
{
	if (a->has_list)
		return a->list;
	if (a->type.n != 1)
		return otherwise;
	switch (a->type.p[0]) {
	case '1': return ORDINAL_DECIMAL;
	case 'a': return ORDINAL_LOWER;
	case 'A': return ORDINAL_UPPER;
	case 'i': return ORDINAL_LOWER_ROMAN;
	case 'I': return ORDINAL_UPPER_ROMAN;
	default: return otherwise;
	}
}

/*
 * Items of the list that begins at at; 0 if it does not end, or when as much
 * of the page as there is has been looked at for such lists.
 */
static int
count_items(struct html_lists *l, struct str page, size_t at)
{
	size_t		 from = at;
	struct html_tag	 g;
	int		 depth = 1, n = 0;

	while (depth > 0 && l->looked_at + (at - from) <= page.n) {
		at = str_find(page, STR("<"), at);
		if (at == STR_NONE)
			return 0;
		if (!html_tag(page, &at, &g)) {
			at++;
			continue;
		}
		if (strcmp(g.name, "ol") == 0 || strcmp(g.name, "ul") == 0)
			depth += g.end ? -1 : 1;
		else if (strcmp(g.name, "li") == 0 && !g.end && depth == 1)
			n++;
	}
	l->looked_at += at - from;
	return depth == 0 ? n : 0;
}

void
html_list(struct html_lists *l, const struct html_tag *g, struct str page,
    size_t at)
{
	int	 i = l->depth, n = html_number(g->attrs.start);

	if (g->end) {
		l->depth -= l->depth > 0;
		return;
	}
	l->depth++;
	if (i >= HTML_LISTS)
		return;
	l->open[i].ordered = strcmp(g->name, "ol") == 0;
	l->open[i].how = how_of(&g->attrs, ORDINAL_DECIMAL);
	l->open[i].step = g->attrs.reversed ? -1 : 1;
	l->open[i].next = n;
	if (n >= 0)
		return;
	l->open[i].next = 1;
	if (l->open[i].ordered && g->attrs.reversed) {
		l->open[i].next = count_items(l, page, at);
		if (l->open[i].next == 0)
			l->open[i].how = ORDINAL_NONE;
	}
}

void
html_list_item(struct html_lists *l, const struct html_tag *g, struct buf *b)
{
	int		 i = l->depth - 1, n = html_number(g->attrs.value);
	enum ordinal	 how;

	if (i < 0 || i >= HTML_LISTS || !l->open[i].ordered)
		return;
	if (n >= 0)
		l->open[i].next = n;
	how = how_of(&g->attrs, l->open[i].how);
	if (how != ORDINAL_NONE) {
		ordinal(b, how, l->open[i].next);
		buf_puts(b, how >= ORDINAL_HAN && how <= ORDINAL_BRANCH ?
		    "、" : ". ");
	}
	l->open[i].next += l->open[i].step;
}

bool
html_is_numbered(struct str s)
{
	static const char *const	 begins[] = {
		"一", "二", "三", "四", "五", "六", "七", "八", "九", "十",
		"第", "（", "(", "【", "〔", "[",
	};
	uint32_t			 c;
	size_t				 n;

	for (s = str_trim(s); str_starts(s, STR("&nbsp;"));)
		s = str_trim(str_from(s, strlen("&nbsp;")));
	c = utf8_fold(utf8_first(s, &n));
	if ((c >= '0' && c <= '9') || (c >= 0x2460 && c <= 0x24FF))
		return true;
	for (size_t i = 0; i < sizeof(begins) / sizeof(begins[0]); i++)
		if (str_starts(s, str_of(begins[i])))
			return true;
	return false;
}
