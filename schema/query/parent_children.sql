-- A government's figures beside the sum of those right below it.
--
-- Children are the governments and subdistricts one level down that are in
-- the archive at all; children_missing is how many of them have no filing or
-- no such figure for that year, unless it was renamed or merged. The two need not agree: a government reports
-- for its departments, too. Nothing is said where no child has a figure.
-- Of section 三 the column 总计.
--
-- :item  code of one item
-- :year_from  first report year
-- :year_to  last report year
-- :agency  name or spelling of one agency
-- :level  central, province, prefecture, county or township
-- :kind  government, government_office, department, vertical, branch,
--	zone_committee or subdistrict
-- :parent  code of the division above, or of whom it reports to
-- :division  what the division code begins with
-- :form  ogi2021, ogi2019, stat2014 or legacy2008
WITH sel AS NOT MATERIALIZED (
	SELECT f.id AS filing, a.name AS agency, a.division_code, f.year
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
life AS MATERIALIZED (SELECT * FROM agency_life),
parent AS MATERIALIZED (
	SELECT s.filing, count(*) AS children
	  FROM sel s
	 CROSS JOIN agency c ON c.parent = s.division_code
	       AND c.kind IN ('government', 'subdistrict')
	  LEFT JOIN filing g ON g.agency = c.id AND g.year = s.year
	                    AND g.is_current
	  LEFT JOIN life l ON l.agency = c.id
	 WHERE g.id IS NOT NULL
	    OR s.year BETWEEN coalesce(l.first_year, s.year)
	                  AND coalesce(l.last_year, s.year)
	 GROUP BY s.filing HAVING count(g.id) > 0),
line AS MATERIALIZED (
	SELECT i.id AS item_id, i.code, i.label_zh,
	       (SELECT j.id FROM item j
	         WHERE j.code = i.code AND j.form <> i.form
	           AND j.part <> 'statistic') AS twin_id
	  FROM item i
	 WHERE i.part <> 'statistic')
SELECT s.agency, s.year, l.code AS item, l.label_zh, p.value AS own_value,
       coalesce(q.total + r.total, q.total, r.total) AS children_sum,
       p.value - coalesce(q.total + r.total, q.total, r.total) AS difference,
       coalesce(q.n, 0) + coalesce(r.n, 0) AS children_used,
       k.children - coalesce(q.n, 0) - coalesce(r.n, 0) AS children_missing
  FROM sel s
 CROSS JOIN parent k ON k.filing = s.filing
 CROSS JOIN total_cell p
    ON p.id BETWEEN 1000 * s.filing AND 1000 * s.filing + 999
 CROSS JOIN line l ON l.item_id = p.item
  LEFT JOIN child_sum q ON q.id = 1000 * s.filing + p.item
  LEFT JOIN child_sum r ON r.id = 1000 * s.filing + l.twin_id
 WHERE coalesce(q.n, r.n) > 0 AND (:item IS NULL OR l.code = :item)
 ORDER BY s.agency, s.year, p.item;
