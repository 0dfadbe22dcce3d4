-- D: what is hard to believe.  Each is judged only when every cell that it
-- looks at was read.

CREATE VIEW rule_d01 AS
SELECT f.id AS filing, 'D01' AS rule, 'notice' AS severity, '' AS place,
       NULL AS left_value, NULL AS right_value, '' AS detail, NULL AS line
  FROM filing f
 WHERE f.is_current AND f.form IN ('ogi2019', 'ogi2021')
   AND EXISTS (SELECT 1 FROM application w WHERE w.filing = f.id)
   AND NOT EXISTS (SELECT 1 FROM cell_art20 c WHERE c.filing = f.id
                      AND (c.state <> 'number' OR c.value <> 0))
   AND NOT EXISTS (SELECT 1 FROM cell_disputes c WHERE c.filing = f.id
                      AND (c.state <> 'number' OR c.value <> 0))
   AND NOT EXISTS (SELECT 1 FROM cell_requests c WHERE c.filing = f.id
                      AND (c.state <> 'number' OR c.value <> 0));

-- At least one table stands there whole, and none has a figure.
CREATE VIEW rule_d02 AS
SELECT f.id AS filing, 'D02' AS rule, 'warning' AS severity, '' AS place,
       NULL AS left_value, NULL AS right_value, '' AS detail,
       (SELECT min(p.line) FROM filing_part p
         WHERE p.filing = f.id AND p.found) AS line
  FROM filing f
 WHERE f.is_current AND f.form IN ('ogi2019', 'ogi2021')
   AND EXISTS (SELECT 1 FROM reading r WHERE r.filing = f.id
                  AND r.state IN ('blank', 'placeholder'))
   AND NOT EXISTS (SELECT 1 FROM cell_art20 c WHERE c.filing = f.id
                      AND c.state IN ('number', 'inferred', 'text'))
   AND NOT EXISTS (SELECT 1 FROM cell_disputes c WHERE c.filing = f.id
                      AND c.state IN ('number', 'inferred', 'text'))
   AND NOT EXISTS (SELECT 1 FROM cell_requests c WHERE c.filing = f.id
                      AND c.state IN ('number', 'inferred', 'text'))
   AND (EXISTS (SELECT 1 FROM filing_part p
                 WHERE p.filing = f.id AND p.found AND NOT p.truncated
                   AND p.part = 'requests'
                   AND NOT EXISTS (SELECT 1 FROM cell_requests c
                                    WHERE c.filing = f.id
                                      AND c.state = 'missing'))
        OR EXISTS (SELECT 1 FROM filing_part p
                 WHERE p.filing = f.id AND p.found AND NOT p.truncated
                   AND p.part = 'disputes'
                   AND NOT EXISTS (SELECT 1 FROM cell_disputes c
                                    WHERE c.filing = f.id
                                      AND c.state = 'missing'))
        OR EXISTS (SELECT 1 FROM filing_part p
                 WHERE p.filing = f.id AND p.found AND NOT p.truncated
                   AND p.part LIKE 'art20%'
                   AND NOT EXISTS (SELECT 1 FROM cell_art20 c
                                    WHERE c.filing = f.id
                                      AND c.part = p.part
                                      AND c.state = 'missing')));

CREATE VIEW rule_d03 AS
SELECT f.id AS filing, 'D03' AS rule, 'info' AS severity, '' AS place,
       NULL AS left_value, NULL AS right_value, '' AS detail,
       (SELECT p.line FROM filing_part p
         WHERE p.filing = f.id AND p.part = 'requests') AS line
  FROM filing f
 WHERE f.is_current AND f.form IN ('ogi2019', 'ogi2021')
   AND EXISTS (SELECT 1 FROM application w WHERE w.filing = f.id)
   AND NOT EXISTS (SELECT 1 FROM cell_disputes c WHERE c.filing = f.id
                      AND (c.state <> 'number' OR c.value <> 0))
   AND NOT EXISTS (SELECT 1 FROM cell_requests c WHERE c.filing = f.id
                      AND (c.state <> 'number' OR c.value <> 0));

-- The column 总计 of the rows of section 三 that rules and queries ask for.
CREATE VIEW request_total AS
SELECT p.filing, n.total AS new_requests, o.total AS carried_over,
       t.total AS results_total, c.total AS carried_forward,
       n.line AS line_new, t.line AS line_results, c.line AS line_forward
  FROM filing_part p
  JOIN item ni ON ni.form = p.form AND ni.code = 'new_requests'
  JOIN item oi ON oi.form = p.form AND oi.code = 'carried_over'
  JOIN item ti ON ti.form = p.form AND ti.code = 'results_total'
  JOIN item ci ON ci.form = p.form AND ci.code = 'carried_forward'
  LEFT JOIN application n ON n.filing = p.filing AND n.item = ni.id
  LEFT JOIN application o ON o.filing = p.filing AND o.item = oi.id
  LEFT JOIN application t ON t.filing = p.filing AND t.item = ti.id
  LEFT JOIN application c ON c.filing = p.filing AND c.item = ci.id
 WHERE p.part = 'requests';

CREATE VIEW rule_d04 AS
SELECT f.id AS filing, 'D04' AS rule, 'notice' AS severity,
       'results_total' AS place, t.results_total AS left_value,
       t.new_requests + t.carried_over AS right_value, '' AS detail,
       t.line_results AS line
  FROM filing f CROSS JOIN request_total t ON t.filing = f.id
 WHERE f.is_current AND t.results_total = 0
   AND t.new_requests + t.carried_over
       >= (SELECT value FROM setting WHERE name = 'D04.floor');

-- 四 cannot be more than 一 and 二.
INSERT INTO rule_sum (rule, form, part, place, relation, severity)
SELECT 'D05', f.name, 'requests', 'carried_forward', '>=', 'error'
  FROM form f WHERE f.name IN ('ogi2019', 'ogi2021') ORDER BY f.name;
INSERT INTO rule_term (sum, side, coefficient, item, item_id, applicant,
       year_off, is_total)
WITH v (n, side, item, is_total) AS (VALUES
	(1, 'L', 'new_requests', 0), (2, 'L', 'carried_over', 0),
	(3, 'R', 'carried_forward', 1))
SELECT s.id, v.side, 1, v.item, i.id, 'total', 0, v.is_total
  FROM rule_sum s JOIN v JOIN item i ON i.form = s.form AND i.code = v.item
 WHERE s.rule = 'D05' ORDER BY s.id, v.n;

CREATE VIEW rule_d06 AS
SELECT f.id AS filing, 'D06' AS rule, 'notice' AS severity,
       'carried_forward' AS place, t.carried_forward AS left_value,
       t.new_requests + t.carried_over AS right_value,
       round(100.0 * t.carried_forward / (t.new_requests + t.carried_over), 1)
           || '%' AS detail,
       t.line_forward AS line
  FROM filing f CROSS JOIN request_total t ON t.filing = f.id
 WHERE f.is_current
   AND t.new_requests + t.carried_over
       >= (SELECT value FROM setting WHERE name = 'D06.floor')
   AND t.carried_forward > (t.new_requests + t.carried_over)
       * (SELECT value FROM setting WHERE name = 'D06.share')
   AND t.carried_forward <= t.new_requests + t.carried_over;
