-- Whether there is an item of this code, on any form.
SELECT 1 FROM item WHERE code = :name;
