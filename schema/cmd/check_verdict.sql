-- How the rules that read figures fare with current filings.
SELECT coalesce(sum(c.sum_holds), 0), coalesce(sum(c.sum_fails), 0),
       coalesce(sum(c.sum_not), 0), coalesce(sum(c.other_holds), 0),
       coalesce(sum(c.other_fails), 0), coalesce(sum(c.other_not), 0)
  FROM filing f
  JOIN verdict_count c ON c.filing = f.id
  LEFT JOIN agency a ON a.id = f.agency
 WHERE f.is_current = 1
   AND (:agency IS NULL OR instr(coalesce(a.name, f.spelling), :agency) > 0)
   AND (:year_from IS NULL OR f.year >= :year_from)
   AND (:year_to IS NULL OR f.year <= :year_to);
