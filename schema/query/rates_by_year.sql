-- Rates of whole groups of filings, by year, level and kind.
--
-- Sums of numerators over sums of denominators, not means of rates. Levels
-- and kinds are kept apart, since a government reports for its departments.
-- The five rates add up to 1 when A03 holds.
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
bad AS (
	SELECT DISTINCT w.filing
	  FROM wrong_part w
	 WHERE w.part = 'requests' AND coalesce(:include_inconsistent, 0) = 0),
usable AS (
	SELECT s.year, s.level, s.kind, q.*
	  FROM sel s
	  LEFT JOIN bad b ON b.filing = s.filing
	  LEFT JOIN request_sum q ON q.filing = s.filing AND b.filing IS NULL
	        AND (q.granted_full + q.granted_partial + q.denied + q.unable
	             + q.not_processed + q.other_handling + q.results_total)
	            IS NOT NULL)
SELECT year, level, kind, sum(results_total) AS results_total,
       round(1.0 * sum(granted_full + granted_partial)
             / nullif(sum(results_total), 0), 4) AS disclosure_rate,
       round(1.0 * sum(denied) / nullif(sum(results_total), 0), 4)
           AS denial_rate,
       round(1.0 * sum(unable) / nullif(sum(results_total), 0), 4)
           AS unable_rate,
       round(1.0 * sum(not_processed) / nullif(sum(results_total), 0), 4)
           AS not_processed_rate,
       round(1.0 * sum(other_handling) / nullif(sum(results_total), 0), 4)
           AS other_rate,
       count(filing) AS n_used, count(*) - count(filing) AS n_left_out
  FROM usable
 GROUP BY year, level, kind
 ORDER BY year, level, kind;
