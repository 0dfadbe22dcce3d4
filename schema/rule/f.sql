-- F: how a report keeps to the form.  These rest on observations of the
-- binder, which makes one only when it is sure of what it saw; and what is
-- missing counts only in a document that was seen to its end.

-- A row is missing, and nothing of the form comes after its table: the
-- document may have been cut off there.  Asked with EXISTS; a filing may
-- come more than once.
CREATE VIEW cut_off AS
SELECT o.filing
  FROM observation o
  JOIN item i ON i.code = o.place
  JOIN part q ON q.name = i.part
 WHERE o.kind = 'row_missing'
   AND NOT EXISTS (SELECT 1 FROM section t
                    WHERE t.filing = o.filing AND t.found
                      AND t.ordinal > q.section)
   AND NOT EXISTS (SELECT 1 FROM filing_part p
                     JOIN part r ON r.name = p.part
                    WHERE p.filing = o.filing AND p.found
                      AND r.section > q.section);

-- Current filings on a form with six sections; whole when nothing says
-- that the document was cut off.
CREATE VIEW form_filing AS
SELECT f.id AS filing, f.agency, f.year, f.form, f.title_line,
       f.published_on,
       f.cut_line IS NULL
       AND NOT EXISTS (SELECT 1 FROM cut_off c WHERE c.filing = f.id)
           AS is_whole,
       EXISTS (SELECT 1 FROM section s
                WHERE s.filing = f.id AND s.ordinal = 1 AND s.found)
       AND (f.cut_line IS NULL
            OR EXISTS (SELECT 1 FROM section s
                        WHERE s.filing = f.id AND s.ordinal > 1
                          AND s.found)) AS has_overview
  FROM filing f
 WHERE f.is_current AND f.form IN ('ogi2019', 'ogi2021');

-- A table that was found shows that its section is there, whatever has
-- become of the heading; and so does a heading that is not in its order.
CREATE VIEW rule_f01 AS
SELECT f.filing, 'F01' AS rule,
       CASE WHEN n.ordinal IN (2, 3, 4) THEN 'error' ELSE 'warning' END
           AS severity,
       'section ' || n.ordinal AS place, NULL AS left_value,
       NULL AS right_value, n.heading AS detail, NULL AS line
  FROM form_filing f
 CROSS JOIN (SELECT 1 AS ordinal, '总体情况' AS heading
        UNION ALL SELECT 2, '主动公开政府信息情况'
        UNION ALL SELECT 3, '收到和处理政府信息公开申请情况'
        UNION ALL SELECT 4, '政府信息公开行政复议、行政诉讼情况'
        UNION ALL SELECT 5, '存在的主要问题及改进情况'
        UNION ALL SELECT 6, '其他需要报告的事项') n
 WHERE f.is_whole
   AND NOT EXISTS (SELECT 1 FROM section s WHERE s.filing = f.filing
                      AND s.ordinal = n.ordinal AND s.found)
   AND NOT EXISTS (SELECT 1 FROM filing_part p
                     JOIN part q ON q.name = p.part
                    WHERE p.filing = f.filing AND p.found
                      AND q.section = n.ordinal)
   AND NOT EXISTS (SELECT 1 FROM observation o
                    WHERE o.filing = f.filing AND o.kind = 'elsewhere'
                      AND o.place = 's' || n.ordinal);

-- Before 2019 reports were free in their layout, and in 2019 those that do
-- not follow the form.
CREATE VIEW rule_f02 AS
SELECT f.id AS filing, 'F02' AS rule, 'info' AS severity, o.place,
       NULL AS left_value, NULL AS right_value, o.text AS detail, o.line
  FROM filing f CROSS JOIN observation o ON o.filing = f.id
        AND o.kind = 'heading'
 WHERE f.is_current
   AND (f.form IN ('ogi2019', 'ogi2021') OR f.year > 2019);

-- One per report, with the lines; of the same reports as F02.
CREATE VIEW rule_f03 AS
SELECT f.id AS filing, 'F03' AS rule, 'notice' AS severity, '' AS place,
       NULL AS left_value, NULL AS right_value,
       (SELECT group_concat(line, ',') FROM
           (SELECT DISTINCT o.line FROM observation o
             WHERE o.filing = f.id AND o.kind = 'numbering'
             ORDER BY o.line)) AS detail,
       (SELECT min(o.line) FROM observation o
         WHERE o.filing = f.id AND o.kind = 'numbering') AS line
  FROM filing f
 WHERE f.is_current
   AND (f.form IN ('ogi2019', 'ogi2021') OR f.year > 2019)
   AND EXISTS (SELECT 1 FROM observation o
                WHERE o.filing = f.id AND o.kind = 'numbering');

