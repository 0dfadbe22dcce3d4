-- C: one agency, year after year.  A year that is not there is never a
-- pass: sums say "not assessable", the other views say nothing.

-- What was carried forward is what is carried over.  When the total
-- agrees, a column that does not has been classified anew.
INSERT INTO rule_sum (rule, form, part, place, relation, severity)
SELECT 'C01', f.name, 'requests', c.code, '=',
       CASE c.code WHEN 'total' THEN 'error' ELSE 'warning' END
  FROM form f JOIN applicant c
 WHERE f.name IN ('ogi2019', 'ogi2021') ORDER BY f.name, c.id;
INSERT INTO rule_term (sum, side, coefficient, item, item_id, applicant,
       year_off, is_total)
WITH v (n, side, item, year_off) AS (VALUES
	(1, 'L', 'carried_over', 0), (2, 'R', 'carried_forward', -1))
SELECT s.id, v.side, 1, v.item, i.id, s.place, v.year_off, 0
  FROM rule_sum s JOIN v JOIN item i ON i.form = s.form AND i.code = v.item
 WHERE s.rule = 'C01' ORDER BY s.id, v.n;

-- Stock and flow; 对外公开总数量 of 2020 is another thing than 现行有效件数,
-- so both years must use the form of 2021, which the codes see to.
INSERT INTO rule_sum (rule, form, part, place, relation, severity) VALUES
	('C02', 'ogi2021', 'art20_1', 'rules_in_force', '=', 'warning'),
	('C02', 'ogi2021', 'art20_1', 'normative_in_force', '=', 'warning');
INSERT INTO rule_term (sum, side, coefficient, item, item_id, applicant,
       year_off, is_total)
WITH v (n, side, coefficient, col, year_off) AS (VALUES
	(1, 'L', 1, 'in_force', 0), (2, 'R', 1, 'in_force', -1),
	(3, 'R', 1, 'issued', 0), (4, 'R', -1, 'repealed', 0))
SELECT s.id, v.side, v.coefficient, i.code, i.id, '', v.year_off,
       v.col = 'in_force'
  FROM rule_sum s JOIN v JOIN item t ON t.form = s.form AND t.code = s.place
  JOIN item i ON i.form = s.form AND i.part = s.part AND i.row = t.row
             AND i.col = v.col
 WHERE s.rule = 'C02' ORDER BY s.id, v.n;

-- Items listed at the end of the previous year, on the form of 2019.
INSERT INTO rule_sum (rule, form, part, place, relation, severity)
SELECT 'C03', i.form, i.part, i.code, '=', 'warning'
  FROM item i WHERE i.form = 'ogi2019' AND i.col = 'items_prev' ORDER BY i.id;
INSERT INTO rule_term (sum, side, coefficient, item, item_id, applicant,
       year_off, is_total)
WITH v (n, side, col, year_off) AS (VALUES
	(1, 'L', 'items_prev', 0), (2, 'R', 'items_prev', -1),
	(3, 'R', 'items_change', -1))
SELECT s.id, v.side, 1, i.code, i.id, '', v.year_off, v.col = 'items_prev'
  FROM rule_sum s JOIN v JOIN item t ON t.form = s.form AND t.code = s.place
  JOIN item i ON i.form = s.form AND i.part = s.part AND i.row = t.row
             AND i.col = v.col
 WHERE s.rule = 'C03' ORDER BY s.id, v.n;

-- A current filing and that of the year before, when there is one.
CREATE VIEW year_pair AS
SELECT f.id AS filing, g.id AS before, f.year, f.agency
  FROM filing f
  JOIN agency a ON a.id = f.agency AND NOT a.is_ambiguous
  JOIN filing g ON g.agency = f.agency AND g.year = f.year - 1
               AND g.is_current = 1
 WHERE f.is_current;

-- 内容雷同、敷衍塞责: 国办公开办函〔2021〕30号 （四）.
CREATE VIEW rule_c04 AS
SELECT y.filing, 'C04' AS rule, 'warning' AS severity, 'sections 1+5' AS place,
       round(x.similarity, 3) AS left_value, v.value AS right_value,
       'year before: ' || s.path AS detail,
       (SELECT t.line FROM section t
         WHERE t.filing = y.filing AND t.ordinal = 1) AS line
  FROM year_pair y
 CROSS JOIN similar_text x ON x.filing = y.filing AND x.other = y.before
  JOIN filing g ON g.id = y.before
  JOIN source s ON s.id = g.source
  JOIN setting v ON v.name = 'C04.similarity'
  JOIN setting l ON l.name = 'C04.length'
 WHERE x.similarity >= v.value AND x.length >= l.value;

