-- B: what stands in single cells.
-- Every view of a rule has the columns of the table found but the last.

CREATE VIEW rule_b01 AS
SELECT c.filing, 'B01' AS rule, 'error' AS severity,
       c.item || CASE c.applicant WHEN '' THEN '' ELSE '/' || c.applicant END
           AS place,
       c.value AS left_value, 0 AS right_value, '' AS detail, c.line
  FROM filing f CROSS JOIN cell_requests c ON c.filing = f.id
 WHERE f.is_current AND c.value < 0 AND c.state = 'number'
UNION ALL
SELECT c.filing, 'B01', 'error', c.item, c.value, 0, '', c.line
  FROM filing f CROSS JOIN cell_disputes c ON c.filing = f.id
 WHERE f.is_current AND c.value < 0 AND c.state = 'number'
UNION ALL
SELECT c.filing, 'B01', 'error', c.item, c.value, 0, '', c.line
  FROM filing f CROSS JOIN cell_art20 c ON c.filing = f.id
 WHERE f.is_current AND c.value < 0 AND c.state = 'number'
   AND c.kind <> 'signed'
UNION ALL
SELECT c.filing, 'B01', 'error', c.item, c.value, 0, '', c.line
  FROM filing f CROSS JOIN cell_statistic c ON c.filing = f.id
 WHERE f.is_current AND c.value < 0 AND c.state = 'number';

-- A count that is no integer is the only thing a count column keeps as REAL.
CREATE VIEW rule_b02 AS
SELECT c.filing, 'B02' AS rule, 'error' AS severity,
       c.item || CASE c.applicant WHEN '' THEN '' ELSE '/' || c.applicant END
           AS place,
       c.value AS left_value, NULL AS right_value, '' AS detail, c.line
  FROM filing f CROSS JOIN cell_requests c ON c.filing = f.id
 WHERE f.is_current AND typeof(c.value) = 'real' AND c.state = 'number'
UNION ALL
SELECT c.filing, 'B02', 'error', c.item, c.value, NULL, '', c.line
  FROM filing f CROSS JOIN cell_disputes c ON c.filing = f.id
 WHERE f.is_current AND typeof(c.value) = 'real' AND c.state = 'number'
UNION ALL
SELECT c.filing, 'B02', 'error', c.item, c.value, NULL, '', c.line
  FROM filing f CROSS JOIN cell_art20 c ON c.filing = f.id
 WHERE f.is_current AND typeof(c.value) = 'real' AND c.state = 'number'
   AND c.kind <> 'money'
UNION ALL
SELECT c.filing, 'B02', 'error', c.item, c.value, NULL, '', c.line
  FROM filing f CROSS JOIN cell_statistic c ON c.filing = f.id
 WHERE f.is_current AND typeof(c.value) = 'real' AND c.state = 'number'
   AND c.unit IN ('件', '条', '次', '篇', '个', '人', '人次', '项');

CREATE VIEW rule_b03 AS
SELECT f.id AS filing, 'B03' AS rule, 'warning' AS severity,
       i.code || CASE r.applicant WHEN '' THEN '' ELSE '/' || r.applicant END
           AS place,
       NULL AS left_value, NULL AS right_value, r.raw AS detail, r.line
  FROM filing f CROSS JOIN reading r ON r.filing = f.id
  JOIN item i ON i.id = r.item
 WHERE f.is_current AND r.state = 'text' AND i.kind <> 'group'
UNION ALL
SELECT f.id, 'B03', 'warning', i.code, NULL, NULL, w.raw, w.line
  FROM filing f CROSS JOIN statistic w ON w.filing = f.id
  JOIN item i ON i.id = w.item
 WHERE f.is_current AND w.state = 'text';

CREATE VIEW rule_b04 AS
SELECT f.id AS filing, 'B04' AS rule, 'notice' AS severity, i.part AS place,
       count(*) AS left_value, NULL AS right_value,
       count(*) || ' blank cells' AS detail, min(r.line) AS line
  FROM filing f CROSS JOIN reading r ON r.filing = f.id
  JOIN item i ON i.id = r.item
 WHERE f.is_current AND r.state = 'blank' AND i.kind <> 'group'
 GROUP BY f.id, i.part
UNION ALL
SELECT f.id, 'B04', 'notice', 'statistic', count(*), NULL,
       count(*) || ' blank cells', min(w.line)
  FROM filing f CROSS JOIN statistic w ON w.filing = f.id
 WHERE f.is_current AND w.state = 'blank' AND w.item IS NOT NULL
 GROUP BY f.id;

