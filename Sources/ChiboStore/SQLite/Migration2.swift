/// The whole object model: parts of structures get their names, and what members, units and plans own comes in.
///
/// As it was released: never edited, only followed by later migrations.
extension SQLiteMigration {
    static let wholeModel = SQLiteMigration(
        version: 2, sql: [renamedColumns, addedColumns, WholeModelTables.all].joined(separator: "\n"))

    private static let renamedColumns = """
        ALTER TABLE "member" RENAME COLUMN "hometown" TO "hometown__text";
        ALTER TABLE "member" RENAME COLUMN "current_address" TO "current_address__text";
        ALTER TABLE "member" RENAME COLUMN "student_no" TO "student__student_no";
        ALTER TABLE "member" RENAME COLUMN "graduated_on" TO "student__graduated_on";
        ALTER TABLE "member" RENAME COLUMN "left_on" TO "left__on";
        ALTER TABLE "member" RENAME COLUMN "left_reason" TO "left__reason";
        ALTER TABLE "member" RENAME COLUMN "residence_introduced_on" TO "residence_link__introduced_on";
        ALTER TABLE "transfer" RENAME COLUMN "notice_no" TO "notice__no";
        ALTER TABLE "transfer" RENAME COLUMN "notice_on" TO "notice__on";
        """