CREATE VIEW rule_c05 AS
SELECT f.id AS filing, 'C05' AS rule, 'notice' AS severity,
       'sections 1+5' AS place, round(x.similarity, 3) AS left_value,
       v.value AS right_value, a.name || ': ' || s.path AS detail,
       (SELECT t.line FROM section t
         WHERE t.filing = f.id AND t.ordinal = 1) AS line
  FROM filing f
 CROSS JOIN similar_text x ON x.filing = f.id
  JOIN filing g ON g.id = x.other AND g.agency <> f.agency AND g.is_current
  JOIN agency a ON a.id = g.agency
  JOIN source s ON s.id = g.source
  JOIN setting v ON v.name = 'C04.similarity'
  JOIN setting l ON l.name = 'C04.length'
 WHERE f.is_current AND x.similarity >= v.value AND x.length >= l.value;

-- Every figure as the year before, all of them read, and some not 0.
CREATE VIEW rule_c06 AS
SELECT y.filing, 'C06' AS rule, 'warning' AS severity, '' AS place,
       z.n AS left_value, v.value AS right_value,
       'year before: ' || s.path AS detail,
       (SELECT min(p.line) FROM filing_part p
         WHERE p.filing = y.filing AND p.found) AS line
  FROM (SELECT q.*,
               (SELECT count(*) FROM cell_art20 c
                 WHERE c.filing = q.filing AND c.value <> 0)
               + (SELECT count(*) FROM cell_requests c
                   WHERE c.filing = q.filing AND c.value <> 0)
               + (SELECT count(*) FROM cell_disputes c
                   WHERE c.filing = q.filing AND c.value <> 0) AS n
          FROM year_pair q) z
 CROSS JOIN year_pair y ON y.filing = z.filing
  JOIN filing f ON f.id = y.filing
  JOIN filing g ON g.id = y.before AND g.form = f.form
  JOIN source s ON s.id = g.source
  JOIN setting v ON v.name = 'C06.nonzero'
 WHERE f.form IN ('ogi2019', 'ogi2021')
   AND (SELECT count(*) FROM application c WHERE c.filing = f.id)
       = (SELECT count(*) FROM application d
            JOIN application c ON c.filing = f.id AND c.item = d.item
           WHERE d.filing = g.id
             AND c.natural_person IS d.natural_person
             AND c.commercial_enterprise IS d.commercial_enterprise
             AND c.research_institution IS d.research_institution
             AND c.public_interest_org IS d.public_interest_org
             AND c.legal_service_org IS d.legal_service_org
             AND c.other_org IS d.other_org AND c.total IS d.total)
   AND (SELECT count(*) FROM review_litigation c WHERE c.filing = f.id) = 3
   AND 3 = (SELECT count(*) FROM review_litigation d
              JOIN review_litigation c ON c.filing = f.id
                   AND c.channel = d.channel
             WHERE d.filing = g.id AND c.upheld IS d.upheld
               AND c.corrected IS d.corrected AND c.other IS d.other
               AND c.pending IS d.pending AND c.total IS d.total)
   AND NOT EXISTS (SELECT 1 FROM cell_art20 c
                     JOIN cell_art20 d ON d.item = c.item
                    WHERE c.filing = f.id AND d.filing = g.id
                      AND c.value IS NOT d.value)
   AND EXISTS (SELECT 1 FROM normative_document c WHERE c.filing = f.id)
   AND NOT EXISTS (SELECT 1 FROM cell_requests c
                    WHERE c.filing = f.id AND c.state = 'missing')
   AND NOT EXISTS (SELECT 1 FROM cell_requests c
                    WHERE c.filing = g.id AND c.state = 'missing')
   AND NOT EXISTS (SELECT 1 FROM cell_art20 c
                    WHERE c.filing IN (f.id, g.id) AND c.state = 'missing')
   AND NOT EXISTS (SELECT 1 FROM cell_disputes c
                    WHERE c.filing IN (f.id, g.id) AND c.state = 'missing')
   AND z.n >= v.value;

