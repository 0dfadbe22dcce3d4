-- Change from year to year 同比.
--
-- (this year - year before) / year before, for every item, column 总计. The
-- rate is NULL when the year before was not filed, not read, or is 0; nothing
-- is interpolated. Items of two forms are compared only if they mean the
-- same: 本年新制作 of 2020 with 本年制发 of 2021, 其他处理 with the sum of its
-- three rows, but not the reviews of 2018 and 2019, which count those that
-- are pending from then on; break names the form that began. Filings with
-- errors in the part of the form that the item is of are left out.
--
-- :item  code of one item
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
	       a.is_ambiguous, f.year, f.form
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
-- With the row of nothing SQLite looks filings up here and reads not all.
bad AS MATERIALIZED (
	SELECT w.filing, group_concat(w.part) AS parts
	  FROM wrong_part w
	 WHERE coalesce(:include_inconsistent, 0) = 0
	 GROUP BY w.filing
	 UNION ALL SELECT NULL, NULL),
mixed AS MATERIALIZED (
	SELECT DISTINCT p.filing
	  FROM filing_part p JOIN filing f ON f.id = p.filing
	 WHERE p.form <> f.form),
line AS MATERIALIZED (
	SELECT id AS item_id,
	       CASE WHEN code = 'rules_made' THEN 'rules_issued'
	            WHEN code = 'normative_made' AND form = 'ogi2019'
	            THEN 'normative_issued'
	            ELSE code END AS item, part
	  FROM item
	 WHERE code NOT IN ('other_handling', 'denied', 'unable',
	                    'not_processed')
	    OR form = 'ogi2019'
	UNION ALL
	SELECT id, 'other_handling', part FROM item
	 WHERE code = 'other_misc'),
pair AS MATERIALIZED (
	SELECT l.item_id, l.item, m.item_id AS other_id
	  FROM line l JOIN line m ON m.item = l.item
	 WHERE l.item <> 'review_total' OR l.part = m.part),
both AS (
	SELECT s.agency, s.year, l.item, s.form, b.form AS form_before,
	       CASE l.item WHEN 'other_handling' THEN q.other_handling
	                   ELSE c.value END AS value,
	       CASE l.item WHEN 'other_handling' THEN r.other_handling
	                   ELSE d.value END AS value_before,
	       b.id IS NOT NULL AS has_before, d.id IS NOT NULL AS has_item,
	       instr(coalesce(e.parts, ''), l.part) > 0
	       OR instr(coalesce(g.parts, ''),
	                CASE WHEN b.form IN ('ogi2019', 'ogi2021') THEN l.part
	                     ELSE 'statistic' END) > 0 AS is_bad
	  FROM sel s
	  LEFT JOIN filing b ON b.agency = s.agency_id AND b.year = s.year - 1
	        AND b.is_current AND NOT s.is_ambiguous
	        AND (:form IS NULL OR b.form = :form)
	  LEFT JOIN request_sum q ON q.filing = s.filing
	  LEFT JOIN request_sum r ON r.filing = b.id
	  LEFT JOIN bad e ON e.filing = s.filing
	  LEFT JOIN bad g ON g.filing = b.id
	  LEFT JOIN mixed x ON x.filing = s.filing
	  LEFT JOIN mixed z ON z.filing = b.id
	 CROSS JOIN total_cell c
	    ON c.id BETWEEN 1000 * s.filing AND 1000 * s.filing + 999
	 CROSS JOIN line l ON l.item_id = c.item
	  LEFT JOIN total_cell d ON d.id = 1000 * b.id +
	            CASE WHEN b.form = s.form AND x.filing IS NULL
	                  AND z.filing IS NULL THEN c.item
	                 ELSE (SELECT t.item FROM pair p CROSS JOIN total_cell t
	                        WHERE p.item_id = c.item AND p.item = l.item
	                          AND t.id = 1000 * b.id + p.other_id) END
	 WHERE (:item IS NULL OR l.item = :item))
SELECT agency, year, item, value, value_before,
       value - value_before AS change,
       CASE WHEN value_before <> 0 AND NOT is_bad
            THEN round(1.0 * (value - value_before) / value_before, 4) END
           AS rate,
       CASE WHEN value IS NULL THEN 'not read'
            WHEN NOT has_before THEN 'no year before'
            WHEN NOT has_item THEN 'not on the form before'
            WHEN value_before IS NULL THEN 'year before not read'
            WHEN is_bad THEN 'left out: errors'
            WHEN value_before = 0 THEN 'year before 0'
            ELSE 'used' END AS status,
       CASE WHEN has_item AND form_before <> form THEN form ELSE '' END
           AS break
  FROM both
 ORDER BY agency, item, year;
