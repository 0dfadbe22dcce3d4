-- What was read: agencies, filings, and every cell of the official form in
-- tables that look like it.  Derived: "nianbao rebuild" makes it anew.
--
-- In all wide tables a count is NULL when the cell holds no number, and
-- the table reading says why.  line is where the row stands in the
-- original.  Count columns hold integers; if a filing prints 3.5 where a
-- count should be, it is kept as it is.

-- Who files.
CREATE TABLE agency (
	id		INTEGER PRIMARY KEY,	-- in the order of first filing
	name		TEXT NOT NULL,	-- as first written
	key		TEXT NOT NULL,	-- equal for all its spellings; '' when
					-- it has no place on the map
	level		TEXT,		-- central province prefecture county
					-- township; NULL: not known
	kind		TEXT,	-- government government_office department
					-- vertical branch zone_committee
					-- subdistrict; NULL: not known
	organ		TEXT NOT NULL,	-- its name behind the division, or ''
	division_code	TEXT,		-- division.code; NULL: not placed
	parent		TEXT,		-- code of the division above
	reporting_parent TEXT,	-- code of whom it reports to, if that is
					-- not parent: of a department its own
					-- division, of a branch the prefecture,
					-- of a township its zone
	evidence	TEXT NOT NULL,	-- on what the placement rests, or ''
	is_ambiguous	INTEGER NOT NULL -- 1: the name fits several agencies;
					-- its filings are not compared
);
CREATE INDEX agency_name ON agency (name);
CREATE INDEX agency_key ON agency (key);
CREATE INDEX agency_division ON agency (division_code);
CREATE INDEX agency_parent ON agency (parent);

-- The divisions in which there are agencies, and those above them.
CREATE TABLE division (
	id	INTEGER PRIMARY KEY,	-- row number
	code	TEXT NOT NULL UNIQUE,	-- 2, 4, 6 or 9 digits; with a z that of
					-- a zone, which has no official code
	name	TEXT NOT NULL,		-- "西华县"
	level	TEXT NOT NULL,		-- province prefecture county township
	parent	TEXT,			-- code of the one above
	path	TEXT NOT NULL,		-- "河南省周口市西华县"
	first_year INTEGER,		-- of which it had to report; NULL: it
					-- was there before, or not known
	last_year INTEGER		-- NULL: it is still there
);
CREATE INDEX division_name ON division (name);

-- How an agency has been written.
CREATE TABLE agency_alias (
	id		INTEGER PRIMARY KEY,	-- in the order of appearance
	agency		INTEGER NOT NULL REFERENCES agency (id),	-- whose
	spelling	TEXT NOT NULL,	-- as written
	first_year	INTEGER,	-- first report year it was seen in
	last_year	INTEGER,	-- last one
	UNIQUE (agency, spelling)
);
CREATE INDEX agency_alias_spelling ON agency_alias (spelling);

-- One annual report.
CREATE TABLE filing (
	id		INTEGER PRIMARY KEY,	-- in the order of import
	source		INTEGER NOT NULL REFERENCES source (id),	-- file
	ordinal		INTEGER NOT NULL,	-- of the filings in that file
	agency		INTEGER REFERENCES agency (id),	-- NULL: unknown
	spelling	TEXT NOT NULL,	-- of the agency in this report
	agency_from	TEXT NOT NULL,	-- on what evidence
	year		INTEGER,	-- reported on; NULL: unknown
	year_from	TEXT NOT NULL,	-- on what evidence
	form		TEXT NOT NULL,	-- form.name, or "none"
	title		TEXT NOT NULL,	-- without white space
	title_line	INTEGER,	-- where
	published_on	TEXT,		-- "2022-01-20", or NULL
	period_from	TEXT,		-- of the period stated, or NULL
	period_to	TEXT,		-- its last day, or NULL
	source_org	TEXT,		-- 来源 or 发布机构, or NULL
	cut_line	INTEGER,	-- where it breaks off, or NULL: whole
	is_current	INTEGER NOT NULL, -- 1: stands for its agency and
					-- year (48-twin.sql)
	is_checked	INTEGER NOT NULL, -- 1: the table found is up to date
	flags		TEXT		-- rules that found something, each with
					-- its severity, as the view flags_now
					-- has them; NULL: none did
);
CREATE INDEX filing_source ON filing (source);
CREATE INDEX filing_agency ON filing (agency, year, is_current, form, flags);
CREATE INDEX filing_year ON filing (year);
CREATE INDEX filing_spelling ON filing (spelling);
CREATE INDEX filing_unchecked ON filing (agency) WHERE is_checked = 0;

