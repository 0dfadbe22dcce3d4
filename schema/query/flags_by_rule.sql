-- Which rules are broken most, by year and level.
--
-- Filings on which each rule found something, of all filings of that year and
-- level.
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
WITH sel AS NOT MATERIALIZED (
	SELECT f.id AS filing, f.year, a.level, f.flags
	  FROM agency a CROSS JOIN filing f ON f.agency = a.id
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
alike AS MATERIALIZED (
	SELECT s.year, s.level, count(*) AS filings, min(s.filing) AS filing
	  FROM sel s
	 GROUP BY s.year, s.level, s.flags),
n AS (
	SELECT year, level, sum(filings) AS filings
	  FROM alike GROUP BY year, level),
each AS (
	SELECT DISTINCT a.year, a.level, a.filing, a.filings, x.rule, x.severity
	  FROM alike a CROSS JOIN found x ON x.filing = a.filing),
hit AS (
	SELECT year, level, rule, severity, sum(filings) AS flagged
	  FROM each
	 GROUP BY year, level, rule, severity)
SELECT h.year, h.level, h.rule, h.severity, r.title_zh, r.title_en,
       h.flagged, n.filings, round(1.0 * h.flagged / n.filings, 4) AS share
  FROM hit h
  JOIN rule r ON r.id = h.rule
  JOIN n ON n.year IS h.year AND n.level IS h.level
 ORDER BY h.year, h.level, h.flagged DESC, h.rule, h.severity;
