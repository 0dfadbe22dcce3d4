-- What a person might look at; nothing of it is done by itself.  What has
-- been said already is left out.
--
-- carry: what the one left pending is what the other took over the year
-- after, in every column and not zero.  stock: its normative documents in
-- force lead to those of the other.  reform: an organ of that name became
-- one of the other's name.  suffix: the same name with 管委会 and the like.
WITH span (agency, first_year, last_year) AS MATERIALIZED (
	SELECT agency, min(year), max(year) FROM filing
	 WHERE is_current AND year IS NOT NULL AND agency IS NOT NULL
	 GROUP BY agency),
word (agency, word, name, spot) AS MATERIALIZED (
	SELECT id, CASE key WHEN '' THEN name ELSE key END, name,
	       coalesce(division_code, '') FROM agency
	 WHERE NOT is_ambiguous),
-- Two of one division, the one ending before the other begins.
pair (a, b, spot, year) AS MATERIALIZED (
	SELECT a.agency, b.agency, a.spot, s.last_year
	  FROM word a JOIN span s ON s.agency = a.agency
	  JOIN word b ON b.spot = a.spot AND b.agency <> a.agency
	  JOIN span t ON t.agency = b.agency
	 WHERE a.spot <> '' AND t.first_year = s.last_year + 1),
carried (agency, year, item, n1, n2, n3, n4, n5, n6, total) AS (
	SELECT f.agency, f.year, i.code, w.natural_person,
	       w.commercial_enterprise, w.research_institution,
	       w.public_interest_org, w.legal_service_org, w.other_org, w.total
	  FROM application w JOIN item i ON i.id = w.item
	  JOIN filing f ON f.id = w.filing AND f.is_current
	 WHERE i.code IN ('carried_forward', 'carried_over')),
stock (agency, year, before, after) AS (
	SELECT f.agency, f.year, n.in_force - n.issued + n.repealed, n.in_force
	  FROM normative_document n
	  JOIN filing f ON f.id = n.filing AND f.is_current
	 WHERE n.kind = 'normative' AND n.in_force > 5),
hints (hint, predecessor, successor, last_year, detail) AS (
SELECT 'carry' AS hint, p.word AS predecessor, q.word AS successor,
       x.year AS last_year, 'carried forward ' || c.total AS detail
  FROM pair x
  JOIN carried c ON c.agency = x.a AND c.year = x.year
                AND c.item = 'carried_forward' AND c.total > 0
  JOIN carried d ON d.agency = x.b AND d.year = x.year + 1
                AND d.item = 'carried_over' AND d.total = c.total
                AND d.n1 IS c.n1 AND d.n2 IS c.n2 AND d.n3 IS c.n3
                AND d.n4 IS c.n4 AND d.n5 IS c.n5 AND d.n6 IS c.n6
  JOIN word p ON p.agency = x.a
  JOIN word q ON q.agency = x.b
 UNION ALL
SELECT 'stock', p.word, q.word, x.year, 'in force ' || c.after
  FROM pair x
  JOIN stock c ON c.agency = x.a AND c.year = x.year
  JOIN stock d ON d.agency = x.b AND d.year = x.year + 1
              AND d.before = c.after
  JOIN word p ON p.agency = x.a
  JOIN word q ON q.agency = x.b
 UNION ALL
SELECT 'reform', p.word, q.word, s.last_year,
       r.old || ' ' || r.kind || ' ' || r.new || ', ' || r.year
  FROM organ_reform r
  JOIN word p ON substr(p.name, -length(r.old)) = r.old
  JOIN word q ON q.spot = p.spot AND q.agency <> p.agency
             AND substr(q.name, -length(r.new)) = r.new
  JOIN span s ON s.agency = p.agency
  JOIN span t ON t.agency = q.agency
 WHERE p.spot <> '' AND s.last_year < t.first_year
   AND t.first_year >= r.year - 1
   -- 国家税务局 ends in 税务局, too.
   AND substr(p.name, -length(r.new)) <> r.new
 UNION ALL
SELECT 'suffix', q.word, p.word, NULL, 'the same name'
  FROM word p JOIN word q
    ON q.name IN (p.name || '管委会', p.name || '管理委员会',
                  p.name || '人民政府', p.name || '办事处')
 WHERE p.spot = '' AND q.spot = '')
SELECT h.* FROM hints h
 WHERE NOT EXISTS (SELECT 1 FROM succession_now s
                    WHERE s.predecessor = h.predecessor
                      AND s.successor = h.successor)
 ORDER BY 1, 2, 3, 4, 5;