-- The parts of the form that a filing should have or has.
CREATE TABLE filing_part (
	id		INTEGER PRIMARY KEY,	-- row number
	filing		INTEGER NOT NULL REFERENCES filing (id),	-- whose
	part		TEXT NOT NULL,	-- part.name
	form		TEXT NOT NULL,	-- form its columns are of
	found		INTEGER NOT NULL,	-- 1: it is there
	line		INTEGER,	-- of its first row
	truncated	INTEGER NOT NULL,	-- 1: the document ends inside
	UNIQUE (filing, part)
);

-- Section 二, 第二十条第（一）项: 规章 and 规范性文件.
CREATE TABLE normative_document (
	id		INTEGER PRIMARY KEY,	-- row number
	filing		INTEGER NOT NULL REFERENCES filing (id),	-- whose
	kind		TEXT NOT NULL,	-- "rules" or "normative"
	issued		INTEGER,	-- 本年制发件数 (from 2021)
	repealed	INTEGER,	-- 本年废止件数 (from 2021)
	in_force	INTEGER,	-- 现行有效件数 (from 2021)
	made		INTEGER,	-- 本年新制作数量 (2019 and 2020)
	newly_disclosed	INTEGER,	-- 本年新公开数量 (2019 and 2020)
	disclosed_total	INTEGER,	-- 对外公开总数量 (2019 and 2020)
	line		INTEGER,	-- where
	UNIQUE (filing, kind)
);

-- Section 二, 第二十条第（五）（六）项: licences, penalties, coercion.
CREATE TABLE administrative_act (
	id		INTEGER PRIMARY KEY,	-- row number
	filing		INTEGER NOT NULL REFERENCES filing (id),	-- whose
	kind		TEXT NOT NULL, -- licence other_service penalty coercion
	decided		INTEGER,	-- 处理决定数量
	items_prev	INTEGER,	-- 上一年项目数量 (2019 and 2020)
	items_change	INTEGER,	-- 本年增/减 (2019 and 2020), may be < 0
	line		INTEGER,	-- where
	UNIQUE (filing, kind)
);

-- Section 二, 第二十条第（八）项: 行政事业性收费.
CREATE TABLE fee (
	id		INTEGER PRIMARY KEY,	-- row number
	filing		INTEGER NOT NULL UNIQUE	-- whose
			REFERENCES filing (id),
	amount		NUMERIC,		-- 本年收费金额, 万元 (from 2021)
	amount_fen	INTEGER,	-- the same in 分, exact; NULL when it
					-- is not a whole number of them
	items_prev	INTEGER,	-- 上一年项目数量 (2019 and 2020)
	items_change	INTEGER,	-- 本年增/减 (2019 and 2020), may be < 0
	line		INTEGER		-- where
);

-- Section 二, 第二十条第（九）项: 政府集中采购 (2019 and 2020).
CREATE TABLE procurement (
	id		INTEGER PRIMARY KEY,	-- row number
	filing		INTEGER NOT NULL UNIQUE	-- whose
			REFERENCES filing (id),
	projects	INTEGER,	-- 采购项目数量
	amount		NUMERIC,		-- 采购总金额, in the unit printed
	unit		TEXT NOT NULL,	-- 元, 万元, or '' when none is stated
	amount_fen	INTEGER,	-- in 分, exact; NULL without a unit or
					-- when it is not a whole number of them
	line		INTEGER		-- where the amount stands
);

-- Section 三: one row per row of the form.
CREATE TABLE application (
	id			INTEGER PRIMARY KEY,	-- row number
	filing			INTEGER NOT NULL REFERENCES filing (id), -- whose
	item			INTEGER NOT NULL REFERENCES item (id), -- row
	natural_person		INTEGER,	-- 自然人
	commercial_enterprise	INTEGER,	-- 商业企业
	research_institution	INTEGER,	-- 科研机构
	public_interest_org	INTEGER,	-- 社会公益组织
	legal_service_org	INTEGER,	-- 法律服务机构
	other_org		INTEGER,	-- 其他
	total			INTEGER,	-- 总计, as printed
	line			INTEGER,	-- where
	UNIQUE (filing, item)
);

