-- Normative documents: issued, repealed, in force.
--
-- Form of 2021 only. net is issued - repealed; repeal_rate is repealed /
-- (in_force + repealed); residual is what C02 finds: in_force less what
-- follows from the year before, NULL without it.
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
	       a.is_ambiguous, f.year
	  FROM filing f CROSS JOIN agency a ON a.id = f.agency
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
SELECT s.agency, s.year, n.kind, n.issued, n.repealed, n.in_force,
       n.issued - n.repealed AS net,
       CASE WHEN n.in_force + n.repealed > 0
            THEN round(1.0 * n.repealed / (n.in_force + n.repealed), 4) END
           AS repeal_rate,
       n.in_force - (b.in_force + n.issued - n.repealed) AS residual
  FROM sel s
 CROSS JOIN filing_part p ON p.filing = s.filing AND p.part = 'art20_1'
       AND p.form = 'ogi2021'
 CROSS JOIN normative_document n ON n.filing = s.filing
  LEFT JOIN filing y ON y.agency = s.agency_id AND y.year = s.year - 1
        AND y.is_current AND NOT s.is_ambiguous
  LEFT JOIN normative_document b ON b.filing = y.id AND b.kind = n.kind
 ORDER BY s.agency, s.year, n.kind DESC;
