#include <config.h>

#include <errno.h>
#include <locale.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/err.h"

int
err_set(struct err *e, enum errcode code, const char *fmt, ...)
{
	va_list	 ap;

	e->code = code;
	va_start(ap, fmt);
	vsnprintf(e->msg, sizeof(e->msg), fmt, ap);
	va_end(ap);
	return -1;
}

/* Puts what fmt makes, and ": ", before rest. */
static void __attribute__((format(printf, 3, 0)))
prefix(struct err *e, const char *rest, const char *fmt, va_list ap)
{
	char	 what[sizeof(e->msg)];
	char	 all[2 * sizeof(e->msg) + 2];

	vsnprintf(what, sizeof(what), fmt, ap);
	snprintf(all, sizeof(all), "%s: %s", what, rest);
	memcpy(e->msg, all, sizeof(e->msg) - 1);
	e->msg[sizeof(e->msg) - 1] = '\0';
}

int
err_sys(struct err *e, const char *fmt, ...)
{
	int		 saved = errno;
	locale_t	 c = newlocale(LC_ALL_MASK, "C", (locale_t)0);
	va_list		 ap;

	e->code = ERR_SYS;
	va_start(ap, fmt);
	prefix(e, c != (locale_t)0 ? strerror_l(saved, c) : "it failed", fmt,
	    ap);
	va_end(ap);
	if (c != (locale_t)0)
		freelocale(c);
	return -1;
}

int
err_wrap(struct err *e, const char *fmt, ...)
{
	char	 rest[sizeof(e->msg)];
	va_list	 ap;

	memcpy(rest, e->msg, sizeof(rest));
	va_start(ap, fmt);
	prefix(e, rest, fmt, ap);
	va_end(ap);
	return -1;
}