CREATE VIEW rule_c07 AS
SELECT p.filing, 'C07' AS rule, 'notice' AS severity, p.place,
       p.v AS left_value, p.w AS right_value,
       'year before: ' || p.w AS detail, p.line
  FROM (SELECT y.filing, 'new_requests' AS place, c.total AS v, d.total AS w,
               c.line
          FROM year_pair y
         CROSS JOIN item i ON i.code = 'new_requests'
         CROSS JOIN application c ON c.filing = y.filing AND c.item = i.id
         CROSS JOIN item j ON j.code = 'new_requests'
         CROSS JOIN application d ON d.filing = y.before AND d.item = j.id
        UNION ALL
        SELECT y.filing, CASE c.kind WHEN 'licence' THEN 'licences_decided'
                              WHEN 'penalty' THEN 'penalties_decided'
                              ELSE 'coercion_decided' END,
               c.decided, d.decided, c.line
          FROM year_pair y
         CROSS JOIN administrative_act c ON c.filing = y.filing
                AND c.kind IN ('licence', 'penalty', 'coercion')
         CROSS JOIN administrative_act d ON d.filing = y.before
                AND d.kind = c.kind
        UNION ALL
        SELECT y.filing, 'fees_collected', c.amount, d.amount, c.line
          FROM year_pair y
         CROSS JOIN fee c ON c.filing = y.filing
         CROSS JOIN fee d ON d.filing = y.before
        UNION ALL
        SELECT y.filing, 'normative_in_force', c.in_force, d.in_force, c.line
          FROM year_pair y
         CROSS JOIN normative_document c ON c.filing = y.filing
                AND c.kind = 'normative'
         CROSS JOIN normative_document d ON d.filing = y.before
                AND d.kind = 'normative') p
 WHERE p.v >= 0 AND p.w >= 0
   AND max(p.v, p.w) >= (SELECT value FROM setting WHERE name = 'C07.floor')
   AND max(p.v, p.w) > min(p.v, p.w)
       * (SELECT value FROM setting WHERE name = 'C07.ratio');

CREATE VIEW rule_c08 AS
SELECT x.filing, 'C08' AS rule,
       CASE x.cells WHEN '' THEN 'info' ELSE 'warning' END AS severity,
       '' AS place, NULL AS left_value, NULL AS right_value,
       s.path || CASE x.cells WHEN '' THEN '' ELSE ':' || x.cells END
           AS detail,
       f.title_line AS line
  FROM (SELECT filing, other,
               coalesce(' ' || art20, '') || coalesce(' ' || requests, '')
               || coalesce(' ' || disputes, '')
               || coalesce(' ' || statistic, '') AS cells
          FROM twin_cell) x
  JOIN filing f ON f.id = x.filing AND f.is_current
  JOIN filing g ON g.id = x.other
  JOIN source s ON s.id = g.source;

CREATE VIEW rule_c09 AS
SELECT f.id AS filing, 'C09' AS rule, 'info' AS severity, '' AS place,
       NULL AS left_value, NULL AS right_value,
       CASE WHEN p.year = f.year - 2 THEN '' || (f.year - 1)
            ELSE (p.year + 1) || '-' || (f.year - 1) END AS detail,
       f.title_line AS line
  FROM filing f
  JOIN agency a ON a.id = f.agency AND NOT a.is_ambiguous
  JOIN (SELECT q.id, (SELECT max(g.year) FROM filing g
                       WHERE g.agency = q.agency AND g.year < q.year) AS year
          FROM filing q) p ON p.id = f.id
 WHERE f.is_current AND p.year < f.year - 1;

-- Pending cases normally reappear the year after.
CREATE VIEW rule_c10 AS
SELECT y.filing, 'C10' AS rule, 'info' AS severity,
       c.channel || '_total' AS place, c.total AS left_value,
       d.pending AS right_value, 'pending the year before: ' || d.pending
           AS detail, c.line
  FROM year_pair y
 CROSS JOIN review_litigation c ON c.filing = y.filing
 CROSS JOIN review_litigation d ON d.filing = y.before
        AND d.channel = c.channel
 WHERE d.pending > c.total;
