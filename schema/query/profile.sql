-- Everything an agency has reported, year by year.
--
-- Every item of the form; of section 三 the column 总计. state says whether a
-- value was printed, blank, a placeholder, text, reasoned out or missing.
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
cells AS (
	SELECT s.*, c.item_id, c.item, c.value, c.unit, c.state
	  FROM sel s CROSS JOIN cell_art20 c ON c.filing = s.filing
	UNION ALL
	SELECT s.*, c.item_id, c.item, c.value, c.unit, c.state
	  FROM sel s CROSS JOIN cell_requests c ON c.filing = s.filing
	 WHERE c.applicant = 'total'
	UNION ALL
	SELECT s.*, c.item_id, c.item, c.value, c.unit, c.state
	  FROM sel s CROSS JOIN cell_disputes c ON c.filing = s.filing
	UNION ALL
	SELECT s.*, c.item_id, c.item, c.value, c.unit, c.state
	  FROM sel s CROSS JOIN cell_statistic c ON c.filing = s.filing)
SELECT c.agency, c.year, c.form, c.item, i.label_zh, c.value, c.unit, c.state
  FROM cells c JOIN item i ON i.id = c.item_id
 ORDER BY c.agency, c.year, c.item_id;
