/*
 * What "agency suggest" has to say.
 */
#ifndef CMD_AGENCY_H
#define CMD_AGENCY_H

struct cli;
struct err;

/*
 * Lists what a person might look at, *n rows: what schema/cmd's
 * agency_suggest.sql finds among the agencies; "place", the divisions that
 * an ambiguous name fits; "similar", those whose names are like one that no
 * division has; "division", agencies of a division that is no more and of
 * what it became.
 */
int	agency_suggest(struct cli *, long *n, struct err *);

#endif
