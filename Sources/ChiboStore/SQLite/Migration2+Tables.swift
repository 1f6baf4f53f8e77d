/// The tables that migration 2 makes, in the form of migration 1's: a table of versions and one of ids for each kind.
enum WholeModelTables {
    static let all = [membership, activity, planning].joined(separator: "\n")

    private static let membership = """
        CREATE TABLE "unit_alias_id" ("id" TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
        CREATE TABLE "unit_alias" (
            "entry" INTEGER PRIMARY KEY, "id" TEXT NOT NULL REFERENCES "unit_alias_id" ("id"), "valid_from" TEXT,
            "valid_to" TEXT, "recorded" INTEGER NOT NULL REFERENCES "change" ("version"), "superseded" INTEGER
            REFERENCES "change" ("version"), "stated" INTEGER NOT NULL REFERENCES "change" ("version"), "source_row"
            INTEGER, "unit" TEXT REFERENCES "unit_id" ("id"), "name" TEXT, "from" TEXT, "to" TEXT, CHECK
            ("valid_from" < "valid_to"), CHECK ("recorded" < "superseded")
        ) STRICT;
        CREATE INDEX "unit_alias_by_id" ON "unit_alias" ("id", "superseded");

        CREATE TABLE "headcount_id" ("id" TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
        CREATE TABLE "headcount" (
            "entry" INTEGER PRIMARY KEY, "id" TEXT NOT NULL REFERENCES "headcount_id" ("id"), "valid_from" TEXT,
            "valid_to" TEXT, "recorded" INTEGER NOT NULL REFERENCES "change" ("version"), "superseded" INTEGER
            REFERENCES "change" ("version"), "stated" INTEGER NOT NULL REFERENCES "change" ("version"), "source_row"
            INTEGER, "unit" TEXT REFERENCES "unit_id" ("id"), "category" TEXT, "year" INTEGER, "count" INTEGER,
            CHECK ("valid_from" < "valid_to"), CHECK ("recorded" < "superseded")
        ) STRICT;
        CREATE INDEX "headcount_by_id" ON "headcount" ("id", "superseded");

        CREATE TABLE "delegation_id" ("id" TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
        CREATE TABLE "delegation" (
            "entry" INTEGER PRIMARY KEY, "id" TEXT NOT NULL REFERENCES "delegation_id" ("id"), "valid_from" TEXT,
            "valid_to" TEXT, "recorded" INTEGER NOT NULL REFERENCES "change" ("version"), "superseded" INTEGER
            REFERENCES "change" ("version"), "stated" INTEGER NOT NULL REFERENCES "change" ("version"), "source_row"
            INTEGER, "unit" TEXT REFERENCES "unit_id" ("id"), "authority" TEXT, "from" TEXT, "to" TEXT, "document"
            TEXT REFERENCES "document_id" ("id"), CHECK ("valid_from" < "valid_to"), CHECK ("recorded" <
            "superseded")
        ) STRICT;
        CREATE INDEX "delegation_by_id" ON "delegation" ("id", "superseded");

        CREATE TABLE "introducer_id" ("id" TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
        CREATE TABLE "introducer" (
            "entry" INTEGER PRIMARY KEY, "id" TEXT NOT NULL REFERENCES "introducer_id" ("id"), "valid_from" TEXT,
            "valid_to" TEXT, "recorded" INTEGER NOT NULL REFERENCES "change" ("version"), "superseded" INTEGER
            REFERENCES "change" ("version"), "stated" INTEGER NOT NULL REFERENCES "change" ("version"), "source_row"
            INTEGER, "member" TEXT REFERENCES "member_id" ("id"), "candidate" TEXT REFERENCES "candidate_id" ("id"),
            "person" TEXT REFERENCES "member_id" ("id"), "name" TEXT, "organisation" TEXT, "on" TEXT, CHECK
            ("valid_from" < "valid_to"), CHECK ("recorded" < "superseded")
        ) STRICT;
        CREATE INDEX "introducer_by_id" ON "introducer" ("id", "superseded");

        CREATE TABLE "reward_id" ("id" TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
        CREATE TABLE "reward" (
            "entry" INTEGER PRIMARY KEY, "id" TEXT NOT NULL REFERENCES "reward_id" ("id"), "valid_from" TEXT,
            "valid_to" TEXT, "recorded" INTEGER NOT NULL REFERENCES "change" ("version"), "superseded" INTEGER
            REFERENCES "change" ("version"), "stated" INTEGER NOT NULL REFERENCES "change" ("version"), "source_row"
            INTEGER, "member" TEXT REFERENCES "member_id" ("id"), "unit" TEXT REFERENCES "unit_id" ("id"), "form"
            TEXT, "date" TEXT, "document" TEXT, CHECK ("valid_from" < "valid_to"), CHECK ("recorded" < "superseded")
        ) STRICT;
        CREATE INDEX "reward_by_id" ON "reward" ("id", "superseded");

        CREATE TABLE "discipline_id" ("id" TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
        CREATE TABLE "discipline" (
            "entry" INTEGER PRIMARY KEY, "id" TEXT NOT NULL REFERENCES "discipline_id" ("id"), "valid_from" TEXT,
            "valid_to" TEXT, "recorded" INTEGER NOT NULL REFERENCES "change" ("version"), "superseded" INTEGER
            REFERENCES "change" ("version"), "stated" INTEGER NOT NULL REFERENCES "change" ("version"), "source_row"
            INTEGER, "member" TEXT REFERENCES "member_id" ("id"), "unit" TEXT REFERENCES "unit_id" ("id"), "form"
            TEXT, "date" TEXT, "document" TEXT, "expires_on" TEXT, "legal" INTEGER CHECK ("legal" IN (0, 1)), CHECK
            ("valid_from" < "valid_to"), CHECK ("recorded" < "superseded")
        ) STRICT;
        CREATE INDEX "discipline_by_id" ON "discipline" ("id", "superseded");

        CREATE TABLE "commitment_id" ("id" TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
        CREATE TABLE "commitment" (
            "entry" INTEGER PRIMARY KEY, "id" TEXT NOT NULL REFERENCES "commitment_id" ("id"), "valid_from" TEXT,
            "valid_to" TEXT, "recorded" INTEGER NOT NULL REFERENCES "change" ("version"), "superseded" INTEGER
            REFERENCES "change" ("version"), "stated" INTEGER NOT NULL REFERENCES "change" ("version"), "source_row"
            INTEGER, "member" TEXT REFERENCES "member_id" ("id"), "year" INTEGER, "signed_on" TEXT, "items" TEXT,
            "year_end_result" TEXT, CHECK ("valid_from" < "valid_to"), CHECK ("recorded" < "superseded")
        ) STRICT;
        CREATE INDEX "commitment_by_id" ON "commitment" ("id", "superseded");

        CREATE TABLE "screening_case_id" ("id" TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
        CREATE TABLE "screening_case" (
            "entry" INTEGER PRIMARY KEY, "id" TEXT NOT NULL REFERENCES "screening_case_id" ("id"), "valid_from"
            TEXT, "valid_to" TEXT, "recorded" INTEGER NOT NULL REFERENCES "change" ("version"), "superseded" INTEGER
            REFERENCES "change" ("version"), "stated" INTEGER NOT NULL REFERENCES "change" ("version"), "source_row"
            INTEGER, "member" TEXT REFERENCES "member_id" ("id"), "campaign" TEXT, "opened_on" TEXT,
            "category__not_completed" INTEGER CHECK ("category__not_completed" IN (0, 1)),
            "category__transfer_overdue" INTEGER CHECK ("category__transfer_overdue" IN (0, 1)),
            "category__file_missing" INTEGER CHECK ("category__file_missing" IN (0, 1)), "category__violation"
            INTEGER CHECK ("category__violation" IN (0, 1)), "category__not_exemplary" INTEGER CHECK
            ("category__not_exemplary" IN (0, 1)), "evidence" TEXT, "outcome" TEXT, CHECK ("valid_from" <
            "valid_to"), CHECK ("recorded" < "superseded")
        ) STRICT;
        CREATE INDEX "screening_case_by_id" ON "screening_case" ("id", "superseded");

        CREATE TABLE "case_step_id" ("id" TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
        CREATE TABLE "case_step" (
            "entry" INTEGER PRIMARY KEY, "id" TEXT NOT NULL REFERENCES "case_step_id" ("id"), "valid_from" TEXT,
            "valid_to" TEXT, "recorded" INTEGER NOT NULL REFERENCES "change" ("version"), "superseded" INTEGER
            REFERENCES "change" ("version"), "stated" INTEGER NOT NULL REFERENCES "change" ("version"), "source_row"
            INTEGER, "case" TEXT REFERENCES "screening_case_id" ("id"), "body" TEXT, "on" TEXT, "document" TEXT,
            "note" TEXT, CHECK ("valid_from" < "valid_to"), CHECK ("recorded" < "superseded")
        ) STRICT;
        CREATE INDEX "case_step_by_id" ON "case_step" ("id", "superseded");

        CREATE TABLE "residence_note_id" ("id" TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
        CREATE TABLE "residence_note" (
            "entry" INTEGER PRIMARY KEY, "id" TEXT NOT NULL REFERENCES "residence_note_id" ("id"), "valid_from"
            TEXT, "valid_to" TEXT, "recorded" INTEGER NOT NULL REFERENCES "change" ("version"), "superseded" INTEGER
            REFERENCES "change" ("version"), "stated" INTEGER NOT NULL REFERENCES "change" ("version"), "source_row"
            INTEGER, "member" TEXT REFERENCES "member_id" ("id"), "candidate" TEXT REFERENCES "candidate_id" ("id"),
            "year" INTEGER, "received_on" TEXT, "ward" TEXT, "rating" TEXT, "text" TEXT, CHECK ("valid_from" <
            "valid_to"), CHECK ("recorded" < "superseded")
        ) STRICT;
        CREATE INDEX "residence_note_by_id" ON "residence_note" ("id", "superseded");

        CREATE TABLE "paper_id" ("id" TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
        CREATE TABLE "paper" (
            "entry" INTEGER PRIMARY KEY, "id" TEXT NOT NULL REFERENCES "paper_id" ("id"), "valid_from" TEXT,
            "valid_to" TEXT, "recorded" INTEGER NOT NULL REFERENCES "change" ("version"), "superseded" INTEGER
            REFERENCES "change" ("version"), "stated" INTEGER NOT NULL REFERENCES "change" ("version"), "source_row"
            INTEGER, "member" TEXT REFERENCES "member_id" ("id"), "kind" TEXT, "year" INTEGER, "present" INTEGER
            CHECK ("present" IN (0, 1)), "received_on" TEXT, CHECK ("valid_from" < "valid_to"), CHECK ("recorded" <
            "superseded")
        ) STRICT;
        CREATE INDEX "paper_by_id" ON "paper" ("id", "superseded");

        CREATE TABLE "dues_id" ("id" TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
        CREATE TABLE "dues" (
            "entry" INTEGER PRIMARY KEY, "id" TEXT NOT NULL REFERENCES "dues_id" ("id"), "valid_from" TEXT,
            "valid_to" TEXT, "recorded" INTEGER NOT NULL REFERENCES "change" ("version"), "superseded" INTEGER
            REFERENCES "change" ("version"), "stated" INTEGER NOT NULL REFERENCES "change" ("version"), "source_row"
            INTEGER, "member" TEXT REFERENCES "member_id" ("id"), "month" TEXT, "basis_amount" INTEGER, "due"
            INTEGER, "paid" INTEGER, "paid_on" TEXT, "exempt" INTEGER CHECK ("exempt" IN (0, 1)),
            "reduction__percent" INTEGER, "reduction__to" TEXT, "channel" TEXT, CHECK ("valid_from" <
            "valid_to"), CHECK ("recorded" < "superseded")
        ) STRICT;
        CREATE INDEX "dues_by_id" ON "dues" ("id", "superseded");
        """

