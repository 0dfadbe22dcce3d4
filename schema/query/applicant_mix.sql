-- Who asks: the share of each kind of applicant, and what came of it.
--
-- share: of the requests received, of the column 总计. disclosure_rate: granted
-- in full or in part, of the outcomes of that kind of applicant.
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
whole AS (
	SELECT s.agency, s.year, s.form, c.id AS applicant_id,
	       c.code AS applicant, c.label_zh,
	       CASE c.id WHEN 0 THEN n.natural_person
	            WHEN 1 THEN n.commercial_enterprise
	            WHEN 2 THEN n.research_institution
	            WHEN 3 THEN n.public_interest_org
	            WHEN 4 THEN n.legal_service_org
	            WHEN 5 THEN n.other_org
	            WHEN 6 THEN n.total END
	           AS requests,
	       CASE c.id WHEN 0 THEN f.natural_person
	            WHEN 1 THEN f.commercial_enterprise
	            WHEN 2 THEN f.research_institution
	            WHEN 3 THEN f.public_interest_org
	            WHEN 4 THEN f.legal_service_org
	            WHEN 5 THEN f.other_org
	            WHEN 6 THEN f.total END
	       + CASE c.id WHEN 0 THEN p.natural_person
	            WHEN 1 THEN p.commercial_enterprise
	            WHEN 2 THEN p.research_institution
	            WHEN 3 THEN p.public_interest_org
	            WHEN 4 THEN p.legal_service_org
	            WHEN 5 THEN p.other_org
	            WHEN 6 THEN p.total END
	           AS granted,
	       CASE c.id WHEN 0 THEN r.natural_person
	            WHEN 1 THEN r.commercial_enterprise
	            WHEN 2 THEN r.research_institution
	            WHEN 3 THEN r.public_interest_org
	            WHEN 4 THEN r.legal_service_org
	            WHEN 5 THEN r.other_org
	            WHEN 6 THEN r.total END
	           AS results,
	       n.total AS all_requests, b.filing IS NOT NULL AS is_bad
	  FROM sel s
	  JOIN filing_part t ON t.filing = s.filing AND t.part = 'requests'
	  JOIN item ni ON ni.form = t.form AND ni.code = 'new_requests'
	  JOIN item fi ON fi.form = t.form AND fi.code = 'granted_full'
	  JOIN item pi ON pi.form = t.form AND pi.code = 'granted_partial'
	  JOIN item ri ON ri.form = t.form AND ri.code = 'results_total'
	  LEFT JOIN application n ON n.filing = s.filing AND n.item = ni.id
	  LEFT JOIN application f ON f.filing = s.filing AND f.item = fi.id
	  LEFT JOIN application p ON p.filing = s.filing AND p.item = pi.id
	  LEFT JOIN application r ON r.filing = s.filing AND r.item = ri.id
	  LEFT JOIN bad b ON b.filing = s.filing
	  JOIN applicant c)
SELECT w.agency, w.year, w.form, w.applicant, w.label_zh, w.requests,
       CASE WHEN w.all_requests > 0 AND NOT w.is_bad
            THEN round(1.0 * w.requests / w.all_requests, 4) END AS share,
       w.granted, w.results,
       CASE WHEN w.results > 0 AND NOT w.is_bad
            THEN round(1.0 * w.granted / w.results, 4) END
           AS disclosure_rate,
       CASE WHEN w.is_bad THEN 'left out: errors'
            WHEN w.requests IS NULL OR w.all_requests IS NULL
            THEN 'left out: no figure'
            WHEN w.all_requests = 0 THEN 'left out: denominator 0'
            ELSE 'used' END AS status
  FROM whole w
 ORDER BY w.agency, w.year, w.applicant_id;
