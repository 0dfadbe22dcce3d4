/*
 * Numbers as word processors write them before the paragraphs of a list.
 */
#ifndef READ_ORDINAL_H
#define READ_ORDINAL_H

struct buf;

enum ordinal {
	ORDINAL_NONE,		/* nothing is written */
	ORDINAL_DECIMAL,	/* 1 2 3 */
	ORDINAL_ZERO,		/* 01 02 03 */
	ORDINAL_WIDE,		/* １ ２ ３ */
	ORDINAL_HAN,		/* 一 二 … 十 十一 … 一百二十 */
	ORDINAL_HAN_DIGITS,	/* 一 二 … 一〇 一一 … 一二〇 */
	ORDINAL_LEGAL,		/* 壹 贰 叁 */
	ORDINAL_STEM,		/* 甲 乙 丙 */
	ORDINAL_BRANCH,		/* 子 丑 寅 */
	ORDINAL_CIRCLE,		/* ① ② ③, from 51 on as decimal */
	ORDINAL_PAREN,		/* ⑴ ⑵ ⑶, from 21 on as (21) */
	ORDINAL_STOP,		/* ⒈ ⒉ ⒊, from 21 on as 21. */
	ORDINAL_CIRCLED_HAN,	/* ㊀ ㊁ ㊂, from 11 on as 十一 */
	ORDINAL_PAREN_HAN,	/* ㈠ ㈡ ㈢, from 11 on as (十一) */
	ORDINAL_UPPER,		/* A B … Z AA BB */
	ORDINAL_LOWER,
	ORDINAL_UPPER_ROMAN,
	ORDINAL_LOWER_ROMAN,
};

/* A number below 1 is written as decimal. */
void	ordinal(struct buf *, enum ordinal, int);

#endif
