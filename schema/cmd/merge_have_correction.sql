SELECT id FROM correction
 WHERE sha256 = :sha256 AND item = :item AND applicant = :applicant
   AND value IS CAST(:value AS NUMERIC) AND reason = :reason
   AND author = :author;
