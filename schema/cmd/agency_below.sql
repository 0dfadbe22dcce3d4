-- Whether there is an agency in a division whose code begins so.
SELECT EXISTS (SELECT 1 FROM agency WHERE division_code LIKE :code || '%');
