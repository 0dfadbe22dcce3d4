-- Current filings, and notes about reading, of those that are looked at; and
-- filings whose findings are out of date, whichever they are.
SELECT (SELECT count(*) FROM filing f LEFT JOIN agency a ON a.id = f.agency
         WHERE f.is_current = 1
           AND (:agency IS NULL OR
                instr(coalesce(a.name, f.spelling), :agency) > 0)
           AND (:year_from IS NULL OR f.year >= :year_from)
           AND (:year_to IS NULL OR f.year <= :year_to)),
       (SELECT count(*) FROM filing WHERE is_checked = 0),
       (SELECT count(*) FROM note n JOIN source s ON s.id = n.source
          LEFT JOIN filing f ON f.id = n.filing
          LEFT JOIN agency a ON a.id = f.agency
         WHERE s.is_current = 1
           AND (:agency IS NULL OR
                instr(coalesce(a.name, f.spelling), :agency) > 0)
           AND (:year_from IS NULL OR f.year >= :year_from)
           AND (:year_to IS NULL OR f.year <= :year_to));
