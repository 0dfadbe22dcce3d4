-- Facts: what cannot be made again.  Rows are added, never taken away;
-- these tables alone are migrated (schema/migrate/), by user_version.

-- The originals, in the layout of SQLite's own archives: "sqlite3 -A -x"
-- takes them out without this program.
CREATE TABLE sqlar (
	name	TEXT PRIMARY KEY,	-- path of the first version; others ~2
	mode	INT,			-- always 0100644
	mtime	INT,			-- always 0: nothing here has a clock
	sz	INT,			-- size as it came
	data	BLOB	-- deflated, or as is when that is smaller
);

-- The files that were imported, and the members of containers among them.
CREATE TABLE source (
	id		INTEGER PRIMARY KEY,	-- in the order of import
	path		TEXT NOT NULL,	-- as given; '/' between
	name		TEXT NOT NULL,	-- its last component
	version		INTEGER NOT NULL, -- 1, and up when the content changed
	is_current	INTEGER NOT NULL,	-- 1: the version that is read
	container	INTEGER REFERENCES source (id),	-- it was found in, or NULL
	member		TEXT NOT NULL,	-- its name in the container, or ''
	archive		TEXT REFERENCES sqlar (name),	-- NULL for members
	sha256		TEXT NOT NULL,	-- of the bytes, 64 hex digits
	size		INTEGER NOT NULL,	-- in bytes
	media_type	TEXT,		-- "text/html"; NULL: unknown
	charset		TEXT,		-- what the text was decoded from
	reader		TEXT,		-- what read it, or kind of container
	by_line		INTEGER NOT NULL, -- 1: lines are lines of the source
	encoding	TEXT NOT NULL,	-- told on import, or ''
	given_agency	TEXT NOT NULL,	-- told on import, or ''
	given_parent	TEXT NOT NULL,	-- told on import, or ''
	given_year	INTEGER,	-- told on import, or NULL
	UNIQUE (path, version)
);
CREATE INDEX source_name ON source (name);
CREATE INDEX source_sha256 ON source (sha256);
CREATE INDEX source_container ON source (container);

-- What people say.  Each of these tables is a log: the last row about the
-- same thing counts, and one with withdrawn = 1 takes back what was said.
-- The views verdict_now, correction_now, ruling_now, succession_now and
-- user_rule_now have what counts.

-- What a person says a figure should be.  The printed value stays.
CREATE TABLE correction (
	id		INTEGER PRIMARY KEY,	-- in the order of entry
	sha256		TEXT NOT NULL,	-- of the source it corrects
	agency		TEXT NOT NULL,	-- as in filing.spelling or agency.name
	year		INTEGER NOT NULL,	-- report year
	item		TEXT NOT NULL,	-- code of the item
	applicant	TEXT NOT NULL,	-- code of the column, or ''
	printed		TEXT NOT NULL,	-- what was read there then
	value		NUMERIC,	-- what it should be; NULL: no number
	reason		TEXT NOT NULL,	-- why
	evidence	TEXT NOT NULL,	-- where that is to be seen, or ''
	author		TEXT NOT NULL,	-- who says so
	kind		TEXT NOT NULL DEFAULT 'filer',	-- whose error: filer,
					-- or misread: another is printed
	stated		TEXT NOT NULL DEFAULT '',	-- the value as given
	said_on		TEXT NOT NULL DEFAULT '',	-- when, or ''
	withdrawn	INTEGER NOT NULL DEFAULT 0	-- 1: it is taken back
);
CREATE INDEX correction_sha256 ON correction (sha256);
CREATE INDEX correction_agency ON correction (agency, year);

-- What a person says about a finding.
CREATE TABLE verdict (
	id		INTEGER PRIMARY KEY,	-- in the order of entry
	fingerprint	TEXT NOT NULL,	-- of the finding
	verdict		TEXT NOT NULL,	-- "accepted", "disputed", …
	reason		TEXT NOT NULL,	-- why
	author		TEXT NOT NULL,	-- who says so
	said_on		TEXT NOT NULL DEFAULT '',	-- when, or ''
	withdrawn	INTEGER NOT NULL DEFAULT 0	-- 1: it is taken back
);
CREATE INDEX verdict_fingerprint ON verdict (fingerprint);

