-- The cells in which two filings differ, and those in which they agree:
-- same is 1 when both hold the same, in figures or in having none.
SELECT i.code AS item, x.applicant,
       max(CASE x.side WHEN 1 THEN x.shown END) AS left_value,
       max(CASE x.side WHEN 2 THEN x.shown END) AS right_value,
       max(CASE x.side WHEN 2 THEN x.value END)
           - max(CASE x.side WHEN 1 THEN x.value END) AS change,
       coalesce(max(CASE x.side WHEN 1 THEN x.shown END)
                = max(CASE x.side WHEN 2 THEN x.shown END), 0) AS same
  FROM (SELECT 1 AS side, item, item_id, applicant, value,
               CASE WHEN state IN ('number', 'inferred') THEN value
                    ELSE '(' || state || ')' END AS shown
          FROM cell WHERE filing = :left
        UNION ALL
        SELECT 2, item, item_id, applicant, value,
               CASE WHEN state IN ('number', 'inferred') THEN value
                    ELSE '(' || state || ')' END
          FROM cell WHERE filing = :right) x
  JOIN item i ON i.id = x.item_id
  LEFT JOIN applicant a ON a.code = x.applicant
 GROUP BY i.code, x.applicant
 ORDER BY min(i.id), min(a.id);
