-- A government's figures beside the sum of those right below it.
--
-- Children are the governments and subdistricts one level down that are in
-- the archive at all; children_missing is how many of them have no filing or
-- no such figure for that year. The two need not agree: a government reports
-- for its departments, too. Nothing is said where no child has a figure.
-- Of section 三 the column 总计.
--
-- :item  code of one item
-- :year_from  first report year
-- :year_to  last report year
-- :agency  name or spelling of one agency
-- :level  central, province, prefecture, county or township
-- :kind  government, government_office, department, vertical …
-- :parent  code of the division above, or of whom it reports to
-- :division  what the division code begins with
-- :form  ogi2021, ogi2019, stat2014 or legacy2008
WITH sel AS (
	SELECT f.id AS filing, f.agency AS agency_id, a.name AS agency,
	       a.level, a.kind, a.division_code, a.parent, f.year, f.form
	  FROM filing f JOIN agency a ON a.id = f.agency
	 WHERE f.is_current AND a.kind = 'government'
	   AND a.division_code IS NOT NULL
	   AND (:year_from IS NULL OR f.year >= :year_from)
	   AND (:year_to IS NULL OR f.year <= :year_to)
	   AND (:agency IS NULL OR f.agency IN
	        (SELECT agency FROM agency_alias WHERE spelling = :agency
	         UNION SELECT id FROM agency WHERE name = :agency))
	   AND (:level IS NULL OR a.level = :level)
	   AND (:kind IS NULL OR a.kind = :kind)
	   AND (:parent IS NULL OR a.parent = :parent
	        OR a.reporting_parent = :parent)
	   AND (:division IS NULL
	        OR a.division_code LIKE :division || '%')
	   AND (:form IS NULL OR f.form = :form)),
child AS MATERIALIZED (
	SELECT s.filing, s.year, c.id AS agency_id, g.id AS child_filing
	  FROM sel s
	  JOIN agency c ON c.parent = s.division_code
	               AND c.kind IN ('government', 'subdistrict')
	  LEFT JOIN filing g ON g.agency = c.id AND g.year = s.year
	                    AND g.is_current),
parent AS MATERIALIZED (
	SELECT filing, count(*) AS children
	  FROM child GROUP BY filing HAVING count(child_filing) > 0),
theirs AS (
	SELECT k.filing, c.item, c.value
	  FROM child k CROSS JOIN cell_art20 c ON c.filing = k.child_filing
	 WHERE c.item = coalesce(:item, c.item)
	UNION ALL
	SELECT k.filing, c.item, c.value
	  FROM child k CROSS JOIN cell_requests c ON c.filing = k.child_filing
	 WHERE c.applicant = 'total' AND c.item = coalesce(:item, c.item)
	UNION ALL
	SELECT k.filing, c.item, c.value
	  FROM child k CROSS JOIN cell_disputes c ON c.filing = k.child_filing
	 WHERE c.item = coalesce(:item, c.item)),
summed AS MATERIALIZED (
	SELECT filing, item, sum(value) AS total, count(value) AS n
	  FROM theirs GROUP BY filing, item HAVING count(value) > 0),
own AS (
	SELECT k.filing, c.item_id, c.item, c.value
	  FROM parent k CROSS JOIN cell_art20 c ON c.filing = k.filing
	 WHERE c.item = coalesce(:item, c.item)
	UNION ALL
	SELECT k.filing, c.item_id, c.item, c.value
	  FROM parent k CROSS JOIN cell_requests c ON c.filing = k.filing
	 WHERE c.applicant = 'total' AND c.item = coalesce(:item, c.item)
	UNION ALL
	SELECT k.filing, c.item_id, c.item, c.value
	  FROM parent k CROSS JOIN cell_disputes c ON c.filing = k.filing
	 WHERE c.item = coalesce(:item, c.item))
SELECT s.agency, s.year, p.item, i.label_zh, p.value AS own_value,
       q.total AS children_sum, p.value - q.total AS difference,
       q.n AS children_used, k.children - q.n AS children_missing
  FROM own p
  JOIN summed q ON q.filing = p.filing AND q.item = p.item
  JOIN parent k ON k.filing = p.filing
  JOIN sel s ON s.filing = p.filing
  JOIN item i ON i.id = p.item_id
 ORDER BY s.agency, s.year, p.item_id;
