/*
 * What of an HTML page is worth parsing.
 *
 * Between the decoder and the parser, the page is rewritten with a dozen
 * element names and next to no attributes: 3 times less to parse, and
 * nothing left in it that a parser could be slow at (elements open without
 * end, formatting elements that are reopened in every cell, thousands of
 * attributes).
 *
 *	kept	p div pre br h1-h6 table caption thead tbody tfoot tr td th;
 *		other blocks become div, items of lists p, and what is laid
 *		out as a part of a table that part
 *	dropped	the tags of everything inline; comments, scripts, styles,
 *		and embedded objects with what is in them;
 *		text that is struck out, or hidden by its style
 *	taken	the values of fields that somebody has filled in; of those
 *		with several lines and of choices, only in tables
 *	made up	the numbers of lists, where their items have none
 *	written	rowspan, colspan, and "hidden" for a block that the page hides;
 *		wbr before text that may not show; columns of what stands side
 *		by side (html_made.h), where span is what was inline; terms of
 *		a list of them, whose dt is term 1 and dd term 2
 *
 * Line ends of what is dropped are made up for before the next element, so
 * an element begins on the line on which it began in the page.
 */
#ifndef READ_HTML_FILTER_H
#define READ_HTML_FILTER_H

#include <stdbool.h>

#include "base/str.h"

struct arena;
struct err;

struct html_page {
	struct str	markup;		/* for the parser */
	struct str	title;		/* meta ArticleTitle, else title */
	struct str	date;		/* meta PubDate */
	bool		bare;		/* no paragraphs: line ends part them */
};

/* -1 with ERR_LIMIT: LIMIT_NEST tables in one another, LIMIT_TAGS. */
int	html_filter(struct arena *, struct str text, struct html_page *,
	    struct err *);

#endif
