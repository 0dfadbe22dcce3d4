-- D07 to D13: what is hard to believe of this agency.

-- Disputes need outcomes to dispute, this year's or the year's before.
CREATE VIEW rule_d07 AS
SELECT f.id AS filing, 'D07' AS rule, 'notice' AS severity,
       'review_total+suit_direct_total' AS place,
       r.value + d.value AS left_value,
       t.value + f.before AS right_value, '' AS detail, r.line
  FROM (SELECT q.*, CASE WHEN NOT EXISTS
               (SELECT 1 FROM year_pair y WHERE y.filing = q.id) THEN 0 ELSE
               (SELECT v.value FROM year_pair y
                 CROSS JOIN told_row v ON v.filing = y.before
                 WHERE y.filing = q.id AND v.item = 'results_total') END
               AS before
          FROM filing q) f
 CROSS JOIN told_channel r ON r.filing = f.id AND r.channel = 'review'
 CROSS JOIN told_channel d ON d.filing = f.id AND d.channel = 'suit_direct'
 CROSS JOIN told_row t ON t.filing = f.id AND t.item = 'results_total'
 WHERE f.is_current
   AND r.value + d.value >= (SELECT value FROM setting
                              WHERE name = 'D07.floor')
   AND r.value + d.value > t.value + f.before;

CREATE VIEW rule_d08 AS
SELECT f.id AS filing, 'D08' AS rule, 'info' AS severity,
       'new_requests' AS place, r.value + s.value AS left_value,
       0 AS right_value, '' AS detail, r.line
  FROM filing f
 CROSS JOIN told_channel r ON r.filing = f.id AND r.channel = 'review'
 CROSS JOIN told_suits s ON s.filing = f.id
 CROSS JOIN told_row n ON n.filing = f.id AND n.item = 'new_requests'
 CROSS JOIN told_row o ON o.filing = f.id AND o.item = 'carried_over'
 WHERE f.is_current AND r.value + s.value > 0 AND n.value + o.value = 0
   AND NOT EXISTS (SELECT 1 FROM year_pair y
                     JOIN told_row b ON b.filing = y.before
                          AND b.item IN ('new_requests', 'carried_over')
                    WHERE y.filing = f.id AND b.value > 0);

-- 规章 are made by departments of the State Council and by governments of
-- provinces, cities with districts and autonomous prefectures (立法法).
-- Who it is must be known for certain.
CREATE VIEW rule_d09 AS
SELECT f.id AS filing, 'D09' AS rule, 'warning' AS severity,
       CASE WHEN f.form = 'ogi2021' THEN 'rules_in_force'
            ELSE 'rules_disclosed_total' END AS place,
       max(coalesce(d.issued, 0), coalesce(d.repealed, 0),
           coalesce(d.in_force, 0), coalesce(d.made, 0),
           coalesce(d.newly_disclosed, 0),
           coalesce(d.disclosed_total, 0)) AS left_value,
       0 AS right_value, a.level || ' ' || a.kind AS detail, d.line
  FROM filing f
  JOIN agency a ON a.id = f.agency AND NOT a.is_ambiguous
 CROSS JOIN normative_document d ON d.filing = f.id AND d.kind = 'rules'
 WHERE f.is_current
   AND (a.level IN ('township', 'county')
            AND a.kind IN ('government', 'government_office', 'department',
                           'subdistrict', 'branch', 'vertical')
        OR a.level IN ('province', 'prefecture')
            AND a.kind IN ('department', 'branch', 'vertical'))
   AND max(coalesce(d.issued, 0), coalesce(d.repealed, 0),
           coalesce(d.in_force, 0), coalesce(d.made, 0),
           coalesce(d.newly_disclosed, 0),
           coalesce(d.disclosed_total, 0)) > 0
   AND NOT EXISTS (SELECT 1 FROM reading r JOIN item i ON i.id = r.item
                    WHERE r.filing = f.id AND i.row = 'rules'
                      AND i.part = 'art20_1' AND r.state = 'inferred');

