-- E: what the sentences of a report say, against its tables.  Only a fact
-- that nothing narrows (a channel, a kind of applicant, a part of the
-- year) and that is not approximate is held against a figure; and only
-- against figures that were read, not reasoned out.  When one sentence
-- agrees with the table, another that does not is taken for a statement
-- about something else.

CREATE VIEW claim AS
SELECT n.id, n.filing, n.fact, n.value, n.unit, n.quote, n.line
  FROM filing f
 CROSS JOIN narrative_fact n ON n.filing = f.id
 WHERE f.is_current AND f.form IN ('ogi2019', 'ogi2021')
   AND n.scope = '' AND NOT n.approx;

-- The total of each row of section 三.  Where the column 总计 is blank it
-- is added up; every cell must have been read, blank or not.
CREATE VIEW told_row AS
SELECT w.filing, i.form, i.code AS item, i.parent, w.line,
       coalesce(w.total, coalesce(w.natural_person, 0)
           + coalesce(w.commercial_enterprise, 0)
           + coalesce(w.research_institution, 0)
           + coalesce(w.public_interest_org, 0)
           + coalesce(w.legal_service_org, 0)
           + coalesce(w.other_org, 0)) AS value
  FROM item i
 CROSS JOIN application w ON w.item = i.id
 WHERE (w.natural_person IS NOT NULL) + (w.commercial_enterprise IS NOT NULL)
       + (w.research_institution IS NOT NULL)
       + (w.public_interest_org IS NOT NULL)
       + (w.legal_service_org IS NOT NULL) + (w.other_org IS NOT NULL)
       + (w.total IS NOT NULL)
       + (SELECT count(*) FROM reading r
           WHERE r.filing = w.filing AND r.item = i.id
             AND r.state IN ('blank', 'placeholder')) = 7
   AND NOT EXISTS (SELECT 1 FROM reading r
                    WHERE r.filing = w.filing AND r.item = i.id
                      AND r.state = 'inferred');

-- The total of each way of redress, likewise.
CREATE VIEW told_channel AS
SELECT w.filing, w.channel, w.line,
       coalesce(w.total, coalesce(w.upheld, 0) + coalesce(w.corrected, 0)
           + coalesce(w.other, 0) + coalesce(w.pending, 0)) AS value
  FROM review_litigation w
 WHERE (w.upheld IS NOT NULL) + (w.corrected IS NOT NULL)
       + (w.other IS NOT NULL) + (w.pending IS NOT NULL)
       + (w.total IS NOT NULL)
       + (SELECT count(*) FROM reading r JOIN item i ON i.id = r.item
           WHERE r.filing = w.filing AND i.part = 'disputes'
             AND i.row = w.channel
             AND r.state IN ('blank', 'placeholder')) = 5
   AND NOT EXISTS (SELECT 1 FROM reading r JOIN item i ON i.id = r.item
                    WHERE r.filing = w.filing AND i.part = 'disputes'
                      AND i.row = w.channel AND r.state = 'inferred');

CREATE VIEW told_suits AS
SELECT d.filing, d.value + s.value AS value
  FROM told_channel d
 CROSS JOIN told_channel s ON s.filing = d.filing
        AND s.channel = 'suit_after_review'
 WHERE d.channel = 'suit_direct';

-- Outcomes and groups of outcomes; all their rows must have been read.
CREATE VIEW told_outcome AS
WITH m (fact, a, b) AS (VALUES
	('narr_granted_full', 'granted_full', ''),
	('narr_granted_partial', 'granted_partial', ''),
	('narr_granted_any', 'granted_full', 'granted_partial'),
	('narr_denied', 'denied', ''), ('narr_unable', 'unable', ''),
	('narr_not_processed', 'not_processed', ''),
	('narr_other_handling', 'other_handling', ''))
SELECT p.filing, m.fact, p.form, m.a, m.b,
       CASE m.b WHEN '' THEN m.a ELSE m.a || '+' || m.b END AS place,
       (SELECT CASE WHEN count(v.value) = count(*) THEN sum(v.value) END
          FROM (SELECT (SELECT r.value FROM told_row r
                         WHERE r.filing = p.filing AND r.item = i.code)
                           AS value
                  FROM item i
                 WHERE i.form = p.form AND i.kind = 'leaf'
                   AND (i.code = m.a OR i.code = m.b OR i.parent = m.a)) v)
           AS value
  FROM filing_part p CROSS JOIN m
 WHERE p.part = 'requests';

