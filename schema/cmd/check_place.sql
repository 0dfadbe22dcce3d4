-- How the rules that are no sums fare, where they read a figure.
SELECT coalesce(sum(c.verdict = 'holds'), 0),
       coalesce(sum(c.verdict = 'fails'), 0),
       coalesce(sum(c.verdict = 'not assessable'), 0)
  FROM filing f
  JOIN place_check c ON c.filing = f.id
  LEFT JOIN agency a ON a.id = f.agency
 WHERE f.is_current = 1
   AND (:agency IS NULL OR instr(coalesce(a.name, f.spelling), :agency) > 0)
   AND (:year_from IS NULL OR f.year >= :year_from)
   AND (:year_to IS NULL OR f.year <= :year_to);
