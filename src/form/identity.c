#include <config.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "doc/doc.h"
#include "form/division.h"
#include "form/identity.h"
#include "form/line.h"
#include "form/title_search.h"
#include "form/when.h"
#include "form/who.h"
#include "form/year.h"

#define HEAD_LINES	1000	/* lines before section 一 that are looked at */
#define HEAD_NO_SECTION	60	/* the same when there is no section 一 */
#define FOOT_LINES	12	/* of the whole document */
#define NEAR		3	/* lines after the title that may name who */
#define DRAFT_NEAR	2	/* lines from it that may call it a draft */

struct search {
	struct arena		*arena;
	struct filing		*filing;
	struct textlines	 lines;
	int			 head;	/* lines before section 一 */
	struct title		 meta;	/* the document's own title */
	struct title		 told;	/* the report as the text names it */
	int			 told_line;
	bool			 has_meta, has_told;
	struct str		 self;	/* what else the text calls it */
	struct title_found	 best;
};

static int
head_length(const struct textlines *t)
{
	int	 n = t->section[1];

	if (n < 0)
		return t->n < HEAD_NO_SECTION ? t->n : HEAD_NO_SECTION;
	n++;	/* in text without line ends the title is there, too */
	return n < HEAD_LINES ? n : HEAD_LINES;
}

static bool
take_agency(struct filing *f, struct str who, const char *from)
{
	if (f->agency.n != 0 || who.n == 0)
		return false;
	f->agency = who;
	f->agency_from = from;
	return true;
}

/* A line of its own under the title: 桃江县松木塘镇人民政府. */
static struct str
who_below(struct search *s)
{
	int	 first = s->best.last + 1;

	for (int i = first; i < first + NEAR && i < s->head; i++) {
		struct str	 line = s->lines.v[i].bare;
		struct str	 who = organ_trim(s->arena, line);

		/* 县政府办公室： is whom it is written to. */
		if (organ_like(who) && !str_ends(line, STR("：")) &&
		    !str_ends(line, STR(":")))
			return who;
	}
	return STR("");
}

/* 息县审计局文件, the head of a letter, over the title. */
static struct str
who_above(struct search *s)
{
	for (int i = s->best.first - 1; i >= 0 && i >= s->best.first - NEAR;
	    i--) {
		struct str	 line = s->lines.v[i].bare, who;

		if (!str_ends(line, STR("文件")))
			continue;
		who = organ_trim(s->arena, line);
		if (organ_like(who))
			return who;
	}
	return STR("");
}

/* The year of a line that has nothing else but brackets; 0. */
static int
year_line(struct str line)
{
	size_t	 at = 0, n, rest;
	int	 y = year_find(line, &at, &n);

	rest = y != 0 ? line.n - n : 0;
	return y != 0 && (rest == 0 || (at != 0 && at <= 3 &&
	    (line.p[0] == '(' || str_starts(line, STR("（"))) &&
	    rest <= 2 * sizeof "（")) ? y : 0;
}

/* （二〇二一年）, 2021年度: a line with the year that the title lacks. */
static int
year_near(struct search *s)
{
	int	 y = 0;

	for (int i = s->best.last + 1; s->best.first >= 0 && i < s->head &&
	    i <= s->best.last + NEAR && y == 0; i++)
		y = year_line(s->lines.v[i].bare);
	if (y == 0 && s->best.first > 0)
		y = year_line(s->lines.v[s->best.first - 1].bare);
	/* The last of a list of years says nothing. */
	if (y != 0 && s->best.first > 1 &&
	    year_line(s->lines.v[s->best.first - 2].bare) != 0 &&
	    y == year_line(s->lines.v[s->best.first - 1].bare))
		return 0;
	return y;
}

/* The line behind section 一, or so. */
static int
overview_end(const struct search *s)
{
	int	 n = s->lines.section[2];

	if (n >= 0 && n > s->lines.section[1])
		return n;
	return s->lines.n < HEAD_NO_SECTION ? s->lines.n : HEAD_NO_SECTION;
}

/*
 * "现公布遵义市统计局2022年政府信息公开工作年度报告": as good as a title.  Where
 * no line has it, it may be broken over two.
 */
