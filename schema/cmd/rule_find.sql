-- What ids begin with: a rule by its slug, else all that begin like the name.
SELECT coalesce((SELECT id FROM rule WHERE slug = :name), :name) AS begins
 WHERE EXISTS (SELECT 1 FROM rule
                WHERE slug = :name
                   OR (:name <> '' AND substr(id, 1, length(:name)) = :name));
