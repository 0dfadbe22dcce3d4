-- Rate of 不予处理: the five rows of （五）, of all outcomes.
--
-- Sum of not_processed_* / results_total. Column 总计 of section 三.
-- A figure that was not read, or is blank, is not 0: the filing is left out
-- and listed. So are filings with errors in section 三.
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
-- :include_inconsistent  1: also filings with errors in these figures
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
bad AS (
	SELECT DISTINCT w.filing
	  FROM wrong_part w
	 WHERE w.part = 'requests' AND coalesce(:include_inconsistent, 0) = 0),
fraction AS (
	SELECT s.*, q.not_processed AS numerator,
	       q.results_total AS denominator,
	       b.filing IS NOT NULL AS is_bad
	  FROM sel s
	  LEFT JOIN request_sum q ON q.filing = s.filing
	  LEFT JOIN bad b ON b.filing = s.filing),
judged AS (
	SELECT *, CASE WHEN is_bad THEN 'left out: errors'
	               WHEN numerator IS NULL OR denominator IS NULL
	               THEN 'left out: no figure'
	               WHEN denominator = 0 THEN 'left out: denominator 0'
	               ELSE 'used' END AS status
	  FROM fraction)
SELECT agency, year, form, numerator, denominator,
       CASE status WHEN 'used'
            THEN round(1.0 * numerator / denominator, 4) END AS rate,
       status,
       sum(status = 'used') OVER () AS n_used,
       sum(status <> 'used') OVER () AS n_left_out,
       '' AS break
  FROM judged
 ORDER BY agency, year;
