-- The views that are a promise to other programs, as schema/40-cell.sql and
-- schema/60-finding.sql have them, in the words of PostgreSQL.

CREATE VIEW cell AS
-- Section 三.
SELECT p.filing, i.form, i.part, i.id AS item_id, i.code AS item, i.kind,
       c.code AS applicant, v.value, i.unit,
       coalesce(r.state, CASE WHEN v.value IS NULL THEN 'missing'
                              ELSE 'number' END) AS state,
       r.raw, coalesce(r.line, w.line) AS line
  FROM filing_part p
  JOIN item i ON i.form = p.form AND i.part = p.part AND i.kind <> 'heading'
 CROSS JOIN applicant c
  LEFT JOIN application w ON w.filing = p.filing AND w.item = i.id
  LEFT JOIN reading r ON r.filing = p.filing AND r.item = i.id
                     AND r.applicant = c.code
 CROSS JOIN LATERAL (SELECT CASE c.id WHEN 0 THEN w.natural_person
                                      WHEN 1 THEN w.commercial_enterprise
                                      WHEN 2 THEN w.research_institution
                                      WHEN 3 THEN w.public_interest_org
                                      WHEN 4 THEN w.legal_service_org
                                      WHEN 5 THEN w.other_org
                                      WHEN 6 THEN w.total END AS value) v
 WHERE p.part = 'requests'
   AND (i.kind <> 'group' OR r.state = 'text' OR v.value IS NOT NULL)
UNION ALL
-- Section 四.
SELECT p.filing, i.form, i.part, i.id, i.code, i.kind, '', v.value, i.unit,
       coalesce(r.state, CASE WHEN v.value IS NULL THEN 'missing'
                              ELSE 'number' END),
       r.raw, coalesce(r.line, w.line)
  FROM filing_part p
  JOIN item i ON i.form = p.form AND i.part = p.part AND i.kind <> 'heading'
  LEFT JOIN review_litigation w ON w.filing = p.filing AND w.channel = i."row"
  LEFT JOIN reading r ON r.filing = p.filing AND r.item = i.id
                     AND r.applicant = ''
 CROSS JOIN LATERAL (SELECT CASE i.col WHEN 'upheld' THEN w.upheld
                                       WHEN 'corrected' THEN w.corrected
                                       WHEN 'other' THEN w.other
                                       WHEN 'pending' THEN w.pending
                                       WHEN 'total' THEN w.total
                                       END AS value) v
 WHERE p.part = 'disputes'
UNION ALL
-- Section 二.
SELECT p.filing, i.form, i.part, i.id, i.code, i.kind, '', v.value,
       CASE WHEN i.col = 'total_amount' THEN coalesce(o.unit, '')
            ELSE i.unit END,
       coalesce(r.state, CASE WHEN v.value IS NULL THEN 'missing'
                              ELSE 'number' END),
       r.raw, coalesce(r.line, n.line, d.line, e.line, o.line)
  FROM filing_part p
  JOIN item i ON i.form = p.form AND i.part = p.part AND i.kind <> 'heading'
  LEFT JOIN normative_document n ON i.part = 'art20_1'
        AND n.filing = p.filing AND n.kind = i."row"
  LEFT JOIN administrative_act d ON i.part IN ('art20_5', 'art20_6')
        AND d.filing = p.filing AND d.kind = i."row"
  LEFT JOIN fee e ON i.part = 'art20_8' AND e.filing = p.filing
  LEFT JOIN procurement o ON i.part = 'art20_9' AND o.filing = p.filing
  LEFT JOIN reading r ON r.filing = p.filing AND r.item = i.id
                     AND r.applicant = ''
 CROSS JOIN LATERAL (SELECT CASE i.col
            WHEN 'issued' THEN n.issued WHEN 'repealed' THEN n.repealed
            WHEN 'in_force' THEN n.in_force WHEN 'made' THEN n.made
            WHEN 'newly_disclosed' THEN n.newly_disclosed
            WHEN 'disclosed_total' THEN n.disclosed_total
            WHEN 'amount' THEN e.amount WHEN 'decided' THEN d.decided
            WHEN 'items_prev' THEN coalesce(d.items_prev, e.items_prev)
            WHEN 'items_change' THEN coalesce(d.items_change, e.items_change)
            WHEN 'projects' THEN o.projects
            WHEN 'total_amount' THEN o.amount END AS value) v
 WHERE p.part LIKE 'art20%'
UNION ALL
-- The forms before 2019.
SELECT p.filing, i.form, i.part, i.id, i.code, i.kind, '', w.value,
       coalesce(nullif(w.unit, ''), i.unit), coalesce(w.state, 'missing'),
       w.raw, w.line
  FROM filing_part p
  JOIN form o ON o.name = p.form
  JOIN item i ON i.form = p.form AND i.part = p.part AND i.kind <> 'heading'
  LEFT JOIN statistic w ON w.filing = p.filing AND w.item = i.id
 WHERE p.part = 'statistic' AND (o.is_uniform = 1 OR w.id IS NOT NULL);

CREATE VIEW figure AS
SELECT s.name AS source_name, a.name AS agency, f.year, c.form, c.item,
       c.applicant, c.value, c.unit, c.state,
       coalesce(c.raw, c.value::text, '') AS raw
  FROM filing f
  JOIN source s ON s.id = f.source
  LEFT JOIN agency a ON a.id = f.agency
  JOIN cell c ON c.filing = f.id
 WHERE f.is_current = 1;

-- The last word about a finding counts, unless it was taken back.
CREATE VIEW finding AS
SELECT s.name AS source_name, a.name AS agency, f.year, x.rule, x.severity,
       x.place, x.left_value, x.right_value,
       trim_scale(x.left_value - x.right_value) AS delta, x.detail, x.line, v.verdict
  FROM found x
  JOIN filing f ON f.id = x.filing
  JOIN source s ON s.id = f.source
  LEFT JOIN agency a ON a.id = f.agency
  LEFT JOIN (SELECT DISTINCT ON (fingerprint) fingerprint, verdict, withdrawn
               FROM verdict ORDER BY fingerprint, id DESC) v
         ON v.fingerprint = x.fingerprint AND v.withdrawn = 0;
