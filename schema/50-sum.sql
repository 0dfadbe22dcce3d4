-- The sums: every identity of rule_sum applied to every current filing.

-- The terms of all sums with what was read for each.  A term of the year
-- before looks into the current filing of the same agency for that year, by
-- the code of its item, whichever form that filing uses.  Every wide table
-- is asked, but for the one that has the cell with a key that is NULL,
-- which costs nothing.
CREATE VIEW sum_term AS
SELECT f.id AS filing, s.id AS sum, s.rule, s.place, s.relation, s.severity,
       t.side, t.coefficient, t.item, t.applicant, t.year_off, t.is_total,
       g.id AS cell_filing,
       CASE s.part
       WHEN 'requests' THEN
            CASE t.applicant
                 WHEN 'natural_person' THEN w.natural_person
                 WHEN 'commercial_enterprise' THEN w.commercial_enterprise
                 WHEN 'research_institution' THEN w.research_institution
                 WHEN 'public_interest_org' THEN w.public_interest_org
                 WHEN 'legal_service_org' THEN w.legal_service_org
                 WHEN 'other_org' THEN w.other_org
                 WHEN 'total' THEN w.total END
       WHEN 'disputes' THEN
            CASE j.col WHEN 'upheld' THEN l.upheld
                       WHEN 'corrected' THEN l.corrected
                       WHEN 'other' THEN l.other
                       WHEN 'pending' THEN l.pending
                       WHEN 'total' THEN l.total END
       WHEN 'statistic' THEN k.value
       ELSE CASE j.col WHEN 'issued' THEN n.issued
                       WHEN 'repealed' THEN n.repealed
                       WHEN 'in_force' THEN n.in_force
                       WHEN 'newly_disclosed' THEN n.newly_disclosed
                       WHEN 'disclosed_total' THEN n.disclosed_total
                       WHEN 'items_prev' THEN
                            coalesce(d.items_prev, e.items_prev)
                       WHEN 'items_change' THEN
                            coalesce(d.items_change, e.items_change) END
       END AS value,
       coalesce(r.state, k.state) AS state,
       coalesce(w.line, l.line, n.line, d.line, e.line, k.line) AS line
  FROM filing f
 CROSS JOIN filing_part p ON p.filing = f.id
  LEFT JOIN filing b ON b.id =
            (SELECT q.id FROM filing q JOIN agency a ON a.id = q.agency
              WHERE q.agency = f.agency AND q.year = f.year - 1
                AND q.is_current = 1 AND NOT a.is_ambiguous)
  LEFT JOIN filing_part u ON u.filing = b.id AND u.part = p.part
 CROSS JOIN rule_sum s ON s.form = p.form AND s.part = p.part
        AND (s.if_item IS NULL OR EXISTS
             (SELECT 1 FROM application z
               WHERE z.filing = f.id AND z.item = s.if_item))
 CROSS JOIN rule_term t ON t.sum = s.id
  LEFT JOIN filing g ON g.id = CASE t.year_off WHEN 0 THEN f.id
                                               ELSE b.id END
  LEFT JOIN item j ON j.id =
            CASE WHEN t.year_off = 0 OR u.form = s.form THEN t.item_id
                 WHEN u.form IS NOT NULL THEN
                 (SELECT i.id FROM item i
                   WHERE i.form = u.form AND i.code = t.item) END
  LEFT JOIN application w
         ON w.filing = CASE s.part WHEN 'requests' THEN g.id END
        AND w.item = j.id
  LEFT JOIN review_litigation l
         ON l.filing = CASE s.part WHEN 'disputes' THEN g.id END
        AND l.channel = j.row
  LEFT JOIN normative_document n
         ON n.filing = CASE s.part WHEN 'art20_1' THEN g.id END
        AND n.kind = j.row
  LEFT JOIN administrative_act d
         ON d.filing = CASE WHEN s.part IN ('art20_5', 'art20_6')
                            THEN g.id END
        AND d.kind = j.row
  LEFT JOIN fee e ON e.filing = CASE s.part WHEN 'art20_8' THEN g.id END
  LEFT JOIN statistic k
         ON k.filing = CASE s.part WHEN 'statistic' THEN g.id END
        AND k.item = j.id
  LEFT JOIN reading r ON r.filing = g.id AND r.item = j.id
                     AND r.applicant = t.applicant
 WHERE f.is_current;

-- Both sides of every identity, and how they were come by.  A cell that is
-- blank or holds a placeholder counts as 0 beside others that are filled;
-- when all parts of a total are blank nothing was said.
CREATE VIEW sum_side AS
SELECT filing, sum, rule, place, relation, severity,
       coalesce(sum(CASE side WHEN 'L' THEN coefficient * value END), 0)
           AS left_value,
       coalesce(sum(CASE side WHEN 'R' THEN coefficient * value END), 0)
           AS right_value,
       total(state IN ('blank', 'placeholder')) AS nblank,
       total(state = 'inferred') AS ninferred,
       max(is_total AND coalesce(state, '') IN ('blank', 'placeholder'))
           AS total_blank,
       min(is_total OR coalesce(state, '') IN ('blank', 'placeholder'))
           AND NOT min(is_total) AS parts_blank,
       max(coalesce(state, '') = 'text') AS text_there,
       max(year_off < 0 AND cell_filing IS NULL) AS no_year_before,
       min(CASE WHEN value IS NULL
                 AND coalesce(state, 'missing') IN ('missing', 'text')
                THEN item || CASE applicant WHEN '' THEN ''
                                            ELSE '/' || applicant END END)
           AS unread,
       coalesce(min(CASE WHEN is_total AND year_off = 0 THEN line END),
                min(CASE WHEN year_off = 0 THEN line END)) AS line
  FROM sum_term
 GROUP BY filing, sum, rule;

-- Three verdicts: holds, fails, not assessable and why.  A figure that was
-- reasoned out from sums can fulfil one but is no ground to accuse anyone.
CREATE VIEW sum_check AS
SELECT k.filing, k.sum, k.rule, k.place, k.relation, k.severity,
       CASE WHEN k.is_read THEN k.left_value END AS left_value,
       CASE WHEN k.is_read THEN k.right_value END AS right_value,
       k.nblank, k.line,
       CASE WHEN NOT k.is_read THEN 'not assessable'
            WHEN k.agrees THEN 'holds'
            WHEN k.ninferred > 0 THEN 'not assessable'
            ELSE 'fails' END AS verdict,
       CASE WHEN k.no_year_before THEN 'no filing for the year before'
            WHEN k.unread IS NOT NULL AND k.text_there
            THEN 'not a number: ' || k.unread
            WHEN k.unread IS NOT NULL THEN 'not read: ' || k.unread
            WHEN k.parts_blank THEN 'all cells are blank'
            WHEN k.total_blank THEN 'the total is blank'
            WHEN k.ninferred > 0 AND NOT k.agrees
            THEN 'a figure was reasoned out'
            ELSE '' END AS reason
  FROM (SELECT *,
               unread IS NULL AND NOT parts_blank AND NOT total_blank
                   AS is_read,
               CASE relation WHEN '=' THEN left_value = right_value
                             ELSE left_value >= right_value END AS agrees
          FROM sum_side) k;

-- What the table carry_sum keeps.
CREATE VIEW carry_sum_now AS
SELECT 1000 * k.filing + k.sum AS id, k.filing, k.sum, k.left_value,
       k.right_value, k.verdict, k.reason
  FROM sum_check k
 WHERE k.rule IN ('C01', 'C02', 'C03');
