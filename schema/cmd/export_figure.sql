SELECT * FROM figure;
