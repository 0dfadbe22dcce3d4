SELECT * FROM finding;