-- Section 四: one row per way of redress.
CREATE TABLE review_litigation (
	id		INTEGER PRIMARY KEY,	-- row number
	filing		INTEGER NOT NULL REFERENCES filing (id),	-- whose
	channel		TEXT NOT NULL,	-- review suit_direct suit_after_review
	upheld		INTEGER,	-- 结果维持
	corrected	INTEGER,	-- 结果纠正
	other		INTEGER,	-- 其他结果
	pending		INTEGER,	-- 尚未审结
	total		INTEGER,	-- 总计, as printed
	line		INTEGER,	-- where
	UNIQUE (filing, channel)
);

-- What the rates of a filing are made of, as the view request_sum_now has it
-- from the table application: the column 总计.  Of a group there is a sum
-- only when each of its rows was read.
CREATE TABLE request_sum (
	filing		INTEGER PRIMARY KEY	-- whose
			REFERENCES filing (id),
	new_requests	INTEGER,	-- 本年新收
	carried_over	INTEGER,	-- 上年结转
	granted_full	INTEGER,	-- 予以公开
	granted_partial	INTEGER,	-- 部分公开
	denied		INTEGER,	-- 不予公开, the sum of its rows
	unable		INTEGER,	-- 无法提供, the same
	not_processed	INTEGER,	-- 不予处理, the same
	other_handling	INTEGER,	-- 其他处理: the row, or the sum of three
	results_total	INTEGER,	-- 办理结果总计
	carried_forward	INTEGER		-- 结转下年度
);

-- The same of section 四, one row for each filing: the view dispute_sum_now.
CREATE TABLE dispute_sum (
	filing			INTEGER PRIMARY KEY	-- whose
				REFERENCES filing (id),
	review_upheld		INTEGER,	-- 行政复议: 结果维持
	review_corrected	INTEGER,	-- 结果纠正
	review_other		INTEGER,	-- 其他结果
	review_pending		INTEGER,	-- 尚未审结
	review_total		INTEGER,	-- 总计
	direct_upheld		INTEGER,	-- 未经复议直接起诉: 结果维持
	direct_corrected	INTEGER,	-- 结果纠正
	direct_other		INTEGER,	-- 其他结果
	direct_pending		INTEGER,	-- 尚未审结
	direct_total		INTEGER,	-- 总计
	after_upheld		INTEGER,	-- 复议后起诉: 结果维持
	after_corrected		INTEGER,	-- 结果纠正
	after_other		INTEGER,	-- 其他结果
	after_pending		INTEGER,	-- 尚未审结
	after_total		INTEGER		-- 总计
);

-- Every figure of the form, one row each, of section 三 those of the column
-- 总计: what series and comparisons of items read.  The view total_cell_now
-- defines it, from the cells as they are this moment.  By their ids figures
-- are found without an index, and those of a filing lie together.
CREATE TABLE total_cell (
	id	INTEGER PRIMARY KEY,	-- 1000 times the filing, and the item
	filing	INTEGER NOT NULL REFERENCES filing (id),	-- whose
	item	INTEGER NOT NULL REFERENCES item (id),	-- row or cell
	value	NUMERIC,	-- NULL when it is not a number
	unit	TEXT,		-- as printed; NULL: that of the item
	state	TEXT NOT NULL	-- number blank placeholder text inferred
				-- missing
);

-- The sums across two years (C01, C02, C03) as they stood when rules were
-- last applied; the view carry_sum_now defines it.
CREATE TABLE carry_sum (
	id		INTEGER PRIMARY KEY,	-- 1000 times the filing, and
					-- the sum
	filing		INTEGER NOT NULL REFERENCES filing (id),	-- whose
	sum		INTEGER NOT NULL REFERENCES rule_sum (id),	-- which
	left_value	NUMERIC,	-- of this year; NULL: not read
	right_value	NUMERIC,	-- what follows from the year before
	verdict		TEXT NOT NULL,	-- holds, fails or not assessable
	reason		TEXT NOT NULL	-- why it is not assessable, or ''
);

-- The figures of total_cell added up for the government above: those of the
-- governments and subdistricts right below it, of the same year.  The view
-- child_sum_now defines it.
CREATE TABLE child_sum (
	id	INTEGER PRIMARY KEY,	-- 1000 times the filing, and the item
	filing	INTEGER NOT NULL REFERENCES filing (id), -- of the one above
	item	INTEGER NOT NULL REFERENCES item (id),	-- row or cell
	total	NUMERIC NOT NULL,	-- of those whose value is a number
	n	INTEGER NOT NULL	-- how many these are
);