-- For 2019 the form was encouraged, not prescribed.  legacy2008 is what a
-- report is taken for that has no table we know, so it accuses nobody.
CREATE VIEW rule_f04 AS
SELECT f.id AS filing, 'F04' AS rule,
       CASE WHEN f.year = 2019 THEN 'info' ELSE 'warning' END AS severity,
       '' AS place, NULL AS left_value, NULL AS right_value,
       f.form || ' instead of ' || y.form AS detail,
       (SELECT min(p.line) FROM filing_part p
         WHERE p.filing = f.id AND p.found) AS line
  FROM filing f JOIN reporting_year y ON y.year = f.year
 WHERE f.is_current AND f.form <> y.form
   AND f.form IN ('stat2014', 'ogi2019', 'ogi2021');

CREATE VIEW rule_f05 AS
SELECT f.id AS filing, 'F05' AS rule, 'warning' AS severity, o.place,
       NULL AS left_value, NULL AS right_value, o.text AS detail,
       min(o.line) AS line
  FROM filing f CROSS JOIN observation o ON o.filing = f.id
        AND o.kind = 'article'
 WHERE f.is_current
 GROUP BY f.id, o.place, o.text;

-- One per label, however often it is printed.
CREATE VIEW rule_f06 AS
SELECT f.id AS filing, 'F06' AS rule, 'notice' AS severity, o.place,
       NULL AS left_value, NULL AS right_value, o.text AS detail,
       min(o.line) AS line
  FROM filing f CROSS JOIN observation o ON o.filing = f.id
        AND o.kind = 'label'
 WHERE f.is_current
 GROUP BY f.id, o.place, o.text;

-- Where a row of the form was not read, one that is not known may be it,
-- with a label that could not be read.
CREATE VIEW rule_f07 AS
SELECT f.id AS filing, 'F07' AS rule, 'info' AS severity, o.place,
       NULL AS left_value, NULL AS right_value, o.text AS detail,
       min(o.line) AS line
  FROM filing f CROSS JOIN observation o ON o.filing = f.id
        AND o.kind = 'unknown_row'
 WHERE f.is_current
   AND NOT EXISTS (SELECT 1 FROM cell_requests c
                    WHERE o.place = 'requests' AND c.filing = f.id
                      AND c.state = 'missing')
   AND NOT EXISTS (SELECT 1 FROM cell_art20 c
                    WHERE c.filing = f.id AND c.part = o.place
                      AND c.state = 'missing')
 GROUP BY f.id, o.place, o.text;

CREATE VIEW rule_f08 AS
SELECT f.id AS filing, 'F08' AS rule, 'error' AS severity, o.place,
       NULL AS left_value, NULL AS right_value, o.text AS detail,
       min(o.line) AS line
  FROM filing f CROSS JOIN observation o ON o.filing = f.id
        AND o.kind = 'row_missing'
 WHERE f.is_current
   AND NOT EXISTS (SELECT 1 FROM cut_off c WHERE c.filing = f.id)
 GROUP BY f.id, o.place;

CREATE VIEW rule_f09 AS
SELECT f.id AS filing, 'F09' AS rule, 'notice' AS severity, '' AS place,
       NULL AS left_value, NULL AS right_value, o.text AS detail,
       min(o.line) AS line
  FROM filing f CROSS JOIN observation o ON o.filing = f.id
        AND o.kind = 'superseded'
 WHERE f.is_current AND f.year >= 2021
 GROUP BY f.id;

CREATE VIEW rule_f10 AS
SELECT f.id AS filing, 'F10' AS rule, 'notice' AS severity, '' AS place,
       NULL AS left_value, NULL AS right_value, o.text AS detail,
       min(o.line) AS line
  FROM filing f CROSS JOIN observation o ON o.filing = f.id
        AND o.kind = 'doc_number'
 WHERE f.is_current
 GROUP BY f.id, o.text;

CREATE VIEW rule_f11 AS
SELECT f.filing, 'F11' AS rule, 'info' AS severity, '' AS place,
       NULL AS left_value, NULL AS right_value, '' AS detail, NULL AS line
  FROM form_filing f
 WHERE f.has_overview
   AND NOT EXISTS (SELECT 1 FROM observation o WHERE o.filing = f.filing
                      AND o.kind IN ('period', 'period_wrong'));

CREATE VIEW rule_f12 AS
SELECT f.id AS filing, 'F12' AS rule, 'warning' AS severity, '' AS place,
       NULL AS left_value, NULL AS right_value, o.text AS detail,
       min(o.line) AS line
  FROM filing f CROSS JOIN observation o ON o.filing = f.id
        AND o.kind = 'period_wrong'
 WHERE f.is_current
 GROUP BY f.id, o.text;

CREATE VIEW rule_f13 AS
SELECT f.id AS filing, 'F13' AS rule, 'warning' AS severity, o.place,
       NULL AS left_value, NULL AS right_value, o.text AS detail,
       min(o.line) AS line
  FROM filing f CROSS JOIN observation o ON o.filing = f.id
        AND o.kind = 'year_conflict'
 WHERE f.is_current
 GROUP BY f.id, o.place, o.text;

CREATE VIEW rule_f14 AS
SELECT f.filing, 'F14' AS rule, 'info' AS severity, '' AS place,
       NULL AS left_value, NULL AS right_value, '' AS detail,
       f.title_line AS line
  FROM form_filing f
 WHERE f.has_overview AND f.year IS NOT NULL
   AND NOT EXISTS (SELECT 1 FROM observation o WHERE o.filing = f.filing
                      AND o.kind IN ('year_in_text', 'period',
                                     'period_wrong', 'year_conflict'));