CREATE VIEW rule_d10 AS
SELECT f.id AS filing, 'D10' AS rule, 'info' AS severity,
       'denied_state_secret' AS place, t.value AS left_value,
       NULL AS right_value, '' AS detail, t.line
  FROM filing f
  JOIN agency a ON a.id = f.agency AND a.level = 'township'
 CROSS JOIN told_row t ON t.filing = f.id AND t.item = 'denied_state_secret'
 WHERE f.is_current AND t.value > 0;

-- The 行政复议法 in force since 2024-01-01 asks for review before suit.
CREATE VIEW rule_d11 AS
SELECT f.id AS filing, 'D11' AS rule, 'info' AS severity,
       'suit_direct_total' AS place, d.value AS left_value,
       s.value AS right_value, '' AS detail, d.line
  FROM filing f
 CROSS JOIN told_channel d ON d.filing = f.id AND d.channel = 'suit_direct'
 CROSS JOIN told_channel s ON s.filing = f.id
        AND s.channel = 'suit_after_review'
 WHERE f.is_current
   AND f.year >= (SELECT value FROM setting WHERE name = 'D11.year')
   AND d.value >= (SELECT value FROM setting WHERE name = 'D11.floor')
   AND d.value > s.value;

-- Nobody can fail to pay a fee of which no notice was sent.  That nothing
-- was collected is no contradiction.
CREATE VIEW rule_d12 AS
SELECT f.id AS filing, 'D12' AS rule, 'warning' AS severity,
       'other_fee_unpaid' AS place, t.value AS left_value, 0 AS right_value,
       coalesce(n.quote, s.text) AS detail, coalesce(n.line, s.line) AS line
  FROM filing f
 CROSS JOIN told_row t ON t.filing = f.id AND t.item = 'other_fee_unpaid'
 CROSS JOIN section s ON s.filing = f.id AND s.ordinal = 6 AND s.found
  LEFT JOIN narrative_fact n ON n.id =
            (SELECT min(m.id) FROM narrative_fact m
              WHERE m.filing = f.id AND m.fact = 'fee_notices_issued'
                AND m.value = 0 AND m.scope = '')
 WHERE f.is_current AND t.value > 0
   AND (n.id IS NOT NULL
        OR replace(replace(replace(s.text, ' ', ''), char(12288), ''), '。',
                   '') IN ('无', '暂无', '没有'))
   AND NOT EXISTS (SELECT 1 FROM narrative_fact m
                    WHERE m.filing = f.id AND m.fact = 'fee_notices_issued'
                      AND m.value > 0);

-- What we do not know about the filing, not what is wrong with it.  What
-- speaks against the only place that the name fits is the last evidence.
CREATE VIEW rule_d13 AS
WITH against (mark, en, zh) AS (
	VALUES ('but parent ', 'it is said to report to ', '据称隶属于'),
	       ('but path ', 'its file lies below ', '文件位于'),
	       ('but source ', 'its page is from ', '网页来自'),
	       ('but text ', 'its text speaks of ', '正文说的是'),
	       ('but telephone ', 'its telephone number has the area code ',
	        '电话区号为'))
SELECT f.id AS filing, 'D13' AS rule, 'warning' AS severity, '' AS place,
       NULL AS left_value, NULL AS right_value,
       a.name || ': ' || CASE
       WHEN g.mark IS NOT NULL
       THEN g.en || substr(a.evidence, instr(a.evidence, g.mark)
                                       + length(g.mark))
            || ', where no agency of that name is known（' || g.zh
            || substr(a.evidence, instr(a.evidence, g.mark) + length(g.mark))
            || '，未知该处有此机关）'
       WHEN n.detail IS NOT NULL
       THEN 'the name fits the divisions'
            || substr(n.detail, instr(n.detail, ': ') + 1)
            || ', and nothing tells which is meant'
            || '（名称与上列区划均相符，无从判断）'
       ELSE 'nothing says in which place it is（未见所在地区）' END
       AS detail,
       f.title_line AS line
  FROM filing f JOIN agency a ON a.id = f.agency
  LEFT JOIN against g ON instr(a.evidence, g.mark) > 0
  LEFT JOIN note n ON n.id = (SELECT min(m.id) FROM note m
                               WHERE m.filing = f.id
                                 AND m.name = 'AMBIGUOUS_PLACE')
 WHERE f.is_current AND a.is_ambiguous;
