-- The cells of one filing that would explain sums that fail together.
SELECT item, applicant, printed, would_satisfy, sums
  FROM suspect
 WHERE filing = :filing
 ORDER BY id;
