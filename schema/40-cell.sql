-- Cells: every cell of the form of every filing, one row each, from the
-- wide tables.  Four views, because SQLite finds its way into a join of
-- plain tables by index, but not into a union.

-- Section 三.  A group row prints no figures on the form; its cells are
-- here only when a filing fills them all the same.
CREATE VIEW cell_requests AS
SELECT p.filing, i.form, i.part, i.id AS item_id, i.code AS item,
       i.kind, c.code AS applicant,
       CASE c.id WHEN 0 THEN w.natural_person
                 WHEN 1 THEN w.commercial_enterprise
                 WHEN 2 THEN w.research_institution
                 WHEN 3 THEN w.public_interest_org
                 WHEN 4 THEN w.legal_service_org
                 WHEN 5 THEN w.other_org
                 WHEN 6 THEN w.total END AS value,
       i.unit,
       coalesce(r.state,
           CASE WHEN CASE c.id WHEN 0 THEN w.natural_person
                               WHEN 1 THEN w.commercial_enterprise
                               WHEN 2 THEN w.research_institution
                               WHEN 3 THEN w.public_interest_org
                               WHEN 4 THEN w.legal_service_org
                               WHEN 5 THEN w.other_org
                               WHEN 6 THEN w.total END IS NULL
                THEN 'missing' ELSE 'number' END) AS state,
       r.raw, coalesce(r.line, w.line) AS line
  FROM filing_part p
 CROSS JOIN item i ON i.form = p.form AND i.part = p.part
                  AND i.kind <> 'heading'
 CROSS JOIN applicant c
  LEFT JOIN application w ON w.filing = p.filing AND w.item = i.id
  LEFT JOIN reading r ON r.filing = p.filing AND r.item = i.id
                     AND r.applicant = c.code
 WHERE p.part = 'requests'
   AND (i.kind <> 'group' OR r.state = 'text'
        OR CASE c.id WHEN 0 THEN w.natural_person
                     WHEN 1 THEN w.commercial_enterprise
                     WHEN 2 THEN w.research_institution
                     WHEN 3 THEN w.public_interest_org
                     WHEN 4 THEN w.legal_service_org
                     WHEN 5 THEN w.other_org
                     WHEN 6 THEN w.total END IS NOT NULL);

-- Section 四.
CREATE VIEW cell_disputes AS
SELECT p.filing, i.form, i.part, i.id AS item_id, i.code AS item,
       i.kind, '' AS applicant,
       CASE i.col WHEN 'upheld' THEN w.upheld
                  WHEN 'corrected' THEN w.corrected
                  WHEN 'other' THEN w.other
                  WHEN 'pending' THEN w.pending
                  WHEN 'total' THEN w.total END AS value,
       i.unit,
       coalesce(r.state,
           CASE WHEN CASE i.col WHEN 'upheld' THEN w.upheld
                                WHEN 'corrected' THEN w.corrected
                                WHEN 'other' THEN w.other
                                WHEN 'pending' THEN w.pending
                                WHEN 'total' THEN w.total END IS NULL
                THEN 'missing' ELSE 'number' END) AS state,
       r.raw, coalesce(r.line, w.line) AS line
  FROM filing_part p
 CROSS JOIN item i ON i.form = p.form AND i.part = p.part
                  AND i.kind <> 'heading'
  LEFT JOIN review_litigation w ON w.filing = p.filing AND w.channel = i.row
  LEFT JOIN reading r ON r.filing = p.filing AND r.item = i.id
                     AND r.applicant = ''
 WHERE p.part = 'disputes';

