#include <config.h>

#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "cmd/lang.h"

void
lang_init(void)
{
#ifdef ENABLE_NLS
	const char	*dir = getenv("TEXTDOMAINDIR");

	setlocale(LC_MESSAGES, "");
	bindtextdomain(PACKAGE, dir != NULL && *dir != '\0' ? dir : LOCALEDIR);
	bind_textdomain_codeset(PACKAGE, "UTF-8");
	textdomain(PACKAGE);
#endif
}

bool
lang_has_translations(void)
{
#ifdef ENABLE_NLS
	return true;
#else
	return false;
#endif
}

/* The first of these variables that says something, or NULL. */
static const char *
first_of(const char *const *name, int n)
{
	for (int i = 0; i < n; i++) {
		const char	*v = getenv(name[i]);

		if (v != NULL && *v != '\0')
			return v;
	}
	return NULL;
}

/*
 * What rules and notes mean is there in both languages, also where no
 * locale is installed; which one is read is said as for gettext(3).
 */
bool
lang_is_chinese(void)
{
	static const char *const name[] = { "LANGUAGE", "LC_ALL",
	    "LC_MESSAGES", "LANG" };
	const char	*v = first_of(name + 1, 3);

	if (v == NULL || strcmp(v, "C") == 0 || strcmp(v, "POSIX") == 0)
		return false;
	return strncmp(first_of(name, 4), "zh", 2) == 0;
}
