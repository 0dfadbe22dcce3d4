#include <config.h>

#include <assert.h>
#include <string.h>

#include "base/embed.h"

struct str
embed_text(const char *name)
{
	const struct embed	*e = embeds;

	while (e->name != NULL && strcmp(e->name, name) != 0)
		e++;
	assert(e->name != NULL);
	return (struct str){ e->text, e->size };
}