    private static let addedColumns = """
        ALTER TABLE "unit" ADD COLUMN "special" INTEGER CHECK ("special" IN (0, 1));
        ALTER TABLE "unit" ADD COLUMN "office_staff_count" INTEGER;
        ALTER TABLE "unit" ADD COLUMN "head_is_secretary" INTEGER CHECK ("head_is_secretary" IN (0, 1));
        ALTER TABLE "member" ADD COLUMN "name__family" TEXT;
        ALTER TABLE "member" ADD COLUMN "name__middle" TEXT;
        ALTER TABLE "member" ADD COLUMN "name__given" TEXT;
        ALTER TABLE "member" ADD COLUMN "aliases" TEXT;
        ALTER TABLE "member" ADD COLUMN "birthplace__text" TEXT;
        ALTER TABLE "member" ADD COLUMN "birthplace__ward" TEXT;
        ALTER TABLE "member" ADD COLUMN "birthplace__province" TEXT;
        ALTER TABLE "member" ADD COLUMN "hometown__ward" TEXT;
        ALTER TABLE "member" ADD COLUMN "hometown__province" TEXT;
        ALTER TABLE "member" ADD COLUMN "permanent_address__text" TEXT;
        ALTER TABLE "member" ADD COLUMN "permanent_address__ward" TEXT;
        ALTER TABLE "member" ADD COLUMN "permanent_address__province" TEXT;
        ALTER TABLE "member" ADD COLUMN "current_address__ward" TEXT;
        ALTER TABLE "member" ADD COLUMN "current_address__province" TEXT;
        ALTER TABLE "member" ADD COLUMN "general_education" TEXT;
        ALTER TABLE "member" ADD COLUMN "degree" TEXT;
        ALTER TABLE "member" ADD COLUMN "academic_rank" TEXT;
        ALTER TABLE "member" ADD COLUMN "foreign_language" TEXT;
        ALTER TABLE "member" ADD COLUMN "it_level" TEXT;
        ALTER TABLE "member" ADD COLUMN "occupation" TEXT;
        ALTER TABLE "member" ADD COLUMN "employer_unit" TEXT;
        ALTER TABLE "member" ADD COLUMN "recruited_on" TEXT;
        ALTER TABLE "member" ADD COLUMN "student__class" TEXT;
        ALTER TABLE "member" ADD COLUMN "student__cohort" TEXT;
        ALTER TABLE "member" ADD COLUMN "student__year_of_study" INTEGER;
        ALTER TABLE "member" ADD COLUMN "student__employed" INTEGER CHECK ("student__employed" IN (0, 1));
        ALTER TABLE "member" ADD COLUMN "union_joined" TEXT;
        ALTER TABLE "member" ADD COLUMN "union_left" TEXT;
        ALTER TABLE "member" ADD COLUMN "admission_decision_no" TEXT;
        ALTER TABLE "member" ADD COLUMN "admission_decision_organ" TEXT;
        ALTER TABLE "member" ADD COLUMN "second_admission__decision_on" TEXT;
        ALTER TABLE "member" ADD COLUMN "second_admission__admitted_on" TEXT;
        ALTER TABLE "member" ADD COLUMN "second_admission__official_on" TEXT;
        ALTER TABLE "member" ADD COLUMN "restored_on" TEXT;
        ALTER TABLE "member" ADD COLUMN "left__document" TEXT;
        ALTER TABLE "member" ADD COLUMN "group" TEXT REFERENCES "unit_id" ("id");
        ALTER TABLE "member" ADD COLUMN "dues_basis" TEXT;
        ALTER TABLE "member" ADD COLUMN "residence_link__ward_party" TEXT;
        ALTER TABLE "member" ADD COLUMN "residence_link__exempt_kind" TEXT;
        ALTER TABLE "member" ADD COLUMN "file__location" TEXT;
        ALTER TABLE "member" ADD COLUMN "file__sealed" INTEGER CHECK ("file__sealed" IN (0, 1));
        ALTER TABLE "member" ADD COLUMN "family_class" TEXT;
        ALTER TABLE "member" ADD COLUMN "health" TEXT;
        ALTER TABLE "member" ADD COLUMN "war_invalid" TEXT;
        ALTER TABLE "member" ADD COLUMN "family" TEXT;
        ALTER TABLE "member" ADD COLUMN "abroad_relations" TEXT;
        ALTER TABLE "member" ADD COLUMN "income" TEXT;
        ALTER TABLE "member" ADD COLUMN "property" TEXT;
        ALTER TABLE "rating" ADD COLUMN "quarter" INTEGER;
        ALTER TABLE "rating" ADD COLUMN "score" TEXT;
        ALTER TABLE "meeting" ADD COLUMN "group" TEXT REFERENCES "unit_id" ("id");
        ALTER TABLE "meeting" ADD COLUMN "guests" TEXT;
        ALTER TABLE "meeting" ADD COLUMN "self_score" TEXT;
        ALTER TABLE "transfer" ADD COLUMN "letter_no" TEXT;
        ALTER TABLE "transfer" ADD COLUMN "to" TEXT;
        ALTER TABLE "candidate" ADD COLUMN "ethnicity" TEXT;
        ALTER TABLE "candidate" ADD COLUMN "person_in_charge" TEXT REFERENCES "member_id" ("id");
        ALTER TABLE "stage" ADD COLUMN "document" TEXT;
        ALTER TABLE "stage" ADD COLUMN "votes__yes" INTEGER;
        ALTER TABLE "stage" ADD COLUMN "votes__total" INTEGER;
        ALTER TABLE "admission" ADD COLUMN "ethnicity" TEXT;
        ALTER TABLE "admission" ADD COLUMN "decision_received_on" TEXT;
        ALTER TABLE "document" ADD COLUMN "organ_name" TEXT;
        ALTER TABLE "document" ADD COLUMN "parent_organ_name" TEXT;
        ALTER TABLE "document" ADD COLUMN "place" TEXT;
        ALTER TABLE "document" ADD COLUMN "signature__authority" TEXT;
        ALTER TABLE "document" ADD COLUMN "signature__position" TEXT;
        ALTER TABLE "document" ADD COLUMN "signature__name" TEXT;
        ALTER TABLE "document" ADD COLUMN "draft" INTEGER CHECK ("draft" IN (0, 1));
        ALTER TABLE "document" ADD COLUMN "urgency" TEXT;
        ALTER TABLE "document" ADD COLUMN "secrecy" TEXT;
        ALTER TABLE "document" ADD COLUMN "attachments" TEXT;
        ALTER TABLE "campaign" ADD COLUMN "from" TEXT;
        ALTER TABLE "campaign" ADD COLUMN "to" TEXT;
        ALTER TABLE "campaign" ADD COLUMN "result" TEXT;
        ALTER TABLE "event" ADD COLUMN "document" TEXT;
        """
}
