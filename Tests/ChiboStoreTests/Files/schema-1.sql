-- A store as the first schema was released with it: made by that program, its people made up.
PRAGMA application_id = 1128810818;
BEGIN TRANSACTION;
CREATE TABLE "admin_unit" (
    "entry" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL REFERENCES "admin_unit_id" ("id"), "valid_from" TEXT, "valid_to" TEXT,
    "recorded" INTEGER NOT NULL REFERENCES "change" ("version"),
    "superseded" INTEGER REFERENCES "change" ("version"),
    "stated" INTEGER NOT NULL REFERENCES "change" ("version"), "source_row" INTEGER, "name" TEXT, "code" TEXT,
    "special" INTEGER CHECK ("special" IN (0, 1)), "branch" TEXT REFERENCES "unit_id" ("id"),
    "established_on" TEXT,
    CHECK ("valid_from" < "valid_to"), CHECK ("recorded" < "superseded")
) STRICT;
CREATE TABLE "admin_unit_id" ("id" TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE "admission" (
    "entry" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL REFERENCES "admission_id" ("id"), "valid_from" TEXT, "valid_to" TEXT,
    "recorded" INTEGER NOT NULL REFERENCES "change" ("version"),
    "superseded" INTEGER REFERENCES "change" ("version"),
    "stated" INTEGER NOT NULL REFERENCES "change" ("version"), "source_row" INTEGER,
    "member" TEXT REFERENCES "member_id" ("id"), "full_name" TEXT, "birth" TEXT, "sex" TEXT, "group" TEXT,
    "branch" TEXT REFERENCES "unit_id" ("id"), "decision_no" TEXT, "decision_on" TEXT, "admitted_on" TEXT,
    "readmission" INTEGER CHECK ("readmission" IN (0, 1)),
    CHECK ("valid_from" < "valid_to"), CHECK ("recorded" < "superseded")
) STRICT;
CREATE TABLE "admission_id" ("id" TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE "assessment" (
    "entry" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL REFERENCES "assessment_id" ("id"), "valid_from" TEXT, "valid_to" TEXT,
    "recorded" INTEGER NOT NULL REFERENCES "change" ("version"),
    "superseded" INTEGER REFERENCES "change" ("version"),
    "stated" INTEGER NOT NULL REFERENCES "change" ("version"), "source_row" INTEGER,
    "member" TEXT REFERENCES "member_id" ("id"), "unit" TEXT REFERENCES "unit_id" ("id"), "topic" TEXT,
    "year" INTEGER, "result" TEXT,
    CHECK ("valid_from" < "valid_to"), CHECK ("recorded" < "superseded")
) STRICT;
CREATE TABLE "assessment_id" ("id" TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE "assignment" (
    "entry" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL REFERENCES "assignment_id" ("id"), "valid_from" TEXT, "valid_to" TEXT,
    "recorded" INTEGER NOT NULL REFERENCES "change" ("version"),
    "superseded" INTEGER REFERENCES "change" ("version"),
    "stated" INTEGER NOT NULL REFERENCES "change" ("version"), "source_row" INTEGER,
    "member" TEXT REFERENCES "member_id" ("id"), "task" TEXT, "from" TEXT, "to" TEXT, "result" TEXT,
    CHECK ("valid_from" < "valid_to"), CHECK ("recorded" < "superseded")
) STRICT;
CREATE TABLE "assignment_id" ("id" TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE "campaign" (
    "entry" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL REFERENCES "campaign_id" ("id"), "valid_from" TEXT, "valid_to" TEXT,
    "recorded" INTEGER NOT NULL REFERENCES "change" ("version"),
    "superseded" INTEGER REFERENCES "change" ("version"),
    "stated" INTEGER NOT NULL REFERENCES "change" ("version"), "source_row" INTEGER, "kind" TEXT, "name" TEXT,
    "unit" TEXT REFERENCES "unit_id" ("id"), "done_on" TEXT, "reviewed_count" INTEGER, "flagged_count" INTEGER,
    CHECK ("valid_from" < "valid_to"), CHECK ("recorded" < "superseded")
) STRICT;
CREATE TABLE "campaign_id" ("id" TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE "candidate" (
    "entry" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL REFERENCES "candidate_id" ("id"), "valid_from" TEXT, "valid_to" TEXT,
    "recorded" INTEGER NOT NULL REFERENCES "change" ("version"),
    "superseded" INTEGER REFERENCES "change" ("version"),
    "stated" INTEGER NOT NULL REFERENCES "change" ("version"), "source_row" INTEGER, "full_name" TEXT,
    "birth" TEXT, "sex" TEXT, "national_id" TEXT, "group" TEXT, "year_of_study" INTEGER,
    "branch" TEXT REFERENCES "unit_id" ("id"), "nominated_by" TEXT, "nominated_on" TEXT, "stage" TEXT,
    CHECK ("valid_from" < "valid_to"), CHECK ("recorded" < "superseded")
) STRICT;
CREATE TABLE "candidate_id" ("id" TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE "change" (
    "version" INTEGER PRIMARY KEY, "recorded_at" INTEGER NOT NULL,
    "author" TEXT NOT NULL, "action" TEXT NOT NULL, "reason" TEXT NOT NULL,
    "source_file" TEXT NOT NULL, "source_sheet" TEXT NOT NULL, "source_hash" TEXT NOT NULL,
    "assertion_count" INTEGER NOT NULL
) STRICT;
INSERT INTO "change" VALUES(1,1795618098,'vpdu','import chi-bo','','chi-bo.csv','chi-bo.csv','72d9c6143520a19e74bb4df202b529f76d8610b27690b282fccdc4b06c47cfd6',2);
INSERT INTO "change" VALUES(2,1795618099,'vpdu','import dang-vien','','dang-vien.csv','dang-vien.csv','c3078ccf9e9a7e24dff6310948b218137c1234cd2c80e286850a222d2d7fb420',3);
INSERT INTO "change" VALUES(3,1795618099,'vpdu','import dang-vien','','dang-vien-2.csv','dang-vien-2.csv','d6b3acb9beb521bb547c973b0a8226b1bacd1313f3f3af0b7c0b6226593f1aba',2);
INSERT INTO "change" VALUES(4,1795618112,'vpdu','import sinh-hoat','','sinh-hoat.csv','sinh-hoat.csv','8bd414715c9e6bb6ea5779c471a0abbf00ab700eda12225f7f781842eb799d9e',1);
INSERT INTO "change" VALUES(5,1795618112,'vpdu','import xep-loai','','xl.csv','xl.csv','101f9d091ab85eecf5cd13b6dea7d37455eb4f629f2f64383062e1c24ac8ee6b',2);
CREATE TABLE "counter" ("kind" TEXT NOT NULL PRIMARY KEY, "last" INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "counter" VALUES('meeting',1);
INSERT INTO "counter" VALUES('member',3);
INSERT INTO "counter" VALUES('rating',2);
INSERT INTO "counter" VALUES('unit',2);
CREATE TABLE "document" (
    "entry" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL REFERENCES "document_id" ("id"), "valid_from" TEXT, "valid_to" TEXT,
    "recorded" INTEGER NOT NULL REFERENCES "change" ("version"),
    "superseded" INTEGER REFERENCES "change" ("version"),
    "stated" INTEGER NOT NULL REFERENCES "change" ("version"), "source_row" INTEGER, "type" TEXT,
    "number" INTEGER, "organ" TEXT, "date" TEXT, "title" TEXT, "unit" TEXT REFERENCES "unit_id" ("id"),
    "purpose" TEXT, "year" INTEGER,
    CHECK ("valid_from" < "valid_to"), CHECK ("recorded" < "superseded")
) STRICT;
CREATE TABLE "document_id" ("id" TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE "event" (
    "entry" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL REFERENCES "event_id" ("id"), "valid_from" TEXT, "valid_to" TEXT,
    "recorded" INTEGER NOT NULL REFERENCES "change" ("version"),
    "superseded" INTEGER REFERENCES "change" ("version"),
    "stated" INTEGER NOT NULL REFERENCES "change" ("version"), "source_row" INTEGER, "name" TEXT, "text" TEXT,
    "occurred_on" TEXT,
    CHECK ("valid_from" < "valid_to"), CHECK ("recorded" < "superseded")
) STRICT;
CREATE TABLE "event_id" ("id" TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE "meeting" (
    "entry" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL REFERENCES "meeting_id" ("id"), "valid_from" TEXT, "valid_to" TEXT,
    "recorded" INTEGER NOT NULL REFERENCES "change" ("version"),
    "superseded" INTEGER REFERENCES "change" ("version"),
    "stated" INTEGER NOT NULL REFERENCES "change" ("version"), "source_row" INTEGER,
    "branch" TEXT REFERENCES "unit_id" ("id"), "date" TEXT, "kind" TEXT, "mode" TEXT, "topic" TEXT,
    "required_count" INTEGER, "present_count" INTEGER, "minutes" INTEGER CHECK ("minutes" IN (0, 1)),
    CHECK ("valid_from" < "valid_to"), CHECK ("recorded" < "superseded")
) STRICT;
INSERT INTO "meeting" VALUES(1,'S-000001','2023-05-15',NULL,4,NULL,4,2,'U-000001','2023-05-15','thematic',NULL,'học tập',NULL,NULL,NULL);
CREATE TABLE "meeting_id" ("id" TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO "meeting_id" VALUES('S-000001');
CREATE TABLE "member" (
    "entry" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL REFERENCES "member_id" ("id"), "valid_from" TEXT, "valid_to" TEXT,
    "recorded" INTEGER NOT NULL REFERENCES "change" ("version"),
    "superseded" INTEGER REFERENCES "change" ("version"),
    "stated" INTEGER NOT NULL REFERENCES "change" ("version"), "source_row" INTEGER, "full_name" TEXT,
    "birth_name" TEXT, "sex" TEXT, "birth" TEXT, "national_id" TEXT, "record_no" TEXT, "card_no" TEXT,
    "card_issued" TEXT, "hometown" TEXT, "current_address" TEXT, "ethnicity" TEXT, "religion" TEXT,
    "qualification" TEXT, "political_theory" TEXT, "job_title" TEXT, "category" TEXT, "student_no" TEXT,
    "graduated_on" TEXT, "union_member" INTEGER CHECK ("union_member" IN (0, 1)), "grade" TEXT,
    "admission_decision_on" TEXT, "admitted_on" TEXT, "official_on" TEXT, "activity" TEXT, "left_on" TEXT,
    "left_reason" TEXT, "party_role" TEXT, "branch" TEXT REFERENCES "unit_id" ("id"),
    "residence_introduced_on" TEXT,
    CHECK ("valid_from" < "valid_to"), CHECK ("recorded" < "superseded")
) STRICT;
INSERT INTO "member" VALUES(1,'M-000001','2010-02-03',NULL,2,3,2,2,'Nguyễn Thị Hòa',NULL,NULL,'1980-05-19','001180000001',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,NULL,NULL,'2010-02-03',NULL,NULL,NULL,NULL,NULL,'U-000001',NULL);
INSERT INTO "member" VALUES(2,'M-000002','2003-05-19',NULL,2,3,2,3,'Trần Văn Bình',NULL,NULL,'1975','001075000002',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,NULL,NULL,'2003-05-19',NULL,NULL,NULL,NULL,NULL,'U-000001',NULL);
INSERT INTO "member" VALUES(3,'M-000003','2023-09-01',NULL,2,NULL,2,4,'Đặng Thu Hà',NULL,NULL,'2002-03','001302000003',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1,NULL,NULL,'2023-09-01',NULL,NULL,NULL,NULL,NULL,'U-000002',NULL);
INSERT INTO "member" VALUES(4,'M-000001','2010-02-03',NULL,3,NULL,3,2,'Nguyễn Thị Hoà',NULL,NULL,'1981-05-19','001180000001',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,NULL,NULL,'2010-02-03',NULL,NULL,NULL,NULL,NULL,'U-000001',NULL);
INSERT INTO "member" VALUES(5,'M-000002','2003-05-19','2023-07-01',3,NULL,2,3,'Trần Văn Bình',NULL,NULL,'1975','001075000002',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,NULL,NULL,'2003-05-19',NULL,NULL,NULL,NULL,NULL,'U-000001',NULL);
INSERT INTO "member" VALUES(6,'M-000002','2023-07-01',NULL,3,NULL,3,3,'Trần Văn Bình',NULL,NULL,'1975','001075000002',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,NULL,NULL,'2003-05-19',NULL,NULL,NULL,NULL,NULL,'U-000002',NULL);
CREATE TABLE "member_id" ("id" TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO "member_id" VALUES('M-000001');
INSERT INTO "member_id" VALUES('M-000002');
INSERT INTO "member_id" VALUES('M-000003');
CREATE TABLE "progress" (
    "entry" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL REFERENCES "progress_id" ("id"), "valid_from" TEXT, "valid_to" TEXT,
    "recorded" INTEGER NOT NULL REFERENCES "change" ("version"),
    "superseded" INTEGER REFERENCES "change" ("version"),
    "stated" INTEGER NOT NULL REFERENCES "change" ("version"), "source_row" INTEGER, "plan" TEXT, "task" TEXT,
    "state" TEXT, "percent" INTEGER, "done_on" TEXT, "recorded_on" TEXT, "note" TEXT,
    CHECK ("valid_from" < "valid_to"), CHECK ("recorded" < "superseded")
) STRICT;
CREATE TABLE "progress_id" ("id" TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE "rating" (
    "entry" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL REFERENCES "rating_id" ("id"), "valid_from" TEXT, "valid_to" TEXT,
    "recorded" INTEGER NOT NULL REFERENCES "change" ("version"),
    "superseded" INTEGER REFERENCES "change" ("version"),
    "stated" INTEGER NOT NULL REFERENCES "change" ("version"), "source_row" INTEGER,
    "member" TEXT REFERENCES "member_id" ("id"), "unit" TEXT REFERENCES "unit_id" ("id"), "year" INTEGER,
    "self_level" TEXT, "proposed_level" TEXT, "level" TEXT, "not_rated_reason" TEXT,
    CHECK ("valid_from" < "valid_to"), CHECK ("recorded" < "superseded")
) STRICT;
INSERT INTO "rating" VALUES(1,'R-000001','2023-12-31',NULL,5,NULL,5,2,'M-000001',NULL,2023,NULL,NULL,'good',NULL);
INSERT INTO "rating" VALUES(2,'R-000002','2023-12-31',NULL,5,NULL,5,3,'M-000002',NULL,2023,NULL,NULL,'excellent',NULL);
CREATE TABLE "rating_id" ("id" TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO "rating_id" VALUES('R-000001');
INSERT INTO "rating_id" VALUES('R-000002');
CREATE TABLE "receipt" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT, "at" INTEGER NOT NULL, "kind" TEXT NOT NULL,
    "definition" TEXT NOT NULL, "script_hash" TEXT NOT NULL, "data_version" INTEGER NOT NULL,
    "as_of" TEXT NOT NULL, "parameters" TEXT NOT NULL, "host_version" TEXT NOT NULL, "output_hash" TEXT NOT NULL
) STRICT;
INSERT INTO "receipt" VALUES(1,1795618100,'evaluate','sinh-hoat-chuyen-de','e79ad514b094a0418c555e2b07c4beb75f31b61016f73bc2e0ac06422875807c',3,'2023-12-31','min=4','0.1.0','6d127a1a6639ec30ad710f772f9d51af8ac5bd749426fbd3414da5664bd1e780');
INSERT INTO "receipt" VALUES(2,1795618113,'evaluate','sinh-hoat-chuyen-de','e79ad514b094a0418c555e2b07c4beb75f31b61016f73bc2e0ac06422875807c',5,'2023-12-31','min=4','0.1.0','ac64b22f5ff66e4edcedefea17e8506a754a0e61df86915b66d8d2e565b12c66');
CREATE TABLE "schedule_mark" (
    "schedule" TEXT NOT NULL PRIMARY KEY, "fingerprint" TEXT NOT NULL, "since" INTEGER NOT NULL, "paused" INTEGER
) STRICT, WITHOUT ROWID;
CREATE TABLE "schedule_run" (
    "schedule" TEXT NOT NULL, "nominal" INTEGER NOT NULL, "state" TEXT NOT NULL, "attempt" INTEGER NOT NULL,
    "started" INTEGER, "finished" INTEGER, "reason" TEXT NOT NULL, "fence" INTEGER NOT NULL,
    "lease_ends" INTEGER, "shift" TEXT, "folded" INTEGER NOT NULL,
    PRIMARY KEY ("schedule", "nominal")
) STRICT, WITHOUT ROWID;
CREATE TABLE "schema_migration" (
    "version" INTEGER PRIMARY KEY, "applied_at" INTEGER NOT NULL
) STRICT;
INSERT INTO "schema_migration" VALUES(1,1795618098);
CREATE TABLE "stage" (
    "entry" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL REFERENCES "stage_id" ("id"), "valid_from" TEXT, "valid_to" TEXT,
    "recorded" INTEGER NOT NULL REFERENCES "change" ("version"),
    "superseded" INTEGER REFERENCES "change" ("version"),
    "stated" INTEGER NOT NULL REFERENCES "change" ("version"), "source_row" INTEGER,
    "candidate" TEXT REFERENCES "candidate_id" ("id"), "stage" TEXT, "on" TEXT, "note" TEXT,
    CHECK ("valid_from" < "valid_to"), CHECK ("recorded" < "superseded")
) STRICT;
CREATE TABLE "stage_id" ("id" TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE "transfer" (
    "entry" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL REFERENCES "transfer_id" ("id"), "valid_from" TEXT, "valid_to" TEXT,
    "recorded" INTEGER NOT NULL REFERENCES "change" ("version"),
    "superseded" INTEGER REFERENCES "change" ("version"),
    "stated" INTEGER NOT NULL REFERENCES "change" ("version"), "source_row" INTEGER,
    "member" TEXT REFERENCES "member_id" ("id"), "kind" TEXT, "reason" TEXT, "cause_effective_on" TEXT,
    "issued_on" TEXT, "destination__unit" TEXT, "destination__upper_unit" TEXT, "destination__basis" TEXT,
    "notice_no" TEXT, "notice_on" TEXT, "presented_on" TEXT, "file_received_on" TEXT, "state" TEXT,
    CHECK ("valid_from" < "valid_to"), CHECK ("recorded" < "superseded")
) STRICT;
CREATE TABLE "transfer_id" ("id" TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE "unit" (
    "entry" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL REFERENCES "unit_id" ("id"), "valid_from" TEXT, "valid_to" TEXT,
    "recorded" INTEGER NOT NULL REFERENCES "change" ("version"),
    "superseded" INTEGER REFERENCES "change" ("version"),
    "stated" INTEGER NOT NULL REFERENCES "change" ("version"), "source_row" INTEGER, "name" TEXT,
    "short_code" TEXT, "kind" TEXT, "parent" TEXT REFERENCES "unit_id" ("id"), "type" TEXT,
    "established_on" TEXT, "dissolved_on" TEXT, "term_from" TEXT, "term_to" TEXT, "meeting_day" INTEGER,
    CHECK ("valid_from" < "valid_to"), CHECK ("recorded" < "superseded")
) STRICT;
INSERT INTO "unit" VALUES(1,'U-000001',NULL,NULL,1,NULL,1,2,'Chi bộ Một',NULL,'branch',NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "unit" VALUES(2,'U-000002',NULL,NULL,1,NULL,1,3,'Chi bộ Hai',NULL,'branch',NULL,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE "unit_id" ("id" TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO "unit_id" VALUES('U-000001');
INSERT INTO "unit_id" VALUES('U-000002');
CREATE TRIGGER "change_is_kept" BEFORE DELETE ON "change"
BEGIN SELECT RAISE (ABORT, 'the audit log is only added to'); END;
CREATE TRIGGER "change_is_final" BEFORE UPDATE ON "change"
BEGIN SELECT RAISE (ABORT, 'the audit log is only added to'); END;
CREATE INDEX "schedule_run_by_time" ON "schedule_run" ("nominal", "schedule");
CREATE INDEX "receipt_by_definition" ON "receipt" ("definition", "id");
CREATE TRIGGER "receipt_is_kept" BEFORE DELETE ON "receipt"
BEGIN SELECT RAISE (ABORT, 'receipts are only added to'); END;
CREATE TRIGGER "receipt_is_final" BEFORE UPDATE ON "receipt"
BEGIN SELECT RAISE (ABORT, 'receipts are only added to'); END;
CREATE INDEX "unit_by_id" ON "unit" ("id", "superseded");
CREATE INDEX "admin_unit_by_id" ON "admin_unit" ("id", "superseded");
CREATE INDEX "member_by_id" ON "member" ("id", "superseded");
CREATE INDEX "rating_by_id" ON "rating" ("id", "superseded");
CREATE INDEX "meeting_by_id" ON "meeting" ("id", "superseded");
CREATE INDEX "transfer_by_id" ON "transfer" ("id", "superseded");
CREATE INDEX "candidate_by_id" ON "candidate" ("id", "superseded");
CREATE INDEX "stage_by_id" ON "stage" ("id", "superseded");
CREATE INDEX "admission_by_id" ON "admission" ("id", "superseded");
CREATE INDEX "assignment_by_id" ON "assignment" ("id", "superseded");
CREATE INDEX "document_by_id" ON "document" ("id", "superseded");
CREATE INDEX "assessment_by_id" ON "assessment" ("id", "superseded");
CREATE INDEX "campaign_by_id" ON "campaign" ("id", "superseded");
CREATE INDEX "progress_by_id" ON "progress" ("id", "superseded");
CREATE INDEX "event_by_id" ON "event" ("id", "superseded");
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('receipt',2);
COMMIT;
