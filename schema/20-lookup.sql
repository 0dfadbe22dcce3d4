-- Lookup tables: the official forms, as schema/form/ and the notices have
-- them.  Derived; nobody should write here.

-- The forms.
CREATE TABLE form (
	name		TEXT PRIMARY KEY,	-- "ogi2021"
	first_year	INTEGER NOT NULL,	-- first report year it is for
	last_year	INTEGER,	-- last one; NULL: still in force
	basis		TEXT NOT NULL,	-- the notice that prescribes it
	is_uniform	INTEGER NOT NULL	-- 1: the same cells everywhere
);
INSERT INTO form VALUES
	('legacy2008', 2008, 2013, '《政府信息公开条例》（国务院令第492号）', 0),
	('stat2014', 2014, 2018, '国办发〔2014〕32号', 1),
	('ogi2019', 2019, 2020, '国办公开办函〔2019〕60号', 1),
	('ogi2021', 2021, NULL, '国办公开办函〔2021〕30号', 1);

-- The parts of a form, each of which is recognised for itself.
CREATE TABLE part (
	name		TEXT PRIMARY KEY,	-- "requests"
	position	INTEGER NOT NULL,	-- order on the form
	section		INTEGER NOT NULL, -- section it belongs to; 0: none
	label_zh	TEXT NOT NULL,	-- what it is, in Chinese
	label_en	TEXT NOT NULL	-- and in English
);
INSERT INTO part VALUES
	('art20_1', 1, 2, '第二十条第（一）项', 'rules and normative documents'),
	('art20_5', 2, 2, '第二十条第（五）项', 'licensing'),
	('art20_6', 3, 2, '第二十条第（六）项', 'penalties and coercion'),
	('art20_8', 4, 2, '第二十条第（八）项', 'fees'),
	('art20_9', 5, 2, '第二十条第（九）项', 'procurement'),
	('requests', 6, 3, '收到和处理政府信息公开申请情况',
	    'requests received and handled'),
	('disputes', 7, 4, '政府信息公开行政复议、行政诉讼情况',
	    'administrative review and litigation'),
	('statistic', 8, 0, '政府信息公开情况统计表',
	    'table of the forms before 2019');

-- The columns of section 三, in official order.
CREATE TABLE applicant (
	id		INTEGER PRIMARY KEY,	-- 0 to 6; 6 is the total
	code		TEXT NOT NULL UNIQUE,	-- "natural_person"
	label_zh	TEXT NOT NULL,	-- as printed
	label_en	TEXT NOT NULL	-- in English
);
INSERT INTO applicant VALUES
	(0, 'natural_person', '自然人', 'natural persons'),
	(1, 'commercial_enterprise', '商业企业', 'commercial enterprises'),
	(2, 'research_institution', '科研机构', 'research institutions'),
	(3, 'public_interest_org', '社会公益组织',
	    'public-interest organisations'),
	(4, 'legal_service_org', '法律服务机构', 'legal-service organisations'),
	(5, 'other_org', '其他', 'other legal persons and organisations'),
	(6, 'total', '总计', 'total as printed');

-- The items of all forms (schema/form/item.tsv), in the order of the forms.
CREATE TABLE item (
	id		INTEGER PRIMARY KEY,	-- position in the list
	form		TEXT NOT NULL,	-- form.name
	part		TEXT NOT NULL,	-- part.name, or a section
	code		TEXT NOT NULL,	-- "granted_full"; for ever
	parent		TEXT NOT NULL,	-- code of the item above, or ''
	kind		TEXT NOT NULL, -- leaf signed money total subtotal group
					-- (prints no figures) heading
	unit		TEXT NOT NULL,	-- of the form; '' where none is printed
	row		TEXT NOT NULL,	-- key of its row
	col		TEXT NOT NULL,	-- key of its column, or ''
	label_zh	TEXT NOT NULL,	-- official label
	label_en	TEXT NOT NULL,	-- in English
	UNIQUE (form, code)
);
CREATE INDEX item_part ON item (form, part);
CREATE INDEX item_code ON item (code);

-- Spellings of labels (schema/form/label.tsv).
CREATE TABLE item_alias (
	id		INTEGER PRIMARY KEY,	-- position in the list
	part		TEXT NOT NULL,	-- part.name
	forms		TEXT NOT NULL,	-- "2019", "2021" or "*"
	axis		TEXT NOT NULL,	-- "row", "col" or "block"
	key		TEXT NOT NULL,	-- as item.row and item.col
	kind		TEXT NOT NULL,	-- "official", "silent" or "keyword"
	text		TEXT NOT NULL,	-- the label, or a word in it
	without		TEXT NOT NULL	-- what must not be in it, parted by |
);

