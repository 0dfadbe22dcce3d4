-- Current filings, those of them whose findings are out of date, and notes
-- about reading.
SELECT (SELECT count(*) FROM filing WHERE is_current = 1),
       (SELECT count(*) FROM filing WHERE is_checked = 0),
       (SELECT count(*) FROM note n JOIN source s ON s.id = n.source
         WHERE s.is_current = 1);
