-- Who asks: the share of each kind of applicant, and what came of it.
--
-- share: of the requests received, of the column 总计. disclosure_rate: granted
-- in full or in part, of the outcomes of that kind of applicant.
--
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
	SELECT DISTINCT x.filing
	  FROM found x
	 WHERE x.severity = 'error' AND coalesce(:include_inconsistent, 0) = 0
	   AND x.rule IN ('A01', 'A02', 'A03', 'B01', 'B02', 'D05', 'F08')),
cell AS (
	SELECT s.agency, s.year, s.form, s.filing, c.applicant,
	       max(CASE c.item WHEN 'new_requests' THEN c.value END)
	           AS requests,
	       max(CASE c.item WHEN 'granted_full' THEN c.value END)
	       + max(CASE c.item WHEN 'granted_partial' THEN c.value END)
	           AS granted,
	       max(CASE c.item WHEN 'results_total' THEN c.value END)
	           AS results
	  FROM sel s CROSS JOIN cell_requests c ON c.filing = s.filing
	 WHERE c.item IN ('new_requests', 'granted_full', 'granted_partial',
	                  'results_total')
	 GROUP BY s.filing, c.applicant),
whole AS (
	SELECT c.*, max(CASE c.applicant WHEN 'total' THEN c.requests END)
	           OVER (PARTITION BY c.filing) AS all_requests,
	       b.filing IS NOT NULL AS is_bad
	  FROM cell c LEFT JOIN bad b ON b.filing = c.filing)
SELECT w.agency, w.year, w.form, w.applicant, a.label_zh, w.requests,
       CASE WHEN w.all_requests > 0 AND NOT w.is_bad
            THEN round(1.0 * w.requests / w.all_requests, 4) END AS share,
       w.granted, w.results,
       CASE WHEN w.results > 0 AND NOT w.is_bad
            THEN round(1.0 * w.granted / w.results, 4) END
           AS disclosure_rate,
       CASE WHEN w.is_bad THEN 'left out: errors'
            WHEN w.requests IS NULL OR w.all_requests IS NULL
            THEN 'left out: not read'
            WHEN w.all_requests = 0 THEN 'left out: denominator 0'
            ELSE 'used' END AS status
  FROM whole w JOIN applicant a ON a.code = w.applicant
 ORDER BY w.agency, w.year, a.id;
