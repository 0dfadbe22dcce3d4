/*
 * A filing from plain text, for tests of what sentences say: each line is
 * a paragraph, and a section begins where its heading is looked for next.
 */
#ifndef TESTS_NARRATIVE_H
#define TESTS_NARRATIVE_H

#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/utf8.h"
#include "doc/doc.h"
#include "form/filing.h"
#include "form/narrative.h"

static inline bool
narrative_heading(struct str line, int section)
{
	static const char *const	 key[] = { "", "总体情况",
		"主动公开政府信息情况", "收到和处理政府信息公开申请情况",
		"行政复议、行政诉讼情况", "问题及改进情况",
		"其他需要报告的事项",
	};

	return line.n <= 120 && (str_has(line, STR("、")) ||
	    str_has(line, STR("．")) || str_has(line, STR("　")) ||
	    str_eq(line, str_of(key[section]))) &&
	    str_ends(line, str_of(key[section])) &&
	    line.n <= strlen(key[section]) + 48;
}

static inline struct filing *
narrative_build(struct arena *a, struct doc *d, struct str text,
    const char *agency, int year)
{
	struct filing	*f = filing_new(a);
	struct str	 line;
	struct err	 e;
	int		 n = 0, cur = 0;

	d->by_line = true;
	f->agency = str_of(agency);
	f->year = year;
	while (str_line(&text, &line)) {
		struct section	*s = &f->section[cur];
		struct str	 t = str_trim(line);

		n++;
		if (doc_para(d, line, n, &e) < 0)
			return NULL;
		if (cur + 1 < SECTION__N && narrative_heading(t, cur + 1)) {
			s = &f->section[++cur];
			*s = (struct section){ .ordinal = cur,
			    .heading = t, .line = n, .line_end = n,
			    .found = true };
		} else if (t.n != 0) {
			s->text = s->text.n == 0 ? t : str_cat(a,
			    str_cat(a, s->text, STR("\n")), t);
			s->line_end = n;
		}
	}
	return f;
}

#endif
