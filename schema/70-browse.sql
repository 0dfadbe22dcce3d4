-- Views for people who open the file in a browser: names instead of ids,
-- and what is asked most.  All are of current filings.

CREATE VIEW v_filing AS
SELECT a.name AS agency, a.level, a.kind, a.division_code, f.year, f.form,
       s.path AS source_path, f.title, f.published_on,
       (SELECT count(*) FROM found x
         WHERE x.filing = f.id AND x.severity = 'error') AS errors,
       (SELECT count(*) FROM found x
         WHERE x.filing = f.id AND x.severity = 'warning') AS warnings,
       (SELECT count(*) FROM found x
         WHERE x.filing = f.id AND x.severity = 'notice') AS notices,
       (SELECT count(*) FROM note n WHERE n.filing = f.id) AS notes
  FROM filing f
  JOIN source s ON s.id = f.source
  LEFT JOIN agency a ON a.id = f.agency
 WHERE f.is_current;

-- Section 二.
CREATE VIEW v_normative_document AS
SELECT a.name AS agency, f.year, f.form, w.kind, w.issued, w.repealed,
       w.in_force, w.made, w.newly_disclosed, w.disclosed_total, w.line
  FROM filing f JOIN normative_document w ON w.filing = f.id
  LEFT JOIN agency a ON a.id = f.agency
 WHERE f.is_current;

CREATE VIEW v_administrative_act AS
SELECT a.name AS agency, f.year, f.form, w.kind, w.decided, w.items_prev,
       w.items_change, w.line
  FROM filing f JOIN administrative_act w ON w.filing = f.id
  LEFT JOIN agency a ON a.id = f.agency
 WHERE f.is_current;

CREATE VIEW v_fee AS
SELECT a.name AS agency, f.year, f.form, w.amount AS amount_wan_yuan,
       w.items_prev, w.items_change, w.line
  FROM filing f JOIN fee w ON w.filing = f.id
  LEFT JOIN agency a ON a.id = f.agency
 WHERE f.is_current;

CREATE VIEW v_procurement AS
SELECT a.name AS agency, f.year, f.form, w.projects, w.amount, w.unit, w.line
  FROM filing f JOIN procurement w ON w.filing = f.id
  LEFT JOIN agency a ON a.id = f.agency
 WHERE f.is_current;

-- Section 三, as printed.
CREATE VIEW v_application AS
SELECT a.name AS agency, f.year, f.form, i.code AS item, i.label_zh,
       w.natural_person, w.commercial_enterprise, w.research_institution,
       w.public_interest_org, w.legal_service_org, w.other_org, w.total,
       w.line
  FROM filing f JOIN application w ON w.filing = f.id
  JOIN item i ON i.id = w.item
  LEFT JOIN agency a ON a.id = f.agency
 WHERE f.is_current;

-- Section 四.
CREATE VIEW v_review_litigation AS
SELECT a.name AS agency, f.year, f.form, w.channel, w.upheld, w.corrected,
       w.other, w.pending, w.total, w.line
  FROM filing f JOIN review_litigation w ON w.filing = f.id
  LEFT JOIN agency a ON a.id = f.agency
 WHERE f.is_current;

-- Before 2019.
CREATE VIEW v_statistic AS
SELECT a.name AS agency, f.year, f.form, i.code AS item, w.label, w.unit,
       w.value, w.state, w.raw, w.line
  FROM filing f JOIN statistic w ON w.filing = f.id
  LEFT JOIN item i ON i.id = w.item
  LEFT JOIN agency a ON a.id = f.agency
 WHERE f.is_current;

-- 上年结转 beside 结转下年度 of the year before, column 总计.
CREATE VIEW v_carry AS
SELECT a.name AS agency, y.year, t.carried_over,
       b.carried_forward AS carried_forward_before,
       t.carried_over - b.carried_forward AS delta
  FROM year_pair y
  JOIN agency a ON a.id = y.agency
 CROSS JOIN request_total t ON t.filing = y.filing
 CROSS JOIN request_total b ON b.filing = y.before;

-- 现行有效件数 beside what follows from the year before.
CREATE VIEW v_stock AS
SELECT a.name AS agency, y.year, c.kind, c.in_force,
       b.in_force + c.issued - c.repealed AS expected,
       c.in_force - (b.in_force + c.issued - c.repealed) AS delta
  FROM year_pair y
  JOIN agency a ON a.id = y.agency
 CROSS JOIN normative_document c ON c.filing = y.filing
 CROSS JOIN normative_document b ON b.filing = y.before AND b.kind = c.kind
 WHERE c.in_force IS NOT NULL AND b.in_force IS NOT NULL;

-- Every agency in every year between the first and the last in the file.
CREATE VIEW v_coverage AS
WITH RECURSIVE span (year, last) AS (
	SELECT min(year), max(year) FROM filing
	UNION ALL SELECT year + 1, last FROM span WHERE year < last)
