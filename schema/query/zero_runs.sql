-- The longest run of years in which an agency reported nothing but zeros.
--
-- Consecutive report years with every cell 0 (D01); a year that was not filed
-- ends a run.
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
	   AND (:form IS NULL OR f.form = :form)),
zero AS (
	SELECT s.agency_id, s.agency, s.level, s.year,
	       s.year - row_number() OVER (PARTITION BY s.agency_id
	                                   ORDER BY s.year) AS run
	  FROM sel s JOIN found x ON x.filing = s.filing AND x.rule = 'D01'
	 WHERE s.year IS NOT NULL),
runs AS (
	SELECT agency_id, agency, level, min(year) AS first_year,
	       max(year) AS last_year, count(*) AS years
	  FROM zero GROUP BY agency_id, run)
SELECT agency, level, max(years) AS years, first_year, last_year
  FROM runs
 GROUP BY agency_id
 ORDER BY years DESC, agency;
