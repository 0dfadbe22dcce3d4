-- Why requests were refused: the share of each ground.
--
-- Each row of 不予公开, 无法提供 and 不予处理 of its group, column 总计. When a row
-- of a group was not read or is blank, the group has no shares.
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
reason AS (
	SELECT s.agency, s.year, s.form, i.parent AS reason_group,
	       i.id AS item_id, i.code AS item, i.label_zh, w.total AS value,
	       b.filing IS NOT NULL AS is_bad,
	       CASE i.parent WHEN 'denied' THEN q.denied
	                     WHEN 'unable' THEN q.unable
	                     ELSE q.not_processed END AS group_total
	  FROM sel s
	  JOIN filing_part p ON p.filing = s.filing AND p.part = 'requests'
	  LEFT JOIN request_sum q ON q.filing = s.filing
	  LEFT JOIN bad b ON b.filing = s.filing
	  JOIN item i ON i.form = p.form AND i.part = 'requests'
	             AND i.parent IN ('denied', 'unable', 'not_processed')
	  LEFT JOIN application w ON w.filing = s.filing AND w.item = i.id)
SELECT agency, year, form, reason_group, item, label_zh, value, group_total,
       CASE WHEN group_total > 0 AND NOT is_bad
            THEN round(1.0 * value / group_total, 4) END AS share,
       CASE WHEN is_bad THEN 'left out: errors'
            WHEN group_total IS NULL THEN 'left out: no figure'
            WHEN group_total = 0 THEN 'left out: denominator 0'
            ELSE 'used' END AS status
  FROM reason
 ORDER BY agency, year, item_id;
