-- What was said of a name.
SELECT spelling, path, division_code, kind, same_as
  FROM ruling_now WHERE spelling = :spelling AND path = :path;
