-- Do the years follow from one another.
--
-- Every comparison of C01 (结转), C02 (现行有效) and C03 (上一年项目数量) with both
-- values. Without a filing for the year before, or without the figures,
-- nothing is said: not assessable.
--
-- :year_from  first report year
-- :year_to  last report year
-- :agency  name or spelling of one agency
-- :level  central, province, prefecture, county or township
-- :kind  government, government_office, department, vertical, branch,
--	zone_committee or subdistrict
-- :parent  code of the division above, or of whom it reports to
-- :division  what the division code begins with
-- :form  ogi2021, ogi2019, stat2014 or legacy2008
WITH sel AS (
	SELECT f.id AS filing, f.agency AS agency_id, a.name AS agency,
	       a.level, a.kind, a.division_code, a.parent, f.year, f.form
	  FROM filing f JOIN agency a ON a.id = f.agency
	 WHERE f.is_current
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
	   AND (:form IS NULL OR f.form = :form))
SELECT s.agency, s.year, k.rule, k.place, c.left_value AS this_year,
       c.right_value AS from_year_before,
       CASE WHEN c.verdict <> 'not assessable'
            THEN c.left_value - c.right_value END AS delta,
       c.verdict, c.reason
  FROM sel s
 CROSS JOIN carry_sum c
    ON c.id BETWEEN 1000 * s.filing AND 1000 * s.filing + 999
  JOIN rule_sum k ON k.id = c.sum
 ORDER BY s.agency, s.year, k.rule, k.id;
