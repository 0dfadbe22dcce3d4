-- All rules, those of this program and those of people.
SELECT r.id, r.slug, r.severity,
       CASE WHEN :zh THEN r.title_zh ELSE r.title_en END AS title,
       coalesce(u.author, '') AS kept_by,
       (SELECT count(*) FROM found g JOIN filing f ON f.id = g.filing
         WHERE g.rule = r.id AND f.is_current) AS findings,
       n.unread AS not_assessable, '' AS fault
  FROM rule r
  LEFT JOIN user_rule_now u ON u.rule = r.id
  LEFT JOIN rule_run n ON n.rule = r.id
 UNION ALL
SELECT n.rule, n.rule, '', '', u.author, 0, NULL, n.fault
  FROM rule_run n
  LEFT JOIN user_rule_now u ON u.rule = n.rule
 WHERE n.fault <> ''
 ORDER BY 1;
