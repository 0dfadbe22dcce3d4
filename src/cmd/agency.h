/* What people said about agencies in another archive. */
#ifndef CMD_AGENCY_H
#define CMD_AGENCY_H

struct cli;
struct err;

/*
 * Takes rulings and successions that this archive does not have.  Where
 * the two say different things about the same, this one's word stands and
 * *nconflict counts it.  Inside a transaction.
 */
int	agency_merge(struct cli *to, struct cli *from, long *ntaken,
	    long *nconflict, struct err *);

#endif
