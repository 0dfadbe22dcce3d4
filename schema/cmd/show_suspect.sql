-- The cells of one filing that would explain sums that fail together, as
-- schema/query/suspect_cells.sql has it.
SELECT x.item, x.applicant, x.value AS printed,
       x.value + x.change AS would_satisfy, x.sums
  FROM (SELECT t.item, t.applicant, t.value, t.line, count(*) AS n,
               min((k.right_value - k.left_value) * t.coefficient
                   * CASE t.side WHEN 'L' THEN 1 ELSE -1 END) AS change,
               max((k.right_value - k.left_value) * t.coefficient
                   * CASE t.side WHEN 'L' THEN 1 ELSE -1 END) AS most,
               min(k.verdict = 'fails') AS all_fail,
               group_concat(k.rule || ' ' || k.place, ', ') AS sums
          FROM (SELECT * FROM sum_term WHERE filing = :filing
                   AND year_off = 0) t
          JOIN (SELECT * FROM sum_check WHERE filing = :filing) k
            ON k.sum = t.sum
         WHERE k.relation = '=' AND k.verdict <> 'not assessable'
         GROUP BY t.item, t.applicant) x
 WHERE x.n >= 2 AND x.all_fail AND x.change = x.most
   AND x.value + x.change >= 0
 ORDER BY x.line, x.item, x.applicant;
