-- One concept from 2008 on, across the forms.
--
-- What items of the four forms mean the same, as we read the labels, with the
-- quality of the match; a concept of several items is their sum, NULL when one
-- was not read. break marks the year in which the form changed: what changed
-- there may be the form.
--
-- :concept  one of those in the list, as state secret
-- :year_from  first report year
-- :year_to  last report year
-- :agency  name or spelling of one agency
-- :level  central, province, prefecture, county or township
-- :kind  government, government_office, department, vertical …
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
bridged AS MATERIALIZED (
	SELECT b.concept, b.quality, b.form, i.part, i.id AS item_id,
	       count(*) OVER (PARTITION BY b.concept, b.form) AS n
	  FROM bridge b JOIN item i ON i.form = b.form AND i.code = b.item
	 WHERE (:concept IS NULL OR b.concept = :concept)),
cells AS (
	SELECT p.filing, b.concept, b.quality, b.form, b.n, c.value
	  FROM sel s
	 CROSS JOIN filing_part p ON p.filing = s.filing AND p.part = 'requests'
	 CROSS JOIN bridged b ON b.form = p.form AND b.part = p.part
	 CROSS JOIN cell_requests c ON c.filing = p.filing
	       AND c.item_id = b.item_id AND c.applicant = 'total'
	UNION ALL
	SELECT p.filing, b.concept, b.quality, b.form, b.n, c.value
	  FROM sel s
	 CROSS JOIN filing_part p ON p.filing = s.filing AND p.part = 'disputes'
	 CROSS JOIN bridged b ON b.form = p.form AND b.part = p.part
	 CROSS JOIN cell_disputes c ON c.filing = p.filing
	       AND c.item_id = b.item_id
	UNION ALL
	SELECT p.filing, b.concept, b.quality, b.form, b.n, c.value
	  FROM sel s
	 CROSS JOIN filing_part p ON p.filing = s.filing
	 CROSS JOIN bridged b ON b.form = p.form AND b.part = p.part
	 CROSS JOIN cell_art20 c ON c.filing = p.filing
	       AND c.item_id = b.item_id
	UNION ALL
	SELECT p.filing, b.concept, b.quality, b.form, b.n, c.value
	  FROM sel s
	 CROSS JOIN filing_part p ON p.filing = s.filing AND p.part = 'statistic'
	 CROSS JOIN bridged b ON b.form = p.form AND b.part = p.part
	 CROSS JOIN cell_statistic c ON c.filing = p.filing
	       AND c.item_id = b.item_id),
series AS (
	SELECT filing, concept, quality, form,
	       CASE WHEN count(value) = n THEN sum(value) END AS value
	  FROM cells
	 GROUP BY filing, concept)
SELECT s.agency, s.year, c.concept, c.value, c.form, c.quality,
       CASE WHEN c.form <> lag(c.form) OVER (PARTITION BY s.agency_id,
                                             c.concept ORDER BY s.year)
            THEN c.form ELSE '' END AS break
  FROM series c JOIN sel s ON s.filing = c.filing
 ORDER BY s.agency, c.concept, s.year;
