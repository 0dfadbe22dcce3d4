-- Whether there is a rule of this id, of this program or kept.
SELECT 1 FROM rule WHERE id = :name;