static void
find_told(struct search *s, bool broken)
{
	for (int i = 0; i + broken < overview_end(s) && !s->has_told; i++) {
		struct str	 rest = s->lines.v[i].bare, sentence;

		if (broken && year_line(rest) != 0)
			continue;	/* an entry of a list, beside it */
		s->told_line = s->lines.v[i].line;
		if (broken)
			rest = textlines_broken(s->arena, &s->lines, i);
		while (!s->has_told && str_sentence(&rest, &sentence))
			s->has_told = title_in_text(s->arena, sentence,
			    &s->told);
	}
}

/* An organ that the text does not contradict: not 我镇 of one that is none. */
static bool
is_own(struct search *s, struct str who)
{
	return organ_like(who) && !who_is_other(&s->lines, s->best.last + 1,
	    overview_end(s), who);
}

/*
 * The office that answers, or the government that it is of, if the report
 * says that it sums up others; neither where it speaks of 我县 only, or
 * tells what 县政府 did.
 */
static struct str
of_office(struct search *s, struct str office)
{
	int	 end = overview_end(s);

	if (who_sums_up(&s->lines, 0, end))
		return str_sub(office, 0, str_find(office, STR("办"), 0));
	return who_may_be_office(&s->lines, s->best.last + 1, end, office) &&
	    !who_is_government(s->arena, &s->lines, s->best.last + 1, end) ?
	    office : STR("");
}

static void
find_agency(struct search *s, const struct bind_opts *o,
    const struct imprint *im, struct str signer, const struct named *path)
{
	struct filing	*f = s->filing;
	struct str	 who, acts, told;

	(void)take_agency(f, str_dup(s->arena, o->agency), "option");
	if (organ_like(s->best.title.agency))
		(void)take_agency(f, s->best.title.agency, "title");
	if (f->agency.n != 0 && s->has_meta && s->best.first >= 0 &&
	    organ_like(s->meta.agency) && o->agency.n == 0 &&
	    !str_has(s->meta.agency, f->agency) &&
	    !str_has(f->agency, s->meta.agency))
		note_add(s->arena, &f->notes, NOTE_CONFLICT, f->title_line,
		    "agency: " STR_FMT ", " STR_FMT, STR_ARG(f->agency),
		    STR_ARG(s->meta.agency));
	if (s->has_meta && organ_like(s->meta.agency))
		(void)take_agency(f, s->meta.agency, "metadata");
	if (f->agency.n == 0 && s->best.score != 0)
		(void)take_agency(f, who_below(s), "line");
	if (f->agency.n == 0 && s->best.score != 0)
		(void)take_agency(f, who_above(s), "line");
	/* What is no name of an organ may still be one that we do not know. */
	if (!organ_anybody(s->best.title.agency))
		(void)take_agency(f, s->best.title.agency, "title");
	told = s->has_told ? s->told.agency : STR("");
	(void)take_agency(f, told, "text");
	acts = who_acts(s->arena, &s->lines, s->best.last + 1,
	    overview_end(s));
	who = who_compiled(s->arena, &s->lines);
	/* Its office answers for a government as well as for itself. */
	if (who_is_office(who) && is_own(s, acts))
		who = acts;
	if (who_is_office(who))
		who = of_office(s, who);
	s->self = told.n != 0 && !str_eq(told, f->agency) ? told :
	    who.n != 0 ? who : acts;
	if (is_own(s, who))
		(void)take_agency(f, who, "text");
	(void)take_agency(f, signer, "signature");
	if (is_own(s, acts))
		(void)take_agency(f, acts, "text");
	if (!source_is_media(im->source_org) && is_own(s, im->source_org))
		(void)take_agency(f, im->source_org, "source");
	if (is_own(s, im->crumb))
		(void)take_agency(f, im->crumb, "source");
	/* 县/xx.html is no place for what 我镇 did, nor for 我局. */
	if (is_own(s, path->agency))
		(void)take_agency(f, path->agency, "path");
	if (f->agency.n == 0)
		note_add(s->arena, &f->notes, NOTE_NO_AGENCY, 0, "%s", "");
}

struct evidence {
	const char	*name;
	int		 year, line;
};

