-- Whether this is in the name of an agency, or of one in a report.
SELECT EXISTS (SELECT 1 FROM agency WHERE instr(name, :part) > 0)
    OR EXISTS (SELECT 1 FROM filing WHERE instr(spelling, :part) > 0);
