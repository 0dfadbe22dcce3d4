-- What people say figures of one filing should be.
SELECT c.item, c.applicant, c.printed, c.value, c.reason, c.evidence,
       c.author
  FROM correction c
  JOIN filing f ON f.id = :filing
  JOIN source s ON s.id = f.source
  JOIN agency a ON a.id = f.agency
 WHERE c.sha256 = s.sha256 AND c.agency = a.name AND c.year = f.year
 ORDER BY c.id;
