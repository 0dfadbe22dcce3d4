/*
 * How the files of form/place.h share the work: what is sought, and what
 * stands around a name as evidence of where it is.
 */
#ifndef FORM_PLACE_SEEK_H
#define FORM_PLACE_SEEK_H

#include "base/buf.h"
#include "form/chain.h"
#include "form/place.h"

struct seek {
	struct arena		*arena;
	const struct divisions	*d;
	const struct place_hint	*hint;
	const struct division	*path;	/* that directories name, or NULL */
	const char		*path_is;	/* "path", or "parent" if so */
	struct chain		 chain;
	struct buf		 evidence;
};

/* In the arena; the hint must live as long. */
struct seek	*seek_new(struct arena *, const struct divisions *,
		    const struct place_hint *);

/* Adds to what people are told about the placement. */
void	seek_say(struct seek *, const char *what, struct str which);

/* Fills in path and path_is. */
void	seek_path(struct seek *);

/*
 * Reads the divisions that a name begins with into the chain, which is empty
 * when there are none.  Those before the last may stand without 市, 县 or 区,
 * 信阳息县, a city also where a province without 省 stands before it, 河南信阳
 * 教育局, and a zone that is in no table before a township.  Returns where
 * the chain begins, in bytes: 0, or behind that zone.
 */
size_t	seek_places(struct seek *, struct str name);

/*
 * A name without the organ of the party that it shares with one of the state:
 * 息县人民政府办公室 of 息县县委办公室息县人民政府办公室; else the name.
 */
struct str	 seek_without_party(struct seek *, struct str name);

/*
 * Whether an organ behind the chain, which begins at a byte of the name, is
 * two of the state, one of them the government or its office: 人民政府及其
 * 办公室, 人民政府办公室、外事办公室.
 */
bool		 seek_is_several(struct seek *, struct str name, size_t at,
		    struct str organ);

/*
 * The organ behind the chain, which seek_places() said begins at a byte:
 * 教育局 of 息县|县教育局 and of 息县|人民政府教育局.
 */
struct str	 seek_organ(struct seek *, struct str name, size_t at);

/*
 * Cuts 县 off 县教育局 where the division is a county; false when the
 * division is not what the name speaks of.
 */
bool	seek_cut_level(struct str *organ, const struct division *);

/*
 * Whether one of the divisions of the chain is left when those that the
 * path, the text or the telephone speak against are struck out, and nothing
 * speaks against that one.  Otherwise the chain stays as it was.
 */
bool	seek_settle(struct seek *);

/*
 * The government that the page is of, by 来源：息县人民政府, or NULL.
 */
const struct division	*seek_source(struct seek *);

/*
 * Of an organ that could be any county's, the division in which the text
 * says that it is: of 县教科局 that calls itself 大竹县教科局.  Or NULL.
 */
const struct division	*seek_self(struct seek *, struct str organ);

/*
 * Of 县教育局 the one county whose government, or whose 教育局, the text names:
 * what it calls a county's is one's own, if it is all of the same.  Of 市财政局
 * only where the text names that of a city.  Or NULL.
 */
const struct division	*seek_named(struct seek *, struct str organ);

#endif
