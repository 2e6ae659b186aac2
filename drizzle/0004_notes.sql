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
CREATE INDEX "case_notes_org_id_case_id_happened_at_index" ON "app"."case_notes" USING btree ("org_id","case_id","happened_at");--> statement-breakpoint
CREATE INDEX "note_drafts_org_id_case_id_member_id_index" ON "app"."note_drafts" USING btree ("org_id","case_id","member_id");--> statement-breakpoint
CREATE INDEX "note_versions_org_id_case_id_index" ON "app"."note_versions" USING btree ("org_id","case_id");