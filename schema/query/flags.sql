-- What was found, filing by filing.
--
-- Findings of the rules, without those that somebody has accepted unless
-- asked for.
--
-- :rule  id of one rule, as A01
-- :severity  error, warning, notice or info
-- :accepted  1: also what has been accepted
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
	   AND (:form IS NULL OR f.form = :form))
SELECT s.agency, s.year, x.rule, x.severity, r.title_zh, r.title_en, x.place,
       x.left_value, x.right_value, x.detail, x.line, v.verdict
  FROM sel s CROSS JOIN found x ON x.filing = s.filing
  JOIN rule r ON r.id = x.rule
  LEFT JOIN verdict_now v ON v.fingerprint = x.fingerprint
 WHERE (:rule IS NULL OR x.rule = :rule)
   AND (:severity IS NULL OR x.severity = :severity)
   AND (v.verdict IS NULL OR v.verdict <> 'accepted'
        OR coalesce(:accepted, 0) = 1)
 ORDER BY s.agency, s.year, x.rule, x.line, x.place;
