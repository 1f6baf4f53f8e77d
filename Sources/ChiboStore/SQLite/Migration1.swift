/// The first schema, as it was released: never edited, only followed by later migrations.
///
/// A record is a table of versions and a table of the ids that were ever given; columns are the fields of `Schema`, a dot
/// written as `__`. `recorded` and `superseded` are the transactions between which a version was believed, `stated` and
/// `source_row` say where its values come from. Dates are ISO 8601, moments are seconds since 1970.
extension SQLiteMigration {
    static let first = SQLiteMigration(version: 1, sql: commonTables + "\n" + recordTables)

    private static let commonTables = """
        CREATE TABLE "change" (
            "version" INTEGER PRIMARY KEY, "recorded_at" INTEGER NOT NULL,
            "author" TEXT NOT NULL, "action" TEXT NOT NULL, "reason" TEXT NOT NULL,
            "source_file" TEXT NOT NULL, "source_sheet" TEXT NOT NULL, "source_hash" TEXT NOT NULL,
            "assertion_count" INTEGER NOT NULL
        ) STRICT;
        CREATE TRIGGER "change_is_kept" BEFORE DELETE ON "change"
        BEGIN SELECT RAISE (ABORT, 'the audit log is only added to'); END;
        CREATE TRIGGER "change_is_final" BEFORE UPDATE ON "change"
        BEGIN SELECT RAISE (ABORT, 'the audit log is only added to'); END;

        CREATE TABLE "counter" ("kind" TEXT NOT NULL PRIMARY KEY, "last" INTEGER NOT NULL) STRICT, WITHOUT ROWID;

        CREATE TABLE "schedule_run" (
            "schedule" TEXT NOT NULL, "nominal" INTEGER NOT NULL, "state" TEXT NOT NULL, "attempt" INTEGER NOT NULL,
            "started" INTEGER, "finished" INTEGER, "reason" TEXT NOT NULL, "fence" INTEGER NOT NULL,
            "lease_ends" INTEGER, "shift" TEXT, "folded" INTEGER NOT NULL,
            PRIMARY KEY ("schedule", "nominal")
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX "schedule_run_by_time" ON "schedule_run" ("nominal", "schedule");

        CREATE TABLE "schedule_mark" (
            "schedule" TEXT NOT NULL PRIMARY KEY, "fingerprint" TEXT NOT NULL, "since" INTEGER NOT NULL, "paused" INTEGER
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE "receipt" (
            "id" INTEGER PRIMARY KEY AUTOINCREMENT, "at" INTEGER NOT NULL, "kind" TEXT NOT NULL,
            "definition" TEXT NOT NULL, "script_hash" TEXT NOT NULL, "data_version" INTEGER NOT NULL,
            "as_of" TEXT NOT NULL, "parameters" TEXT NOT NULL, "host_version" TEXT NOT NULL, "output_hash" TEXT NOT NULL
        ) STRICT;
        CREATE INDEX "receipt_by_definition" ON "receipt" ("definition", "id");
        CREATE TRIGGER "receipt_is_kept" BEFORE DELETE ON "receipt"
        BEGIN SELECT RAISE (ABORT, 'receipts are only added to'); END;
        CREATE TRIGGER "receipt_is_final" BEFORE UPDATE ON "receipt"
        BEGIN SELECT RAISE (ABORT, 'receipts are only added to'); END;
        """