/* Notes and observes what disagrees with the year that was settled on. */
static void
compare_years(struct search *s, const struct evidence *e, int n, int base)
{
	struct filing	*f = s->filing;

	for (int i = 0; i < n; i++) {
		int	 line = e[i].line != 0 ? e[i].line : f->title_line;

		if (e[i].year == 0 || i == base || e[i].year == e[base].year)
			continue;
		note_add(s->arena, &f->notes, NOTE_CONFLICT, line,
		    "year: %s %d, %s %d", e[base].name, e[base].year,
		    e[i].name, e[i].year);
		/* What the user said is no evidence against the filer. */
		if (base == 0)
			continue;
		filing_add_obs(s->arena, f, OBS_YEAR_CONFLICT, line,
		    str_of(arena_printf(s->arena, "%s/%s", e[base].name,
		    e[i].name)), str_of(arena_printf(s->arena, "%d/%d",
		    e[base].year, e[i].year)));
	}
}

static void
find_year(struct search *s, const struct bind_opts *o,
    const struct named *path, struct date published)
{
	enum { OPTION, PERIOD, TITLE, TEXT, FILE_NAME, N_EVIDENCE };
	struct filing		*f = s->filing;
	struct year_seen	 period, text, alone, amiss;
	struct evidence		 e[N_EVIDENCE] = {
		[OPTION] = { "option", o->year, 0 },
		[TITLE] = { "title", s->best.title.year, f->title_line },
		[FILE_NAME] = { "file name",
		    path->year_in_file ? path->year : 0, 0 },
	};
	int			 base = 0;

	period = year_of_period(s->arena, f, &s->lines);
	e[PERIOD] = (struct evidence){ "period", period.year, period.line };
	if (e[TITLE].year == 0 && s->best.score != 0)
		e[TITLE].year = year_near(s);
	if (e[TITLE].year == 0 && s->has_meta)
		e[TITLE].year = s->meta.year;
	if (e[TITLE].year == 0 && s->has_told)
		e[TITLE] = (struct evidence){ "title", s->told.year,
		    s->told_line };
	text = year_of_text(&s->lines);
	e[TEXT] = (struct evidence){ "text", text.year, text.line };
	alone = year_alone(&s->lines, s->head);
	if (e[TITLE].year == 0 && text.year == 0)
		e[TEXT] = (struct evidence){ "text", alone.year, alone.line };
	while (base < N_EVIDENCE && e[base].year == 0)
		base++;
	if (base == N_EVIDENCE) {
		f->year = path->year;
		f->year_from = path->year != 0 ? "path" : "";
		if (path->year == 0 && published.year > YEAR_FIRST) {
			f->year = published.year - 1;
			f->year_from = "published";
		}
		if (f->year == 0)
			note_add(s->arena, &f->notes, NOTE_NO_YEAR, 0, "%s",
			    "");
	} else {
		f->year = e[base].year;
		f->year_from = e[base].name;
	}
	if (f->year == 0)
		return;
	amiss = year_amiss(&s->lines, s->best.last + 1,
	    e[TITLE].year != 0 ? e[TITLE].year : f->year);
	if (base < TEXT)
		e[TEXT] = (struct evidence){ "text", amiss.year, amiss.line };
	if (base < N_EVIDENCE)
		compare_years(s, e, N_EVIDENCE, base);
}

/* （征求意见稿）: a line of its own, above the title or below it. */
static struct str
draft_near(struct search *s)
{
	for (int i = s->best.first - DRAFT_NEAR; s->best.first >= 0 &&
	    i <= s->best.last + DRAFT_NEAR && i < s->head; i++)
		if (i >= 0 && title_is_draft(s->lines.v[i].bare) &&
		    !str_has(s->best.title.text, s->lines.v[i].bare))
			return s->lines.v[i].bare;
	return STR("");
}

static void
find_dates(struct search *s, const struct imprint *im, const struct doc *doc,
    struct date signed_on, struct date *out)
{
	size_t		 at = 0, n;
	struct date	 d;

	*out = im->published;
	if (out->year == 0 && date_find(str_bare(s->arena, doc->date), &at, &n,
	    &d))
		*out = d;
	for (int i = s->best.last + 1; s->best.first >= 0 &&
	    i <= s->best.last + NEAR && i < s->head && out->year == 0; i++)
		if (date_alone(s->lines.v[i].bare, &d))
			*out = d;
	if (out->year == 0)
		*out = signed_on;
	if (out->year != 0 && date_valid(*out))
		s->filing->published_on = date_iso(s->arena, *out);
}

