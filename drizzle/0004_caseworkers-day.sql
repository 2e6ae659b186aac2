CREATE TABLE "app"."consents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"ground" text NOT NULL,
	"way" text,
	"words" text,
	"purposes" text[] NOT NULL,
	"other_purpose" text,
	"given_on" date NOT NULL,
	"signature" text,
	"signed_name" text,
	"guardian_name" text,
	"guardian_relation" text,
	"guardian_agreed" boolean,
	"no_guardian" text,
	"exhibit_id" uuid,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"withdrawn_on" date,
	"withdrawn_reason" text,
	"withdrawn_by" uuid,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "consents_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."letters" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"direction" text NOT NULL,
	"number" integer NOT NULL,
	"day" date NOT NULL,
	"written_on" date,
	"channel" text NOT NULL,
	"party" text NOT NULL,
	"our_reference" text,
	"their_reference" text,
	"summary" text NOT NULL,
	"step_key" text,
	"part" text DEFAULT '' NOT NULL,
	"reference_id" uuid,
	"exhibit_id" uuid,
	"answers" text NOT NULL,
	"document_id" uuid,
	"dispatch_id" uuid,
	"handover_id" uuid,
	"proof_kind" text,
	"proof" text,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_reason" text,
	CONSTRAINT "letters_orgId_id_unique" UNIQUE("org_id","id"),
	CONSTRAINT "letters_caseId_direction_number_unique" UNIQUE("case_id","direction","number"),
	CONSTRAINT "letters_documentId_unique" UNIQUE("document_id")
);
--> statement-breakpoint
CREATE TABLE "app"."case_notes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"visibility" text NOT NULL,
	"party" text,
	"party_name" text,
	"direction" text,
	"account_id" uuid,
	"happened_at" timestamp with time zone NOT NULL,
	"words" text NOT NULL,
	"agreed" text,
	"next_act" text,
	"next_on" date,
	"next_done_on" date,
	"next_done_by" uuid,
	"pinned_at" timestamp with time zone,
	"written_by" uuid NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_by" uuid,
	"withdrawn_reason" text,
	CONSTRAINT "case_notes_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."note_drafts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"note_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"body" text NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "note_drafts_noteId_memberId_unique" UNIQUE("note_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "app"."note_versions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"note_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"visibility" text NOT NULL,
	"written_by" uuid NOT NULL,
	"body" text NOT NULL,
	"saved_by" uuid NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "note_versions_noteId_number_unique" UNIQUE("note_id","number")
);
--> statement-breakpoint
CREATE TABLE "app"."queue_items" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"key" text NOT NULL,
	"turn" text NOT NULL,
	"kind" text,
	"due_on" date,
	"day_at" timestamp with time zone,
	"late_at" timestamp with time zone,
	"since" date,
	CONSTRAINT "queue_items_caseId_key_unique" UNIQUE("case_id","key")
);
--> statement-breakpoint
CREATE TABLE "app"."queue_snoozes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"item_key" text NOT NULL,
	"due_on" date NOT NULL,
	"until" date NOT NULL,
	"wakes_at" timestamp with time zone NOT NULL,
	"reason" text NOT NULL,
	"snoozed_by" uuid NOT NULL,
	"snoozed_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_by" uuid,
	CONSTRAINT "queue_snoozes_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."referrals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"service_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"passed_on" text NOT NULL,
	"consent" text NOT NULL,
	"consent_on" date,
	"consent_note" text,
	"answer_by" date,
	"state" text DEFAULT 'open' NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"answered_on" date,
	"answered_by" uuid,
	"answered_at" timestamp with time zone,
	"answer" text,
	"ended_on" date,
	"ended_by" uuid,
	"ended_at" timestamp with time zone,
	"outcome" text,
	CONSTRAINT "referrals_orgId_id_unique" UNIQUE("org_id","id"),
	CONSTRAINT "referrals_caseId_number_unique" UNIQUE("case_id","number")
);
--> statement-breakpoint
CREATE TABLE "app"."services" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"area" text,
	"phone" text,
	"email" text,
	"hours" text,
	"note" text,
	"checked_on" date NOT NULL,
	"added_by" uuid NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"retired_at" timestamp with time zone,
	"retired_by" uuid,
	CONSTRAINT "services_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."risk_assessments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"answers" text NOT NULL,
	"note" text,
	"points" integer NOT NULL,
	"suggested" text NOT NULL,
	"assessed_by" uuid NOT NULL,
	"assessed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "risk_assessments_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."risk_decisions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"assessment_id" uuid NOT NULL,
	"level" text NOT NULL,
	"reason" text,
	"decided_by" uuid NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	CONSTRAINT "risk_decisions_orgId_id_unique" UNIQUE("org_id","id"),
	CONSTRAINT "risk_decisions_orgId_assessmentId_unique" UNIQUE("org_id","assessment_id")
);
--> statement-breakpoint
CREATE TABLE "app"."safety_checks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"item" text NOT NULL,
	"state" text NOT NULL,
	"note" text,
	"checked_on" date NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "safety_checks_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."safety_plans" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"change" text NOT NULL,
	"section" text NOT NULL,
	"entries" text NOT NULL,
	"saved_by" uuid NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "safety_plans_orgId_id_unique" UNIQUE("org_id","id"),
	CONSTRAINT "safety_plans_orgId_caseId_version_unique" UNIQUE("org_id","case_id","version")
);
--> statement-breakpoint
CREATE TABLE "app"."safety_reviews" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"about" text NOT NULL,
	"reviewed_on" date NOT NULL,
	"review_on" date,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "safety_reviews_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."takedown_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"takedown_id" uuid NOT NULL,
	"event" text NOT NULL,
	"route" text,
	"happened_on" date NOT NULL,
	"happened_at" timestamp with time zone,
	"appeal_by" date,
	"seen_by" text,
	"reference_id" uuid,
	"proof_exhibit_id" uuid,
	"note" text,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"undone_by" uuid,
	"undone_at" timestamp with time zone,
	CONSTRAINT "takedown_events_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."takedowns" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"kind" text NOT NULL,
	"platform" text NOT NULL,
	"url" text,
	"what" text,
	"account_id" uuid,
	"incident_id" uuid,
	"exhibit_id" uuid,
	"added_by" uuid NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"dropped_at" timestamp with time zone,
	CONSTRAINT "takedowns_orgId_id_unique" UNIQUE("org_id","id"),
	CONSTRAINT "takedowns_caseId_number_unique" UNIQUE("case_id","number")
);
--> statement-breakpoint
ALTER TABLE "app"."incidents" ALTER COLUMN "happened_at" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."clients" ALTER COLUMN "name" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."cases" ADD COLUMN "risk_assessed" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."hand_clocks" ADD COLUMN "step_key" text;--> statement-breakpoint
ALTER TABLE "app"."hand_clocks" ADD COLUMN "part" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."step_events" ADD COLUMN "channel" text;--> statement-breakpoint
ALTER TABLE "app"."step_events" ADD COLUMN "with_whom" text;--> statement-breakpoint
ALTER TABLE "app"."liaisons" ADD COLUMN "zone" text;--> statement-breakpoint
ALTER TABLE "app"."consents" ADD CONSTRAINT "consents_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."consents" ADD CONSTRAINT "consents_org_id_exhibit_id_exhibits_org_id_id_fk" FOREIGN KEY ("org_id","exhibit_id") REFERENCES "app"."exhibits"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."consents" ADD CONSTRAINT "consents_org_id_recorded_by_members_org_id_id_fk" FOREIGN KEY ("org_id","recorded_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."consents" ADD CONSTRAINT "consents_org_id_withdrawn_by_members_org_id_id_fk" FOREIGN KEY ("org_id","withdrawn_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."letters" ADD CONSTRAINT "letters_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."letters" ADD CONSTRAINT "letters_org_id_reference_id_references_org_id_id_fk" FOREIGN KEY ("org_id","reference_id") REFERENCES "app"."references"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."letters" ADD CONSTRAINT "letters_org_id_exhibit_id_exhibits_org_id_id_fk" FOREIGN KEY ("org_id","exhibit_id") REFERENCES "app"."exhibits"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."letters" ADD CONSTRAINT "letters_org_id_document_id_documents_org_id_id_fk" FOREIGN KEY ("org_id","document_id") REFERENCES "app"."documents"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."letters" ADD CONSTRAINT "letters_org_id_dispatch_id_dispatches_org_id_id_fk" FOREIGN KEY ("org_id","dispatch_id") REFERENCES "app"."dispatches"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."letters" ADD CONSTRAINT "letters_org_id_handover_id_handovers_org_id_id_fk" FOREIGN KEY ("org_id","handover_id") REFERENCES "app"."handovers"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."letters" ADD CONSTRAINT "letters_org_id_recorded_by_members_org_id_id_fk" FOREIGN KEY ("org_id","recorded_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."case_notes" ADD CONSTRAINT "case_notes_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."case_notes" ADD CONSTRAINT "case_notes_org_id_account_id_accounts_org_id_id_fk" FOREIGN KEY ("org_id","account_id") REFERENCES "app"."accounts"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."case_notes" ADD CONSTRAINT "case_notes_org_id_next_done_by_members_org_id_id_fk" FOREIGN KEY ("org_id","next_done_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."case_notes" ADD CONSTRAINT "case_notes_org_id_written_by_members_org_id_id_fk" FOREIGN KEY ("org_id","written_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."case_notes" ADD CONSTRAINT "case_notes_org_id_withdrawn_by_members_org_id_id_fk" FOREIGN KEY ("org_id","withdrawn_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."note_drafts" ADD CONSTRAINT "note_drafts_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."note_drafts" ADD CONSTRAINT "note_drafts_org_id_member_id_members_org_id_id_fk" FOREIGN KEY ("org_id","member_id") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."note_versions" ADD CONSTRAINT "note_versions_org_id_note_id_case_notes_org_id_id_fk" FOREIGN KEY ("org_id","note_id") REFERENCES "app"."case_notes"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."note_versions" ADD CONSTRAINT "note_versions_org_id_written_by_members_org_id_id_fk" FOREIGN KEY ("org_id","written_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."note_versions" ADD CONSTRAINT "note_versions_org_id_saved_by_members_org_id_id_fk" FOREIGN KEY ("org_id","saved_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."queue_items" ADD CONSTRAINT "queue_items_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."queue_snoozes" ADD CONSTRAINT "queue_snoozes_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."queue_snoozes" ADD CONSTRAINT "queue_snoozes_org_id_snoozed_by_members_org_id_id_fk" FOREIGN KEY ("org_id","snoozed_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."queue_snoozes" ADD CONSTRAINT "queue_snoozes_org_id_ended_by_members_org_id_id_fk" FOREIGN KEY ("org_id","ended_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."referrals" ADD CONSTRAINT "referrals_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."referrals" ADD CONSTRAINT "referrals_org_id_service_id_services_org_id_id_fk" FOREIGN KEY ("org_id","service_id") REFERENCES "app"."services"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."referrals" ADD CONSTRAINT "referrals_org_id_made_by_members_org_id_id_fk" FOREIGN KEY ("org_id","made_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."referrals" ADD CONSTRAINT "referrals_org_id_answered_by_members_org_id_id_fk" FOREIGN KEY ("org_id","answered_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."referrals" ADD CONSTRAINT "referrals_org_id_ended_by_members_org_id_id_fk" FOREIGN KEY ("org_id","ended_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."services" ADD CONSTRAINT "services_org_id_added_by_members_org_id_id_fk" FOREIGN KEY ("org_id","added_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."services" ADD CONSTRAINT "services_org_id_retired_by_members_org_id_id_fk" FOREIGN KEY ("org_id","retired_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."risk_assessments" ADD CONSTRAINT "risk_assessments_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."risk_assessments" ADD CONSTRAINT "risk_assessments_org_id_assessed_by_members_org_id_id_fk" FOREIGN KEY ("org_id","assessed_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."risk_decisions" ADD CONSTRAINT "risk_decisions_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."risk_decisions" ADD CONSTRAINT "risk_decisions_org_id_assessment_id_risk_assessments_org_id_id_fk" FOREIGN KEY ("org_id","assessment_id") REFERENCES "app"."risk_assessments"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."risk_decisions" ADD CONSTRAINT "risk_decisions_org_id_decided_by_members_org_id_id_fk" FOREIGN KEY ("org_id","decided_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."safety_checks" ADD CONSTRAINT "safety_checks_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."safety_checks" ADD CONSTRAINT "safety_checks_org_id_recorded_by_members_org_id_id_fk" FOREIGN KEY ("org_id","recorded_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."safety_plans" ADD CONSTRAINT "safety_plans_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."safety_plans" ADD CONSTRAINT "safety_plans_org_id_saved_by_members_org_id_id_fk" FOREIGN KEY ("org_id","saved_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."safety_reviews" ADD CONSTRAINT "safety_reviews_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."safety_reviews" ADD CONSTRAINT "safety_reviews_org_id_recorded_by_members_org_id_id_fk" FOREIGN KEY ("org_id","recorded_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."takedown_events" ADD CONSTRAINT "takedown_events_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."takedown_events" ADD CONSTRAINT "takedown_events_org_id_takedown_id_takedowns_org_id_id_fk" FOREIGN KEY ("org_id","takedown_id") REFERENCES "app"."takedowns"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."takedown_events" ADD CONSTRAINT "takedown_events_org_id_reference_id_references_org_id_id_fk" FOREIGN KEY ("org_id","reference_id") REFERENCES "app"."references"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."takedown_events" ADD CONSTRAINT "takedown_events_org_id_proof_exhibit_id_exhibits_org_id_id_fk" FOREIGN KEY ("org_id","proof_exhibit_id") REFERENCES "app"."exhibits"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."takedown_events" ADD CONSTRAINT "takedown_events_org_id_recorded_by_members_org_id_id_fk" FOREIGN KEY ("org_id","recorded_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."takedown_events" ADD CONSTRAINT "takedown_events_org_id_undone_by_members_org_id_id_fk" FOREIGN KEY ("org_id","undone_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."takedowns" ADD CONSTRAINT "takedowns_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."takedowns" ADD CONSTRAINT "takedowns_org_id_account_id_accounts_org_id_id_fk" FOREIGN KEY ("org_id","account_id") REFERENCES "app"."accounts"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."takedowns" ADD CONSTRAINT "takedowns_org_id_incident_id_incidents_org_id_id_fk" FOREIGN KEY ("org_id","incident_id") REFERENCES "app"."incidents"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."takedowns" ADD CONSTRAINT "takedowns_org_id_exhibit_id_exhibits_org_id_id_fk" FOREIGN KEY ("org_id","exhibit_id") REFERENCES "app"."exhibits"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."takedowns" ADD CONSTRAINT "takedowns_org_id_added_by_members_org_id_id_fk" FOREIGN KEY ("org_id","added_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "consents_org_id_case_id_recorded_at_index" ON "app"."consents" USING btree ("org_id","case_id","recorded_at");--> statement-breakpoint
CREATE INDEX "letters_org_id_case_id_index" ON "app"."letters" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "case_notes_org_id_case_id_happened_at_index" ON "app"."case_notes" USING btree ("org_id","case_id","happened_at");--> statement-breakpoint
CREATE INDEX "note_drafts_org_id_case_id_member_id_index" ON "app"."note_drafts" USING btree ("org_id","case_id","member_id");--> statement-breakpoint
CREATE INDEX "note_versions_org_id_case_id_index" ON "app"."note_versions" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "queue_items_org_id_late_at_index" ON "app"."queue_items" USING btree ("org_id","late_at");--> statement-breakpoint
CREATE INDEX "queue_items_org_id_turn_day_at_index" ON "app"."queue_items" USING btree ("org_id","turn","day_at");--> statement-breakpoint
CREATE INDEX "queue_snoozes_org_id_wakes_at_index" ON "app"."queue_snoozes" USING btree ("org_id","wakes_at");--> statement-breakpoint
CREATE UNIQUE INDEX "queue_snoozes_case_id_item_key_index" ON "app"."queue_snoozes" USING btree ("case_id","item_key") WHERE "app"."queue_snoozes"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "referrals_org_id_service_id_index" ON "app"."referrals" USING btree ("org_id","service_id");--> statement-breakpoint
CREATE INDEX "risk_assessments_org_id_case_id_assessed_at_index" ON "app"."risk_assessments" USING btree ("org_id","case_id","assessed_at");--> statement-breakpoint
CREATE INDEX "risk_decisions_org_id_case_id_decided_at_index" ON "app"."risk_decisions" USING btree ("org_id","case_id","decided_at");--> statement-breakpoint
CREATE INDEX "safety_checks_org_id_case_id_item_recorded_at_index" ON "app"."safety_checks" USING btree ("org_id","case_id","item","recorded_at");--> statement-breakpoint
CREATE INDEX "safety_reviews_org_id_case_id_about_recorded_at_index" ON "app"."safety_reviews" USING btree ("org_id","case_id","about","recorded_at");--> statement-breakpoint
CREATE INDEX "takedown_events_org_id_case_id_index" ON "app"."takedown_events" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "takedown_events_org_id_takedown_id_index" ON "app"."takedown_events" USING btree ("org_id","takedown_id");--> statement-breakpoint
CREATE INDEX "takedowns_org_id_case_id_index" ON "app"."takedowns" USING btree ("org_id","case_id");