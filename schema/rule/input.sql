-- What the rules that are no sums read, so that "not assessable" can be told
-- from "holds".  Rules of text alone are not here.
CREATE TABLE rule_need (
	n		INTEGER PRIMARY KEY,	-- order
	rule		TEXT NOT NULL,	-- rule.id
	place		TEXT NOT NULL,	-- as in finding.place
	items		TEXT NOT NULL,	-- codes, parted by spaces
	before		TEXT NOT NULL,	-- codes of the year before
	fact		TEXT NOT NULL	-- facts of sentences, parted by |
);
INSERT INTO rule_need (rule, place, items, before, fact) VALUES
('B06', 'fees_collected', 'fees_collected', '', ''),
('B07', 'procurement_amount', 'procurement_amount', '', ''),
('B08', 'fees_collected', 'fees_collected', '', ''),
('C07', 'new_requests', 'new_requests', 'new_requests', ''),
('C07', 'licences_decided', 'licences_decided', 'licences_decided', ''),
('C07', 'penalties_decided', 'penalties_decided', 'penalties_decided', ''),
('C07', 'coercion_decided', 'coercion_decided', 'coercion_decided', ''),
('C07', 'fees_collected', 'fees_collected', 'fees_collected', ''),
('C07', 'normative_in_force', 'normative_in_force', 'normative_in_force',
 ''),
('C10', 'review_total', 'review_total', 'review_pending', ''),
('C10', 'suit_direct_total', 'suit_direct_total', 'suit_direct_pending', ''),
('C10', 'suit_after_review_total', 'suit_after_review_total',
 'suit_after_review_pending', ''),
('D04', 'results_total', 'new_requests carried_over results_total', '', ''),
('D06', 'carried_forward', 'new_requests carried_over carried_forward', '',
 ''),
('D07', 'review_total+suit_direct_total', 'results_total review_* suit_d*',
 '', ''),
('D08', 'new_requests', 'new_requests carried_over review_* suit_*', '', ''),
('D09', 'rules_in_force', 'rules_issued rules_repealed rules_in_force', '',
 ''),
('D09', 'rules_disclosed_total',
 'rules_made rules_newly_disclosed rules_disclosed_total', '', ''),
('D10', 'denied_state_secret', 'denied_state_secret', '', ''),
('D11', 'suit_direct_total', 'suit_*', '', ''),
('D12', 'other_fee_unpaid', 'other_fee_unpaid', '', ''),
('E01', 'new_requests', 'new_requests carried_over', '', 'narr_received'),
('E02', 'results_total', 'new_requests carried_over results_total', '',
 'narr_handled'),
('E03', 'carried_over', 'carried_over', '', 'narr_carried_over'),
('E04', 'carried_forward', 'carried_forward', '', 'narr_carried_forward'),
('E05', 'review_total', 'review_*', '', 'narr_review'),
('E05', 'review_total+suits', 'review_* suit_*', '', 'narr_disputes'),
('E06', 'suit_direct_total+suit_after_review_total', 'suit_*', '',
 'narr_suits'),
('E07', 'granted_full', 'granted_full', '', 'narr_granted_full'),
('E07', 'granted_partial', 'granted_partial', '', 'narr_granted_partial'),
('E07', 'granted_full+granted_partial', 'granted_full granted_partial', '',
 'narr_granted_any'),
('E07', 'denied', 'denied_*', '', 'narr_denied'),
('E07', 'unable', 'unable_*', '', 'narr_unable'),
('E07', 'not_processed', 'not_processed_*', '', 'narr_not_processed'),
('E07', 'other_handling', 'other_handling other_correction_overdue '
 || 'other_fee_unpaid other_misc', '', 'narr_other_handling'),
('E08', 'rules_issued', 'rules_issued', '', 'narr_rules'),
('E08', 'rules_made', 'rules_made', '', 'narr_rules'),
('E08', 'normative_issued', 'normative_issued', '', 'narr_normative_issued'),
('E08', 'normative_made', 'normative_made normative_newly_disclosed', '',
 'narr_normative_issued'),
('E08', 'normative_in_force', 'normative_in_force', '',
 'narr_normative_in_force'),
