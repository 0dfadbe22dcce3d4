-- An agency's figures, and those of the agencies it came from.
--
-- What "nianbao agency rename", "merge", "split" and "transfer" wrote down is
-- followed back from the agency asked for. The figures of each stay its own:
-- nothing is added up. kind and happened_on say how one became the other,
-- and are empty for the agency itself. Of section 三 the column 总计.
--
-- :year_from  first report year
-- :year_to  last report year
-- :agency  name or spelling of one agency
-- :item  code of one item
WITH sel AS (
	SELECT f.id AS filing, a.name AS agency, m.name AS filed_by, f.year,
	       f.form, l.kind, l.happened_on
	  FROM agency_line l
	  JOIN agency a ON a.id = l.agency
	  JOIN agency m ON m.id = l.member
	  JOIN filing f ON f.agency = l.member AND f.is_current
	 WHERE (:agency IS NULL OR l.agency IN
	        (SELECT agency FROM agency_alias WHERE spelling = :agency
	         UNION SELECT id FROM agency WHERE name = :agency))
	   AND (:agency IS NOT NULL OR l.agency IN
	        (SELECT agency FROM agency_line WHERE kind IS NOT NULL))
	   AND (:year_from IS NULL OR f.year >= :year_from)
	   AND (:year_to IS NULL OR f.year <= :year_to)),
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
SELECT c.agency, c.item, i.label_zh, c.year, c.filed_by, c.form, c.value,
       c.unit, c.state, c.kind, c.happened_on
  FROM cells c JOIN item i ON i.id = c.item_id
 WHERE :item IS NULL OR c.item = :item
 ORDER BY c.agency, c.item, c.year, c.filed_by, c.item_id;
