-- A: arithmetic inside one report.  The identities are rows; the views of
-- 50-sum.sql apply them.

-- 第一项加第二项之和，等于第三项加第四项之和 (printed on the form).
INSERT INTO rule_sum (rule, form, part, place, relation, severity)
SELECT 'A01', f.name, 'requests', c.code, '=', 'error'
  FROM form f JOIN applicant c
 WHERE f.name IN ('ogi2019', 'ogi2021') ORDER BY f.name, c.id;
INSERT INTO rule_term (sum, side, coefficient, item, item_id, applicant,
       year_off, is_total)
WITH v (n, side, item, is_total) AS (VALUES
	(1, 'L', 'new_requests', 0), (2, 'L', 'carried_over', 0),
	(3, 'R', 'results_total', 1), (4, 'R', 'carried_forward', 0))
SELECT s.id, v.side, 1, v.item, i.id, s.place, 0, v.is_total
  FROM rule_sum s JOIN v JOIN item i ON i.form = s.form AND i.code = v.item
 WHERE s.rule = 'A01' ORDER BY s.id, v.n;

-- The column 总计 is the sum of the six before it.
INSERT INTO rule_sum (rule, form, part, place, relation, severity)
SELECT 'A02', i.form, i.part, i.code, '=', 'error'
  FROM item i
 WHERE i.part = 'requests' AND i.kind IN ('leaf', 'total') ORDER BY i.id;
INSERT INTO rule_term (sum, side, coefficient, item, item_id, applicant,
       year_off, is_total)
SELECT s.id, CASE c.code WHEN 'total' THEN 'R' ELSE 'L' END, 1, i.code, i.id,
       c.code, 0, c.code = 'total'
  FROM rule_sum s JOIN item i ON i.form = s.form AND i.code = s.place
  JOIN applicant c
 WHERE s.rule = 'A02' ORDER BY s.id, c.id;

-- （七）总计 is the sum of （一） to （六）.
INSERT INTO rule_sum (rule, form, part, place, relation, severity)
SELECT 'A03', f.name, 'requests', c.code, '=', 'error'
  FROM form f JOIN applicant c
 WHERE f.name IN ('ogi2019', 'ogi2021') ORDER BY f.name, c.id;
INSERT INTO rule_term (sum, side, coefficient, item, item_id, applicant,
       year_off, is_total)
SELECT s.id, CASE i.kind WHEN 'total' THEN 'L' ELSE 'R' END, 1, i.code, i.id,
       s.place, 0, i.kind = 'total'
  FROM rule_sum s
  JOIN item i ON i.form = s.form AND i.part = 'requests'
             AND i.kind IN ('leaf', 'total')
             AND i.parent NOT IN ('s3', '')
 WHERE s.rule = 'A03' ORDER BY s.id, i.id;

-- Group rows print no figures on the form; where a filing has some, they
-- are the sums of their children.
INSERT INTO rule_sum (rule, form, part, place, relation, severity, if_item)
SELECT 'A04', i.form, i.part, i.code || '/' || c.code, '=', 'error', i.id
  FROM item i JOIN applicant c WHERE i.kind = 'group' ORDER BY i.id, c.id;
INSERT INTO rule_term (sum, side, coefficient, item, item_id, applicant,
       year_off, is_total)
SELECT s.id, CASE i.kind WHEN 'group' THEN 'L' ELSE 'R' END, 1, i.code, i.id,
       c.code, 0, i.kind = 'group'
  FROM rule_sum s JOIN applicant c
  JOIN item g ON g.form = s.form AND g.kind = 'group'
             AND s.place = g.code || '/' || c.code
  JOIN item i ON i.form = s.form AND (i.id = g.id OR i.parent = g.code)
 WHERE s.rule = 'A04' ORDER BY s.id, i.id;

-- Section 四: 总计 is 结果维持 + 结果纠正 + 其他结果 + 尚未审结.
INSERT INTO rule_sum (rule, form, part, place, relation, severity)
SELECT CASE i.row WHEN 'review' THEN 'A05' WHEN 'suit_direct' THEN 'A06'
                  ELSE 'A07' END, i.form, i.part, i.code, '=', 'error'
  FROM item i
 WHERE i.part = 'disputes' AND i.kind = 'total' ORDER BY i.id;
INSERT INTO rule_term (sum, side, coefficient, item, item_id, applicant,
       year_off, is_total)
SELECT s.id, CASE i.kind WHEN 'total' THEN 'L' ELSE 'R' END, 1, i.code, i.id,
       '', 0, i.kind = 'total'
  FROM rule_sum s
  JOIN item t ON t.form = s.form AND t.code = s.place
  JOIN item i ON i.form = s.form AND i.parent = t.parent
 WHERE s.rule IN ('A05', 'A06', 'A07') ORDER BY s.id, i.id;

-- What was issued this year and not repealed is in force.
INSERT INTO rule_sum (rule, form, part, place, relation, severity) VALUES
	('A08', 'ogi2021', 'art20_1', 'rules_in_force', '>=', 'warning'),
	('A08', 'ogi2021', 'art20_1', 'normative_in_force', '>=', 'warning'),
	('A09', 'ogi2019', 'art20_1', 'rules_disclosed_total', '>=', 'warning'),
	('A09', 'ogi2019', 'art20_1', 'normative_disclosed_total', '>=',
	    'warning');
INSERT INTO rule_term (sum, side, coefficient, item, item_id, applicant,
       year_off, is_total)
WITH v (rule, col, side, coefficient) AS (VALUES
	('A08', 'in_force', 'L', 1), ('A08', 'issued', 'R', 1),
	('A08', 'repealed', 'R', -1),
	('A09', 'disclosed_total', 'L', 1), ('A09', 'newly_disclosed', 'R', 1))
