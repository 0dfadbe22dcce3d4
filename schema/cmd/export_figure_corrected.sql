SELECT *, 'corrected' AS figures FROM figure;
