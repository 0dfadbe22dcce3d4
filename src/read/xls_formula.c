#include <config.h>

#include "read/le.h"
#include "read/xls_formula.h"

#define OTHER_ROW	0x8000	/* relative, in the word of the column */
#define OTHER_COL	0x4000
#define ROWS		65536
#define COLS		256

enum token {
	T_EXP = 0x01, T_TBL = 0x02, T_ADD = 0x03, T_CONCAT = 0x08,
	T_UNION = 0x10, T_UPLUS = 0x12, T_PAREN = 0x15, T_MISSING = 0x16,
	T_STR = 0x17, T_ATTR = 0x19, T_ERR = 0x1C, T_BOOL = 0x1D,
	T_INT = 0x1E, T_NUM = 0x1F,
	/* Of these there are three classes each. */
	T_ARRAY = 0x20, T_FUNC, T_FUNC_VAR, T_NAME, T_REF, T_AREA,
	T_MEM_AREA, T_MEM_ERR, T_MEM_NO_MEM, T_MEM_FUNC, T_REF_ERR,
	T_AREA_ERR, T_REF_N, T_AREA_N, T_NAME_X = 0x39, T_REF_3D,
	T_AREA_3D, T_REF_ERR_3D, T_AREA_ERR_3D,
};

#define ATTR_CHOOSE	0x04
#define FUNC_SUM	4

/* Bytes behind the token itself; those that are not here have none. */
static const unsigned char	 size[] = {
	[T_EXP] = 4, [T_TBL] = 4, [T_ATTR] = 3, [T_ERR] = 1, [T_BOOL] = 1,
	[T_INT] = 2, [T_NUM] = 8, [T_ARRAY] = 7, [T_FUNC] = 2,
	[T_FUNC_VAR] = 3, [T_NAME] = 4, [T_REF] = 4, [T_AREA] = 8,
	[T_MEM_AREA] = 6, [T_MEM_ERR] = 6, [T_MEM_NO_MEM] = 6,
	[T_MEM_FUNC] = 2, [T_REF_ERR] = 4, [T_AREA_ERR] = 8, [T_REF_N] = 4,
	[T_AREA_N] = 8, [T_NAME_X] = 6, [T_REF_3D] = 6, [T_AREA_3D] = 10,
	[T_REF_ERR_3D] = 6, [T_AREA_ERR_3D] = 10,
};

/* Functions that give a number, and never a text. */
static bool
gives_number(unsigned func)
{
	static const unsigned short	 known[] = {
		0, 4, 5, 6, 7, 24, 25, 27, 169, 212, 213, 345, 346,
	};	/* COUNT SUM AVERAGE MIN MAX ABS INT ROUND COUNTA ROUNDUP
		   ROUNDDOWN SUMIF COUNTIF */

	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (known[i] == func)
			return true;
	return false;
}

/* RgceLoc and RgceLocRel: where a row or column is for the cell. */
static int
row_at(unsigned row, unsigned flags, bool other, unsigned of)
{
	return (int)(other && (flags & OTHER_ROW) != 0 ?
	    (row + of) % ROWS : row);
}

static int
col_at(unsigned flags, bool other, unsigned of)
{
	return (int)(other && (flags & OTHER_COL) != 0 ?
	    ((flags & 0xFF) + of) % COLS : flags & 0xFF);
}

static void
area(struct xls_formula *x, struct bytes in, size_t at, enum token t,
    unsigned row, unsigned col)
{
	bool		 wide = t == T_AREA || t == T_AREA_N;
	bool		 other = t == T_REF_N || t == T_AREA_N;
	unsigned	 r1 = le16(in, at), r2 = wide ? le16(in, at + 2) : r1;
	unsigned	 c1 = le16(in, at + (wide ? 4 : 2));
	unsigned	 c2 = wide ? le16(in, at + 6) : c1;

	sheet_formula_area(&x->f, (struct sheet_area){
	    row_at(r1, c1, other, row), col_at(c1, other, col),
	    row_at(r2, c2, other, row), col_at(c2, other, col) });
}

static void
number(struct xls_formula *x, struct bytes in, size_t at, size_t n)
{
	for (size_t i = 0; i < n; i++)
		x->f.figure |= le8(in, at + i) != 0;
}

static void
function(struct xls_formula *x, unsigned func)
{
	x->f.not_sum |= func != FUNC_SUM;
	x->is_text |= !gives_number(func);
}

/* Bytes behind the token; *done if what follows cannot be told. */
static size_t
token(struct xls_formula *x, struct bytes in, size_t at, enum token t,
    unsigned row, unsigned col, bool *done)
{
	switch (t) {
	case T_STR:
		x->is_text = x->f.not_sum = true;
		return 2 + (size_t)le8(in, at) *
		    ((le8(in, at + 1) & 1) != 0 ? 2 : 1);
	case T_ATTR:
		if ((le8(in, at) & ATTR_CHOOSE) != 0)
			return 3 + 2 * ((size_t)le16(in, at + 1) + 1);
		break;
	case T_INT:
		number(x, in, at, 2);
		break;
	case T_NUM:
		number(x, in, at, 8);
		break;
	case T_FUNC:
		function(x, le16(in, at));
		break;
	case T_FUNC_VAR:
		function(x, le16(in, at + 1) & 0x7FFF);
		break;
	case T_REF: case T_AREA: case T_REF_N: case T_AREA_N:
		area(x, in, at, t, row, col);
		break;
	case T_ADD: case T_UNION: case T_UPLUS: case T_PAREN: case T_MISSING:
		break;
	case T_NAME: case T_NAME_X: case T_REF_3D: case T_AREA_3D:
		x->f.elsewhere = x->is_text = true;
		break;
	default:
		x->f.not_sum = true;
		x->is_text |= t == T_CONCAT || t >= T_ARRAY;
		x->f.elsewhere |= t >= T_ARRAY;
		*done |= (size_t)t >= sizeof(size);
	}
	return (size_t)t < sizeof(size) ? size[t] : 0;
}

void
xls_formula(struct xls_formula *x, struct bytes in, unsigned row,
    unsigned col)
{
	bool	 done = false;
	size_t	 ntoken = 0;

	*x = (struct xls_formula){ .f.text = STR("=?") };
	for (size_t at = 0; at < in.n && !done; ntoken++) {
		unsigned	 t = le8(in, at++);

		if (t >= 0x20)
			t = (t & 0x1F) | 0x20;
		if (t == T_EXP || t == T_TBL) {
			x->shared = t == T_EXP;
			x->row = le16(in, at);
			x->col = le16(in, at + 2);
			x->f.elsewhere = x->f.not_sum = x->is_text = true;
			return;
		}
		at += token(x, in, at, (enum token)t, row, col, &done);
	}
	/* What a cell has that it only repeats may be a blank. */
	x->is_text |= ntoken < 2 || done;
	x->f.elsewhere |= ntoken == 0 || done;
}