-- Each claim beside its figure; other is a second figure that would also
-- bear it out: requests received may include those carried over, and so may
-- those that were worked on (办理 14 件，其中上年结转 2 件), answered or not.
CREATE VIEW claim_check AS
SELECT c.filing, 'E01' AS rule, 'warning' AS severity,
       'new_requests' AS place, c.fact, c.value, n.value AS figure,
       n.value + o.value AS other, c.quote, c.line
  FROM claim c
 CROSS JOIN told_row n ON n.filing = c.filing AND n.item = 'new_requests'
 CROSS JOIN told_row o ON o.filing = c.filing AND o.item = 'carried_over'
 WHERE c.fact = 'narr_received'
UNION ALL
SELECT c.filing, 'E02', 'warning', 'results_total', c.fact, c.value,
       t.value, CASE WHEN c.quote NOT LIKE '%办结%'
                      AND c.quote NOT LIKE '%答复%'
                      AND EXISTS (SELECT 1 FROM claim p
                           WHERE p.filing = c.filing AND p.line IS c.line
                             AND p.fact = 'narr_carried_over'
                             AND p.value = o.value)
                     THEN n.value + o.value ELSE t.value END,
       c.quote, c.line
  FROM claim c
 CROSS JOIN told_row t ON t.filing = c.filing AND t.item = 'results_total'
 CROSS JOIN told_row n ON n.filing = c.filing AND n.item = 'new_requests'
 CROSS JOIN told_row o ON o.filing = c.filing AND o.item = 'carried_over'
 WHERE c.fact = 'narr_handled'
UNION ALL
SELECT c.filing, 'E03', 'warning', 'carried_over', c.fact, c.value,
       t.value, t.value, c.quote, c.line
  FROM claim c
 CROSS JOIN told_row t ON t.filing = c.filing AND t.item = 'carried_over'
 WHERE c.fact = 'narr_carried_over'
UNION ALL
SELECT c.filing, 'E04', 'warning', 'carried_forward', c.fact, c.value,
       t.value, t.value, c.quote, c.line
  FROM claim c
 CROSS JOIN told_row t ON t.filing = c.filing AND t.item = 'carried_forward'
 WHERE c.fact = 'narr_carried_forward'
UNION ALL
SELECT c.filing, 'E05', 'warning', 'review_total', c.fact, c.value,
       t.value, t.value, c.quote, c.line
  FROM claim c
 CROSS JOIN told_channel t ON t.filing = c.filing AND t.channel = 'review'
 WHERE c.fact = 'narr_review'
UNION ALL
SELECT c.filing, 'E05', 'warning', 'review_total+suits', c.fact, c.value,
       t.value + s.value, t.value + s.value, c.quote, c.line
  FROM claim c
 CROSS JOIN told_channel t ON t.filing = c.filing AND t.channel = 'review'
 CROSS JOIN told_suits s ON s.filing = c.filing
 WHERE c.fact = 'narr_disputes'
UNION ALL
SELECT c.filing, 'E06', 'warning', 'suit_direct_total+suit_after_review_total',
       c.fact, c.value, s.value, s.value, c.quote, c.line
  FROM claim c CROSS JOIN told_suits s ON s.filing = c.filing
 WHERE c.fact = 'narr_suits'
UNION ALL
-- What equals one reason of the group, or 予以公开 that includes 部分公开,
-- is loosely worded rather than wrong.
SELECT c.filing, 'E07',
       CASE WHEN c.value = o.value THEN 'warning'
            WHEN EXISTS (SELECT 1 FROM told_row r
                 WHERE r.filing = c.filing AND r.value = c.value
                   AND r.value > 0 AND r.item <> o.a
                   AND (r.parent = o.a OR r.item = o.b))
              OR (o.b <> '' AND EXISTS (SELECT 1 FROM told_row r
                 WHERE r.filing = c.filing AND r.item = o.a
                   AND r.value = c.value AND r.value > 0))
              OR (o.fact = 'narr_granted_full' AND c.value =
                  (SELECT g.value FROM told_outcome g
                    WHERE g.filing = c.filing
                      AND g.fact = 'narr_granted_any'))
            THEN 'notice' ELSE 'warning' END,
       o.place, c.fact, c.value, o.value, NULL, c.quote, c.line
  FROM claim c
 CROSS JOIN told_outcome o ON o.filing = c.filing AND o.fact = c.fact
 WHERE c.fact IN ('narr_granted_full', 'narr_granted_partial',
       'narr_granted_any', 'narr_denied', 'narr_unable',
       'narr_not_processed', 'narr_other_handling')
