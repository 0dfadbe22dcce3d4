/*
 * Numbers as automatic numbering prints them, for readers of documents in
 * which "三、" is not text but a property.
 */
#ifndef READ_AUTONUM_H
#define READ_AUTONUM_H

struct buf;

enum autonum {
	AUTONUM_NONE,		/* nothing is printed, as for bullets */
	AUTONUM_DECIMAL,	/* 12; also where a style is not known */
	AUTONUM_DECIMAL_ZERO,	/* 07 */
	AUTONUM_FULLWIDTH,	/* １２ */
	AUTONUM_CIRCLED,	/* ①, to 20, then decimal */
	AUTONUM_PAREN,		/* ⑴, likewise */
	AUTONUM_FULLSTOP,	/* ⒈, likewise */
	AUTONUM_HAN,		/* 十二, as counted */
	AUTONUM_HAN_DIGITS,	/* 一二, digit by digit */
	AUTONUM_HAN_LEGAL,	/* 壹拾贰 */
	AUTONUM_HAN_PAREN,	/* ㈠, to 10, then 十一 */
	AUTONUM_STEMS,		/* 甲乙丙 */
	AUTONUM_BRANCHES,	/* 子丑寅 */
	AUTONUM_UPPER_ROMAN,
	AUTONUM_LOWER_ROMAN,
	AUTONUM_UPPER_LETTER,	/* A, B, ..., Z, AA, BB */
	AUTONUM_LOWER_LETTER,
};

void	autonum_put(struct buf *, enum autonum, unsigned);

/* By the number that binary documents use (MSONFC, [MS-OSHARED] 2.2.1.3). */
enum autonum	autonum_msonfc(unsigned);

/* By name as in OOXML (ST_NumberFormat, ISO/IEC 29500-1 17.18.59). */
enum autonum	autonum_named(const char *);

#endif
