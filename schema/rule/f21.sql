-- F21, F22: what the text calls its author, and what a converter left.
-- One finding for a report; the detail lists the lines.

CREATE VIEW rule_f21 AS
SELECT f.id AS filing, 'F21' AS rule, 'notice' AS severity, '' AS place,
       NULL AS left_value, NULL AS right_value,
       (SELECT group_concat(line || ' ' || text, ', ') FROM
           (SELECT DISTINCT o.line, o.text FROM observation o
             WHERE o.filing = f.id AND o.kind = 'self_name'
             ORDER BY o.line)) AS detail,
       (SELECT min(o.line) FROM observation o
         WHERE o.filing = f.id AND o.kind = 'self_name') AS line
  FROM filing f
 WHERE f.is_current
   AND EXISTS (SELECT 1 FROM observation o
                WHERE o.filing = f.id AND o.kind = 'self_name');

-- U+FFFD in a file with bytes that could not be decoded may be our doing.
CREATE VIEW rule_f22 AS
SELECT f.id AS filing, 'F22' AS rule, 'info' AS severity, '' AS place,
       NULL AS left_value, NULL AS right_value,
       (SELECT group_concat(line || ' ' || text, ', ') FROM
           (SELECT DISTINCT o.line, o.text FROM observation o
             WHERE o.filing = f.id AND o.kind = 'artefact'
             ORDER BY o.line)) AS detail,
       (SELECT min(o.line) FROM observation o
         WHERE o.filing = f.id AND o.kind = 'artefact') AS line
  FROM filing f
 WHERE f.is_current
   AND EXISTS (SELECT 1 FROM observation o
                WHERE o.filing = f.id AND o.kind = 'artefact'
                  AND (o.text <> char(65533)
                       OR NOT EXISTS (SELECT 1 FROM note n
                                       WHERE n.source = f.source
                                         AND n.name = 'BAD_BYTES')));
