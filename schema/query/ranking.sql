-- Rank of each agency among its peers, by one measure.
--
-- Peers have the same level, the same division above, and the same year; with
-- a kind, that as well, so that no county is among its own departments.
-- Rates need a denominator of at least the setting query.min_n. Ranks are
-- 1-2-2-4, the largest value first; percentile is the share of peers with a
-- smaller value; p25, p50 and p75 are of the peers. NULLs come last.
-- A figure that was not read, or is blank, is not 0: the filing is left out
-- and listed. So are filings with errors in section 三.
-- With an agency, a parent or a division those are listed, with their places
-- among all their peers; a level, a kind or a form is that of the peers, too.
--
-- :measure  disclosure_rate (if none is named), denial_rate, unable_rate,
--	not_processed_rate, other_rate, carry_rate, new_requests, results_total
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
WITH asked AS NOT MATERIALIZED (
	SELECT a.id, coalesce(a.level, '') AS level,
	       coalesce(a.parent, '') AS parent
	  FROM agency a
	 WHERE (:agency IS NULL OR a.id IN
	        (SELECT agency FROM agency_alias WHERE spelling = :agency
	         UNION SELECT id FROM agency WHERE name = :agency))
	   AND (:parent IS NULL OR a.parent = :parent
	        OR a.reporting_parent = :parent)
	   AND (:division IS NULL
	        OR a.division_code LIKE :division || '%')),
who AS MATERIALIZED (
	SELECT a.id, dense_rank() OVER (ORDER BY a.level, a.parent) AS peers
	  FROM agency a
	 WHERE (:level IS NULL OR a.level = :level)
	   AND (:kind IS NULL OR a.kind = :kind)
	   AND (coalesce(:agency, :parent, :division) IS NULL
	        OR (coalesce(a.level, ''), coalesce(a.parent, '')) IN
	        (SELECT level, parent FROM asked))),
bad AS (
	SELECT DISTINCT w.filing
	  FROM wrong_part w
	 WHERE w.part = 'requests' AND coalesce(:include_inconsistent, 0) = 0),
measure AS NOT MATERIALIZED (
	SELECT a.id AS agency, f.year,
	       1000000 * coalesce(f.year, 0) + a.peers AS peers,
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
	  FROM who a CROSS JOIN filing f ON f.agency = a.id
	  LEFT JOIN request_sum q ON q.filing = f.id
	  LEFT JOIN bad b ON b.filing = f.id
	 WHERE f.is_current
	   AND (:year_from IS NULL OR f.year >= :year_from)
	   AND (:year_to IS NULL OR f.year <= :year_to)
	   AND (:form IS NULL OR f.form = :form)),
valued AS NOT MATERIALIZED (
	SELECT agency, peers, year, numerator, denominator,
	       CASE WHEN NOT is_bad AND denominator > 0
	             AND (denominator >= (SELECT value FROM setting
	                                   WHERE name = 'query.min_n')
	                  OR :measure IN ('new_requests', 'results_total'))
	            THEN round(1.0 * numerator / denominator, 4) END AS value
	  FROM measure),
placed AS MATERIALIZED (
	SELECT *, rank() OVER above AS first, count(*) OVER above AS last
	  FROM valued
	WINDOW above AS (ORDER BY peers, value DESC)),
peer AS MATERIALIZED (
	SELECT peers, min(first) AS start, count(value) AS n_used,
	       count(*) AS n_peers,
	       min(first) + count(value) - (count(value) + 3) / 4 AS at25,
	       min(first) + count(value) - (count(value) + 1) / 2 AS at50,
	       min(first) + count(value) - (3 * count(value) + 3) / 4 AS at75
	  FROM placed GROUP BY peers),
quarter AS MATERIALIZED (
	SELECT g.peers, g.start, g.n_used, g.n_peers,
	       max(CASE WHEN g.at25 BETWEEN p.first AND p.last
	                THEN p.value END) AS p25,
	       max(CASE WHEN g.at50 BETWEEN p.first AND p.last
	                THEN p.value END) AS p50,
	       max(CASE WHEN g.at75 BETWEEN p.first AND p.last
	                THEN p.value END) AS p75
	  FROM placed p CROSS JOIN peer g ON g.peers = p.peers
	 WHERE g.at25 BETWEEN p.first AND p.last
	    OR g.at50 BETWEEN p.first AND p.last
	    OR g.at75 BETWEEN p.first AND p.last OR g.n_used = 0
	 GROUP BY p.peers)
SELECT p.year, a.level, a.kind, a.parent, a.name AS agency,
       coalesce(:measure, 'disclosure_rate') AS measure,
       p.numerator, p.denominator, p.value,
       CASE WHEN p.value IS NOT NULL THEN p.first - q.start + 1 END AS rank,
       CASE WHEN p.value IS NOT NULL AND q.n_used > 1
            THEN round(1.0 * (q.start - 1 + q.n_used - p.last)
                       / (q.n_used - 1), 4) END AS percentile,
       q.p25, q.p50, q.p75, q.n_used, q.n_peers - q.n_used AS n_left_out
  FROM placed p
 CROSS JOIN quarter q ON q.peers = p.peers
 CROSS JOIN agency a ON a.id = p.agency
 WHERE coalesce(:agency, :parent, :division) IS NULL
    OR p.agency IN (SELECT id FROM asked)
 ORDER BY p.first, a.name, a.id;
