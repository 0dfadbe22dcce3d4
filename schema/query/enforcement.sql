-- Licences, penalties, coercion and fees, year by year.
--
-- Decisions, and penalties per licence. On the form of 2019 the columns
-- 处理决定数量; fees are an amount only from 2021 on (万元).
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
SELECT s.agency, s.year, s.form, l.decided AS licences,
       p.decided AS penalties, c.decided AS coercion,
       e.amount AS fees_wan_yuan,
       CASE WHEN l.decided > 0
            THEN round(1.0 * p.decided / l.decided, 4) END
           AS penalties_per_licence,
       CASE WHEN s.form <> (SELECT g.form FROM filing g
                             WHERE g.agency = s.agency_id
                               AND g.year < s.year AND g.is_current
                               AND (:year_from IS NULL OR g.year >= :year_from)
                               AND (:form IS NULL OR g.form = :form)
                             ORDER BY g.year DESC LIMIT 1)
            THEN s.form ELSE '' END AS break
  FROM sel s
  LEFT JOIN administrative_act l ON l.filing = s.filing
                                AND l.kind = 'licence'
  LEFT JOIN administrative_act p ON p.filing = s.filing
                                AND p.kind = 'penalty'
  LEFT JOIN administrative_act c ON c.filing = s.filing
                                AND c.kind = 'coercion'
  LEFT JOIN fee e ON e.filing = s.filing
 ORDER BY s.agency, s.year;
