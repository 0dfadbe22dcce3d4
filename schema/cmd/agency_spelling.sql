-- Every name that an agency has.
SELECT name FROM agency UNION SELECT spelling FROM agency_alias ORDER BY 1;
