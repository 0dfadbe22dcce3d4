-- Which single cell would explain sums that fail together.
--
-- A cell is listed when it is in at least two sums, all sums that it is in
-- fail, and one other value would satisfy them all. That is an explanation,
-- not a correction: the value printed is what is stored.
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
	SELECT f.id AS filing, a.name AS agency, f.year, f.source
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
SELECT s.agency, s.year, x.item, x.applicant, x.printed, x.would_satisfy,
       x.sums, x.line, o.name AS source_name
  FROM suspect x
  JOIN sel s ON s.filing = x.filing
  JOIN source o ON o.id = s.source
 ORDER BY s.agency, s.year, s.filing, x.line, x.item, x.applicant;
