-- Agencies and those they came from, for series that go on under another
-- name.  Nothing but what asks for this view joins them.

CREATE VIEW agency_line AS
WITH RECURSIVE link (successor, predecessor, kind, happened_on) AS (
	SELECT b.id, a.id, s.kind, s.happened_on
	  FROM succession_now s
	  JOIN agency a ON a.key = s.predecessor
	               OR (a.key = '' AND a.name = s.predecessor)
	  JOIN agency b ON b.key = s.successor
	               OR (b.key = '' AND b.name = s.successor)),
line (agency, member, kind, happened_on) AS (
	SELECT id, id, NULL, NULL FROM agency
	UNION
	SELECT l.agency, k.predecessor, k.kind, k.happened_on
	  FROM line l JOIN link k ON k.successor = l.member
	 WHERE k.predecessor <> l.agency)
SELECT agency, member, kind, happened_on FROM line;

-- The report years of an agency, as far as people said that it was renamed or
-- merged: the report on the year itself is due from what it became.
CREATE VIEW agency_life AS
WITH said (predecessor, successor, kind, year) AS (
	SELECT predecessor, successor, kind,
	       CAST(substr(happened_on, 1, 4) AS INTEGER)
	  FROM succession_now WHERE kind IN ('rename', 'merge')),
part (name, first_year, last_year) AS (
	SELECT predecessor, NULL, year - 1 FROM said
	UNION ALL
	SELECT successor, year, NULL FROM said WHERE kind = 'rename')
SELECT a.id AS agency, max(p.first_year) AS first_year,
       min(p.last_year) AS last_year
  FROM part p
  JOIN agency a ON p.name = CASE a.key WHEN '' THEN a.name ELSE a.key END
 GROUP BY a.id;