    private static let activity = """
        CREATE TABLE "attendance_id" ("id" TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
        CREATE TABLE "attendance" (
            "entry" INTEGER PRIMARY KEY, "id" TEXT NOT NULL REFERENCES "attendance_id" ("id"), "valid_from" TEXT,
            "valid_to" TEXT, "recorded" INTEGER NOT NULL REFERENCES "change" ("version"), "superseded" INTEGER
            REFERENCES "change" ("version"), "stated" INTEGER NOT NULL REFERENCES "change" ("version"), "source_row"
            INTEGER, "meeting" TEXT REFERENCES "meeting_id" ("id"), "member" TEXT REFERENCES "member_id" ("id"),
            "date" TEXT, "presence" TEXT, CHECK ("valid_from" < "valid_to"), CHECK ("recorded" < "superseded")
        ) STRICT;
        CREATE INDEX "attendance_by_id" ON "attendance" ("id", "superseded");

        CREATE TABLE "class_id" ("id" TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
        CREATE TABLE "class" (
            "entry" INTEGER PRIMARY KEY, "id" TEXT NOT NULL REFERENCES "class_id" ("id"), "valid_from" TEXT,
            "valid_to" TEXT, "recorded" INTEGER NOT NULL REFERENCES "change" ("version"), "superseded" INTEGER
            REFERENCES "change" ("version"), "stated" INTEGER NOT NULL REFERENCES "change" ("version"), "source_row"
            INTEGER, "kind" TEXT, "unit" TEXT REFERENCES "unit_id" ("id"), "title" TEXT, "planned_on" TEXT, "from"
            TEXT, "to" TEXT, "place" TEXT, "test_required" INTEGER CHECK ("test_required" IN (0, 1)), CHECK
            ("valid_from" < "valid_to"), CHECK ("recorded" < "superseded")
        ) STRICT;
        CREATE INDEX "class_by_id" ON "class" ("id", "superseded");

        CREATE TABLE "enrolment_id" ("id" TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
        CREATE TABLE "enrolment" (
            "entry" INTEGER PRIMARY KEY, "id" TEXT NOT NULL REFERENCES "enrolment_id" ("id"), "valid_from" TEXT,
            "valid_to" TEXT, "recorded" INTEGER NOT NULL REFERENCES "change" ("version"), "superseded" INTEGER
            REFERENCES "change" ("version"), "stated" INTEGER NOT NULL REFERENCES "change" ("version"), "source_row"
            INTEGER, "class" TEXT REFERENCES "class_id" ("id"), "member" TEXT REFERENCES "member_id" ("id"),
            "candidate" TEXT REFERENCES "candidate_id" ("id"), "on" TEXT, "attended" INTEGER CHECK ("attended" IN
            (0, 1)), "score" TEXT, "passed" INTEGER CHECK ("passed" IN (0, 1)), "certificate_no" TEXT, CHECK
            ("valid_from" < "valid_to"), CHECK ("recorded" < "superseded")
        ) STRICT;
        CREATE INDEX "enrolment_by_id" ON "enrolment" ("id", "superseded");

        CREATE TABLE "supervision_id" ("id" TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
        CREATE TABLE "supervision" (
            "entry" INTEGER PRIMARY KEY, "id" TEXT NOT NULL REFERENCES "supervision_id" ("id"), "valid_from" TEXT,
            "valid_to" TEXT, "recorded" INTEGER NOT NULL REFERENCES "change" ("version"), "superseded" INTEGER
            REFERENCES "change" ("version"), "stated" INTEGER NOT NULL REFERENCES "change" ("version"), "source_row"
            INTEGER, "member" TEXT REFERENCES "member_id" ("id"), "unit" TEXT REFERENCES "unit_id" ("id"), "from"
            TEXT, "to" TEXT, CHECK ("valid_from" < "valid_to"), CHECK ("recorded" < "superseded")
        ) STRICT;
        CREATE INDEX "supervision_by_id" ON "supervision" ("id", "superseded");

        CREATE TABLE "visit_id" ("id" TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
        CREATE TABLE "visit" (
            "entry" INTEGER PRIMARY KEY, "id" TEXT NOT NULL REFERENCES "visit_id" ("id"), "valid_from" TEXT,
            "valid_to" TEXT, "recorded" INTEGER NOT NULL REFERENCES "change" ("version"), "superseded" INTEGER
            REFERENCES "change" ("version"), "stated" INTEGER NOT NULL REFERENCES "change" ("version"), "source_row"
            INTEGER, "supervision" TEXT REFERENCES "supervision_id" ("id"), "on" TEXT, "meeting" TEXT REFERENCES
            "meeting_id" ("id"), CHECK ("valid_from" < "valid_to"), CHECK ("recorded" < "superseded")
        ) STRICT;
        CREATE INDEX "visit_by_id" ON "visit" ("id", "superseded");

        CREATE TABLE "inspection_id" ("id" TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
        CREATE TABLE "inspection" (
            "entry" INTEGER PRIMARY KEY, "id" TEXT NOT NULL REFERENCES "inspection_id" ("id"), "valid_from" TEXT,
            "valid_to" TEXT, "recorded" INTEGER NOT NULL REFERENCES "change" ("version"), "superseded" INTEGER
            REFERENCES "change" ("version"), "stated" INTEGER NOT NULL REFERENCES "change" ("version"), "source_row"
            INTEGER, "kind" TEXT, "unit" TEXT REFERENCES "unit_id" ("id"), "plan" TEXT, "from" TEXT, "to" TEXT,
            "conclusion" TEXT, CHECK ("valid_from" < "valid_to"), CHECK ("recorded" < "superseded")
        ) STRICT;
        CREATE INDEX "inspection_by_id" ON "inspection" ("id", "superseded");

        CREATE TABLE "feedback_id" ("id" TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
        CREATE TABLE "feedback" (
            "entry" INTEGER PRIMARY KEY, "id" TEXT NOT NULL REFERENCES "feedback_id" ("id"), "valid_from" TEXT,
            "valid_to" TEXT, "recorded" INTEGER NOT NULL REFERENCES "change" ("version"), "superseded" INTEGER
            REFERENCES "change" ("version"), "stated" INTEGER NOT NULL REFERENCES "change" ("version"), "source_row"
            INTEGER, "organisation" TEXT, "unit" TEXT REFERENCES "unit_id" ("id"), "on" TEXT, "text" TEXT, CHECK
            ("valid_from" < "valid_to"), CHECK ("recorded" < "superseded")
        ) STRICT;
        CREATE INDEX "feedback_by_id" ON "feedback" ("id", "superseded");

        CREATE TABLE "issue_id" ("id" TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
        CREATE TABLE "issue" (
            "entry" INTEGER PRIMARY KEY, "id" TEXT NOT NULL REFERENCES "issue_id" ("id"), "valid_from" TEXT,
            "valid_to" TEXT, "recorded" INTEGER NOT NULL REFERENCES "change" ("version"), "superseded" INTEGER
            REFERENCES "change" ("version"), "stated" INTEGER NOT NULL REFERENCES "change" ("version"), "source_row"
            INTEGER, "unit" TEXT REFERENCES "unit_id" ("id"), "on" TEXT, "plan" TEXT, "text" TEXT, "resolved_on"
            TEXT, CHECK ("valid_from" < "valid_to"), CHECK ("recorded" < "superseded")
        ) STRICT;
        CREATE INDEX "issue_by_id" ON "issue" ("id", "superseded");

        CREATE TABLE "registration_id" ("id" TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
        CREATE TABLE "registration" (
            "entry" INTEGER PRIMARY KEY, "id" TEXT NOT NULL REFERENCES "registration_id" ("id"), "valid_from" TEXT,
            "valid_to" TEXT, "recorded" INTEGER NOT NULL REFERENCES "change" ("version"), "superseded" INTEGER
            REFERENCES "change" ("version"), "stated" INTEGER NOT NULL REFERENCES "change" ("version"), "source_row"
            INTEGER, "unit" TEXT REFERENCES "unit_id" ("id"), "model" TEXT, "year" INTEGER, "self_score" TEXT,
            "selected" INTEGER CHECK ("selected" IN (0, 1)), "recognised__year" INTEGER, "recognised__document"
            TEXT, CHECK ("valid_from" < "valid_to"), CHECK ("recorded" < "superseded")
        ) STRICT;
        CREATE INDEX "registration_by_id" ON "registration" ("id", "superseded");

        CREATE TABLE "registration_result_id" ("id" TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
        CREATE TABLE "registration_result" (
            "entry" INTEGER PRIMARY KEY, "id" TEXT NOT NULL REFERENCES "registration_result_id" ("id"), "valid_from"
            TEXT, "valid_to" TEXT, "recorded" INTEGER NOT NULL REFERENCES "change" ("version"), "superseded" INTEGER
            REFERENCES "change" ("version"), "stated" INTEGER NOT NULL REFERENCES "change" ("version"), "source_row"
            INTEGER, "registration" TEXT REFERENCES "registration_id" ("id"), "criterion" TEXT, "met" INTEGER CHECK
            ("met" IN (0, 1)), "evidence" TEXT, "on" TEXT, CHECK ("valid_from" < "valid_to"), CHECK ("recorded" <
            "superseded")
        ) STRICT;
        CREATE INDEX "registration_result_by_id" ON "registration_result" ("id", "superseded");
        """

