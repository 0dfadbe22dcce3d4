/*
 * Inside of the output layer: what a format is (cmd/out.c has the table).
 */
#ifndef CMD_OUT_ROW_H
#define CMD_OUT_ROW_H

#include "base/buf.h"
#include "cmd/out.h"

struct out {
	struct arena		*arena;
	FILE			*f;
	struct out_opts		 opts;
	const struct out_writer	*writer;
	struct buf		 line;		/* the row being made */
	struct str		*name;
	int			 ncol;
	long			 nrow;
	int			 fault;		/* errno of a write, or 0 */
	struct out_value	*row;		/* with opts.figures */
	struct out_kept		*first, **end;	/* rows kept by OUT_TABLE */
};

struct out_kept {
	struct out_kept		*next;
	struct out_value	 value[];
};

/* Each appends to out->line, which is written and cleared afterwards. */
struct out_writer {
	const char	*name;
	void		 (*begin)(struct out *);	/* may be NULL */
	void		 (*row)(struct out *, const struct out_value *);
	void		 (*end)(struct out *);		/* may be NULL */
};

extern const struct out_writer	 out_table, out_md, out_html;

/* A character that may not be shown: C0, DEL, C1, bidi overrides. */
bool	out_is_control(uint32_t);

/* Text for an HTML page, escaped; line breaks become <br>. */
void	out_html_text(struct buf *, struct str);

/* Writes the line out and empties it. */
void	out_flush(struct out *);

#endif
