/*
 * Corrections and the cells that they change.
 *
 * A correction of kind "misread" says that something else is printed than
 * was read: it is put into the tables of figures as soon as it is there,
 * and whenever the filing is stored.  One of kind "filer" says that what is
 * printed is wrong: it is laid over the tables for as long as somebody asks
 * (STORE_TRY) and never kept there.
 */
#ifndef STORE_CORRECT_H
#define STORE_CORRECT_H

#include <stdint.h>

#include "base/str.h"

struct err;
struct filing;
struct store;

/*
 * Puts the corrections of our misreadings that count into the cells of a
 * stored filing, which is then to be checked anew.
 */
int	store_correct(struct store *, int64_t filing, struct err *);

/*
 * Gives a cell of a stored filing back what this reading of it has, or
 * nothing; the filing is then to be checked anew.
 */
int	store_uncorrect(struct store *, int64_t filing, const struct filing *,
	    struct str item, struct str applicant, struct err *);

/*
 * Lays all corrections of filers' errors over the tables, and applies the
 * rules anew where that changes anything; *ncell is how many cells.  For
 * transactions that are rolled back.
 */
int	store_overlay(struct store *, long *ncell, struct err *);

#endif
