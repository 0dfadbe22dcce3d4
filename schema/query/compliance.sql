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
-- :kind  government, government_office, department, vertical …
-- :parent  code of the division above, or of whom it reports to
-- :division  what the division code begins with
-- :form  ogi2021, ogi2019, stat2014 or legacy2008
WITH sel AS (
	SELECT f.id AS filing, f.year, a.level, f.published_on
	  FROM filing f CROSS JOIN agency a ON a.id = f.agency
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
seen AS (
	SELECT s.year, s.level, s.published_on IS NOT NULL AS dated,
	       max(x.rule = 'F04') AS other_form,
	       max(x.rule = 'F01') AS section_missing,
	       max(x.rule = 'F15') AS no_fee_statement,
	       max(x.rule = 'F20') AS late,
	       max(x.severity IN ('error', 'warning')) AS inconsistent
	  FROM sel s LEFT JOIN found x ON x.filing = s.filing
	 GROUP BY s.filing)
SELECT year, level, count(*) AS filings,
       coalesce(sum(other_form), 0) AS other_form,
       coalesce(sum(section_missing), 0) AS section_missing,
       coalesce(sum(no_fee_statement), 0) AS no_fee_statement,
       sum(dated) AS dated, coalesce(sum(late), 0) AS late,
       coalesce(sum(inconsistent), 0) AS inconsistent
  FROM seen
 GROUP BY year, level
 ORDER BY year, level;
