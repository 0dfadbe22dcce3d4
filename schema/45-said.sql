-- What people say that counts: the last word about each thing, unless it
-- was taken back.

CREATE VIEW verdict_now AS
SELECT v.id, v.fingerprint, v.verdict, v.reason, v.author, v.said_on
  FROM verdict v
 WHERE NOT v.withdrawn
   AND NOT EXISTS (SELECT 1 FROM verdict w
                    WHERE w.fingerprint = v.fingerprint AND w.id > v.id);

CREATE VIEW correction_now AS
SELECT c.id, c.sha256, c.agency, c.year, c.item, c.applicant, c.kind,
       c.printed, c.value, c.stated, c.reason, c.evidence, c.author, c.said_on
  FROM correction c
 WHERE NOT c.withdrawn
   AND NOT EXISTS (SELECT 1 FROM correction d
                    WHERE d.sha256 = c.sha256 AND d.agency = c.agency
                      AND d.year = c.year AND d.item = c.item
                      AND d.applicant = c.applicant AND d.kind = c.kind
                      AND d.id > c.id);

CREATE VIEW ruling_now AS
SELECT r.id, r.spelling, r.path, r.division_code, r.kind, r.same_as,
       r.reason, r.author, r.said_on
  FROM agency_ruling r
 WHERE NOT r.withdrawn
   AND NOT EXISTS (SELECT 1 FROM agency_ruling q
                    WHERE q.spelling = r.spelling AND q.path = r.path
                      AND q.id > r.id);

CREATE VIEW succession_now AS
SELECT s.id, s.predecessor, s.successor, s.happened_on, s.kind, s.reason,
       s.author, s.said_on
  FROM succession s
 WHERE NOT s.withdrawn
   AND NOT EXISTS (SELECT 1 FROM succession t
                    WHERE t.predecessor = s.predecessor
                      AND t.successor = s.successor AND t.id > s.id);

CREATE VIEW user_rule_now AS
SELECT u.id, u.rule, u.text, u.reason, u.author, u.said_on
  FROM user_rule u
 WHERE NOT u.withdrawn
   AND NOT EXISTS (SELECT 1 FROM user_rule w
                    WHERE w.rule = u.rule AND w.id > u.id);

-- Corrections with the filing and the item that each is about: one of the
-- same bytes and year, whose agency is or was written so.
CREATE VIEW corrected_cell AS
SELECT f.id AS filing, i.id AS item_id, c.id AS correction, c.item,
       c.applicant, c.kind, c.printed, c.value,
       CASE WHEN c.stated = '' AND c.kind = 'filer' THEN c.value
            ELSE c.stated END AS stated,
       c.reason, c.evidence, c.author, c.said_on
  FROM correction_now c
  JOIN source s ON s.sha256 = c.sha256 AND s.is_current = 1
  JOIN filing f ON f.source = s.id AND f.year = c.year
  JOIN filing_part p ON p.filing = f.id
  JOIN item i ON i.form = p.form AND i.part = p.part AND i.code = c.item
  LEFT JOIN agency a ON a.id = f.agency
 WHERE c.agency IN (f.spelling, a.name)
    OR EXISTS (SELECT 1 FROM agency_alias l
                WHERE l.agency = f.agency AND l.spelling = c.agency);