('E09', 'licences_decided', 'licences_decided', '', 'narr_licences'),
('E09', 'penalties_decided', 'penalties_decided', '', 'narr_penalties'),
('E09', 'coercion_decided', 'coercion_decided', '', 'narr_coercion'),
('E09', 'fees_collected', 'fees_collected', '', 'narr_admin_fees'),
('E11', 'new_requests', 'new_requests', '', 'narr_no_request'),
('E11', 'review_total+suits', 'review_* suit_*', '', 'narr_no_dispute'),
('E11', 'review_total', 'review_*', '', 'narr_no_review'),
('E11', 'suit_direct_total+suit_after_review_total', 'suit_*', '',
 'narr_no_suit'),
('E12', 'carried_forward', 'carried_forward', '', 'narr_all_completed'),
('E13', '', 'new_requests carried_over results_total', '', 'narr_share');

-- The codes of a list that are items of a form; "review_*" is all of them.
CREATE TABLE rule_need_item AS
SELECT m.n, 0 AS year_off, i.form, i.id AS item, i.code
  FROM rule_need m JOIN item i
 WHERE i.kind IN ('leaf', 'signed', 'money', 'total')
   AND i.form IN ('ogi2019', 'ogi2021')
   AND (instr(' ' || m.items || ' ', ' ' || i.code || ' ')
        OR (i.row <> '' AND instr(m.items, '*')
            AND EXISTS (SELECT 1 FROM (SELECT 'review_*' AS p
                    UNION ALL SELECT 'suit_d*' UNION ALL SELECT 'suit_*'
                    UNION ALL SELECT 'denied_*' UNION ALL SELECT 'unable_*'
                    UNION ALL SELECT 'not_processed_*') x
                 WHERE instr(' ' || m.items || ' ', ' ' || x.p || ' ')
                   AND i.code GLOB x.p)))
UNION ALL
SELECT m.n, -1, i.form, i.id, i.code
  FROM rule_need m JOIN item i
 WHERE i.kind IN ('leaf', 'signed', 'money', 'total')
   AND i.form IN ('ogi2019', 'ogi2021')
   AND instr(' ' || m.before || ' ', ' ' || i.code || ' ');
INSERT INTO rule_place (rule, form, place, fact, needs_before)
SELECT m.rule, o.name, m.place, m.fact, m.before <> ''
  FROM rule_need m JOIN form o
 WHERE EXISTS (SELECT 1 FROM rule_need_item x
                WHERE x.n = m.n AND x.form = o.name AND x.year_off = 0)
 ORDER BY m.n, o.name;
INSERT INTO rule_input (place, item, code, year_off)
SELECT k.id, x.item, x.code, x.year_off
  FROM rule_place k
  JOIN rule_need m ON m.rule = k.rule AND m.place = k.place
  JOIN rule_need_item x ON x.n = m.n AND x.form = k.form
 ORDER BY k.id, x.year_off DESC, x.item;
DROP TABLE rule_need_item;
DROP TABLE rule_need;

-- What looks at every cell of a part, or of the form.
INSERT INTO rule_place (rule, form, place, fact, needs_before)
SELECT r.id, i.form, i.part, '', 0
  FROM rule r JOIN item i
 WHERE r.id IN ('B01', 'B02', 'B03', 'B04', 'B05')
   AND i.form IN ('ogi2019', 'ogi2021') AND i.kind <> 'heading'
 GROUP BY r.id, i.form, i.part ORDER BY r.id, i.form, i.part;
INSERT INTO rule_input (place, item, code, year_off)
SELECT k.id, i.id, i.code, 0
  FROM rule_place k JOIN item i ON i.form = k.form AND i.part = k.place
 WHERE i.kind IN ('leaf', 'signed', 'money', 'total')
 ORDER BY k.id, i.id;
INSERT INTO rule_place (rule, form, place, fact, needs_before)
SELECT r.id, o.name, '', '', r.id = 'C06'
  FROM rule r JOIN form o
 WHERE r.id IN ('C06', 'D01', 'D02', 'D03')
   AND o.name IN ('ogi2019', 'ogi2021') ORDER BY r.id, o.name;
INSERT INTO rule_input (place, item, code, year_off)
SELECT k.id, i.id, i.code, y.off
  FROM rule_place k JOIN item i ON i.form = k.form
  JOIN (SELECT 0 AS off UNION ALL SELECT -1) y
    ON y.off = 0 OR k.needs_before
 WHERE k.rule IN ('C06', 'D01', 'D02', 'D03')
   AND i.kind IN ('leaf', 'signed', 'money', 'total')
   AND (k.rule <> 'D03' OR i.part IN ('requests', 'disputes'))
 ORDER BY k.id, y.off DESC, i.id;
