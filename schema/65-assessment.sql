-- Three verdicts on every rule that reads a figure: holds, fails, or not
-- assessable and why.

-- Rows of section 三 and single cells elsewhere that were not read, hold
-- text, or were reasoned out.
CREATE VIEW unread_now AS
SELECT p.filing, i.id AS item, i.code,
       CASE WHEN EXISTS (SELECT 1 FROM reading r WHERE r.filing = p.filing
                            AND r.item = i.id AND r.state = 'text')
            THEN 'not a number: ' || i.code
            WHEN w.natural_person IS NOT NULL
             AND w.commercial_enterprise IS NOT NULL
             AND w.research_institution IS NOT NULL
             AND w.public_interest_org IS NOT NULL
             AND w.legal_service_org IS NOT NULL
             AND w.other_org IS NOT NULL AND w.total IS NOT NULL
            THEN 'reasoned out: ' || i.code
            ELSE 'not read: ' || i.code END AS reason
  FROM filing_part p
 CROSS JOIN item i ON i.form = p.form AND i.part = p.part
                  AND i.kind IN ('leaf', 'total')
  LEFT JOIN application w ON w.filing = p.filing AND w.item = i.id
 WHERE p.part = 'requests'
   AND ((w.natural_person IS NOT NULL)
        + (w.commercial_enterprise IS NOT NULL)
        + (w.research_institution IS NOT NULL)
        + (w.public_interest_org IS NOT NULL)
        + (w.legal_service_org IS NOT NULL) + (w.other_org IS NOT NULL)
        + (w.total IS NOT NULL)
        + (SELECT count(*) FROM reading r
            WHERE r.filing = p.filing AND r.item = i.id
              AND r.state IN ('blank', 'placeholder')) < 7
        OR EXISTS (SELECT 1 FROM reading r
                    WHERE r.filing = p.filing AND r.item = i.id
                      AND r.state = 'inferred'))
UNION ALL
SELECT c.filing, c.item_id, c.item,
       CASE c.state WHEN 'text' THEN 'not a number: '
                    WHEN 'inferred' THEN 'reasoned out: '
                    ELSE 'not read: ' END || c.item
  FROM cell_disputes c
 WHERE c.state IN ('missing', 'text', 'inferred') AND c.kind <> 'group'
UNION ALL
SELECT c.filing, c.item_id, c.item,
       CASE c.state WHEN 'text' THEN 'not a number: '
                    WHEN 'inferred' THEN 'reasoned out: '
                    ELSE 'not read: ' END || c.item
  FROM cell_art20 c
 WHERE c.state IN ('missing', 'text', 'inferred') AND c.kind <> 'group';

-- Why a rule that is no sum cannot be judged of a filing, or ''.
CREATE VIEW place_reason AS
SELECT f.id AS filing, k.id AS rule_place, k.rule, k.place, k.form,
       coalesce(
           CASE WHEN k.fact <> '' AND NOT EXISTS
                     (SELECT 1 FROM narrative_fact n
                       WHERE n.filing = f.id AND NOT n.approx
                         AND (n.scope = '' OR k.rule = 'E13')
                         AND instr('|' || k.fact || '|',
                                   '|' || n.fact || '|'))
                THEN 'no sentence states it' END,
           (SELECT min(u.reason)
              FROM unread_item u
             CROSS JOIN rule_input n ON n.place = k.id AND n.year_off = 0
                    AND n.item = u.item
             WHERE u.filing = f.id),
           CASE k.needs_before WHEN 1 THEN
                CASE WHEN NOT EXISTS (SELECT 1 FROM year_pair y
                                       WHERE y.filing = f.id)
                     THEN 'no filing for the year before'
                     ELSE (SELECT 'year before, ' || min(u.reason)
                             FROM year_pair y
                            CROSS JOIN unread_item u ON u.filing = y.before
                            CROSS JOIN rule_input n ON n.place = k.id
                                   AND n.year_off = -1 AND n.code = u.code
                            WHERE y.filing = f.id) END END,
           CASE WHEN k.rule = 'D09' AND (a.kind IS NULL OR a.level IS NULL
                     OR a.is_ambiguous) THEN 'not known who it is'
                WHEN k.rule = 'D10' AND coalesce(a.level, '') <> 'township'
                THEN 'only of townships'
                WHEN k.rule = 'D11' AND f.year <
                     (SELECT value FROM setting WHERE name = 'D11.year')
                THEN 'only from D11.year on'
                WHEN k.rule = 'D12' AND NOT EXISTS
                     (SELECT 1 FROM section t WHERE t.filing = f.id
                         AND t.ordinal = 6 AND t.found)
                THEN 'section 6 was not found' END,
           '') AS reason
  FROM filing f
 CROSS JOIN rule_place k ON k.form = f.form
  LEFT JOIN agency a ON a.id = f.agency
 WHERE f.is_current;

-- The verdict rests on what was found when rules were last applied.  B01 to
-- B03 name the cell, and here stands its part.
CREATE VIEW place_check AS
SELECT x.filing, x.rule, x.place,
       CASE WHEN x.found IS NOT NULL THEN 'fails'
            WHEN x.reason <> '' THEN 'not assessable'
            ELSE 'holds' END AS verdict,
       CASE WHEN x.found IS NOT NULL THEN '' ELSE x.reason END AS reason,
       x.found
  FROM (SELECT r.*,
               CASE WHEN r.rule IN ('B01', 'B02', 'B03') THEN
                    (SELECT min(g.id) FROM found g
                       JOIN item i ON i.form = r.form AND i.part = r.place
                            AND i.code = substr(g.place, 1,
                                instr(g.place || '/', '/') - 1)
                      WHERE g.filing = r.filing AND g.rule = r.rule)
               ELSE (SELECT min(g.id) FROM found g
                      WHERE g.filing = r.filing AND g.rule = r.rule
                        AND (g.place = r.place OR r.rule = 'E13')) END
                   AS found
          FROM place_reason r) x;

-- Every rule that reads a figure, with its verdict on every filing.
CREATE VIEW assessment AS
SELECT s.name AS source_name, a.name AS agency, f.year, k.rule, k.place,
       k.verdict, k.reason, k.left_value, k.right_value
  FROM sum_check k
  JOIN filing f ON f.id = k.filing
  JOIN source s ON s.id = f.source
  LEFT JOIN agency a ON a.id = f.agency
UNION ALL
SELECT s.name, a.name, f.year, k.rule, k.place, k.verdict, k.reason,
       g.left_value, g.right_value
  FROM place_check k
  JOIN filing f ON f.id = k.filing
  JOIN source s ON s.id = f.source
  LEFT JOIN agency a ON a.id = f.agency
  LEFT JOIN found g ON g.id = k.found;
