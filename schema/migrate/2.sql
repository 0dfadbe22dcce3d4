-- From 1 to 2: what people say becomes a log, in which words can be taken
-- back.  Views of the old version name these tables, so none is renamed.
ALTER TABLE correction ADD COLUMN kind TEXT NOT NULL DEFAULT 'filer';
ALTER TABLE correction ADD COLUMN stated TEXT NOT NULL DEFAULT '';
ALTER TABLE correction ADD COLUMN said_on TEXT NOT NULL DEFAULT '';
ALTER TABLE correction ADD COLUMN withdrawn INTEGER NOT NULL DEFAULT 0;

CREATE TEMP TABLE verdict_1 AS SELECT * FROM main.verdict ORDER BY id;
DROP TABLE main.verdict;
CREATE TABLE verdict (
	id		INTEGER PRIMARY KEY,
	fingerprint	TEXT NOT NULL,
	verdict		TEXT NOT NULL,
	reason		TEXT NOT NULL,
	author		TEXT NOT NULL,
	said_on		TEXT NOT NULL DEFAULT '',
	withdrawn	INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX verdict_fingerprint ON verdict (fingerprint);
INSERT INTO verdict (id, fingerprint, verdict, reason, author)
SELECT id, fingerprint, verdict, reason, author FROM temp.verdict_1;
DROP TABLE temp.verdict_1;

CREATE TEMP TABLE ruling_1 AS SELECT * FROM main.agency_ruling ORDER BY id;
DROP TABLE main.agency_ruling;
CREATE TABLE agency_ruling (
	id		INTEGER PRIMARY KEY,
	spelling	TEXT NOT NULL,
	path		TEXT NOT NULL,
	division_code	TEXT,
	kind		TEXT,
	same_as		TEXT,
	reason		TEXT NOT NULL,
	author		TEXT NOT NULL,
	said_on		TEXT NOT NULL DEFAULT '',
	withdrawn	INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX agency_ruling_spelling ON agency_ruling (spelling, path);
INSERT INTO agency_ruling (id, spelling, path, division_code, kind, same_as,
       reason, author)
SELECT id, spelling, path, division_code, kind, same_as, reason, author
  FROM temp.ruling_1;
DROP TABLE temp.ruling_1;

CREATE TEMP TABLE succession_1 AS SELECT * FROM main.succession ORDER BY id;
DROP TABLE main.succession;
CREATE TABLE succession (
	id		INTEGER PRIMARY KEY,
	predecessor	TEXT NOT NULL,
	successor	TEXT NOT NULL,
	happened_on	TEXT NOT NULL,
	kind		TEXT NOT NULL,
	reason		TEXT NOT NULL,
	author		TEXT NOT NULL,
	said_on		TEXT NOT NULL DEFAULT '',
	withdrawn	INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX succession_both ON succession (predecessor, successor);
INSERT INTO succession (id, predecessor, successor, happened_on, kind,
       reason, author)
SELECT id, predecessor, successor, happened_on, kind, reason, author
  FROM temp.succession_1;
DROP TABLE temp.succession_1;

CREATE TABLE user_rule (
	id		INTEGER PRIMARY KEY,
	rule		TEXT NOT NULL,
	text		TEXT NOT NULL,
	reason		TEXT NOT NULL,
	author		TEXT NOT NULL,
	said_on		TEXT NOT NULL DEFAULT '',
	withdrawn	INTEGER NOT NULL DEFAULT 0
);
