-- One concept from 2008 on, across the forms.
--
-- What items of the four forms mean the same, as we read the labels, with the
-- quality of the match; a concept of several items is their sum, NULL when one
-- was not read. break marks the year in which the form changed: what changed
-- there may be the form.
--
-- :concept  one of
--	requests received, outcomes, disclosed in full, disclosed in
--	part, state secret, third party, security and stability, not
--	held, unclear, other channel, review upheld, review corrected,
--	review total, suits total, normative documents issued
-- :year_from  first report year
-- :year_to  last report year
-- :agency  name or spelling of one agency
-- :level  central, province, prefecture, county or township
-- :kind  government, government_office, department, vertical, branch,
--	zone_committee or subdistrict
-- :parent  code of the division above, or of whom it reports to
-- :division  what the division code begins with
-- :form  ogi2021, ogi2019, stat2014 or legacy2008
WITH sel AS (
	SELECT f.id AS filing, f.agency AS agency_id, a.name AS agency,
	       a.level, a.kind, a.division_code, a.parent, f.year, f.form
	  FROM filing f JOIN agency a ON a.id = f.agency
	 WHERE f.is_current
	   AND (:year_from IS NULL OR f.year >= :year_from)
	   AND (:year_to IS NULL OR f.year <= :year_to)
	   AND (:agency IS NULL OR f.agency IN
	        (SELECT agency FROM agency_alias WHERE spelling = :agency
	         UNION SELECT id FROM agency WHERE name = :agency))
	   AND (:level IS NULL OR a.level = :level)
	   AND (:kind IS NULL OR a.kind = :kind)
	   AND (:parent IS NULL OR a.parent = :parent
	        OR a.reporting_parent = :parent)
	   AND (:division IS NULL
	        OR a.division_code LIKE :division || '%')
	   AND (:form IS NULL OR f.form = :form)),
