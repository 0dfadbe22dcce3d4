#include <config.h>

#include "base/arena.h"
#include "base/err.h"
#include "cmd/cmd.h"
#include "cmd/lang.h"
#include "cmd/reopen.h"
#include "read/charset.h"
#include "read/pack.h"

int
reopen_source(struct cli *cli, int64_t id, struct source *src, struct err *e)
{
	int	 r;

	r = store_next_source(cli->store, cli->arena, id - 1, src, e);
	if (r < 0)
		return -1;
	if (r == 0 || src->id != id)
		return err_set(e, ERR_USAGE, _("that is a version that was "
		    "replaced; \"extract\" has it"));
	return 0;
}

int
reopen_body(struct cli *cli, const struct source *src, struct bytes *body,
    const char **cut, struct err *e)
{
	struct member	*m;
	struct bytes	 whole;
	struct container box;

	if (store_original(cli->store, cli->arena, src->id, &whole, e) < 0 ||
	    unpack(cli->arena, whole, &m, &box, e) < 0)
		return -1;
	while (m != NULL && !str_eq(m->name, src->member))
		m = m->next;
	if (m == NULL || m->fault != NULL)
		return err_set(e, ERR_FORMAT, "%.*s: %s", STR_ARG(src->path),
		    m == NULL ? "a container" : m->fault);
	*body = m->data;
	*cut = m->name.n == 0 ? box.cut : NULL;
	return 0;
}

int
reopen_text(struct cli *cli, const struct source *src, struct str *text,
    struct err *e)
{
	const char	*encoding = src->encoding.n > 0 ? src->encoding.p :
			    src->charset;
	struct decoded	 d;
	struct bytes	 body;
	const char	*cut;

	if (reopen_body(cli, src, &body, &cut, e) < 0 ||
	    charset_decode(cli->arena, body, encoding, NULL, &d, e) < 0)
		return -1;
	*text = d.text;
	return 0;
}
