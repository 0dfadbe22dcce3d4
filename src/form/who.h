/*
 * Where a filing names its agency and its date besides the title.
 */
#ifndef FORM_WHO_H
#define FORM_WHO_H

#include "form/line.h"
#include "form/when.h"

struct arena;

/* What the lines around a report say about it, in the way of web pages. */
struct imprint {
	struct str	 source_org;	/* 来源, 发布机构 as printed */
	struct str	 crumb;		/* the last organ in 首页 > … > … */
	struct date	 published;	/* 发布时间, or year 0 */
};

struct imprint	 imprint_find(struct arena *, const struct textlines *,
		    int from, int to);

/* Whether a source is a newspaper, a website, or "原创", and no organ. */
bool		 source_is_media(struct str);

/* "由XX编制", "请与XX联系"; empty when there is none. */
struct str	 who_compiled(struct arena *, const struct textlines *);

/* 息县人民政府办公室: it answers for the government and for itself. */
bool		 who_is_office(struct str);

/*
 * Whether the text of lines from to (not including) to calls itself what
 * the organ is not: 我镇, and it is 昌图县人民政府办公室.
 */
bool		 who_is_other(const struct textlines *, int from, int to,
		    struct str organ);

/*
 * False of the office that answers questions where the text speaks of 我县:
 * that may be the office or the government, which is as much as not knowing.
 */
bool		 who_may_be_office(const struct textlines *, int from, int to,
		    struct str organ);

/*
 * Whether the lines from to (not including) to say that the report was made
 * from those of others: 综合各县（市、区）政府的年度报告编制.  Then the office that
 * answers speaks for the government.
 */
bool		 who_sums_up(const struct textlines *, int from, int to);

/* Whether a sentence on the year tells what 县政府 did: …，县政府高度重视. */
bool		 who_is_government(struct arena *, const struct textlines *,
		    int from, int to);

/* Who does what the lines from to (not including) to tell, or empty. */
struct str	 who_acts(struct arena *, const struct textlines *, int from,
		    int to);

/*
 * The organ and the date at the foot of the report, each alone on its line
 * or both on one: 沭阳县人民政府　2026年1月23日.
 */
struct str	 who_signed(struct arena *, const struct textlines *,
		    struct date *);

/* What directories and file name say; year 0 and empty when they do not. */
struct named {
	struct str	 agency;
	int		 year;
	bool		 year_in_file;	/* in the name of the file itself */
};

struct named	 who_path(struct arena *, struct str path);

/* A line that is nothing but a date, in brackets or not. */
bool		 date_alone(struct str, struct date *);

#endif
