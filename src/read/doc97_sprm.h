/* Single property modifiers: one change each ([MS-DOC] 2.2.5, 2.6). */
#ifndef READ_DOC97_SPRM_H
#define READ_DOC97_SPRM_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

struct row_def;

enum sprm_op {
	SPRM_C_RMARK_DEL = 0x0800,	/* deleted in a tracked change */
	SPRM_C_STRIKE = 0x0837,
	SPRM_C_VANISH = 0x083C,
	SPRM_C_RAISED = 0x2A48,
	SPRM_C_DSTRIKE = 0x2A53,
	SPRM_C_STYLE = 0x4A30,
	SPRM_C_SYMBOL = 0x6A09,
	SPRM_P_IN_TABLE = 0x2416,
	SPRM_P_TTP = 0x2417,
	SPRM_P_INNER_CELL = 0x244B,
	SPRM_P_INNER_TTP = 0x244C,
	SPRM_P_ITAP = 0x6649,
	SPRM_P_DTAP = 0x664A,
	SPRM_P_OUTLINE = 0x2640,
	SPRM_P_ILVL = 0x260A,
	SPRM_P_ILFO = 0x460B,
	SPRM_P_CHG_TABS = 0xC615,
	SPRM_P_HUGE_OLD = 0x6645,
	SPRM_P_HUGE = 0x6646,
	SPRM_P_TABLE_PROPS = 0x646B,
	SPRM_T_DEF_TABLE = 0xD608,
	SPRM_T_DXA_LEFT = 0x9601,
	SPRM_T_GAP_HALF = 0x9602,
	SPRM_T_INSERT = 0x7621,
	SPRM_T_DELETE = 0x5622,
	SPRM_T_DXA_COL = 0x7623,
	SPRM_T_MERGE = 0x5624,
	SPRM_T_SPLIT = 0x5625,
	SPRM_T_VERT_MERGE = 0xD62B,
};

struct sprm {
	uint16_t	 op;
	struct bytes	 arg;		/* without its length */
};

/* Takes the first change off a list; false at its end or if it is cut. */
bool	sprm_next(struct bytes *list, struct sprm *);

/* Does to a row what the change says; false if it says nothing of rows. */
bool	row_change(struct row_def *, const struct sprm *);

#endif
