-- Who has filed for which year.
--
-- Every agency in every year of the span (of all years there are, if none is
-- given): filed, duplicate or missing. Missing means that no filing is here,
-- not that there is none.
--
-- :year_from  first report year
-- :year_to  last report year
-- :agency  name or spelling of one agency
-- :level  central, province, prefecture, county or township
-- :kind  government, government_office, department, vertical …
-- :parent  code of the division above, or of whom it reports to
-- :division  what the division code begins with
-- :form  ogi2021, ogi2019, stat2014 or legacy2008
WITH RECURSIVE sel AS (
	SELECT f.agency AS agency_id, a.name AS agency, f.year
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
span (year, last) AS (
	SELECT coalesce(:year_from, min(year)), coalesce(:year_to, max(year))
	  FROM sel
	UNION ALL SELECT year + 1, last FROM span WHERE year < last),
who AS (SELECT DISTINCT agency_id, agency FROM sel)
SELECT w.agency, y.year,
       CASE count(f.id) WHEN 0 THEN 'missing' WHEN 1 THEN 'filed'
            ELSE 'duplicate' END AS status,
       count(f.id) AS filings,
       max(CASE WHEN f.is_current THEN f.form END) AS form
  FROM who w CROSS JOIN span y
  LEFT JOIN filing f ON f.agency = w.agency_id AND f.year = y.year
 WHERE y.year IS NOT NULL
 GROUP BY w.agency, w.agency_id, y.year
 ORDER BY w.agency, y.year;
