-- The fingerprints of findings that have a verdict.
SELECT fingerprint, verdict FROM verdict_now ORDER BY fingerprint;
