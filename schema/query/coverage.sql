-- Who has filed for which year.
--
-- Every agency in every year of the span (of all years there are, if none is
-- given): filed, duplicate or missing. Missing means that no filing is here,
-- not that there is none. Ended has what was said to have been renamed or
-- merged before, whose division is no more, or whose kind of organ a reform
-- ended; not yet, what began later. Before its first filing it is unknown
-- whether an agency was there, but for governments of counties and above.
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
WITH RECURSIVE named AS NOT MATERIALIZED (
	SELECT a.id, a.name, a.is_ambiguous
	  FROM agency a
	 WHERE (:agency IS NULL OR a.id IN
	        (SELECT agency FROM agency_alias WHERE spelling = :agency
	         UNION SELECT id FROM agency WHERE name = :agency))
	   AND (:level IS NULL OR a.level = :level)
	   AND (:kind IS NULL OR a.kind = :kind)
	   AND (:parent IS NULL OR a.parent = :parent
	        OR a.reporting_parent = :parent)
	   AND (:division IS NULL
	        OR a.division_code LIKE :division || '%')),
who AS NOT MATERIALIZED (
	SELECT n.id, n.name, n.is_ambiguous
	  FROM named n
	 WHERE EXISTS (SELECT 1 FROM filing f
	        WHERE f.agency = n.id AND f.is_current
	          AND (:year_from IS NULL OR f.year >= :year_from)
	          AND (:year_to IS NULL OR f.year <= :year_to)
	          AND (:form IS NULL OR f.form = :form))),
ends AS MATERIALIZED (
	SELECT coalesce(:year_from, min(f.year)) AS first,
	       coalesce(:year_to, max(f.year)) AS last
	  FROM named n CROSS JOIN filing f ON f.agency = n.id
	 WHERE f.is_current
	   AND (:year_from IS NULL OR f.year >= :year_from)
	   AND (:year_to IS NULL OR f.year <= :year_to)
	   AND (:form IS NULL OR f.form = :form)),
span (year) AS (
	SELECT first FROM ends WHERE first IS NOT NULL
	UNION ALL
	SELECT year + 1 FROM span WHERE year < (SELECT last FROM ends)),
-- Of an agency and year one filing is current, but where the name fits
-- several agencies: there all are.
older AS MATERIALIZED (
	SELECT f.agency, f.year, count(*) AS n
	  FROM filing f
	 WHERE NOT f.is_current AND f.agency IS NOT NULL
	 GROUP BY f.agency, f.year),
life AS MATERIALIZED (SELECT * FROM agency_life),
begin AS MATERIALIZED (SELECT agency, year FROM agency_begin),
seen AS (
	SELECT w.name, y.year, f.form, l.first_year, l.last_year,
	       b.year AS begin,
	       CASE WHEN f.id IS NULL THEN 0
	            WHEN NOT w.is_ambiguous THEN 1
	            ELSE (SELECT count(*) FROM filing g
	                   WHERE g.agency = w.id AND g.year = y.year
	                     AND g.is_current = 1) END
	       + coalesce(o.n, 0) AS filings
	  FROM who w CROSS JOIN span y
	  LEFT JOIN filing f ON f.agency = w.id AND f.year = y.year
	        AND f.is_current = 1
	  LEFT JOIN older o ON o.agency = w.id AND o.year = y.year
	  LEFT JOIN life l ON l.agency = w.id
	  LEFT JOIN begin b ON b.agency = w.id
	 WHERE f.id IS NULL OR NOT w.is_ambiguous
	    OR f.id = (SELECT g.id FROM filing g
	                WHERE g.agency = w.id AND g.year = y.year
	                  AND g.is_current = 1
	                ORDER BY g.form DESC, g.id LIMIT 1))
SELECT name AS agency, year,
       CASE WHEN filings = 1 THEN 'filed' WHEN filings > 1 THEN 'duplicate'
            WHEN year > last_year THEN 'ended'
            WHEN year < first_year THEN 'not yet'
            WHEN year < begin THEN 'unknown'
            ELSE 'missing' END AS status, filings, form
  FROM seen
 ORDER BY name, year;