-- 收取信息处理费情况在此处报告 stands in section 六 of the form of 2021.
CREATE VIEW rule_f15 AS
SELECT f.filing, 'F15' AS rule, 'notice' AS severity, 'section 6' AS place,
       NULL AS left_value, NULL AS right_value,
       substr(s.text, 1, 40) AS detail, coalesce(s.line_end, s.line) AS line
  FROM form_filing f
 CROSS JOIN section s ON s.filing = f.filing AND s.ordinal = 6 AND s.found
 WHERE f.form = 'ogi2021' AND f.is_whole AND f.year >= 2021
   AND NOT EXISTS (SELECT 1 FROM observation o WHERE o.filing = f.filing
                      AND o.kind = 'fee_statement');

CREATE VIEW rule_f16 AS
SELECT f.filing, 'F16' AS rule, 'warning' AS severity, 'section 5' AS place,
       length(x.bare) AS left_value, v.value AS right_value,
       s.text AS detail, s.line
  FROM form_filing f
 CROSS JOIN section s ON s.filing = f.filing AND s.ordinal = 5 AND s.found
  JOIN (SELECT id, replace(replace(replace(replace(replace(text, ' ', ''),
               char(10), ''), char(9), ''), char(12288), ''), '。', '')
               AS bare FROM section) x ON x.id = s.id
  JOIN setting v ON v.name = 'F16.length'
 WHERE f.is_whole AND length(x.bare) < v.value;

CREATE VIEW rule_f17 AS
SELECT f.filing, 'F17' AS rule, 'notice' AS severity, o.place,
       NULL AS left_value, NULL AS right_value, o.text AS detail,
       min(o.line) AS line
  FROM form_filing f
 CROSS JOIN observation o ON o.filing = f.filing AND o.kind = 'topic_missing'
 WHERE f.has_overview
 GROUP BY f.filing, o.place;

-- 条例 art. 50(4): governments, not departments.
CREATE VIEW rule_f18 AS
SELECT f.filing, 'F18' AS rule, 'info' AS severity, 'section 1' AS place,
       NULL AS left_value, NULL AS right_value, '' AS detail,
       (SELECT s.line FROM section s
         WHERE s.filing = f.filing AND s.ordinal = 1) AS line
  FROM form_filing f
  JOIN agency a ON a.id = f.agency AND a.kind = 'government'
 WHERE f.has_overview
   AND NOT EXISTS (SELECT 1 FROM observation o WHERE o.filing = f.filing
                      AND o.kind = 'supervision');

CREATE VIEW rule_f19 AS
SELECT f.id AS filing, 'F19' AS rule, 'info' AS severity, '' AS place,
       NULL AS left_value, NULL AS right_value,
       (SELECT group_concat(lines, ',') FROM
           (SELECT DISTINCT CASE WHEN o.line_end > o.line
                       THEN o.line || '-' || o.line_end
                       ELSE '' || o.line END AS lines
              FROM observation o
             WHERE o.filing = f.id AND o.kind = 'ragged'
             ORDER BY o.line, o.line_end)) AS detail,
       (SELECT min(o.line) FROM observation o
         WHERE o.filing = f.id AND o.kind = 'ragged') AS line
  FROM filing f
 WHERE f.is_current
   AND EXISTS (SELECT 1 FROM observation o
                WHERE o.filing = f.id AND o.kind = 'ragged');

-- 条例 art. 49.  It names no date for townships, so of them it is only
-- mentioned; and who is neither government nor department is left alone.
-- What was published again, as after a correction, came out with the first.
CREATE VIEW rule_f20 AS
SELECT f.id AS filing, 'F20' AS rule,
       CASE WHEN a.level = 'township' OR a.kind = 'subdistrict' THEN 'info'
            ELSE 'warning' END AS severity,
       '' AS place, NULL AS left_value, NULL AS right_value,
       f.published_on || ' after '
       || CASE WHEN a.kind IN ('government', 'subdistrict',
                              'government_office')
               THEN y.due_government ELSE y.due_department END AS detail,
       f.title_line AS line
  FROM filing f
  JOIN agency a ON a.id = f.agency
  JOIN reporting_year y ON y.year = f.year
 WHERE f.is_current
   AND (a.kind IN ('government', 'subdistrict', 'government_office')
            AND f.published_on > y.due_government
        OR a.kind IN ('department', 'vertical', 'branch')
            AND f.published_on > y.due_department)
   AND NOT EXISTS (SELECT 1 FROM filing g
                    WHERE g.agency = f.agency AND g.year = f.year
                      AND g.id <> f.id
                      AND g.published_on > CAST(f.year AS TEXT)
                      AND g.published_on <= CASE
                          WHEN a.kind IN ('government', 'subdistrict',
                                          'government_office')
                          THEN y.due_government ELSE y.due_department END);
