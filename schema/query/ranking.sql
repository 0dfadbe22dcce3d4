-- Rank of each agency among its peers, by one measure.
--
-- Peers have the same level, the same division above, and the same year.
-- Rates need a denominator of at least the setting query.min_n. Ranks are
-- 1-2-2-4, the largest value first; percentile is the share of peers with a
-- smaller value; p25, p50 and p75 are of the peers. NULLs come last.
-- A figure that was not read, or is blank, is not 0: the filing is left out
-- and listed. So are filings with errors in the figures used.
--
-- :measure  disclosure_rate (if none is named), denial_rate, unable_rate …
-- :year_from  first report year
-- :year_to  last report year
-- :agency  name or spelling of one agency
-- :level  central, province, prefecture, county or township
-- :kind  government, government_office, department, vertical …
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
	SELECT DISTINCT x.filing
	  FROM found x
	 WHERE x.severity = 'error' AND coalesce(:include_inconsistent, 0) = 0
	   AND x.rule IN ('A01', 'A02', 'A03', 'B01', 'B02', 'D05', 'F08')),
measure AS (
	SELECT s.agency, s.year, s.level, s.parent,
	       CASE coalesce(:measure, 'disclosure_rate')
	            WHEN 'disclosure_rate'
	            THEN q.granted_full + q.granted_partial
	            WHEN 'denial_rate' THEN q.denied
	            WHEN 'unable_rate' THEN q.unable
	            WHEN 'not_processed_rate' THEN q.not_processed
	            WHEN 'other_rate' THEN q.other_handling
	            WHEN 'carry_rate' THEN q.carried_forward
	            WHEN 'new_requests' THEN q.new_requests
	            WHEN 'results_total' THEN q.results_total END AS numerator,
	       CASE WHEN :measure IN ('new_requests', 'results_total') THEN 1
	            WHEN :measure = 'carry_rate'
	            THEN q.new_requests + q.carried_over
	            ELSE q.results_total END AS denominator,
	       b.filing IS NOT NULL AS is_bad
	  FROM sel s
	  LEFT JOIN request_sum q ON q.filing = s.filing
	  LEFT JOIN bad b ON b.filing = s.filing),
valued AS (
	SELECT agency, year, level, parent, numerator, denominator,
	       CASE WHEN NOT is_bad AND denominator > 0
	             AND (denominator >= (SELECT value FROM setting
	                                   WHERE name = 'query.min_n')
	                  OR :measure IN ('new_requests', 'results_total'))
	            THEN round(1.0 * numerator / denominator, 4) END AS value
	  FROM measure),
placed AS (
	SELECT *, rank() OVER up_to - 1 AS n_smaller,
	       count(value) OVER up_to AS n_not_larger,
	       count(value) OVER peers AS n_used,
	       count(*) OVER peers AS n_peers
	  FROM valued
	WINDOW up_to AS (PARTITION BY year, level, parent
	                 ORDER BY value NULLS LAST),
	       peers AS (PARTITION BY year, level, parent
	                 ORDER BY value NULLS LAST
	                 ROWS BETWEEN UNBOUNDED PRECEDING
	                          AND UNBOUNDED FOLLOWING))
SELECT year, level, parent, agency,
       coalesce(:measure, 'disclosure_rate') AS measure,
       numerator, denominator, value,
       CASE WHEN value IS NOT NULL THEN n_used - n_not_larger + 1 END AS rank,
       CASE WHEN value IS NOT NULL AND n_used > 1
            THEN round(1.0 * n_smaller / (n_used - 1), 4) END AS percentile,
       max(CASE WHEN (n_used + 3) / 4 > n_smaller
                 AND (n_used + 3) / 4 <= n_not_larger THEN value END)
           OVER peers AS p25,
       max(CASE WHEN (n_used + 1) / 2 > n_smaller
                 AND (n_used + 1) / 2 <= n_not_larger THEN value END)
           OVER peers AS p50,
       max(CASE WHEN (3 * n_used + 3) / 4 > n_smaller
                 AND (3 * n_used + 3) / 4 <= n_not_larger THEN value END)
           OVER peers AS p75,
       n_used, n_peers - n_used AS n_left_out
  FROM placed
WINDOW peers AS (PARTITION BY year, level, parent
                 ORDER BY value IS NULL, value DESC, agency
                 ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
 ORDER BY year, level, parent, value IS NULL, value DESC, agency;
