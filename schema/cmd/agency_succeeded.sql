-- What was said to have become of an agency.
SELECT predecessor, successor, happened_on, kind
  FROM succession_now WHERE predecessor = :old AND successor = :new;
