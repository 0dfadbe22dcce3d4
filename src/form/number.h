/*
 * What is printed in a data cell.
 */
#ifndef FORM_NUMBER_H
#define FORM_NUMBER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

struct arena;

/* Zero, blank, placeholder, text and missing are different things. */
enum state {
	STATE_MISSING,		/* no cell was found for it */
	STATE_NUMBER,		/* printed in a located cell */
	STATE_BLANK,		/* the cell is empty */
	STATE_PLACEHOLDER,	/* / - — 无 and the like */
	STATE_TEXT,		/* something else, "详见附件" */
	STATE_INFERRED,		/* a number that had to be reasoned out */
};

const char	*state_name(enum state);	/* "number" */

/* An exact decimal: mant / 10^scale, scale 0 to 15, no trailing zeros. */
struct dec {
	int64_t	 mant;
	int	 scale;
};

struct dec	 dec_int(int64_t);
int		 dec_cmp(struct dec, struct dec);
double		 dec_double(struct dec);	/* nearest */
bool		 dec_is_int(struct dec);

/* As people write it: "-3", "309.0263".  buf holds at least DEC_MAX. */
#define DEC_MAX	40
const char	*dec_print(struct dec, char buf[DEC_MAX]);

/* 12万 is 120000 UNIT_WAN: of things, or where money is meant of 元. */
enum unit { UNIT_NONE, UNIT_COUNT, UNIT_YUAN, UNIT_WAN_YUAN, UNIT_WAN };

struct number {
	enum state	 state;		/* never MISSING or INFERRED */
	struct dec	 value;		/* of STATE_NUMBER; as printed */
	enum unit	 unit;		/* printed in the cell */
	bool		 noted;		/* a note stands beside it */
	bool		 spaced;	/* spaces stand between its digits */
	bool		 broken;	/* in two, and not at thousands */
};

/*
 * Reads the text of a data cell.  Accepted as a number: digits, half or
 * full width, with thousands separators (, and ，, groups of three), a
 * decimal point, a sign (+ - − －), white space around and, between digits
 * of a single number that a converter broke apart, inside; a trailing unit
 * (件 条 项 次 个 份 篇 宗 起 人 名 家 元 万元 亿元, the last two of which are
 * kept or made 万元, or 万 with or without one of the others); 共, 合计 or
 * 人民币 before it, 整 behind its unit; a note in brackets behind it,
 * 55（含自然失效29件）, and a mark that refers to one: 55①, 55*, 55注1,
 * or what is among them, 55件，其中简易3件.
 * A sign needs a digit right behind it.  Text, not numbers, are: a raised
 * digit, which may be a mark or not; more than
 * LIMIT_DIGITS digits; zeros in front of other digits, a line break between
 * digits, and more than two pieces that are not thousands, all of which are
 * signs of several figures in one cell.
 *
 *	"1,234件" -> NUMBER 1234 COUNT	"２０" -> NUMBER 20
 *	"251000元" -> NUMBER 251000 YUAN	"/" -> PLACEHOLDER
 *	"　" -> BLANK			"详见附件" -> TEXT
 *
 * A placeholder is 无, 空, N/A and the like, or up to eight strokes.
 */
struct number	 number_read(struct str);
bool		 number_is_placeholder(struct str trimmed);

/*
 * The same of a cell of which it is known that it is one for a figure, and
 * so may have that in Chinese numerals: 十二件, 〇, 贰佰伍拾陆.  Digits alone
 * (二五六) are a number only if there is but one, and 一 without a unit may be
 * a stroke: these are text.
 */
struct number	 number_spelt(struct arena *, struct str);

/*
 * The figure in a cell that says its label again, 行政处罚250件 in the row of
 * 行政处罚; empty if it does not.
 */
struct str	 number_unlabelled(struct str raw, struct str label);

/*
 * A Chinese numeral or Arabic number at the beginning of s, for running
 * text: "3", "4,150", "十二", "二〇二一", "1.2万" (multiplied out).  Sets *n
 * to the bytes it takes; false when there is none.
 */
bool		 number_in_text(struct str s, struct dec *value, size_t *n);

/* ⁰ to ⁹ and ₀ to ₉, which are the figure's or refer to a note. */
bool		 number_is_raised(uint32_t);

/* Whether one may begin with the character; most of a text does not. */
bool		 number_may_begin(uint32_t);

#endif
