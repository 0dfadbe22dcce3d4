-- One rule, in full.
SELECT id, slug, severity, title_en, title_zh, basis, text_en, text_zh
  FROM rule WHERE id = :id OR slug = :id;