/*
 * The parts of a filing that speak of where it is from: all before section
 * 二, where the preamble and the telephone are, and the foot.
 */
static struct str
text_around(struct search *s)
{
	int		 two = s->lines.section[2];
	struct buf	 b;

	buf_init(&b, s->arena);
	for (int i = 0; i < s->lines.n; i++) {
		if (i >= (two >= 0 ? two : HEAD_LINES) &&
		    i < s->lines.n - FOOT_LINES)
			continue;
		buf_str(&b, s->lines.v[i].bare);
		buf_char(&b, '\n');
	}
	return buf_text(&b);
}

/* 息县教育局2021年…年度报告_息县人民政府: the owner of the site. */
static struct str
site_of(struct search *s, const struct doc *doc)
{
	struct str	 title = str_bare(s->arena, doc->title);
	size_t		 from = 0;

	for (size_t at = 0; at < title.n; )
		switch (utf8_next(title, &at)) {
		case '-': case '_': case '|': case 0x2014: case 0x2013:
		case 0xFF0D: case 0xFF5C:
			from = at;
			break;
		default:
			break;
		}
	return from != 0 ? str_from(title, from) : STR("");
}

static void
find_place(struct search *s, const struct bind_opts *o,
    const struct doc *doc)
{
	struct filing		*f = s->filing;
	struct place_hint	 hint = { .path = o->path,
	    .source_org = f->source_org, .parent = o->parent,
	    .year = f->year, .self = s->self };
	struct buf		 b;

	if (o->divisions == NULL || f->agency.n == 0)
		return;
	hint.text = text_around(s);
	if (hint.source_org.n == 0 || source_is_media(hint.source_org))
		hint.source_org = site_of(s, doc);
	f->place = place_find(s->arena, o->divisions, f->agency, &hint);
	if (f->place.ncandidate > 0) {
		buf_init(&b, s->arena);
		for (int i = 0; i < f->place.ncandidate; i++)
			buf_printf(&b, "%s%s", i != 0 ? " " : "",
			    f->place.candidate[i]);
		note_add(s->arena, &f->notes, NOTE_AMBIGUOUS_PLACE,
		    f->title_line, STR_FMT ": " STR_FMT, STR_ARG(f->agency),
		    STR_ARG(buf_text(&b)));
	} else if (f->place.division[0] == '\0' &&
	    f->place.level != LEVEL_CENTRAL) {
		note_add(s->arena, &f->notes, NOTE_UNPLACED, f->title_line,
		    STR_FMT, STR_ARG(f->agency));
	}
}

void
identity_find(struct arena *a, struct filing *f, const struct block *first,
    const struct block *end, const struct doc *doc, const struct bind_opts *o)
{
	struct search	 s = { .arena = a, .filing = f };
	struct imprint	 im;
	struct named	 path;
	struct date	 signed_on, published;
	struct str	 signer;
	int		 line;

	s.lines = textlines_of(a, first, end);
	textlines_sections(a, &s.lines, f);
	s.head = head_length(&s.lines);
	s.has_meta = title_parse(a, str_bare(a, doc->title), &s.meta);
	f->agency_from = f->year_from = "";
	f->place = (struct placement){ .level = LEVEL_UNKNOWN,
	    .division = "", .reporting = "" };

	s.best = title_search(a, &s.lines, s.head, s.has_meta ? &s.meta : NULL);
	if (s.best.score != 0) {
		f->title = str_cat(a, s.best.title.text, draft_near(&s));
		f->title_line = s.best.first >= 0 ?
		    s.lines.v[s.best.first].line : 0;
	}
	find_told(&s, false);
	if (!s.has_told)
		find_told(&s, true);
	im = imprint_find(a, &s.lines, 0, s.head);
	f->source_org = im.source_org;
	signer = who_signed(a, &s.lines, &signed_on);
	path = who_path(a, o->path);
	find_agency(&s, o, &im, signer, &path);
	find_dates(&s, &im, doc, signed_on, &published);
	find_year(&s, o, &path, published);
	if (f->year != 0 && (line = year_named(&s.lines, s.best.last + 1,
	    f->year)) != 0)
		filing_add_obs(a, f, OBS_YEAR_IN_TEXT, line, STR(""), STR(""));
	find_place(&s, o, doc);
}