SELECT s.id, v.side, v.coefficient, i.code, i.id, '', 0, v.side = 'L'
  FROM rule_sum s JOIN v ON v.rule = s.rule
  JOIN item t ON t.form = s.form AND t.code = s.place
  JOIN item i ON i.form = s.form AND i.part = s.part AND i.row = t.row
             AND i.col = v.col
 ORDER BY s.id, i.id;

-- The tables before 2019: rule, form, place, relation, severity, and both
-- sides as items parted by spaces.
CREATE TABLE rule_sum_statistic (
	n		INTEGER PRIMARY KEY,	-- order
	rule		TEXT NOT NULL,	-- rule.id
	form		TEXT NOT NULL,	-- form.name
	place		TEXT NOT NULL,	-- item
	relation	TEXT NOT NULL,	-- "=" or ">="
	severity	TEXT NOT NULL,	-- when it fails
	l		TEXT NOT NULL,	-- items of the left side
	r		TEXT NOT NULL	-- items of the right side
);
INSERT INTO rule_sum_statistic (rule, form, place, relation, severity, l, r)
VALUES
('A10', 'stat2014', 'requests_received', '=', 'error', 'requests_received',
 'received_in_person received_fax received_online received_letter'),
('A10', 'stat2014', 'requests_completed', '=', 'error',
 'requests_completed', 'completed_on_time completed_extended'),
('A10', 'stat2014', 'replies_total', '=', 'error', 'replies_total',
 'reply_already_public reply_granted reply_granted_partial reply_denied '
 || 'reply_not_this_organ reply_not_exist reply_told_to_correct '
 || 'reply_other_channel'),
('A10', 'stat2014', 'reply_denied', '=', 'error', 'reply_denied',
 'reply_denied_state_secret reply_denied_trade_secret '
 || 'reply_denied_privacy reply_denied_security_stability '
 || 'reply_denied_not_ogi reply_denied_other_law'),
('A10', 'stat2014', 'review_total', '=', 'error', 'review_total',
 'review_upheld review_corrected review_other'),
('A10', 'stat2014', 'suit_total', '=', 'error', 'suit_total',
 'suit_upheld suit_corrected suit_other'),
('A10', 'stat2014', 'staff_total', '=', 'error', 'staff_total',
 'staff_full_time staff_part_time'),
('A10', 'stat2014', 'requests_completed/replies_total', '=', 'warning',
 'requests_completed', 'replies_total'),
('A10', 'stat2014', 'press_conferences_head', '>=', 'warning',
 'press_conferences', 'press_conferences_head'),
('A10', 'stat2014', 'online_interviews_head', '>=', 'warning',
 'online_interviews', 'online_interviews_head'),
('A10', 'stat2014', 'disclosed_normative', '>=', 'warning',
 'disclosed_items', 'disclosed_normative'),
('A10', 'stat2014', 'disclosed_normative/normative_made', '>=', 'notice',
 'normative_made', 'disclosed_normative'),
('A10', 'stat2014', 'disclosed_gazette', '>=', 'warning',
 'disclosed_items', 'disclosed_gazette'),
('A10', 'stat2014', 'disclosed_website', '>=', 'warning',
 'disclosed_items', 'disclosed_website'),
('A10', 'stat2014', 'disclosed_weibo', '>=', 'warning',
 'disclosed_items', 'disclosed_weibo'),
('A10', 'stat2014', 'disclosed_wechat', '>=', 'warning',
 'disclosed_items', 'disclosed_wechat'),
('A10', 'stat2014', 'disclosed_other', '>=', 'warning',
 'disclosed_items', 'disclosed_other'),
('A10', 'stat2014', 'disclosed_items', '>=', 'warning',
 'disclosed_gazette disclosed_website disclosed_weibo disclosed_wechat '
 || 'disclosed_other', 'disclosed_items'),
('A11', 'legacy2008', 'requests_received', '=', 'warning',
 'requests_received', 'received_in_person received_fax received_email '
 || 'received_online received_letter received_other'),
('A11', 'legacy2008', 'replies_total', '=', 'warning', 'replies_total',
 'reply_granted reply_granted_partial reply_denied'),
('A11', 'legacy2008', 'reply_denied', '=', 'warning', 'reply_denied',
 'reply_denied_not_ogi reply_not_exist reply_not_this_organ reply_unclear '
 || 'reply_exempt_1 reply_exempt_2 reply_exempt_3 reply_exempt_4 '
 || 'reply_exempt_5 reply_exempt_6 reply_denied_other');
INSERT INTO rule_sum (rule, form, part, place, relation, severity)
SELECT rule, form, 'statistic', place, relation, severity
  FROM rule_sum_statistic ORDER BY n;
INSERT INTO rule_term (sum, side, coefficient, item, item_id, applicant,
       year_off, is_total)
SELECT s.id, v.side, 1, i.code, i.id, '', 0,
       (v.relation = '>=' AND v.side = 'L' AND i.code = v.items)
       OR (v.side = 'L' AND v.relation = '=')
       OR (v.side = 'R' AND i.code = v.items)
  FROM (SELECT rule, form, place, relation, 'L' AS side, l AS items
          FROM rule_sum_statistic
        UNION ALL
        SELECT rule, form, place, relation, 'R', r
          FROM rule_sum_statistic) v
  JOIN rule_sum s ON s.rule = v.rule AND s.form = v.form
                 AND s.place = v.place
  JOIN item i ON i.form = v.form
             AND instr(' ' || v.items || ' ', ' ' || i.code || ' ')
 ORDER BY s.id, v.side, i.id;
DROP TABLE rule_sum_statistic;
