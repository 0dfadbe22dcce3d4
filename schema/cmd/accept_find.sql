-- The fingerprints of all findings there are.
SELECT DISTINCT fingerprint FROM found ORDER BY fingerprint;