-- Section 二.
CREATE VIEW cell_art20 AS
SELECT x.filing, x.form, x.part, x.item_id, x.item, x.kind, '' AS applicant,
       x.value, x.unit,
       coalesce(r.state, CASE WHEN x.value IS NULL THEN 'missing'
                              ELSE 'number' END) AS state,
       r.raw, coalesce(r.line, x.line) AS line
  FROM (SELECT p.filing, i.form, i.part, i.id AS item_id, i.code AS item,
               i.kind,
               CASE i.part
               WHEN 'art20_1' THEN
                    CASE i.col WHEN 'issued' THEN n.issued
                               WHEN 'repealed' THEN n.repealed
                               WHEN 'in_force' THEN n.in_force
                               WHEN 'made' THEN n.made
                               WHEN 'newly_disclosed' THEN n.newly_disclosed
                               WHEN 'disclosed_total' THEN n.disclosed_total
                    END
               WHEN 'art20_8' THEN
                    CASE i.col WHEN 'amount' THEN e.amount
                               WHEN 'items_prev' THEN e.items_prev
                               WHEN 'items_change' THEN e.items_change
                    END
               WHEN 'art20_9' THEN
                    CASE i.col WHEN 'projects' THEN o.projects
                               WHEN 'total_amount' THEN o.amount
                    END
               ELSE CASE i.col WHEN 'decided' THEN d.decided
                               WHEN 'items_prev' THEN d.items_prev
                               WHEN 'items_change' THEN d.items_change
                    END
               END AS value,
               CASE WHEN i.col = 'total_amount' THEN coalesce(o.unit, '')
                    ELSE i.unit END AS unit,
               CASE i.part WHEN 'art20_1' THEN n.line
                           WHEN 'art20_8' THEN e.line
                           WHEN 'art20_9' THEN o.line
                           ELSE d.line END AS line
          FROM filing_part p
         CROSS JOIN item i ON i.form = p.form AND i.part = p.part
                          AND i.kind <> 'heading'
          LEFT JOIN normative_document n ON i.part = 'art20_1'
                AND n.filing = p.filing AND n.kind = i.row
          LEFT JOIN administrative_act d
                 ON d.filing = p.filing AND d.kind = i.row
          LEFT JOIN fee e ON i.part = 'art20_8' AND e.filing = p.filing
          LEFT JOIN procurement o
                 ON i.part = 'art20_9' AND o.filing = p.filing
         WHERE p.part IN ('art20_1', 'art20_5', 'art20_6', 'art20_8',
                          'art20_9')) x
  LEFT JOIN reading r ON r.filing = x.filing AND r.item = x.item_id
                     AND r.applicant = '';

-- The forms before 2019.  A row that a filing has not is missing only if
-- the form is the same everywhere.
CREATE VIEW cell_statistic AS
SELECT p.filing, i.form, i.part, i.id AS item_id, i.code AS item,
       i.kind, '' AS applicant, w.value,
       coalesce(nullif(w.unit, ''), i.unit) AS unit,
       coalesce(w.state, 'missing') AS state, w.raw, w.line
  FROM filing_part p
 CROSS JOIN form o ON o.name = p.form
 CROSS JOIN item i ON i.form = p.form AND i.part = p.part
                  AND i.kind <> 'heading'
  LEFT JOIN statistic w ON w.filing = p.filing AND w.item = i.id
 WHERE p.part = 'statistic' AND (o.is_uniform OR w.id IS NOT NULL);

-- All four.  For the cells of one filing; for many, take the one you need.
CREATE VIEW cell AS
SELECT * FROM cell_art20
UNION ALL SELECT * FROM cell_requests
UNION ALL SELECT * FROM cell_disputes
UNION ALL SELECT * FROM cell_statistic;

-- One row per cell of the official form of each current filing.
CREATE VIEW figure AS
SELECT s.name AS source_name, a.name AS agency, f.year, c.form, c.item,
       c.applicant, c.value, c.unit, c.state,
       coalesce(c.raw, c.value, '') AS raw
  FROM filing f
  JOIN source s ON s.id = f.source
  LEFT JOIN agency a ON a.id = f.agency
 CROSS JOIN cell_art20 c ON c.filing = f.id
 WHERE f.is_current
UNION ALL
SELECT s.name, a.name, f.year, c.form, c.item,
       c.applicant, c.value, c.unit, c.state, coalesce(c.raw, c.value, '')
  FROM filing f
  JOIN source s ON s.id = f.source
  LEFT JOIN agency a ON a.id = f.agency
 CROSS JOIN cell_requests c ON c.filing = f.id
 WHERE f.is_current
UNION ALL
SELECT s.name, a.name, f.year, c.form, c.item,
       c.applicant, c.value, c.unit, c.state, coalesce(c.raw, c.value, '')
  FROM filing f
  JOIN source s ON s.id = f.source
  LEFT JOIN agency a ON a.id = f.agency
 CROSS JOIN cell_disputes c ON c.filing = f.id
 WHERE f.is_current
UNION ALL
SELECT s.name, a.name, f.year, c.form, c.item,
       c.applicant, c.value, c.unit, c.state, coalesce(c.raw, c.value, '')
  FROM filing f
  JOIN source s ON s.id = f.source
  LEFT JOIN agency a ON a.id = f.agency
 CROSS JOIN cell_statistic c ON c.filing = f.id
 WHERE f.is_current;

-- What the tables total_cell, request_sum and dispute_sum keep, from the
-- figures as they are this moment.
CREATE VIEW total_cell_now AS
SELECT 1000 * filing + item_id AS id, filing, item_id AS item, value,
       NULL AS unit, state
  FROM cell_requests
 WHERE applicant = 'total'
