-- Reports that are alike: texts and tables.
--
-- Pairs of filings with the similarity of their sections 一 and 五 (C04: of one
-- agency and the year before; C05: of two agencies in one year), and filings
-- with all figures of the year before (C06).
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
SELECT s.agency, s.year, x.rule, x.left_value AS similarity_or_figures,
       x.detail AS like_what
  FROM sel s JOIN found x ON x.filing = s.filing
 WHERE x.rule IN ('C04', 'C05', 'C06')
 ORDER BY s.year, s.agency, x.rule, x.detail;