-- Section 六: 信息处理费.  国办函〔2020〕109号.
CREATE TABLE processing_fee (
	id		INTEGER PRIMARY KEY,	-- row number
	filing		INTEGER NOT NULL UNIQUE	-- whose
			REFERENCES filing (id),
	notices_issued	INTEGER,	-- 发出收费通知件数
	cases_charged	INTEGER,	-- requests it was collected for
	amount		NUMERIC,		-- collected, 元
	amount_fen	INTEGER,	-- the same in 分, exact
	statement	TEXT NOT NULL,	-- as written
	line		INTEGER		-- where
);

-- The rows of the tables before 2019, with those that no list knows.
CREATE TABLE statistic (
	id		INTEGER PRIMARY KEY,	-- row number
	filing		INTEGER NOT NULL REFERENCES filing (id),	-- whose
	item		INTEGER REFERENCES item (id),	-- NULL: unknown label
	label		TEXT NOT NULL,	-- as printed
	unit		TEXT NOT NULL,	-- as printed, or ''
	code		TEXT NOT NULL,	-- as printed, or ''
	value		NUMERIC,	-- NULL when it is not a number
	state		TEXT NOT NULL, -- number blank placeholder text inferred
	raw		TEXT NOT NULL,	-- as printed
	line		INTEGER		-- where
);
CREATE INDEX statistic_filing ON statistic (filing, item);

-- Cells that are more than a plain integer.  A cell without a row here is
-- the number that the wide table holds, printed just so.
CREATE TABLE reading (
	id		INTEGER PRIMARY KEY,	-- row number
	filing		INTEGER NOT NULL REFERENCES filing (id),	-- whose
	item		INTEGER NOT NULL REFERENCES item (id),	-- row
	applicant	TEXT NOT NULL,	-- applicant.code, or ''
	state		TEXT NOT NULL, -- number blank placeholder text inferred
					-- missing
	value		NUMERIC,	-- as in the wide table
	raw		TEXT NOT NULL,	-- as printed
	line		INTEGER,	-- where; NULL when missing
	UNIQUE (filing, item, applicant)
);

-- The text of the six sections; ordinal 0 is what stands before them.
CREATE TABLE section (
	id		INTEGER PRIMARY KEY,	-- row number
	filing		INTEGER NOT NULL REFERENCES filing (id),	-- whose
	ordinal		INTEGER NOT NULL,	-- 0 to 6
	heading		TEXT NOT NULL,	-- as printed
	text		TEXT NOT NULL,	-- paragraphs, parted by newlines
	line		INTEGER,	-- of the heading
	line_end	INTEGER,	-- of its last line
	found		INTEGER NOT NULL,	-- 1: the heading was found
	UNIQUE (filing, ordinal)
);

-- What sentences state.
CREATE TABLE narrative_fact (
	id		INTEGER PRIMARY KEY,	-- row number
	filing		INTEGER NOT NULL REFERENCES filing (id),	-- whose
	fact		TEXT NOT NULL,	-- "narr_received"
	value		NUMERIC,	-- NULL: a statement without a number
	approx		INTEGER NOT NULL,	-- 1: 余, 多, 近, 约
	unit		TEXT NOT NULL,	-- 件, 条, …, or ''
	scope		TEXT NOT NULL,	-- what narrows it, or ''
	section		INTEGER NOT NULL,	-- section.ordinal
	line		INTEGER,	-- where
	quote		TEXT NOT NULL	-- the clause as printed
);
CREATE INDEX narrative_fact_filing ON narrative_fact (filing, fact);

-- What was seen of the form itself, on which rules of group F rest.
CREATE TABLE observation (
	id		INTEGER PRIMARY KEY,	-- row number
	filing		INTEGER NOT NULL REFERENCES filing (id),	-- whose
	kind		TEXT NOT NULL,	-- "label", "unknown_row", …
	line		INTEGER,	-- first line
	line_end	INTEGER,	-- last line
	place		TEXT NOT NULL,	-- item, part or section, or ''
	text		TEXT NOT NULL	-- what is printed there
);
CREATE INDEX observation_filing ON observation (filing, kind);

-- What this program says about its own reading.
CREATE TABLE note (
	id		INTEGER PRIMARY KEY,	-- row number
	source		INTEGER NOT NULL REFERENCES source (id),	-- file
	filing		INTEGER REFERENCES filing (id),	-- or NULL
	name		TEXT NOT NULL,	-- note_kind.name
	level		TEXT NOT NULL,	-- "error", "warning" or "info"
	line		INTEGER,	-- NULL: the document as a whole
	detail		TEXT NOT NULL	-- or ''
);
CREATE INDEX note_source ON note (source);
CREATE INDEX note_filing ON note (filing);
CREATE INDEX note_name ON note (name);