UNION ALL
-- On the form of 2019 what was made and what was disclosed are two columns;
-- who says that it was published may mean either.
SELECT c.filing, 'E08', 'notice',
       CASE c.fact WHEN 'narr_rules' THEN 'rules_' ELSE 'normative_' END
       || CASE WHEN d.issued IS NULL THEN 'made' ELSE 'issued' END,
       c.fact, c.value, coalesce(d.issued, d.made),
       CASE WHEN c.published THEN coalesce(d.issued, d.newly_disclosed)
            ELSE coalesce(d.issued, d.made) END, c.quote, c.line
  FROM (SELECT *, quote LIKE '%公开%' OR quote LIKE '%发布%' AS published
          FROM claim) c
 CROSS JOIN normative_document d ON d.filing = c.filing
        AND d.kind = CASE c.fact WHEN 'narr_rules' THEN 'rules'
                                 ELSE 'normative' END
 WHERE c.fact IN ('narr_rules', 'narr_normative_issued')
   AND (d.issued IS NOT NULL OR d.newly_disclosed IS NOT NULL
        OR NOT c.published)
UNION ALL
SELECT c.filing, 'E08', 'notice', 'normative_in_force', c.fact, c.value,
       d.in_force, d.in_force, c.quote, c.line
  FROM claim c
 CROSS JOIN normative_document d ON d.filing = c.filing
        AND d.kind = 'normative'
 WHERE c.fact = 'narr_normative_in_force'
UNION ALL
SELECT c.filing, 'E09', 'notice',
       CASE d.kind WHEN 'licence' THEN 'licences'
                   WHEN 'penalty' THEN 'penalties'
                   ELSE 'coercion' END || '_decided',
       c.fact, c.value, d.decided, d.decided, c.quote, c.line
  FROM claim c
 CROSS JOIN administrative_act d ON d.filing = c.filing
        AND d.kind = CASE c.fact WHEN 'narr_licences' THEN 'licence'
                                 WHEN 'narr_penalties' THEN 'penalty'
                                 WHEN 'narr_coercion' THEN 'coercion' END
 WHERE c.fact IN ('narr_licences', 'narr_penalties', 'narr_coercion')
UNION ALL
-- Sentences have 元 where the form has 万元; both in 分.
SELECT c.filing, 'E09', 'notice', 'fees_collected', c.fact,
       round(c.value * 100), e.amount_fen, e.amount_fen, c.quote, c.line
  FROM claim c CROSS JOIN fee e ON e.filing = c.filing
 WHERE c.fact = 'narr_admin_fees'
UNION ALL
SELECT c.filing, 'E10', 'notice', '', c.fact, c.value, p.value, p.value,
       c.quote, c.line
  FROM claim c
 CROSS JOIN narrative_fact p ON p.filing = c.filing AND p.line IS c.line
        AND p.fact = 'narr_parts' AND NOT p.approx AND p.quote = c.quote
 WHERE c.fact = 'narr_total';

-- Whether that figure was reasoned out (section 二; the others see to it).
CREATE VIEW claim_inferred AS
SELECT r.filing, i.code AS item
  FROM reading r JOIN item i ON i.id = r.item
 WHERE r.state = 'inferred';

-- Windows and not subqueries, which would look through all filings.
CREATE VIEW claim_judged AS
SELECT k.*, max(coalesce(k.value = k.figure OR k.value = k.other, 0))
           OVER (PARTITION BY k.filing, k.fact) AS borne_out
  FROM claim_check k
 WHERE k.value IS NOT NULL AND k.figure IS NOT NULL;

CREATE VIEW claim_once AS
SELECT k.*, row_number() OVER (PARTITION BY k.filing, k.rule, k.place,
                               k.value, k.quote ORDER BY k.line) AS nth
  FROM claim_judged k;

CREATE VIEW rule_e_claim AS
SELECT k.filing, k.rule, k.severity, k.place, k.value AS left_value,
       k.figure AS right_value, k.quote AS detail, k.line
  FROM claim_once k
 WHERE k.nth = 1 AND k.value <> k.figure AND k.value IS NOT k.other
   AND NOT EXISTS (SELECT 1 FROM claim_inferred i
                    WHERE i.filing = k.filing AND i.item = k.place)
   AND (k.rule = 'E10' OR NOT k.borne_out);

-- "None was received" beside figures.
CREATE VIEW rule_e11 AS
SELECT c.filing, 'E11' AS rule, 'warning' AS severity,
       'new_requests' AS place, 0 AS left_value,
       t.value AS right_value, c.quote AS detail, min(c.line) AS line
  FROM claim c
 CROSS JOIN told_row t ON t.filing = c.filing AND t.item = 'new_requests'
 WHERE c.fact = 'narr_no_request' AND t.value > 0
   AND NOT EXISTS (SELECT 1 FROM claim g
                    WHERE g.filing = c.filing AND g.value > 0
                      AND g.fact = 'narr_received')
 GROUP BY c.filing
