CREATE TABLE "app"."clock_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"clock_key" text NOT NULL,
	"change" text NOT NULL,
	"on" date NOT NULL,
	"until" date,
	"reason" text NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."hand_clocks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"code" text,
	"title" text NOT NULL,
	"started_on" date NOT NULL,
	"started_at" timestamp with time zone,
	"due_on" date,
	"note" text,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"answered_on" date,
	"answered_note" text,
	"answered_by" uuid,
	CONSTRAINT "hand_clocks_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."preservations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"asked_by" text NOT NULL,
	"asked_on" date NOT NULL,
	"accepted_on" date,
	"refused_on" date,
	"renewed_on" date,
	"expires_on" date,
	"reference_id" uuid,
	"note" text,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "preservations_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."document_versions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"document_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"body" text NOT NULL,
	"note" text,
	"saved_by" uuid NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "document_versions_documentId_version_unique" UNIQUE("document_id","version")
);
--> statement-breakpoint
CREATE TABLE "app"."documents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"template" text NOT NULL,
	"kind" text NOT NULL,
	"step_key" text,
	"rung_key" text,
	"refusal_id" uuid,
	"account_id" uuid,
	"signer" text NOT NULL,
	"state" text NOT NULL,
	"version" integer NOT NULL,
	"final_on" date,
	"sworn_on" date,
	"sworn_exhibit_id" uuid,
	"sent_on" date,
	"drafted_by" uuid NOT NULL,
	"drafted_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "documents_orgId_id_unique" UNIQUE("org_id","id"),
	CONSTRAINT "documents_caseId_number_unique" UNIQUE("case_id","number")
);
--> statement-breakpoint
CREATE TABLE "app"."proclaimed_days" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"calendar" text NOT NULL,
	"day" date NOT NULL,
	"name" text NOT NULL,
	"source" text NOT NULL,
	"withdrawn" boolean DEFAULT false NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "proclaimed_days_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."provision_versions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"part" text NOT NULL,
	"key" text NOT NULL,
	"version" integer NOT NULL,
	"change" jsonb NOT NULL,
	"source" text NOT NULL,
	"mark" text NOT NULL,
	"checked_on" date NOT NULL,
	"reason" text NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "provision_versions_orgId_part_key_version_unique" UNIQUE("org_id","part","key","version")
);
--> statement-breakpoint
CREATE TABLE "app"."reference_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"reference_id" uuid NOT NULL,
	"change" text NOT NULL,
	"fields" jsonb NOT NULL,
	"reason" text,
	"recorded_by" uuid,
	"recorded_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."reference_secrets" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"reference_id" uuid NOT NULL,
	"label" text NOT NULL,
	"secret" text,
	"stored_by" uuid NOT NULL,
	"stored_at" timestamp with time zone NOT NULL,
	"destroyed_at" timestamp with time zone,
	CONSTRAINT "reference_secrets_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."authorities" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"process" text NOT NULL,
	"given_by" text NOT NULL,
	"signed_on" date NOT NULL,
	"expires_on" date,
	"exhibit_id" uuid NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"revoked_reason" text,
	CONSTRAINT "authorities_orgId_id_unique" UNIQUE("org_id","id"),
	CONSTRAINT "authorities_caseId_number_unique" UNIQUE("case_id","number")
);
--> statement-breakpoint
CREATE TABLE "app"."refusals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"step_key" text NOT NULL,
	"rung_key" text NOT NULL,
	"office" text NOT NULL,
	"officer" text,
	"force_number" text,
	"words" text,
	"witnesses" text,
	"refused_at" timestamp with time zone NOT NULL,
	"zone" text NOT NULL,
	"proof_exhibit_id" uuid,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"settled_on" date,
	"settled_note" text,
	CONSTRAINT "refusals_orgId_id_unique" UNIQUE("org_id","id"),
	CONSTRAINT "refusals_caseId_number_unique" UNIQUE("case_id","number")
);
--> statement-breakpoint
CREATE TABLE "app"."calendar_feeds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "calendar_feeds_tokenHash_unique" UNIQUE("token_hash"),
	CONSTRAINT "calendar_feeds_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."mails" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"occasion" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"not_before" timestamp with time zone NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"claimed_at" timestamp with time zone,
	"sent_at" timestamp with time zone,
	"failure" text,
	CONSTRAINT "mails_orgId_id_unique" UNIQUE("org_id","id"),
	CONSTRAINT "mails_orgId_memberId_occasion_unique" UNIQUE("org_id","member_id","occasion")
);
--> statement-breakpoint
CREATE TABLE "app"."reminder_wishes" (
	"member_id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"mails" text NOT NULL,
	"zone" text NOT NULL,
	"digest_at" text NOT NULL,
	"quiet_from" text NOT NULL,
	"quiet_until" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."reminders" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"clock_key" text NOT NULL,
	"due_on" date NOT NULL,
	"alert" text NOT NULL,
	"urgency" text NOT NULL,
	"why" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"mail_id" uuid,
	CONSTRAINT "reminders_orgId_memberId_caseId_clockKey_dueOn_alert_unique" UNIQUE("org_id","member_id","case_id","clock_key","due_on","alert")
);
--> statement-breakpoint
DROP INDEX "app"."references_one_number";--> statement-breakpoint
ALTER TABLE "app"."cases" ADD COLUMN "closed_by" uuid;--> statement-breakpoint
ALTER TABLE "app"."cases" ADD COLUMN "outcome" text;--> statement-breakpoint
ALTER TABLE "app"."cases" ADD COLUMN "closing_note" text;--> statement-breakpoint
ALTER TABLE "app"."incidents" ADD COLUMN "knowledge" text;--> statement-breakpoint
ALTER TABLE "app"."references" ADD COLUMN "holder" text;--> statement-breakpoint
ALTER TABLE "app"."references" ADD COLUMN "warnings" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."clock_changes" ADD CONSTRAINT "clock_changes_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."clock_changes" ADD CONSTRAINT "clock_changes_org_id_recorded_by_members_org_id_id_fk" FOREIGN KEY ("org_id","recorded_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."hand_clocks" ADD CONSTRAINT "hand_clocks_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."hand_clocks" ADD CONSTRAINT "hand_clocks_org_id_recorded_by_members_org_id_id_fk" FOREIGN KEY ("org_id","recorded_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."hand_clocks" ADD CONSTRAINT "hand_clocks_org_id_answered_by_members_org_id_id_fk" FOREIGN KEY ("org_id","answered_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."preservations" ADD CONSTRAINT "preservations_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."preservations" ADD CONSTRAINT "preservations_org_id_account_id_accounts_org_id_id_fk" FOREIGN KEY ("org_id","account_id") REFERENCES "app"."accounts"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."preservations" ADD CONSTRAINT "preservations_org_id_reference_id_references_org_id_id_fk" FOREIGN KEY ("org_id","reference_id") REFERENCES "app"."references"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."preservations" ADD CONSTRAINT "preservations_org_id_recorded_by_members_org_id_id_fk" FOREIGN KEY ("org_id","recorded_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."document_versions" ADD CONSTRAINT "document_versions_org_id_document_id_documents_org_id_id_fk" FOREIGN KEY ("org_id","document_id") REFERENCES "app"."documents"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."document_versions" ADD CONSTRAINT "document_versions_org_id_saved_by_members_org_id_id_fk" FOREIGN KEY ("org_id","saved_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."documents" ADD CONSTRAINT "documents_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."documents" ADD CONSTRAINT "documents_org_id_refusal_id_refusals_org_id_id_fk" FOREIGN KEY ("org_id","refusal_id") REFERENCES "app"."refusals"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."documents" ADD CONSTRAINT "documents_org_id_account_id_accounts_org_id_id_fk" FOREIGN KEY ("org_id","account_id") REFERENCES "app"."accounts"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."documents" ADD CONSTRAINT "documents_org_id_sworn_exhibit_id_exhibits_org_id_id_fk" FOREIGN KEY ("org_id","sworn_exhibit_id") REFERENCES "app"."exhibits"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."documents" ADD CONSTRAINT "documents_org_id_drafted_by_members_org_id_id_fk" FOREIGN KEY ("org_id","drafted_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."proclaimed_days" ADD CONSTRAINT "proclaimed_days_org_id_recorded_by_members_org_id_id_fk" FOREIGN KEY ("org_id","recorded_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."provision_versions" ADD CONSTRAINT "provision_versions_org_id_recorded_by_members_org_id_id_fk" FOREIGN KEY ("org_id","recorded_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."reference_changes" ADD CONSTRAINT "reference_changes_org_id_reference_id_references_org_id_id_fk" FOREIGN KEY ("org_id","reference_id") REFERENCES "app"."references"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."reference_changes" ADD CONSTRAINT "reference_changes_org_id_recorded_by_members_org_id_id_fk" FOREIGN KEY ("org_id","recorded_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."reference_secrets" ADD CONSTRAINT "reference_secrets_org_id_reference_id_references_org_id_id_fk" FOREIGN KEY ("org_id","reference_id") REFERENCES "app"."references"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."reference_secrets" ADD CONSTRAINT "reference_secrets_org_id_stored_by_members_org_id_id_fk" FOREIGN KEY ("org_id","stored_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."authorities" ADD CONSTRAINT "authorities_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."authorities" ADD CONSTRAINT "authorities_org_id_exhibit_id_exhibits_org_id_id_fk" FOREIGN KEY ("org_id","exhibit_id") REFERENCES "app"."exhibits"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."authorities" ADD CONSTRAINT "authorities_org_id_recorded_by_members_org_id_id_fk" FOREIGN KEY ("org_id","recorded_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."refusals" ADD CONSTRAINT "refusals_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."refusals" ADD CONSTRAINT "refusals_org_id_proof_exhibit_id_exhibits_org_id_id_fk" FOREIGN KEY ("org_id","proof_exhibit_id") REFERENCES "app"."exhibits"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."refusals" ADD CONSTRAINT "refusals_org_id_recorded_by_members_org_id_id_fk" FOREIGN KEY ("org_id","recorded_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."calendar_feeds" ADD CONSTRAINT "calendar_feeds_org_id_member_id_members_org_id_id_fk" FOREIGN KEY ("org_id","member_id") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."mails" ADD CONSTRAINT "mails_org_id_member_id_members_org_id_id_fk" FOREIGN KEY ("org_id","member_id") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."reminder_wishes" ADD CONSTRAINT "reminder_wishes_org_id_member_id_members_org_id_id_fk" FOREIGN KEY ("org_id","member_id") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."reminders" ADD CONSTRAINT "reminders_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."reminders" ADD CONSTRAINT "reminders_org_id_member_id_members_org_id_id_fk" FOREIGN KEY ("org_id","member_id") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."reminders" ADD CONSTRAINT "reminders_org_id_mail_id_mails_org_id_id_fk" FOREIGN KEY ("org_id","mail_id") REFERENCES "app"."mails"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "clock_changes_org_id_case_id_index" ON "app"."clock_changes" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "hand_clocks_org_id_case_id_index" ON "app"."hand_clocks" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "preservations_org_id_case_id_index" ON "app"."preservations" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "document_versions_org_id_case_id_index" ON "app"."document_versions" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "documents_org_id_case_id_index" ON "app"."documents" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "proclaimed_days_org_id_calendar_day_index" ON "app"."proclaimed_days" USING btree ("org_id","calendar","day");--> statement-breakpoint
CREATE INDEX "reference_changes_org_id_reference_id_index" ON "app"."reference_changes" USING btree ("org_id","reference_id");--> statement-breakpoint
CREATE INDEX "reference_secrets_org_id_reference_id_index" ON "app"."reference_secrets" USING btree ("org_id","reference_id");--> statement-breakpoint
CREATE INDEX "authorities_org_id_case_id_index" ON "app"."authorities" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "refusals_org_id_case_id_index" ON "app"."refusals" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "calendar_feeds_org_id_member_id_index" ON "app"."calendar_feeds" USING btree ("org_id","member_id");--> statement-breakpoint
CREATE INDEX "mails_org_id_sent_at_index" ON "app"."mails" USING btree ("org_id","sent_at");--> statement-breakpoint
CREATE INDEX "reminders_org_id_member_id_mail_id_index" ON "app"."reminders" USING btree ("org_id","member_id","mail_id");--> statement-breakpoint
CREATE INDEX "references_org_id_kind_canonical_index" ON "app"."references" USING btree ("org_id","kind","canonical");