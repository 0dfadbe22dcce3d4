#include <config.h>

#include <stdbool.h>

#include "base/arena.h"
#include "read/hz.h"

#define BAD	0xFF

struct bytes
hz_to_gb(struct arena *a, struct bytes in)
{
	unsigned char	*p = arena_alloc(a, in.n + 1, 1);
	size_t		 n = 0;
	bool		 wide = false;

	for (size_t i = 0; i < in.n; i++) {
		unsigned char	 c = in.p[i];
		unsigned char	 next = i + 1 < in.n ? in.p[i + 1] : 0;

		if (c == '~' && next == (wide ? '}' : '{')) {
			wide = !wide;
			i++;
		} else if (wide && c >= 0x21 && c <= 0x77 &&
		    next >= 0x21 && next <= 0x7E) {
			p[n++] = c | 0x80;
			p[n++] = next | 0x80;
			i++;
		} else if (!wide && c == '~' && (next == '~' ||
		    next == '\n')) {
			if (next == '~')
				p[n++] = '~';
			i++;
		} else {
			/* A line end ends it as well. */
			wide = wide && c != '\n';
			p[n++] = wide || c >= 0x80 ? BAD : c;
		}
	}
	return (struct bytes){ p, n };
}
