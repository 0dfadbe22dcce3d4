-- How reports keep to the form, by year and level.
--
-- Filings, and how many of them have a form of another year (F04), lack a
-- section (F01), say nothing of the processing fee (F15, from 2021), or were
-- published late (F20; only those with a date are counted as dated).
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
	SELECT f.id AS filing, f.year, a.level, f.published_on
	  FROM agency a CROSS JOIN filing f ON f.agency = a.id
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
seen AS MATERIALIZED (
	SELECT filing, max(rule = 'F04') AS other_form,
	       max(rule = 'F01') AS section_missing,
	       max(rule = 'F15') AS no_fee_statement,
	       max(rule = 'F20') AS late,
	       max(severity IN ('error', 'warning')) AS inconsistent
	  FROM found
	 WHERE severity IN ('error', 'warning')
	    OR rule IN ('F01', 'F04', 'F15', 'F20')
	 GROUP BY filing)
SELECT s.year, s.level, count(*) AS filings,
       coalesce(sum(x.other_form), 0) AS other_form,
       coalesce(sum(x.section_missing), 0) AS section_missing,
       coalesce(sum(x.no_fee_statement), 0) AS no_fee_statement,
       count(s.published_on) AS dated, coalesce(sum(x.late), 0) AS late,
       coalesce(sum(x.inconsistent), 0) AS inconsistent
  FROM sel s LEFT JOIN seen x ON x.filing = s.filing
 GROUP BY s.year, s.level
 ORDER BY s.year, s.level;
