-- What people say figures of one filing should be.
SELECT k.item, k.applicant, k.printed, k.value, k.reason, k.evidence,
       k.author, k.said_on,
       CASE k.kind WHEN 'misread' THEN 'ours: another is printed'
            ELSE 'the filer''s' END AS error
  FROM corrected_cell k
 WHERE k.filing = :filing
 ORDER BY k.correction;