SELECT a.name AS agency, a.level, y.year,
       CASE WHEN count(f.id) = 1 THEN 'filed'
            WHEN count(f.id) > 1 THEN 'duplicate'
            WHEN y.year > l.last_year THEN 'ended'
            WHEN y.year < l.first_year THEN 'not yet'
            WHEN y.year < b.year THEN 'unknown'
            ELSE 'missing' END AS status,
       max(CASE WHEN f.is_current THEN f.form END) AS form
  FROM agency a CROSS JOIN span y
  LEFT JOIN filing f ON f.agency = a.id AND f.year = y.year
  LEFT JOIN agency_life l ON l.agency = a.id
  LEFT JOIN agency_begin b ON b.agency = a.id
 WHERE y.year IS NOT NULL AND NOT a.is_ambiguous
 GROUP BY a.id, y.year;

-- Rates of each filing, column 总计; NULL where a figure was not read.
-- Those with errors in section 三 are marked, not left out.
CREATE VIEW v_rates AS
SELECT a.name AS agency, f.year, f.form, q.new_requests, q.results_total,
       round(1.0 * (q.granted_full + q.granted_partial)
             / nullif(q.results_total, 0), 4) AS disclosure_rate,
       round(1.0 * q.denied / nullif(q.results_total, 0), 4)
           AS denial_rate,
       round(1.0 * q.unable / nullif(q.results_total, 0), 4)
           AS unable_rate,
       round(1.0 * q.not_processed / nullif(q.results_total, 0), 4)
           AS not_processed_rate,
       round(1.0 * q.other_handling / nullif(q.results_total, 0), 4)
           AS other_rate,
       round(1.0 * q.carried_forward
             / nullif(q.new_requests + q.carried_over, 0), 4) AS carry_rate,
       EXISTS (SELECT 1 FROM wrong_part w
                WHERE w.filing = f.id AND w.part = 'requests') AS has_errors
  FROM filing f
  JOIN request_sum q ON q.filing = f.id
  LEFT JOIN agency a ON a.id = f.agency
 WHERE f.is_current;

-- Each figure beside that of the year before, when both forms have it;
-- column 总计.  The rate is NULL when the year before was 0 or not read.
CREATE VIEW v_yoy AS
SELECT a.name AS agency, y.year, c.item, c.value, b.value AS value_before,
       c.value - b.value AS change,
       round(1.0 * (c.value - b.value) / nullif(b.value, 0), 4) AS rate,
       CASE WHEN b.form <> c.form THEN c.form ELSE '' END AS break
  FROM year_pair y
  JOIN agency a ON a.id = y.agency
 CROSS JOIN cell_requests c ON c.filing = y.filing AND c.applicant = 'total'
 CROSS JOIN cell_requests b ON b.filing = y.before AND b.item = c.item
        AND b.applicant = 'total'
UNION ALL
SELECT a.name, y.year, c.item, c.value, b.value, c.value - b.value,
       round(1.0 * (c.value - b.value) / nullif(b.value, 0), 4),
       CASE WHEN b.form <> c.form THEN c.form ELSE '' END
  FROM year_pair y
  JOIN agency a ON a.id = y.agency
 CROSS JOIN cell_art20 c ON c.filing = y.filing
 CROSS JOIN cell_art20 b ON b.filing = y.before AND b.item = c.item
UNION ALL
SELECT a.name, y.year, c.item, c.value, b.value, c.value - b.value,
       round(1.0 * (c.value - b.value) / nullif(b.value, 0), 4),
       CASE WHEN b.form <> c.form THEN c.form ELSE '' END
  FROM year_pair y
  JOIN agency a ON a.id = y.agency
 CROSS JOIN cell_disputes c ON c.filing = y.filing
 CROSS JOIN cell_disputes b ON b.filing = y.before AND b.item = c.item;

-- figure with what people say it should be, where that is another number
-- than the filer printed.  What is printed stays beside it, and no rule
-- looks here.
CREATE VIEW v_figure_corrected AS
SELECT g.source_name, g.agency, g.year, g.form, g.item, g.applicant,
       CASE WHEN c.correction IS NULL THEN g.value ELSE c.value END AS value,
       g.value AS printed_value, g.unit, g.state, g.raw,
       c.correction, c.reason, c.author
  FROM figure g
  LEFT JOIN (SELECT s.name AS source_name, a.name AS agency, f.year, k.item,
                    k.applicant, k.value, k.correction, k.reason, k.author
               FROM corrected_cell k
               JOIN filing f ON f.id = k.filing AND f.is_current
               JOIN source s ON s.id = f.source
               LEFT JOIN agency a ON a.id = f.agency
              WHERE k.kind = 'filer') c
         ON c.source_name = g.source_name AND c.agency IS g.agency
        AND c.year = g.year AND c.item = g.item
        AND c.applicant = g.applicant;