bridge (concept, form, item, quality) AS (VALUES
	('requests received', 'legacy2008',
	 'requests_received', 'good'),
	('requests received', 'stat2014',
	 'requests_received', 'good'),
	('requests received', 'ogi2019',
	 'new_requests', 'good'),
	('requests received', 'ogi2021',
	 'new_requests', 'good'),
	('outcomes', 'legacy2008',
	 'replies_total', 'fair'),
	('outcomes', 'stat2014',
	 'replies_total', 'fair'),
	('outcomes', 'ogi2019',
	 'results_total', 'fair'),
	('outcomes', 'ogi2021',
	 'results_total', 'fair'),
	('disclosed in full', 'legacy2008',
	 'reply_granted', 'fair'),
	('disclosed in full', 'stat2014',
	 'reply_already_public', 'fair'),
	('disclosed in full', 'stat2014',
	 'reply_granted', 'fair'),
	('disclosed in full', 'ogi2019',
	 'granted_full', 'fair'),
	('disclosed in full', 'ogi2021',
	 'granted_full', 'fair'),
	('disclosed in part', 'legacy2008',
	 'reply_granted_partial', 'good'),
	('disclosed in part', 'stat2014',
	 'reply_granted_partial', 'good'),
	('disclosed in part', 'ogi2019',
	 'granted_partial', 'good'),
	('disclosed in part', 'ogi2021',
	 'granted_partial', 'good'),
	('state secret', 'legacy2008',
	 'reply_exempt_1', 'good'),
	('state secret', 'stat2014',
	 'reply_denied_state_secret', 'good'),
	('state secret', 'ogi2019',
	 'denied_state_secret', 'good'),
	('state secret', 'ogi2021',
	 'denied_state_secret', 'good'),
	('third party', 'legacy2008',
	 'reply_exempt_2', 'fair'),
	('third party', 'legacy2008',
	 'reply_exempt_3', 'fair'),
	('third party', 'stat2014',
	 'reply_denied_trade_secret', 'fair'),
	('third party', 'stat2014',
	 'reply_denied_privacy', 'fair'),
	('third party', 'ogi2019',
	 'denied_third_party', 'fair'),
	('third party', 'ogi2021',
	 'denied_third_party', 'fair'),
	('security and stability', 'stat2014',
	 'reply_denied_security_stability', 'good'),
	('security and stability', 'ogi2019',
	 'denied_security_stability', 'good'),
	('security and stability', 'ogi2021',
	 'denied_security_stability', 'good'),
	('not held', 'legacy2008',
	 'reply_not_exist', 'fair'),
	('not held', 'legacy2008',
	 'reply_not_this_organ', 'fair'),
	('not held', 'stat2014',
	 'reply_not_this_organ', 'fair'),
	('not held', 'stat2014',
	 'reply_not_exist', 'fair'),
	('not held', 'ogi2019',
	 'unable_not_held', 'fair'),
	('not held', 'ogi2021',
	 'unable_not_held', 'fair'),
	('unclear', 'legacy2008',
	 'reply_unclear', 'poor'),
	('unclear', 'stat2014',
	 'reply_told_to_correct', 'poor'),
	('unclear', 'ogi2019',
	 'unable_unclear', 'poor'),
	('unclear', 'ogi2021',
	 'unable_unclear', 'poor'),
	('other channel', 'stat2014',
	 'reply_other_channel', 'poor'),
	('other channel', 'ogi2019',
	 'not_processed_petition', 'poor'),
	('other channel', 'ogi2021',
	 'not_processed_petition', 'poor'),
	('other channel', 'ogi2019',
	 'denied_admin_query', 'poor'),
	('other channel', 'ogi2021',
	 'denied_admin_query', 'poor'),
	('review upheld', 'stat2014',
	 'review_upheld', 'good'),
	('review upheld', 'ogi2019',
	 'review_upheld', 'good'),
	('review upheld', 'ogi2021',
	 'review_upheld', 'good'),
	('review corrected', 'stat2014',
	 'review_corrected', 'good'),
	('review corrected', 'ogi2019',
	 'review_corrected', 'good'),
	('review corrected', 'ogi2021',
	 'review_corrected', 'good'),
	('review total', 'legacy2008',
	 'review_total', 'fair'),
	('review total', 'stat2014',
	 'review_total', 'fair'),
	('review total', 'ogi2019',
	 'review_total', 'fair'),
	('review total', 'ogi2021',
	 'review_total', 'fair'),
	('suits total', 'legacy2008',
	 'suit_total', 'fair'),
	('suits total', 'stat2014',
	 'suit_total', 'fair'),
	('suits total', 'ogi2019',
	 'suit_direct_total', 'fair'),
	('suits total', 'ogi2021',
	 'suit_direct_total', 'fair'),
	('suits total', 'ogi2019',
	 'suit_after_review_total', 'fair'),
	('suits total', 'ogi2021',
	 'suit_after_review_total', 'fair'),
	('normative documents issued', 'legacy2008',
	 'normative_new', 'fair'),
	('normative documents issued', 'stat2014',
	 'normative_made', 'fair'),
	('normative documents issued', 'ogi2019',
	 'normative_made', 'fair'),
	('normative documents issued', 'ogi2021',
	 'normative_issued', 'fair')),
concept AS MATERIALIZED (
	SELECT b.concept, b.form, b.quality, min(i.id) AS one,
	       nullif(max(i.id), min(i.id)) AS two
	  FROM bridge b JOIN item i ON i.form = b.form AND i.code = b.item
	 WHERE (:concept IS NULL OR b.concept = :concept)
	 GROUP BY b.concept, b.form),
mixed AS MATERIALIZED (
	SELECT DISTINCT p.filing
	  FROM filing_part p JOIN filing f ON f.id = p.filing
	 WHERE p.form <> f.form),
wanted AS MATERIALIZED (
	SELECT form AS filed, * FROM concept
	UNION ALL SELECT 'mixed', * FROM concept)
SELECT s.agency, s.year, w.concept,
       CASE WHEN w.two IS NULL THEN c.value ELSE c.value + d.value END
           AS value,
       w.form, w.quality,
       CASE WHEN w.form <> lag(w.form) OVER series THEN w.form ELSE '' END
           AS break
  FROM sel s
  LEFT JOIN mixed x ON x.filing = s.filing
 CROSS JOIN wanted w
    ON w.filed = CASE WHEN x.filing IS NULL THEN s.form ELSE 'mixed' END
  LEFT JOIN total_cell c ON c.id = 1000 * s.filing + w.one
  LEFT JOIN total_cell d ON d.id = 1000 * s.filing + w.two
 WHERE c.id IS NOT NULL OR d.id IS NOT NULL
WINDOW series AS (PARTITION BY s.agency, w.concept, s.agency_id
                  ORDER BY s.year)
 ORDER BY s.agency, w.concept;
