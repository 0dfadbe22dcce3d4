#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "read/docx_look.h"
#include "read/xml.h"

#define RAISED	8	/* half points */

bool
docx_is_on(const struct xml *x)
{
	const char	*v = xml_attr(x, "w:val");

	return v == NULL || (strcmp(v, "0") != 0 && strcmp(v, "false") != 0 &&
	    strcmp(v, "off") != 0);
}

struct look
look_unsaid(void)
{
	return (struct look){ LOOK_UNSAID, LOOK_UNSAID, LOOK_UNSAID,
	    LOOK_UNSAID };
}

static signed char
shift_of(const char *v)
{
	if (v != NULL && strcmp(v, "superscript") == 0)
		return SHIFT_RAISED;
	return v != NULL && strcmp(v, "subscript") == 0 ? SHIFT_LOWERED :
	    SHIFT_NONE;
}

/*
 * A run raised or lowered by hand (17.3.2.24), in half points: as far as the
 * mark of a footnote.  Less is how figures are put into the middle of cells.
 */
static void
set_position(struct look *l, const char *v)
{
	long	 n = v != NULL ? strtol(v, NULL, 10) : 0;

	if (n >= RAISED)
		l->shift = SHIFT_RAISED;
	else if (n <= -RAISED)
		l->shift = SHIFT_LOWERED;
}

void
look_set(struct look *l, const struct xml *x, const char *name)
{
	if (strcmp(name, "w:vanish") == 0)
		l->vanish = docx_is_on(x);
	else if (strcmp(name, "w:strike") == 0)
		l->strike = docx_is_on(x);
	else if (strcmp(name, "w:dstrike") == 0)
		l->dstrike = docx_is_on(x);
	else if (strcmp(name, "w:vertAlign") == 0)
		l->shift = shift_of(xml_attr(x, "w:val"));
	else if (strcmp(name, "w:position") == 0)
		set_position(l, xml_attr(x, "w:val"));
}

static signed char
either(signed char said, signed char otherwise)
{
	return said != LOOK_UNSAID ? said : otherwise;
}

void
look_inherit(struct look *l, struct look from)
{
	l->vanish = either(l->vanish, from.vanish);
	l->strike = either(l->strike, from.strike);
	l->dstrike = either(l->dstrike, from.dstrike);
	l->shift = either(l->shift, from.shift);
}

bool
look_hides(const struct look *l)
{
	return l->vanish == 1 || l->strike == 1 || l->dstrike == 1;
}

enum shift
look_shift(const struct look *l)
{
	return l->shift == LOOK_UNSAID ? SHIFT_NONE : (enum shift)l->shift;
}