UNION ALL
SELECT c.filing, 'E11', 'warning',
       'review_total+suits', 0,
       t.value + s.value, c.quote, min(c.line)
  FROM claim c
 CROSS JOIN told_channel t ON t.filing = c.filing AND t.channel = 'review'
 CROSS JOIN told_suits s ON s.filing = c.filing
 WHERE c.fact = 'narr_no_dispute' AND t.value + s.value > 0
   AND NOT EXISTS (SELECT 1 FROM claim g
                    WHERE g.filing = c.filing AND g.value > 0
                      AND g.fact = 'narr_review')
 GROUP BY c.filing
UNION ALL
SELECT c.filing, 'E11', 'warning',
       'review_total', 0,
       t.value, c.quote, min(c.line)
  FROM claim c
 CROSS JOIN told_channel t ON t.filing = c.filing AND t.channel = 'review'
 WHERE c.fact = 'narr_no_review' AND t.value > 0
   AND NOT EXISTS (SELECT 1 FROM claim g
                    WHERE g.filing = c.filing AND g.value > 0
                      AND g.fact = 'narr_review')
 GROUP BY c.filing
UNION ALL
SELECT c.filing, 'E11', 'warning',
       'suit_direct_total+suit_after_review_total', 0,
       s.value, c.quote, min(c.line)
  FROM claim c
 CROSS JOIN told_suits s ON s.filing = c.filing
 WHERE c.fact = 'narr_no_suit' AND s.value > 0
   AND NOT EXISTS (SELECT 1 FROM claim g
                    WHERE g.filing = c.filing AND g.value > 0
                      AND g.fact = 'narr_suits')
 GROUP BY c.filing;

-- "All are answered" while some are carried forward, and no sentence says
-- so.
CREATE VIEW rule_e12 AS
SELECT c.filing, 'E12' AS rule, 'warning' AS severity,
       'carried_forward' AS place, 0 AS left_value, t.value AS right_value,
       c.quote AS detail, min(c.line) AS line
  FROM claim c
 CROSS JOIN told_row t ON t.filing = c.filing AND t.item = 'carried_forward'
 WHERE c.fact = 'narr_all_completed' AND coalesce(c.value, 100) = 100
   AND t.value > 0
   AND NOT EXISTS (SELECT 1 FROM narrative_fact g
                    WHERE g.filing = c.filing
                      AND g.fact = 'narr_carried_forward' AND g.value > 0)
 GROUP BY c.filing;

-- A share that no likely denominator gives.  Percentages without decimals
-- may be rounded.
CREATE VIEW rule_e13 AS
SELECT s.filing, 'E13' AS rule, 'notice' AS severity, s.scope AS place,
       s.value AS left_value, round(100.0 * c.value / t.value, 2)
           AS right_value, c.quote || '，' || s.quote AS detail, s.line
  FROM filing f
 CROSS JOIN narrative_fact s ON s.filing = f.id AND s.fact = 'narr_share'
 CROSS JOIN claim c ON c.filing = f.id AND c.fact = s.scope
        AND c.line IS s.line AND c.id =
            (SELECT max(g.id) FROM narrative_fact g
              WHERE g.filing = f.id AND g.fact = s.scope AND g.id < s.id)
 CROSS JOIN told_row t ON t.filing = f.id AND t.item = 'results_total'
 CROSS JOIN told_row n ON n.filing = f.id AND n.item = 'new_requests'
 CROSS JOIN told_row o ON o.filing = f.id AND o.item = 'carried_over'
  JOIN setting v ON v.name = 'E13.tolerance'
 WHERE f.is_current AND NOT s.approx AND t.value > 0 AND c.value > 0
   AND NOT EXISTS
       (SELECT 1 FROM (SELECT t.value AS d UNION SELECT n.value
                       UNION SELECT n.value + o.value
                       UNION SELECT g.value FROM claim g
                              WHERE g.filing = f.id AND g.fact IN
                                    ('narr_received', 'narr_handled')) q
         WHERE q.d > 0 AND abs(100.0 * c.value / q.d - s.value)
               <= CASE WHEN s.value = CAST(s.value AS INTEGER)
                       THEN max(v.value, 0.5) ELSE v.value END + 1e-9);

-- Counts of some other time than the year: one finding for a report.
CREATE VIEW rule_e14 AS
SELECT f.id AS filing, 'E14' AS rule, 'info' AS severity, '' AS place,
       NULL AS left_value, NULL AS right_value,
       (SELECT group_concat(line, ',') FROM
           (SELECT DISTINCT o.line FROM observation o
             WHERE o.filing = f.id AND o.kind = 'vague_period'
             ORDER BY o.line)) AS detail,
       (SELECT min(o.line) FROM observation o
         WHERE o.filing = f.id AND o.kind = 'vague_period') AS line
  FROM filing f
 WHERE f.is_current
   AND EXISTS (SELECT 1 FROM observation o
                WHERE o.filing = f.id AND o.kind = 'vague_period');