    private static let planning = """
        CREATE TABLE "plan_id" ("id" TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
        CREATE TABLE "plan" (
            "entry" INTEGER PRIMARY KEY, "id" TEXT NOT NULL REFERENCES "plan_id" ("id"), "valid_from" TEXT,
            "valid_to" TEXT, "recorded" INTEGER NOT NULL REFERENCES "change" ("version"), "superseded" INTEGER
            REFERENCES "change" ("version"), "stated" INTEGER NOT NULL REFERENCES "change" ("version"), "source_row"
            INTEGER, "code" TEXT, "title" TEXT, "document" TEXT REFERENCES "document_id" ("id"), "unit" TEXT
            REFERENCES "unit_id" ("id"), "from" TEXT, "to" TEXT, CHECK ("valid_from" < "valid_to"), CHECK
            ("recorded" < "superseded")
        ) STRICT;
        CREATE INDEX "plan_by_id" ON "plan" ("id", "superseded");

        CREATE TABLE "plan_link_id" ("id" TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
        CREATE TABLE "plan_link" (
            "entry" INTEGER PRIMARY KEY, "id" TEXT NOT NULL REFERENCES "plan_link_id" ("id"), "valid_from" TEXT,
            "valid_to" TEXT, "recorded" INTEGER NOT NULL REFERENCES "change" ("version"), "superseded" INTEGER
            REFERENCES "change" ("version"), "stated" INTEGER NOT NULL REFERENCES "change" ("version"), "source_row"
            INTEGER, "plan" TEXT REFERENCES "plan_id" ("id"), "relation" TEXT, "citation" TEXT, "other" TEXT
            REFERENCES "plan_id" ("id"), "on" TEXT, CHECK ("valid_from" < "valid_to"), CHECK ("recorded" <
            "superseded")
        ) STRICT;
        CREATE INDEX "plan_link_by_id" ON "plan_link" ("id", "superseded");

        CREATE TABLE "target_id" ("id" TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
        CREATE TABLE "target" (
            "entry" INTEGER PRIMARY KEY, "id" TEXT NOT NULL REFERENCES "target_id" ("id"), "valid_from" TEXT,
            "valid_to" TEXT, "recorded" INTEGER NOT NULL REFERENCES "change" ("version"), "superseded" INTEGER
            REFERENCES "change" ("version"), "stated" INTEGER NOT NULL REFERENCES "change" ("version"), "source_row"
            INTEGER, "plan" TEXT REFERENCES "plan_id" ("id"), "code" TEXT, "label" TEXT, "metric" TEXT, "op" TEXT,
            "value" TEXT, "upper" TEXT, "unit" TEXT, "cadence" TEXT, "by" TEXT, "scope" TEXT, "denominator" TEXT,
            "set_on" TEXT, CHECK ("valid_from" < "valid_to"), CHECK ("recorded" < "superseded")
        ) STRICT;
        CREATE INDEX "target_by_id" ON "target" ("id", "superseded");

        CREATE TABLE "target_revision_id" ("id" TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
        CREATE TABLE "target_revision" (
            "entry" INTEGER PRIMARY KEY, "id" TEXT NOT NULL REFERENCES "target_revision_id" ("id"), "valid_from"
            TEXT, "valid_to" TEXT, "recorded" INTEGER NOT NULL REFERENCES "change" ("version"), "superseded" INTEGER
            REFERENCES "change" ("version"), "stated" INTEGER NOT NULL REFERENCES "change" ("version"), "source_row"
            INTEGER, "target" TEXT REFERENCES "target_id" ("id"), "on" TEXT, "old" TEXT, "new" TEXT, "reason" TEXT,
            CHECK ("valid_from" < "valid_to"), CHECK ("recorded" < "superseded")
        ) STRICT;
        CREATE INDEX "target_revision_by_id" ON "target_revision" ("id", "superseded");

        CREATE TABLE "task_id" ("id" TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
        CREATE TABLE "task" (
            "entry" INTEGER PRIMARY KEY, "id" TEXT NOT NULL REFERENCES "task_id" ("id"), "valid_from" TEXT,
            "valid_to" TEXT, "recorded" INTEGER NOT NULL REFERENCES "change" ("version"), "superseded" INTEGER
            REFERENCES "change" ("version"), "stated" INTEGER NOT NULL REFERENCES "change" ("version"), "source_row"
            INTEGER, "plan" TEXT REFERENCES "plan_id" ("id"), "code" TEXT, "text" TEXT, "lead" TEXT, "coordinators"
            TEXT, "responsible_roles" TEXT, "timing__kind" TEXT, "timing__date" TEXT, "timing__event" TEXT
            REFERENCES "event_id" ("id"), "timing__offset_days" INTEGER, "timing__months" INTEGER, "timing__times"
            INTEGER, "scope" TEXT, "condition" TEXT, "set_on" TEXT, CHECK ("valid_from" < "valid_to"), CHECK
            ("recorded" < "superseded")
        ) STRICT;
        CREATE INDEX "task_by_id" ON "task" ("id", "superseded");

        CREATE TABLE "submission_id" ("id" TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
        CREATE TABLE "submission" (
            "entry" INTEGER PRIMARY KEY, "id" TEXT NOT NULL REFERENCES "submission_id" ("id"), "valid_from" TEXT,
            "valid_to" TEXT, "recorded" INTEGER NOT NULL REFERENCES "change" ("version"), "superseded" INTEGER
            REFERENCES "change" ("version"), "stated" INTEGER NOT NULL REFERENCES "change" ("version"), "source_row"
            INTEGER, "plan" TEXT, "name" TEXT, "task" TEXT REFERENCES "task_id" ("id"), "unit" TEXT REFERENCES
            "unit_id" ("id"), "expected_kind" TEXT, "due" TEXT, "channel" TEXT, "received_on" TEXT, "document" TEXT
            REFERENCES "document_id" ("id"), CHECK ("valid_from" < "valid_to"), CHECK ("recorded" < "superseded")
        ) STRICT;
        CREATE INDEX "submission_by_id" ON "submission" ("id", "superseded");

        CREATE TABLE "recipient_id" ("id" TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
        CREATE TABLE "recipient" (
            "entry" INTEGER PRIMARY KEY, "id" TEXT NOT NULL REFERENCES "recipient_id" ("id"), "valid_from" TEXT,
            "valid_to" TEXT, "recorded" INTEGER NOT NULL REFERENCES "change" ("version"), "superseded" INTEGER
            REFERENCES "change" ("version"), "stated" INTEGER NOT NULL REFERENCES "change" ("version"), "source_row"
            INTEGER, "document" TEXT REFERENCES "document_id" ("id"), "name" TEXT, "kind" TEXT, "purpose" TEXT, "on"
            TEXT, CHECK ("valid_from" < "valid_to"), CHECK ("recorded" < "superseded")
        ) STRICT;
        CREATE INDEX "recipient_by_id" ON "recipient" ("id", "superseded");
        """
}
