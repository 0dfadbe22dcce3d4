/*
 * What a document may ask of us.  Files come from strangers; each limit is
 * far above what any real report needs and far below what hurts.  Reaching
 * one is an error of the kind ERR_LIMIT or a note, never a silent cut.
 */
#ifndef BASE_LIMIT_H
#define BASE_LIMIT_H

#define LIMIT_FILE	(64u << 20)	/* bytes of one file, packed or not */
#define LIMIT_RATIO	200		/* unpacked over packed bytes, */
#define LIMIT_RATIO_MIN	(1u << 20)	/* looked at from this size on */
#define LIMIT_UNPACKED	(128u << 20)	/* bytes out of one container */
#define LIMIT_IDLE	(4u << 20)	/* bytes of it that are read in vain, */
#define LIMIT_IDLE_RATIO 6		/* more for each packed byte, as web
					   pages have, */
#define LIMIT_IDLE_MAX	(32u << 20)	/* and of all of them: 2000 pages of
					   a site or 4000 documents that are
					   no reports, two seconds' work */
#define LIMIT_IDLE_RUNS	20	/* programs run in vain for one, one more for */
#define LIMIT_IDLE_RUN	(64u << 10)	/* so many packed bytes each, */
#define LIMIT_IDLE_RUNS_EACH 4		/* and more for each report in it */
#define LIMIT_ENTRIES	20000		/* members of one container */
#define LIMIT_DEPTH	3		/* containers inside containers */
#define LIMIT_NEST	512		/* open elements, nested tables */
#define LIMIT_TAGS	250000	/* elements of one page that are not inline */
#define LIMIT_MARKUP	(8u << 20) /* bytes of its text and those elements */
#define LIMIT_LINES	500000		/* lines of a text that are not blank */
#define LIMIT_TABLES	20000		/* tables of a text */
#define LIMIT_CANVAS	(64 << 20)	/* characters of lines that are laid
					   out to see whether they are one */
#define LIMIT_SCRIPTS	2000		/* texts with a table in scripts */
#define LIMIT_BLOCKS	100000		/* paragraphs and tables */
#define LIMIT_PARA	(1u << 20)	/* bytes of one paragraph */
#define LIMIT_TEXT	(8u << 20)	/* and of all of them and all cells */
#define LIMIT_SLOTS	200000		/* slots of all tables together */
#define LIMIT_ROWS	500	/* rows of a table of the form, which has
					   30; others are no rows of it */
#define LIMIT_HEADS	1000	/* times that one has heads of columns */
#define LIMIT_SPAN	1000		/* rowspan and colspan, as in HTML */
#define LIMIT_COLUMNS	1000		/* columns of a table */
#define LIMIT_SHEETS	1000		/* sheets of a workbook */
#define LIMIT_CELL	65536		/* bytes of text in one cell */
#define LIMIT_BOXES	1000		/* text boxes of a document */
#define LIMIT_NOTES	2000		/* notes kept for one document */
#define LIMIT_FILINGS	1000		/* filings in one document */
#define LIMIT_NARRATIVE	(512 << 10) /* bytes of sentences of one filing */
#define LIMIT_MATCHES	10000	/* statements of a document looked into */
#define LIMIT_SENTENCE	2400		/* bytes; longer ones are cut in two */
#define LIMIT_DIGITS	15		/* digits of a figure, all told */
#define LIMIT_ATTRS	64		/* attributes looked at per element */
#define LIMIT_CSS_RULES	20000	/* of a page, that hide, raise or paint text */
#define LIMIT_CSS_STEPS	20000000	/* to match them with its elements */
#define LIMIT_PAGES	1000		/* of a PDF */
#define LIMIT_WORDS	100000	/* of a PDF; 60 pages have 5000 to 50000 */
#define LIMIT_RULES	50000		/* pieces of ruling lines, a page */
#define LIMIT_FOLDERS	100		/* folders inside one another */
#define LIMIT_RULE_TEXT	65536		/* bytes of a rule of somebody */
#define LIMIT_RULE_STEPS 200000000	/* steps of SQLite that it may take, */
#define LIMIT_RULE_FILING_STEPS 20000	/* and for each filing */
#define LIMIT_RULE_ROWS	100000		/* rows that it may give, */
#define LIMIT_RULE_FILING_ROWS 10	/* and for each filing */
#define LIMIT_RULE_MEMORY (512 << 20)	/* bytes it may use */
#define LIMIT_RULE_VALUE (1 << 20)	/* bytes of a value it computes */
#define LIMIT_RULE_DETAIL 2000		/* bytes of place and detail */
#define LIMIT_RULE_PATTERN 200		/* bytes of a pattern for LIKE */
/*
 * What poppler's tools may compute for a PDF, in ms: so much for any, and
 * for each MiB of the file, MiB of words and page to be drawn.  Reports need
 * a quarter of it: with 62 pages, 115 ms and 0.7 MiB for the words, 580 ms
 * to be drawn.  Only what is packed to a fraction of its size needs more.
 */
#define LIMIT_PDF_MS	400
#define LIMIT_PDF_FILE_MS 100
#define LIMIT_PDF_TEXT_MS 300
#define LIMIT_PDF_PAGE_MS 40
#define LIMIT_BBOX	(4u << 20)	/* bytes of words with their boxes */
#define LIMIT_OFD	(24u << 20)	/* bytes of the pages of an OFD */
#define LIMIT_TEMPLATES	8		/* under a page of it */
#define LIMIT_DRAWN	100		/* pages drawn, for ruling lines */
#define LIMIT_CHILD_CPU	20		/* seconds a converter may compute */
#define LIMIT_CHILD_MEM	(1024u << 20)	/* bytes a converter may map */

#endif
