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
