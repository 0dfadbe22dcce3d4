-- Whether an agency is called so, or was written so.
SELECT EXISTS (SELECT 1 FROM agency WHERE name = :name)
    OR EXISTS (SELECT 1 FROM agency_alias WHERE spelling = :name);
