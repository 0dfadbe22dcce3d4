-- Change from year to year 同比.
--
-- (this year - year before) / year before, for every item, column 总计. The
-- rate is NULL when the year before was not filed, not read, or is 0; nothing
-- is interpolated. Items of two forms are compared only if they mean the
-- same: 本年新制作 of 2020 with 本年制发 of 2021, 其他处理 with the sum of its
-- three rows; break then names the form that began.
--
-- :item  code of one item
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
	   AND (:year_from IS NULL OR f.year >= :year_from - 1)
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
	   AND x.rule IN ('A01', 'A02', 'A03', 'B01', 'B02', 'D05', 'F08',
	                  'A05', 'A06', 'A07')),
cells AS (
	SELECT s.filing, s.agency_id, s.agency, s.year, s.form,
	       c.item, c.value
	  FROM sel s CROSS JOIN cell_art20 c ON c.filing = s.filing
	UNION ALL
	SELECT s.filing, s.agency_id, s.agency, s.year, s.form,
	       c.item, c.value
	  FROM sel s CROSS JOIN cell_requests c ON c.filing = s.filing
	 WHERE c.applicant = 'total'
	UNION ALL
	SELECT s.filing, s.agency_id, s.agency, s.year, s.form,
	       c.item, c.value
	  FROM sel s CROSS JOIN cell_disputes c ON c.filing = s.filing
	UNION ALL
	SELECT s.filing, s.agency_id, s.agency, s.year, s.form,
	       c.item, c.value
	  FROM sel s CROSS JOIN cell_statistic c ON c.filing = s.filing),
series AS (
	SELECT filing, agency_id, agency, year, form,
	       CASE item WHEN 'rules_made' THEN 'rules_issued'
	                 WHEN 'normative_made' THEN
	                      CASE form WHEN 'ogi2019' THEN 'normative_issued'
	                                ELSE item END
	                 ELSE item END AS item,
	       value
	  FROM cells
	 WHERE item NOT IN ('other_handling', 'denied', 'unable',
	                    'not_processed')
	    OR form = 'ogi2019'
	UNION ALL
	SELECT filing, agency_id, agency, year, form, 'other_handling',
	       CASE WHEN count(value) = 3 THEN sum(value) END
	  FROM cells
	 WHERE item IN ('other_correction_overdue', 'other_fee_unpaid',
	                'other_misc')
	 GROUP BY filing)
SELECT y.agency, y.year, y.item, y.value, b.value AS value_before,
       y.value - b.value AS change,
       CASE WHEN b.value <> 0 AND e.filing IS NULL AND d.filing IS NULL
            THEN round(1.0 * (y.value - b.value) / b.value, 4) END AS rate,
       CASE WHEN y.value IS NULL THEN 'not read'
            WHEN b.filing IS NULL THEN 'no year before'
            WHEN b.value IS NULL THEN 'year before not read'
            WHEN e.filing IS NOT NULL OR d.filing IS NOT NULL
            THEN 'left out: errors'
            WHEN b.value = 0 THEN 'year before 0'
            ELSE 'used' END AS status,
       CASE WHEN b.form <> y.form THEN y.form ELSE '' END AS break
  FROM series y
  LEFT JOIN series b ON b.agency_id = y.agency_id AND b.year = y.year - 1
                    AND b.item = y.item
  LEFT JOIN bad e ON e.filing = y.filing
  LEFT JOIN bad d ON d.filing = b.filing
 WHERE (:item IS NULL OR y.item = :item)
   AND (:year_from IS NULL OR y.year >= :year_from)
 ORDER BY y.agency, y.item, y.year;
