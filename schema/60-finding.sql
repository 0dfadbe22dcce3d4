-- What the rules find.

-- Sums that fail.  Beside blank cells an error is only a warning; and a
-- column of C01 is said only where the total does not say it already.
CREATE VIEW rule_sums AS
SELECT k.filing, k.rule,
       CASE WHEN k.nblank > 0 AND k.severity = 'error' THEN 'warning'
            ELSE k.severity END AS severity,
       k.place, k.left_value, k.right_value,
       CASE WHEN k.nblank > 0
            THEN CAST(k.nblank AS INTEGER) || ' blank cells counted as 0'
            ELSE '' END AS detail,
       k.line
  FROM sum_check k
 WHERE k.verdict = 'fails'
   AND NOT (k.rule = 'C01' AND k.place <> 'total'
            AND EXISTS (SELECT 1 FROM year_pair y
                  JOIN filing_part p ON p.filing = y.filing
                       AND p.part = 'requests'
                  JOIN filing_part q ON q.filing = y.before
                       AND q.part = 'requests'
                  JOIN item i ON i.form = p.form AND i.code = 'carried_over'
                  JOIN item j ON j.form = q.form
                       AND j.code = 'carried_forward'
                  JOIN application w ON w.filing = y.filing
                       AND w.item = i.id
                  JOIN application v ON v.filing = y.before
                       AND v.item = j.id
                 WHERE y.filing = k.filing AND w.total <> v.total));

-- What the rules of each group find this moment; sums are a group of their
-- own.  They are asked filing by filing and group by group, since SQLite
-- needs more time the more tables a statement has open.
CREATE VIEW finding_b AS
SELECT * FROM rule_b01 UNION ALL SELECT * FROM rule_b02
UNION ALL SELECT * FROM rule_b03 UNION ALL SELECT * FROM rule_b04
UNION ALL SELECT * FROM rule_b05 UNION ALL SELECT * FROM rule_b06
UNION ALL SELECT * FROM rule_b07 UNION ALL SELECT * FROM rule_b08
UNION ALL SELECT * FROM rule_b09 UNION ALL SELECT * FROM rule_b10;
CREATE VIEW finding_c AS
SELECT * FROM rule_c04 UNION ALL SELECT * FROM rule_c05
UNION ALL SELECT * FROM rule_c06 UNION ALL SELECT * FROM rule_c07
UNION ALL SELECT * FROM rule_c08 UNION ALL SELECT * FROM rule_c09
UNION ALL SELECT * FROM rule_c10;
CREATE VIEW finding_d AS
SELECT * FROM rule_d01 UNION ALL SELECT * FROM rule_d02
UNION ALL SELECT * FROM rule_d03 UNION ALL SELECT * FROM rule_d04
UNION ALL SELECT * FROM rule_d06 UNION ALL SELECT * FROM rule_d07
UNION ALL SELECT * FROM rule_d08 UNION ALL SELECT * FROM rule_d09
UNION ALL SELECT * FROM rule_d10 UNION ALL SELECT * FROM rule_d11
UNION ALL SELECT * FROM rule_d12 UNION ALL SELECT * FROM rule_d13;
CREATE VIEW finding_e AS
SELECT * FROM rule_e_claim UNION ALL SELECT * FROM rule_e11
UNION ALL SELECT * FROM rule_e12 UNION ALL SELECT * FROM rule_e13
UNION ALL SELECT * FROM rule_e14;
CREATE VIEW finding_f AS
SELECT * FROM rule_f01 UNION ALL SELECT * FROM rule_f02
UNION ALL SELECT * FROM rule_f03 UNION ALL SELECT * FROM rule_f04
UNION ALL SELECT * FROM rule_f05 UNION ALL SELECT * FROM rule_f06
UNION ALL SELECT * FROM rule_f07 UNION ALL SELECT * FROM rule_f08
UNION ALL SELECT * FROM rule_f09 UNION ALL SELECT * FROM rule_f10
UNION ALL SELECT * FROM rule_f11 UNION ALL SELECT * FROM rule_f12
UNION ALL SELECT * FROM rule_f13 UNION ALL SELECT * FROM rule_f14
UNION ALL SELECT * FROM rule_f15 UNION ALL SELECT * FROM rule_f16
UNION ALL SELECT * FROM rule_f17 UNION ALL SELECT * FROM rule_f18
UNION ALL SELECT * FROM rule_f19 UNION ALL SELECT * FROM rule_f20
UNION ALL SELECT * FROM rule_f21 UNION ALL SELECT * FROM rule_f22;

-- The union of all rules, the definition of what is kept in found.  For a
-- whole archive ask finding, which is kept up to date.
CREATE VIEW finding_now AS
SELECT * FROM rule_sums UNION ALL SELECT * FROM finding_b
UNION ALL SELECT * FROM finding_c UNION ALL SELECT * FROM finding_d
UNION ALL SELECT * FROM finding_e UNION ALL SELECT * FROM finding_f;

-- What the column flags of filing keeps: each rule and severity once.
CREATE VIEW flags_now AS
SELECT f.id AS filing,
       (SELECT group_concat(x.flag, ', ')
          FROM (SELECT DISTINCT rule || ' ' || severity AS flag FROM found
                 WHERE filing = f.id ORDER BY 1) x) AS flags
  FROM filing f;

-- Errors by the part of the form that they are in, which rates do without:
-- a sum that fails does not say which of its figures is wrong.
CREATE VIEW wrong_part AS
SELECT x.filing, x.rule,
       CASE WHEN x.rule IN ('A01', 'A02', 'A03', 'D05') THEN 'requests'
            WHEN x.rule IN ('A05', 'A06', 'A07') THEN 'disputes'
            WHEN x.rule = 'A10' THEN 'statistic'
            ELSE (SELECT min(i.part) FROM item i
                   WHERE rtrim(substr(x.place, 1, instr(x.place || '/', '/')),
                               '/') IN (i.code, i.row)
                     AND (i.part <> 'statistic')
                         = (f.form IN ('ogi2019', 'ogi2021'))) END AS part
  FROM found x
 CROSS JOIN filing f ON f.id = x.filing
 WHERE x.severity = 'error'
   AND x.rule IN ('A01', 'A02', 'A03', 'A05', 'A06', 'A07', 'A10', 'B01',
                  'B02', 'D05', 'F08');

-- What makes a finding the same one after everything was read anew.
CREATE VIEW found_print AS
SELECT x.id,
       coalesce(a.name, '') || '|' || coalesce(f.year, '') || '|' || x.rule
       || '|' || x.place || '|' || coalesce(x.left_value, '')
       || '|' || coalesce(x.right_value, '') AS fingerprint
  FROM found x
  JOIN filing f ON f.id = x.filing
  LEFT JOIN agency a ON a.id = f.agency;

-- What was found, with what people have said about it.
CREATE VIEW finding AS
SELECT s.name AS source_name, a.name AS agency, f.year, x.rule, x.severity,
       x.place, x.left_value, x.right_value,
       x.left_value - x.right_value AS delta, x.detail, x.line, v.verdict
  FROM filing f
  JOIN source s ON s.id = f.source
  LEFT JOIN agency a ON a.id = f.agency
  JOIN found x ON x.filing = f.id
  LEFT JOIN verdict_now v ON v.fingerprint = x.fingerprint;
