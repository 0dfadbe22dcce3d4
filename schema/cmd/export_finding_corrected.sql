SELECT *, 'corrected' AS figures FROM finding;
