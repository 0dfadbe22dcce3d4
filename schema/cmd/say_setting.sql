INSERT INTO setting (name, value, unit) VALUES (?1, ?2, ?3);