UNION ALL
SELECT 1000 * filing + item_id, filing, item_id, value, NULL, state
  FROM cell_disputes
UNION ALL
SELECT 1000 * c.filing + c.item_id, c.filing, c.item_id, c.value,
       nullif(c.unit, i.unit), c.state
  FROM cell_art20 c JOIN item i ON i.id = c.item_id
UNION ALL
SELECT 1000 * c.filing + c.item_id, c.filing, c.item_id, c.value,
       nullif(c.unit, i.unit), c.state
  FROM cell_statistic c JOIN item i ON i.id = c.item_id;

-- What the table child_sum keeps, of the figures in total_cell.
CREATE VIEW child_sum_now AS
SELECT 1000 * f.id + c.item AS id, f.id AS filing, c.item,
       sum(c.value) AS total, count(c.value) AS n
  FROM filing f
  JOIN agency a ON a.id = f.agency
 CROSS JOIN agency b ON b.parent = a.division_code
       AND b.kind IN ('government', 'subdistrict')
 CROSS JOIN filing g ON g.agency = b.id AND g.year = f.year AND g.is_current
 CROSS JOIN total_cell c ON c.id BETWEEN 1000 * g.id AND 1000 * g.id + 999
 WHERE f.is_current AND a.kind = 'government'
 GROUP BY f.id, c.item HAVING count(c.value) > 0;

CREATE VIEW request_sum_now AS
SELECT w.filing,
       max(CASE i.code WHEN 'new_requests' THEN w.total END) AS new_requests,
       max(CASE i.code WHEN 'carried_over' THEN w.total END) AS carried_over,
       max(CASE i.code WHEN 'granted_full' THEN w.total END) AS granted_full,
       max(CASE i.code WHEN 'granted_partial' THEN w.total END)
           AS granted_partial,
       CASE count(CASE i.parent WHEN 'denied' THEN w.total END)
            WHEN 8 THEN sum(CASE i.parent WHEN 'denied'
                              THEN w.total END) END AS denied,
       CASE count(CASE i.parent WHEN 'unable' THEN w.total END)
            WHEN 3 THEN sum(CASE i.parent WHEN 'unable'
                              THEN w.total END) END AS unable,
       CASE count(CASE i.parent WHEN 'not_processed' THEN w.total END)
            WHEN 5 THEN sum(CASE i.parent WHEN 'not_processed'
                              THEN w.total END) END AS not_processed,
       CASE count(CASE i.parent WHEN 'other_handling' THEN w.total END)
            WHEN 3 THEN sum(CASE i.parent WHEN 'other_handling'
                              THEN w.total END)
            ELSE max(CASE WHEN i.code = 'other_handling'
                           AND i.kind = 'leaf' THEN w.total END) END
           AS other_handling,
       max(CASE i.code WHEN 'results_total' THEN w.total END) AS results_total,
       max(CASE i.code WHEN 'carried_forward' THEN w.total END)
           AS carried_forward
  FROM application w JOIN item i ON i.id = w.item
 GROUP BY w.filing;

CREATE VIEW dispute_sum_now AS
SELECT w.filing,
       max(CASE w.channel WHEN 'review' THEN w.upheld END) AS review_upheld,
       max(CASE w.channel WHEN 'review' THEN w.corrected END)
           AS review_corrected,
       max(CASE w.channel WHEN 'review' THEN w.other END) AS review_other,
       max(CASE w.channel WHEN 'review' THEN w.pending END) AS review_pending,
       max(CASE w.channel WHEN 'review' THEN w.total END) AS review_total,
       max(CASE w.channel WHEN 'suit_direct' THEN w.upheld END)
           AS direct_upheld,
       max(CASE w.channel WHEN 'suit_direct' THEN w.corrected END)
           AS direct_corrected,
       max(CASE w.channel WHEN 'suit_direct' THEN w.other END) AS direct_other,
       max(CASE w.channel WHEN 'suit_direct' THEN w.pending END)
           AS direct_pending,
       max(CASE w.channel WHEN 'suit_direct' THEN w.total END) AS direct_total,
       max(CASE w.channel WHEN 'suit_after_review' THEN w.upheld END)
           AS after_upheld,
       max(CASE w.channel WHEN 'suit_after_review' THEN w.corrected END)
           AS after_corrected,
       max(CASE w.channel WHEN 'suit_after_review' THEN w.other END)
           AS after_other,
       max(CASE w.channel WHEN 'suit_after_review' THEN w.pending END)
           AS after_pending,
       max(CASE w.channel WHEN 'suit_after_review' THEN w.total END)
           AS after_total
  FROM review_litigation w
 GROUP BY w.filing;
