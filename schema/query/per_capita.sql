-- Requests for every 100 000 inhabitants.
--
-- new_requests, column 总计, over the table population, which is empty until
-- somebody fills it: division_code, year, population. Governments only.
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
SELECT s.agency, s.year, s.division_code, w.total AS new_requests,
       p.population,
       CASE WHEN p.population > 0
            THEN round(100000.0 * w.total / p.population, 2) END
           AS per_100000
  FROM sel s
  LEFT JOIN filing_part t ON t.filing = s.filing AND t.part = 'requests'
  LEFT JOIN item i ON i.form = t.form AND i.code = 'new_requests'
  LEFT JOIN application w ON w.filing = s.filing AND w.item = i.id
  LEFT JOIN population p ON p.division_code = s.division_code
                        AND p.year = s.year
 WHERE s.kind = 'government'
 ORDER BY s.year, s.agency;