-- Which form and which dates a report year has.
-- 《政府信息公开条例》 art. 49: departments 31 January, governments 31 March.
CREATE TABLE reporting_year (
	year		INTEGER PRIMARY KEY,	-- of the report
	form		TEXT NOT NULL,	-- form.name
	due_department	TEXT NOT NULL,	-- last day for departments
	due_government	TEXT NOT NULL	-- last day for governments
);
INSERT INTO reporting_year
WITH RECURSIVE y (year) AS (
	SELECT 2008 UNION ALL SELECT year + 1 FROM y WHERE year < 2049)
SELECT y.year, f.name,
       (y.year + 1) || CASE WHEN y.year < 2019 THEN '-03-31' ELSE '-01-31' END,
       (y.year + 1) || '-03-31'
  FROM y JOIN form f
    ON y.year BETWEEN f.first_year AND coalesce(f.last_year, 9999)
 ORDER BY y.year;

-- Organs that went on under other names (schema/form/reform.tsv).
CREATE TABLE organ_reform (
	id	INTEGER PRIMARY KEY,	-- row number
	old	TEXT NOT NULL,	-- how the old name ends
	new	TEXT NOT NULL,	-- how the new one does
	year	INTEGER NOT NULL,	-- from when on
	kind	TEXT NOT NULL	-- rename or merge
);

-- What may be said about how a document was read.
CREATE TABLE note_kind (
	name		TEXT PRIMARY KEY,	-- "ROW_UNREAD"
	level		TEXT NOT NULL,	-- "error", "warning" or "info"
	text_en		TEXT NOT NULL,	-- what it means
	text_zh		TEXT NOT NULL	-- in Chinese
);

-- What every table, view and column is (schema/dictionary.tsv).
CREATE TABLE data_dictionary (
	object		TEXT NOT NULL,	-- table or view
	column		TEXT NOT NULL,	-- its column; '' for the object
	meaning_en	TEXT NOT NULL,	-- in English
	meaning_zh	TEXT NOT NULL,	-- in Chinese
	PRIMARY KEY (object, column)
);

-- The rules (schema/rule/rule.tsv).
CREATE TABLE rule (
	id		TEXT PRIMARY KEY,	-- "A01"
	slug		TEXT NOT NULL,	-- "balance"
	severity	TEXT NOT NULL,	-- error, warning, notice or info
	title_en	TEXT NOT NULL,	-- what is wrong when it fails
	title_zh	TEXT NOT NULL,	-- in Chinese
	basis		TEXT NOT NULL,	-- notice, article or reason
	text_en		TEXT NOT NULL,	-- how it is judged, exceptions
	text_zh		TEXT NOT NULL	-- in Chinese
);

-- The sums among the rules: one row per identity of a form.
CREATE TABLE rule_sum (
	id		INTEGER PRIMARY KEY,	-- in the order of the form
	rule		TEXT NOT NULL,	-- rule.id
	form		TEXT NOT NULL,	-- of the part that it is about
	part		TEXT NOT NULL,	-- part.name
	place		TEXT NOT NULL,	-- item, applicant or item/applicant
	relation	TEXT NOT NULL,	-- "=" or ">=", left to right
	severity	TEXT NOT NULL,	-- when it fails and no cell is blank
	if_item		INTEGER	-- only where this row is filled; or NULL
);
CREATE INDEX rule_sum_part ON rule_sum (form, part, rule);

-- The terms of the sums.
CREATE TABLE rule_term (
	id		INTEGER PRIMARY KEY,	-- in the order of the sums
	sum		INTEGER NOT NULL,	-- rule_sum.id
	side		TEXT NOT NULL,	-- "L" or "R"
	coefficient	INTEGER NOT NULL,	-- 1 or -1
	item		TEXT NOT NULL,	-- item.code
	item_id		INTEGER NOT NULL, -- item.id in the form of the sum
	applicant	TEXT NOT NULL,	-- applicant.code, or ''
	year_off	INTEGER NOT NULL, -- 0: this report; -1: the year before
	is_total	INTEGER NOT NULL -- 1: if blank, nothing is judged
);
CREATE INDEX rule_term_sum ON rule_term (sum);

-- Where the other rules read figures: one row per verdict that a filing of
-- that form gets.
CREATE TABLE rule_place (
	id		INTEGER PRIMARY KEY,	-- in the order of the rules
	rule		TEXT NOT NULL,	-- rule.id
	form		TEXT NOT NULL,	-- form.name
	place		TEXT NOT NULL,	-- as in finding.place; or a part.name
	fact		TEXT NOT NULL,	-- facts that a sentence must state,
					-- parted by |; or ''
	needs_before	INTEGER NOT NULL	-- 1: reads the year before
);
CREATE INDEX rule_place_form ON rule_place (form);

-- The figures that they read.
CREATE TABLE rule_input (
	id		INTEGER PRIMARY KEY,	-- row number
	place		INTEGER NOT NULL,	-- rule_place.id
	item		INTEGER NOT NULL,	-- item.id
	code		TEXT NOT NULL,	-- item.code
	year_off	INTEGER NOT NULL -- 0: this report; -1: the year before
);
CREATE INDEX rule_input_place ON rule_input (place, year_off, item);
