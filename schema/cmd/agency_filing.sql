-- The filings that a word on a name is about.
SELECT f.id, f.source, f.ordinal
  FROM filing f JOIN source s ON s.id = f.source
 WHERE f.spelling = :spelling
   AND (:path IN ('', s.path)
        OR substr(s.path, 1, length(:path) + 1) = :path || '/')
 ORDER BY f.id;
