-- The rows of the official form in its order, with the cells of one filing:
-- what "nianbao show" lays out.
SELECT i.part, p.found, i.kind, i.code AS item, c.applicant,
       i.id = (SELECT min(t.id) FROM item t
                WHERE t.form = i.form AND t.part = i.part
                  AND t.kind = 'heading') AS is_title,
       CASE WHEN i.kind = 'heading' THEN i.label_zh
            WHEN i.part = 'disputes' THEN u.label_zh
            WHEN instr(i.label_zh, ' × ') > 0 THEN
                 substr(i.label_zh, 1, instr(i.label_zh, ' × ') - 1)
            ELSE i.label_zh END AS row_label,
       CASE WHEN c.item_id IS NULL THEN NULL
            WHEN i.part = 'requests' THEN n.label_zh
            WHEN i.part = 'disputes' THEN i.label_zh
            WHEN instr(i.label_zh, ' × ') > 0 THEN
                 substr(i.label_zh, instr(i.label_zh, ' × ') + 3)
            ELSE '统计数' END AS col_label,
       i.part = 'requests' AND u.kind = 'group' AS is_child,
       c.value, c.unit, c.state, c.raw, c.line,
       EXISTS (SELECT 1 FROM found g
                WHERE g.filing = :filing AND g.severity <> 'info'
                  AND (g.place = c.item || '/' || c.applicant
                       OR (g.place = c.item AND c.applicant IN ('', 'total'))
                       OR (g.place = c.applicant AND c.item IN
                           ('new_requests', 'carried_over', 'results_total',
                            'carried_forward')))) AS is_flagged,
       (SELECT k.stated FROM corrected_cell k
         WHERE k.filing = :filing AND k.item_id = c.item_id
           AND k.applicant = c.applicant AND k.kind = 'filer') AS should_be,
       (SELECT k.printed FROM corrected_cell k
         WHERE k.filing = :filing AND k.item_id = c.item_id
           AND k.applicant = c.applicant AND k.kind = 'misread') AS was_read
  FROM filing_part p
  JOIN item i ON i.form = p.form AND i.part = p.part
  LEFT JOIN item u ON u.form = i.form AND u.code = i.parent
  LEFT JOIN (SELECT * FROM cell WHERE filing = :filing) c
         ON c.item_id = i.id
  LEFT JOIN applicant n ON n.code = c.applicant
 WHERE p.filing = :filing
 ORDER BY i.id, n.id;
