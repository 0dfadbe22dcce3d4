/*
 * What has the words of an annual report and is none: a report of half a
 * year or of a school's, a correction of one, a list of the reports of many
 * years, a page that only links to one, the blank form itself.
 */
#ifndef FORM_LOOKALIKE_H
#define FORM_LOOKALIKE_H

#include "base/str.h"
#include "doc/note.h"

struct arena;
struct block;
struct filing;

/*
 * What a filing that was bound from these blocks says it is, when that is
 * no annual report: its title, as 息县2022年上半年政府信息公开工作报告, that
 * of the first of the reports it lists, the link, or the title of the form;
 * and the note that says so: NOTE_OTHER_PERIOD, NOTE_REPORT_ELSEWHERE or
 * NOTE_ABOUT_REPORTS.  Empty when it is one, or when nothing says otherwise.
 */
struct str	 lookalike_find(struct arena *, const struct filing *,
		    const struct block *first, const struct block *end,
		    enum note_id *);

#endif
