-- How many report nothing but zeros.
--
-- By level and year: filings, those with every cell 0 (D01), and those with
-- sections 三 and 四 all 0 (D03). Only filings all of whose cells there were
-- read can be among them. Left out of the shares are those of which nothing
-- tells: no figure above 0 was read, and some cells are blank or were not read.
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
	SELECT f.id AS filing, f.year, a.level
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
-- Most have a figure among the totals; what is 0 there is 0 everywhere.
told AS (
	SELECT s.filing, s.level, s.year, z.filing AS zero, r.filing AS none,
	       EXISTS (SELECT 1 FROM total_cell t
	                WHERE t.id BETWEEN 1000 * s.filing
	                          AND 1000 * s.filing + 999
	                  AND t.value <> 0) AS has_figure,
	       EXISTS (SELECT 1 FROM total_cell t JOIN item i ON i.id = t.item
	                WHERE t.id BETWEEN 1000 * s.filing
	                          AND 1000 * s.filing + 999
	                  AND i.part IN ('requests', 'disputes')
	                  AND t.value <> 0) AS has_request
	  FROM sel s
	  LEFT JOIN found z ON z.filing = s.filing AND z.rule = 'D01'
	  LEFT JOIN found r ON r.filing = s.filing AND r.rule = 'D03')
SELECT level, year, count(*) AS filings,
       count(zero) AS all_zero,
       round(1.0 * count(zero)
             / nullif(sum(has_figure OR zero IS NOT NULL), 0), 4)
           AS all_zero_share,
       count(none) AS no_requests,
       round(1.0 * count(none)
             / nullif(sum(has_request OR none IS NOT NULL
                          OR zero IS NOT NULL), 0), 4) AS no_requests_share,
       sum(NOT (has_request OR none IS NOT NULL OR zero IS NOT NULL))
           AS n_left_out
  FROM told
 GROUP BY level, year
 ORDER BY level, year;
