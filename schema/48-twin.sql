-- Filings of one agency and year: what they say otherwise, and how much of
-- each was read, which tells which of them is current (src/store/check.c).

CREATE VIEW twin AS
SELECT f.id AS filing, g.id AS other
  FROM filing f
 CROSS JOIN filing g ON g.agency = f.agency AND g.year = f.year
        AND g.id <> f.id
  JOIN agency a ON a.id = f.agency AND NOT a.is_ambiguous;

-- The cells that both have and that differ.  A figure that was reasoned out
-- is a figure.
CREATE VIEW twin_art20 AS
SELECT t.filing, t.other, c.item_id, c.item, c.applicant
  FROM twin t
 CROSS JOIN cell_art20 c ON c.filing = t.filing
 CROSS JOIN cell_art20 d ON d.filing = t.other AND d.item = c.item
        AND d.applicant = c.applicant
 WHERE c.state <> 'missing' AND d.state <> 'missing'
   AND (c.value IS NOT d.value
        OR (c.value IS NULL AND c.state <> d.state));

CREATE VIEW twin_requests AS
SELECT t.filing, t.other, c.item_id, c.item, c.applicant
  FROM twin t
 CROSS JOIN cell_requests c ON c.filing = t.filing
 CROSS JOIN cell_requests d ON d.filing = t.other AND d.item = c.item
        AND d.applicant = c.applicant
 WHERE c.state <> 'missing' AND d.state <> 'missing'
   AND (c.value IS NOT d.value
        OR (c.value IS NULL AND c.state <> d.state));

CREATE VIEW twin_disputes AS
SELECT t.filing, t.other, c.item_id, c.item, c.applicant
  FROM twin t
 CROSS JOIN cell_disputes c ON c.filing = t.filing
 CROSS JOIN cell_disputes d ON d.filing = t.other AND d.item = c.item
        AND d.applicant = c.applicant
 WHERE c.state <> 'missing' AND d.state <> 'missing'
   AND (c.value IS NOT d.value
        OR (c.value IS NULL AND c.state <> d.state));

CREATE VIEW twin_statistic AS
SELECT t.filing, t.other, c.item_id, c.item, c.applicant
  FROM twin t
 CROSS JOIN cell_statistic c ON c.filing = t.filing
 CROSS JOIN cell_statistic d ON d.filing = t.other AND d.item = c.item
        AND d.applicant = c.applicant
 WHERE c.state <> 'missing' AND d.state <> 'missing'
   AND (c.value IS NOT d.value
        OR (c.value IS NULL AND c.state <> d.state));

-- All of them.
CREATE VIEW twin_difference AS
SELECT * FROM twin_art20
UNION ALL SELECT * FROM twin_requests
UNION ALL SELECT * FROM twin_disputes
UNION ALL SELECT * FROM twin_statistic;

-- The same, a row for each two.
CREATE VIEW twin_cell AS
SELECT t.filing, t.other,
       (SELECT group_concat(x.item, ' ') FROM twin_art20 x
         WHERE x.filing = t.filing AND x.other = t.other) AS art20,
       (SELECT group_concat(x.item || '/' || x.applicant, ' ')
          FROM twin_requests x
         WHERE x.filing = t.filing AND x.other = t.other) AS requests,
       (SELECT group_concat(x.item, ' ') FROM twin_disputes x
         WHERE x.filing = t.filing AND x.other = t.other) AS disputes,
       (SELECT group_concat(x.item, ' ') FROM twin_statistic x
         WHERE x.filing = t.filing AND x.other = t.other) AS statistic
  FROM twin t;

-- How many cells of a filing were read, blank ones too.
CREATE VIEW read_count AS
SELECT f.id AS filing,
       (SELECT count(*) FROM cell_art20 c
         WHERE c.filing = f.id AND c.state <> 'missing')
       + (SELECT count(*) FROM cell_requests c
            WHERE c.filing = f.id AND c.state <> 'missing')
       + (SELECT count(*) FROM cell_disputes c
            WHERE c.filing = f.id AND c.state <> 'missing')
       + (SELECT count(*) FROM cell_statistic c
            WHERE c.filing = f.id AND c.state <> 'missing') AS n
  FROM filing f;

-- What calls itself a draft, in its title or in the name of a file or folder.
CREATE VIEW draft AS
SELECT f.id AS filing
  FROM filing f
  JOIN source s ON s.id = f.source
 WHERE f.title || s.path LIKE '%意见稿%'
    OR f.title || s.path LIKE '%送审稿%'
    OR f.title || s.path LIKE '%审议稿%'
    OR f.title || s.path LIKE '%讨论稿%'
    OR f.title || s.path LIKE '%草稿%'
    OR f.title || s.path LIKE '%初稿%'
    OR f.title || s.path LIKE '%草案%';