    private static let recordTables = """
        CREATE TABLE "unit_id" ("id" TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
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
        CREATE INDEX "unit_by_id" ON "unit" ("id", "superseded");

        CREATE TABLE "admin_unit_id" ("id" TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
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
        CREATE INDEX "admin_unit_by_id" ON "admin_unit" ("id", "superseded");

        CREATE TABLE "member_id" ("id" TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
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
        CREATE INDEX "member_by_id" ON "member" ("id", "superseded");

        CREATE TABLE "rating_id" ("id" TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
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
        CREATE INDEX "rating_by_id" ON "rating" ("id", "superseded");

        CREATE TABLE "meeting_id" ("id" TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
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
        CREATE INDEX "meeting_by_id" ON "meeting" ("id", "superseded");

        CREATE TABLE "transfer_id" ("id" TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
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
        CREATE INDEX "transfer_by_id" ON "transfer" ("id", "superseded");

        CREATE TABLE "candidate_id" ("id" TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
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
        CREATE INDEX "candidate_by_id" ON "candidate" ("id", "superseded");

        CREATE TABLE "stage_id" ("id" TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
        CREATE TABLE "stage" (
            "entry" INTEGER PRIMARY KEY,
            "id" TEXT NOT NULL REFERENCES "stage_id" ("id"), "valid_from" TEXT, "valid_to" TEXT,
            "recorded" INTEGER NOT NULL REFERENCES "change" ("version"),
            "superseded" INTEGER REFERENCES "change" ("version"),
            "stated" INTEGER NOT NULL REFERENCES "change" ("version"), "source_row" INTEGER,
            "candidate" TEXT REFERENCES "candidate_id" ("id"), "stage" TEXT, "on" TEXT, "note" TEXT,
            CHECK ("valid_from" < "valid_to"), CHECK ("recorded" < "superseded")
        ) STRICT;
        CREATE INDEX "stage_by_id" ON "stage" ("id", "superseded");

        CREATE TABLE "admission_id" ("id" TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
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
        CREATE INDEX "admission_by_id" ON "admission" ("id", "superseded");

        CREATE TABLE "assignment_id" ("id" TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
        CREATE TABLE "assignment" (
            "entry" INTEGER PRIMARY KEY,
            "id" TEXT NOT NULL REFERENCES "assignment_id" ("id"), "valid_from" TEXT, "valid_to" TEXT,
            "recorded" INTEGER NOT NULL REFERENCES "change" ("version"),
            "superseded" INTEGER REFERENCES "change" ("version"),
            "stated" INTEGER NOT NULL REFERENCES "change" ("version"), "source_row" INTEGER,
            "member" TEXT REFERENCES "member_id" ("id"), "task" TEXT, "from" TEXT, "to" TEXT, "result" TEXT,
            CHECK ("valid_from" < "valid_to"), CHECK ("recorded" < "superseded")
        ) STRICT;
        CREATE INDEX "assignment_by_id" ON "assignment" ("id", "superseded");

        CREATE TABLE "document_id" ("id" TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
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
        CREATE INDEX "document_by_id" ON "document" ("id", "superseded");

        CREATE TABLE "assessment_id" ("id" TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
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
        CREATE INDEX "assessment_by_id" ON "assessment" ("id", "superseded");

        CREATE TABLE "campaign_id" ("id" TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
        CREATE TABLE "campaign" (
            "entry" INTEGER PRIMARY KEY,
            "id" TEXT NOT NULL REFERENCES "campaign_id" ("id"), "valid_from" TEXT, "valid_to" TEXT,
            "recorded" INTEGER NOT NULL REFERENCES "change" ("version"),
            "superseded" INTEGER REFERENCES "change" ("version"),
            "stated" INTEGER NOT NULL REFERENCES "change" ("version"), "source_row" INTEGER, "kind" TEXT, "name" TEXT,
            "unit" TEXT REFERENCES "unit_id" ("id"), "done_on" TEXT, "reviewed_count" INTEGER, "flagged_count" INTEGER,
            CHECK ("valid_from" < "valid_to"), CHECK ("recorded" < "superseded")
        ) STRICT;
        CREATE INDEX "campaign_by_id" ON "campaign" ("id", "superseded");

        CREATE TABLE "progress_id" ("id" TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
        CREATE TABLE "progress" (
            "entry" INTEGER PRIMARY KEY,
            "id" TEXT NOT NULL REFERENCES "progress_id" ("id"), "valid_from" TEXT, "valid_to" TEXT,
            "recorded" INTEGER NOT NULL REFERENCES "change" ("version"),
            "superseded" INTEGER REFERENCES "change" ("version"),
            "stated" INTEGER NOT NULL REFERENCES "change" ("version"), "source_row" INTEGER, "plan" TEXT, "task" TEXT,
            "state" TEXT, "percent" INTEGER, "done_on" TEXT, "recorded_on" TEXT, "note" TEXT,
            CHECK ("valid_from" < "valid_to"), CHECK ("recorded" < "superseded")
        ) STRICT;
        CREATE INDEX "progress_by_id" ON "progress" ("id", "superseded");

        CREATE TABLE "event_id" ("id" TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
        CREATE TABLE "event" (
            "entry" INTEGER PRIMARY KEY,
            "id" TEXT NOT NULL REFERENCES "event_id" ("id"), "valid_from" TEXT, "valid_to" TEXT,
            "recorded" INTEGER NOT NULL REFERENCES "change" ("version"),
            "superseded" INTEGER REFERENCES "change" ("version"),
            "stated" INTEGER NOT NULL REFERENCES "change" ("version"), "source_row" INTEGER, "name" TEXT, "text" TEXT,
            "occurred_on" TEXT,
            CHECK ("valid_from" < "valid_to"), CHECK ("recorded" < "superseded")
        ) STRICT;
        CREATE INDEX "event_by_id" ON "event" ("id", "superseded");
        """
}