CREATE VIEW rule_b05 AS
SELECT f.id AS filing, 'B05' AS rule, 'notice' AS severity, i.part AS place,
       count(*) AS left_value, NULL AS right_value,
       count(*) || ' cells: ' || min(r.raw) AS detail, min(r.line) AS line
  FROM filing f CROSS JOIN reading r ON r.filing = f.id
  JOIN item i ON i.id = r.item
 WHERE f.is_current AND r.state = 'placeholder' AND i.kind <> 'group'
 GROUP BY f.id, i.part
UNION ALL
SELECT f.id, 'B05', 'notice', 'statistic', count(*), NULL,
       count(*) || ' cells: ' || min(w.raw), min(w.line)
  FROM filing f CROSS JOIN statistic w ON w.filing = f.id
 WHERE f.is_current AND w.state = 'placeholder' AND w.item IS NOT NULL
 GROUP BY f.id;

-- 万元 to four decimals are 元, so whole hundreds of 分.  An amount that
-- the cell gives in 元 was converted and is left alone.
CREATE VIEW rule_b06 AS
SELECT f.id AS filing, 'B06' AS rule, 'notice' AS severity,
       'fees_collected' AS place, e.amount AS left_value,
       NULL AS right_value, coalesce(r.raw, e.amount) AS detail, e.line
  FROM filing f
 CROSS JOIN fee e ON e.filing = f.id
 CROSS JOIN item i ON i.form = 'ogi2021' AND i.code = 'fees_collected'
  LEFT JOIN reading r ON r.filing = f.id AND r.item = i.id
                     AND r.applicant = ''
 WHERE f.is_current AND e.amount IS NOT NULL
   AND (e.amount_fen IS NULL OR e.amount_fen % 100 <> 0)
   AND coalesce(r.state, 'number') = 'number'
   AND NOT EXISTS (SELECT 1 FROM observation o
                    WHERE o.filing = f.id AND o.kind = 'amount_in_yuan');

CREATE VIEW rule_b07 AS
SELECT f.id AS filing, 'B07' AS rule, 'notice' AS severity,
       'procurement_amount' AS place, o.amount AS left_value,
       NULL AS right_value, '' AS detail, o.line
  FROM filing f CROSS JOIN procurement o ON o.filing = f.id
 WHERE f.is_current AND o.amount > 0 AND o.unit = '';

-- 10 000 is the factor between 元 and 万元.  Of two years that differ that
-- much the one is suspect that differs from all its neighbours.
CREATE VIEW rule_b08 AS
SELECT f.id AS filing, 'B08' AS rule, 'warning' AS severity,
       'fees_collected' AS place, e.amount AS left_value,
       v.value AS right_value, a.level AS detail, e.line
  FROM filing f
 CROSS JOIN fee e ON e.filing = f.id
  JOIN agency a ON a.id = f.agency
  JOIN setting v ON v.name = 'B08.' || a.level
 WHERE f.is_current AND e.amount >= v.value
UNION ALL
SELECT f.id, 'B08', 'warning', 'fees_collected', e.amount,
       max(n.amount), 'neighbouring year: ' || min(g.year), e.line
  FROM filing f
 CROSS JOIN fee e ON e.filing = f.id
 CROSS JOIN filing g ON g.agency = f.agency
        AND g.year IN (f.year - 1, f.year + 1) AND g.is_current = 1
 CROSS JOIN fee n ON n.filing = g.id AND n.amount > 0
  JOIN agency a ON a.id = f.agency AND NOT a.is_ambiguous
  JOIN setting v ON v.name = 'B08.ratio'
 WHERE f.is_current AND e.amount > 0
 GROUP BY f.id
HAVING min(e.amount / (1.0 * n.amount)) >= max(v.value)
    OR (count(*) = 2 AND max(e.amount / (1.0 * n.amount)) <= 1.0 / max(v.value))
UNION ALL
SELECT f.id, 'B08', 'warning', 'fees_collected', NULL, NULL, o.text, o.line
  FROM filing f CROSS JOIN observation o ON o.filing = f.id
        AND o.kind = 'amount_in_yuan'
 WHERE f.is_current;

CREATE VIEW rule_b09 AS
SELECT f.id AS filing, 'B09' AS rule, 'warning' AS severity, o.place,
       NULL AS left_value, NULL AS right_value, o.text AS detail, o.line
  FROM filing f CROSS JOIN observation o ON o.filing = f.id
        AND o.kind = 'cell_count'
 WHERE f.is_current;

CREATE VIEW rule_b10 AS
SELECT f.id AS filing, 'B10' AS rule, 'notice' AS severity, o.place,
       NULL AS left_value, NULL AS right_value, o.text AS detail, o.line
  FROM filing f CROSS JOIN observation o ON o.filing = f.id
        AND o.kind = 'fragments'
 WHERE f.is_current;
