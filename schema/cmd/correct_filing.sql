-- The filings of a year in all files of these bytes.
SELECT f.id, f.source, f.ordinal
  FROM source s JOIN filing f ON f.source = s.id
 WHERE s.sha256 = :sha256 AND s.is_current = 1 AND f.year = :year
 ORDER BY f.id;
