-- The tables of the store. Every row that states something carries the sheet that states it. Amounts are whole yen.
-- What is written here is shared by SQLite and PostgreSQL, but for STRICT (added by the builder) and the search index (search.sql).
CREATE TABLE source (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL, title_en TEXT NOT NULL,
  meeting TEXT NOT NULL, meeting_en TEXT NOT NULL,
  document_number TEXT NOT NULL, document_number_en TEXT NOT NULL,
  date TEXT NOT NULL CHECK (date LIKE '____-__-__' OR date LIKE '____'),  -- of the document, or the newest review year
  fiscal_year INTEGER NOT NULL CHECK (fiscal_year BETWEEN 1947 AND 2100),
  budget TEXT NOT NULL, budget_en TEXT NOT NULL,              -- 令和4年度第2次補正予算
  budget_stage TEXT NOT NULL, budget_stage_en TEXT NOT NULL,  -- 案 / draft
  sheet TEXT NOT NULL,
  list_sheet TEXT NOT NULL                                    -- the page that lists the programmes
);
CREATE TABLE ministry (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE, short_name TEXT NOT NULL,
  name_en TEXT NOT NULL UNIQUE, short_name_en TEXT NOT NULL,
  mark TEXT NOT NULL UNIQUE,                                  -- how the list page names it: 文
  position INTEGER NOT NULL UNIQUE
);
CREATE TABLE category (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE, name_en TEXT NOT NULL UNIQUE,    -- 基金, PJ①
  long_name TEXT NOT NULL, long_name_en TEXT NOT NULL,        -- 基金関連, 統合プロジェクト関連 PJ①
  parent TEXT REFERENCES category (id),                       -- pj1 … pj5 belong to pj
  position INTEGER NOT NULL UNIQUE
);
CREATE TABLE organisation (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,                                  -- AMED
  long_name TEXT NOT NULL, long_name_en TEXT NOT NULL,
  long_name_printed INTEGER NOT NULL CHECK (long_name_printed IN (0, 1)),  -- whether the source prints the long name
  position INTEGER NOT NULL UNIQUE
);
CREATE TABLE programme (
  id TEXT PRIMARY KEY,
  source TEXT NOT NULL REFERENCES source (id),
  position INTEGER NOT NULL UNIQUE,                           -- order of the list page
  name TEXT NOT NULL,                                         -- as the list page, or the newest review sheet, prints it
  sheet TEXT NOT NULL,                                        -- title of its sheet, as printed; of the newest review sheet its id
  name_en TEXT,                                               -- null in a register, which prints Japanese only
  short_name TEXT NOT NULL, short_name_en TEXT,               -- for lists and tables
  kana TEXT, romaji TEXT,
  ministry TEXT NOT NULL REFERENCES ministry (id),
  category TEXT REFERENCES category (id),
  list_sheet TEXT NOT NULL,                                   -- the page that states name, ministry and category
  review_year INTEGER,                                        -- of the newest review sheet; null outside a register
  start_year INTEGER, end_year INTEGER                        -- fiscal years; null where the sheet states none
);
CREATE TABLE amount (
  id INTEGER PRIMARY KEY,
  programme TEXT NOT NULL REFERENCES programme (id),
  position INTEGER NOT NULL,
  fiscal_year INTEGER NOT NULL CHECK (fiscal_year BETWEEN 1947 AND 2100),
  stage TEXT NOT NULL CHECK (stage IN ('initial', 'supplementary', 'supplementary draft', 'carried in', 'carried out',
    'reserve', 'total', 'executed', 'requested')),            -- 当初, 補正, 補正案, 前年度から繰越, 翌年度へ繰越, 予備費等, 計, 執行, 要求
  yen INTEGER NOT NULL CHECK (yen >= 0 OR review_year IS NOT NULL),  -- a register prints what is carried out or cut as minus
  printed TEXT NOT NULL,                                      -- the figure as printed: 80.0億円
  label TEXT NOT NULL,                                        -- the words beside it: 令和4年度補正予算額(案)
  approximate INTEGER NOT NULL DEFAULT 0 CHECK (approximate IN (0, 1)),
  part TEXT,                                                  -- JST, AMED, 厚労科研費, AMED研究費; null for the whole
  part_en TEXT,
  scope TEXT NOT NULL CHECK (scope IN ('whole', 'part', 'beside')),
  note TEXT, note_en TEXT,                                    -- what a figure beside the budget is for
  sheet TEXT NOT NULL,
  review_year INTEGER,                                        -- of the review sheet that states it; null outside a register
  counted INTEGER NOT NULL DEFAULT 1 CHECK (counted IN (0, 1)),  -- whether totals of its fiscal year are taken over it
  CHECK ((scope = 'part') = (part IS NOT NULL)),
  CHECK ((part IS NULL) = (part_en IS NULL)),
  UNIQUE (programme, position)
);
CREATE TABLE contact (
  id INTEGER PRIMARY KEY,
  programme TEXT NOT NULL REFERENCES programme (id),
  position INTEGER NOT NULL,
  bureau TEXT NOT NULL, bureau_en TEXT,                       -- in a register the English is null
  division TEXT NOT NULL, division_en TEXT,                   -- in a register the empty text where only the bureau is named
  extension TEXT CHECK (extension IS NULL OR (extension <> '' AND extension NOT GLOB '*[^0-9]*')),
  sheet TEXT NOT NULL,
  UNIQUE (programme, position)
);
CREATE TABLE involvement (                                    -- organisations through which the money goes
  programme TEXT NOT NULL REFERENCES programme (id),
  organisation TEXT NOT NULL REFERENCES organisation (id),
  position INTEGER NOT NULL,
  sheet TEXT NOT NULL,
  PRIMARY KEY (programme, organisation)
);
CREATE TABLE route (                                          -- the money, step by step
  id INTEGER PRIMARY KEY,
  programme TEXT NOT NULL REFERENCES programme (id),
  position INTEGER NOT NULL,
  giver TEXT NOT NULL, giver_en TEXT NOT NULL,
  receiver TEXT NOT NULL, receiver_en TEXT NOT NULL,
  kind TEXT NOT NULL, kind_en TEXT NOT NULL,                  -- 補助金, 補助, 定額, 委託, 基金
  sheet TEXT NOT NULL,
  UNIQUE (programme, position)
);
CREATE TABLE detail (                                         -- longer text, in our own words
  id INTEGER PRIMARY KEY,
  programme TEXT NOT NULL REFERENCES programme (id),
  field TEXT NOT NULL CHECK (field IN ('purpose', 'overview', 'outcome', 'target', 'period', 'scale', 'eligibility',
    'condition', 'stage', 'field_of_support', 'background', 'date')),
  position INTEGER NOT NULL,
  text TEXT NOT NULL, text_en TEXT,                           -- in a register as the sheet prints it, Japanese only
  sheet TEXT NOT NULL,
  UNIQUE (programme, field, position)
);
CREATE TABLE item (                                           -- short names, as printed
  id INTEGER PRIMARY KEY,
  programme TEXT NOT NULL REFERENCES programme (id),
  field TEXT NOT NULL CHECK (field IN ('recipient', 'equipment', 'pillar', 'estimated_costs')),
  position INTEGER NOT NULL,
  name TEXT NOT NULL, name_en TEXT NOT NULL,
  note TEXT, note_en TEXT,                                    -- what must be said with the name, in our own words
  sheet TEXT NOT NULL,
  CHECK ((note IS NULL) = (note_en IS NULL)),
  UNIQUE (programme, field, position)
);
CREATE TABLE alias (                                          -- what people call things
  surface TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('program', 'ministry', 'category', 'organisation', 'bureau', 'division', 'part', 'related', 'topic', 'equipment', 'account', 'policy', 'payee')),
  target TEXT NOT NULL,                                       -- id; for bureau and division the printed name; for topic and equipment a programme
  language TEXT NOT NULL CHECK (language IN ('ja', 'en')),
  kana TEXT,                                                  -- reading of a Japanese surface that is not all kana; romaji is derived from it
  PRIMARY KEY (surface, kind, target)
);
CREATE TABLE review_sheet (                                   -- one programme's sheet of one review year (register only)
  id TEXT PRIMARY KEY,                                        -- 事業番号: 2023-文科-22-0227; before 2021 made of year, ministry's mark and number
  programme TEXT NOT NULL REFERENCES programme (id),          -- the programme whose history it belongs to
  review_year INTEGER NOT NULL,
  number TEXT NOT NULL,                                       -- 事業番号 as printed
  name TEXT NOT NULL,                                         -- as this sheet prints it
  url TEXT
);
CREATE TABLE payee (                                          -- 支出先: to whom a programme's money went (register only)
  id INTEGER PRIMARY KEY,
  programme TEXT NOT NULL REFERENCES programme (id),
  fiscal_year INTEGER NOT NULL,
  block TEXT NOT NULL,                                        -- グループ: A, B …
  position INTEGER NOT NULL,                                  -- 番号 within the block
  name TEXT NOT NULL,                                         -- as printed, after NFKC
  corporate_number TEXT,                                      -- 法人番号
  yen INTEGER NOT NULL,
  sheet TEXT NOT NULL
);
CREATE TABLE account (                                        -- 会計区分 of the newest review sheet (register only)
  programme TEXT NOT NULL REFERENCES programme (id),
  name TEXT NOT NULL,
  sheet TEXT NOT NULL,
  PRIMARY KEY (programme, name)
);
CREATE TABLE policy (                                         -- 主要施策 of the newest review sheet (register only)
  programme TEXT NOT NULL REFERENCES programme (id),
  name TEXT NOT NULL,
  sheet TEXT NOT NULL,
  PRIMARY KEY (programme, name)
);