-- What a person says about the name of an agency: where it is, or which
-- other agency it is.  The longest path that fits a file decides.
CREATE TABLE agency_ruling (
	id		INTEGER PRIMARY KEY,	-- in the order of entry
	spelling	TEXT NOT NULL,	-- of the agency in a report
	path		TEXT NOT NULL,	-- of the files it is about, or the
					-- folder they are in; '': of all
	division_code	TEXT,		-- where it is; NULL: see same_as
	kind		TEXT,	-- as in agency.kind; NULL: as the name says
	same_as		TEXT,		-- agency.key, or name of one without
	reason		TEXT NOT NULL,	-- why
	author		TEXT NOT NULL,	-- who says so
	said_on		TEXT NOT NULL DEFAULT '',	-- when, or ''
	withdrawn	INTEGER NOT NULL DEFAULT 0	-- 1: it is taken back
);
CREATE INDEX agency_ruling_spelling ON agency_ruling (spelling, path);

-- Agencies that went on as others.  Series are not joined by this alone.
CREATE TABLE succession (
	id		INTEGER PRIMARY KEY,	-- in the order of entry
	predecessor	TEXT NOT NULL,	-- agency.key, or name of one without
	successor	TEXT NOT NULL,	-- the same
	happened_on	TEXT NOT NULL,	-- "2019-03", as exact as is known
	kind		TEXT NOT NULL,	-- rename, merge, split or transfer
	reason		TEXT NOT NULL,	-- on what ground
	author		TEXT NOT NULL,	-- who says so
	said_on		TEXT NOT NULL DEFAULT '',	-- when, or ''
	withdrawn	INTEGER NOT NULL DEFAULT 0	-- 1: it is taken back
);
CREATE INDEX succession_both ON succession (predecessor, successor);

-- Rules that people add to those of this program.
CREATE TABLE user_rule (
	id		INTEGER PRIMARY KEY,	-- in the order of entry
	rule		TEXT NOT NULL,	-- its id: U01
	text		TEXT NOT NULL,	-- header and SELECT, as given
	reason		TEXT NOT NULL,	-- why it was added
	author		TEXT NOT NULL,	-- who added it
	said_on		TEXT NOT NULL DEFAULT '',	-- when, or ''
	withdrawn	INTEGER NOT NULL DEFAULT 0	-- 1: it is taken back
);

-- A table of divisions that is used instead of the one built in.
CREATE TABLE division_snapshot (
	id	INTEGER PRIMARY KEY,	-- always 1
	name	TEXT NOT NULL,	-- of the file it came from
	data	TEXT NOT NULL	-- lines of code, tab and name
);

-- How many people live where, for rates.  Empty until somebody fills it.
CREATE TABLE population (
	id		INTEGER PRIMARY KEY,	-- row number
	division_code	TEXT NOT NULL,	-- as in agency.division_code
	year		INTEGER NOT NULL,	-- which
	population	INTEGER NOT NULL,	-- at the end of the year
	evidence	TEXT NOT NULL DEFAULT '', -- where that is to be seen
	UNIQUE (division_code, year)
);

-- Thresholds of rules and queries.  Change a value, then check again.
CREATE TABLE setting (
	name	TEXT PRIMARY KEY,	-- rule or query, a dot, what
	value	NUMERIC NOT NULL,	-- the number
	unit	TEXT NOT NULL		-- of what, in words
);
INSERT INTO setting (name, value, unit) VALUES
	('B08.township', 1000, '万元, fees of a township'),
	('B08.county', 100000, '万元, fees of a county'),
	('B08.ratio', 1000, 'times the fees of a neighbouring year'),
	('C04.similarity', 0.90, 'of two texts, 0 to 1'),
	('C04.length', 200, 'characters of each text at least'),
	('C06.nonzero', 3, 'figures other than 0 at least'),
	('C07.floor', 20, 'the larger of two years at least'),
	('C07.ratio', 5, 'times the other year, or its inverse'),
	('D04.floor', 5, 'requests in hand at least'),
	('D06.floor', 10, 'requests in hand at least'),
	('D06.share', 0.30, 'of the requests in hand'),
	('D07.floor', 3, 'disputes at least'),
	('D11.floor', 5, 'direct suits at least'),
	('D11.year', 2024, 'report year from which on'),
	('E13.tolerance', 0.1, 'points of a percentage'),
	('F16.length', 10, 'characters of section 五 at least'),
	('query.min_n', 30, 'denominator of a rate that is ranked');
