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
-- merged (the report on the year itself is due from what it became), its
-- division was founded or is no more, or its kind went on as another.
CREATE VIEW agency_life AS
WITH said (predecessor, successor, kind, year) AS (
	SELECT predecessor, successor, kind,
	       CAST(substr(happened_on, 1, 4) AS INTEGER)
	  FROM succession_now WHERE kind IN ('rename', 'merge')),
named (name, first_year, last_year) AS (
	SELECT predecessor, NULL, year - 1 FROM said
	UNION ALL
	SELECT successor, year, NULL FROM said WHERE kind = 'rename'),
part (agency, first_year, last_year) AS (
	SELECT a.id, p.first_year, p.last_year
	  FROM named p
	  JOIN agency a ON p.name = CASE a.key WHEN '' THEN a.name
	                            ELSE a.key END
	UNION ALL
	SELECT a.id, d.first_year, d.last_year
	  FROM division d JOIN agency a ON a.division_code = d.code
	 WHERE d.first_year IS NOT NULL OR d.last_year IS NOT NULL
	UNION ALL
	SELECT a.id, NULL, r.year - 1
	  FROM agency a JOIN organ_reform r ON r.old = a.organ)
SELECT agency, max(first_year) AS first_year, min(last_year) AS last_year
  FROM part GROUP BY agency;

-- The year of its first filing, before which one that is no government of a
-- county or more may not have been there: departments come and go.
CREATE VIEW agency_begin AS
SELECT a.id AS agency, (SELECT min(l.first_year) FROM agency_alias l
                         WHERE l.agency = a.id) AS year
  FROM agency a
 WHERE a.kind IS NULL
    OR a.kind NOT IN ('government', 'government_office')
    OR a.level IS NULL OR a.level = 'township';
