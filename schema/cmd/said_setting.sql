-- The thresholds of an archive, beside those of another.
SELECT name, value, unit FROM setting ORDER BY name;
