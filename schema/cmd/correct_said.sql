-- What was said of a cell of an agency's filing.
SELECT c.sha256, c.agency, c.year, c.item, c.applicant, c.kind, c.printed,
       c.value, c.stated
  FROM correction_now c
 WHERE c.year = :year AND c.item = :item AND c.applicant = :applicant
   AND c.kind = :kind
   AND (c.agency = :agency OR c.agency IN
        (SELECT l.spelling FROM agency_alias l WHERE l.agency IN
         (SELECT id FROM agency WHERE name = :agency
          UNION SELECT agency FROM agency_alias WHERE spelling = :agency)))
 ORDER BY c.id;