-- Keys by which texts that are alike find one another: 12 for each filing,
-- each a hash of the year and of 6 minima over the 3-grams of its text.
CREATE TABLE text_band (
	id		INTEGER PRIMARY KEY,	-- row number
	filing		INTEGER NOT NULL REFERENCES filing (id),	-- whose
	key		INTEGER NOT NULL	-- the hash
);
CREATE INDEX text_band_key ON text_band (key, filing);
CREATE INDEX text_band_filing ON text_band (filing);

-- Filings whose sections 一 and 五 are alike: of the same agency and the
-- year before, or of another agency and the same year.
CREATE TABLE similar_text (
	id		INTEGER PRIMARY KEY,	-- row number
	filing		INTEGER NOT NULL REFERENCES filing (id),	-- which
	other		INTEGER NOT NULL REFERENCES filing (id), -- to which
	similarity	REAL NOT NULL,	-- of their 3-grams (Jaccard), 0 to 1
	length		INTEGER NOT NULL,	-- of the shorter, in characters
	UNIQUE (filing, other)
);
CREATE INDEX similar_text_other ON similar_text (other);

-- Single cells that would explain sums that fail together: each is in at
-- least two sums, all sums that it is in fail, and one other value would
-- satisfy them all.  An explanation, not a correction.
CREATE TABLE suspect (
	id		INTEGER PRIMARY KEY,	-- row number
	filing		INTEGER NOT NULL REFERENCES filing (id),	-- whose
	item		TEXT NOT NULL,	-- item.code
	applicant	TEXT NOT NULL,	-- applicant.code, or ''
	printed		NUMERIC,	-- what is there
	would_satisfy	NUMERIC NOT NULL,	-- what all sums want
	sums		TEXT NOT NULL,	-- which fail: rule and place
	line		INTEGER		-- where
);
CREATE INDEX suspect_filing ON suspect (filing);

-- Figures of the form that no rule can be judged by, and why; kept with
-- what was found, and defined by the view unread_now.
CREATE TABLE unread_item (
	id		INTEGER PRIMARY KEY,	-- row number
	filing		INTEGER NOT NULL REFERENCES filing (id),	-- whose
	item		INTEGER NOT NULL REFERENCES item (id),	-- row or cell
	code		TEXT NOT NULL,	-- item.code
	reason		TEXT NOT NULL,	-- why it is not a figure
	UNIQUE (filing, item)
);
CREATE INDEX unread_item_code ON unread_item (filing, code);

-- What the rules found when they were last applied; the view finding_now
-- is what they would find this moment, and the definition.
CREATE TABLE found (
	id		INTEGER PRIMARY KEY,	-- row number
	filing		INTEGER NOT NULL REFERENCES filing (id),	-- whose
	rule		TEXT NOT NULL,	-- rule.id
	severity	TEXT NOT NULL,	-- error, warning, notice or info
	place		TEXT NOT NULL,	-- item, part, section or applicant
	left_value	NUMERIC,	-- of a comparison
	right_value	NUMERIC,	-- of a comparison
	detail		TEXT NOT NULL,	-- what was seen
	line		INTEGER,	-- where
	fingerprint	TEXT NOT NULL	-- the same as long as the matter is
);
CREATE INDEX found_filing ON found (filing, rule, severity);
CREATE INDEX found_rule ON found (rule, filing, severity);
CREATE INDEX found_fingerprint ON found (fingerprint);

-- How the rules that read figures fared with each filing, counted: those of
-- the views sum_check and place_check.
CREATE TABLE verdict_count (
	filing		INTEGER PRIMARY KEY	-- whose
			REFERENCES filing (id),
	sum_holds	INTEGER NOT NULL,	-- sums that do
	sum_fails	INTEGER NOT NULL,	-- that do not
	sum_not		INTEGER NOT NULL,	-- that are not assessable
	other_holds	INTEGER NOT NULL,	-- the same of other rules
	other_fails	INTEGER NOT NULL,	-- the same
	other_not	INTEGER NOT NULL	-- the same
);

-- The rules of people (user_rule) when they were last applied.
CREATE TABLE rule_run (
	rule		TEXT PRIMARY KEY,	-- user_rule.rule
	findings	INTEGER NOT NULL,	-- rows in found
	unread		INTEGER NOT NULL,	-- filings of which a cell that
					-- it reads was not read: not assessable
	fault		TEXT NOT NULL	-- why it could not be applied, or ''
);
