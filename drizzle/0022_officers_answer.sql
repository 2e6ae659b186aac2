ALTER TABLE "app"."handovers" ADD CONSTRAINT "handovers_orgId_id_caseId_unique" UNIQUE("org_id","id","case_id");--> statement-breakpoint
CREATE TABLE "app"."handover_outcomes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"handover_id" uuid NOT NULL,
	"key_id" uuid NOT NULL,
	"outcome" text NOT NULL,
	"on" date NOT NULL,
	"note" text,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by" uuid NOT NULL,
	"seen_at" timestamp with time zone,
	"seen_by" uuid,
	CONSTRAINT "handover_outcomes_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."handover_questions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"handover_id" uuid NOT NULL,
	"key_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"part" text,
	"words" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"asked_by" uuid NOT NULL,
	"answer" text,
	"answered_at" timestamp with time zone,
	"answered_by" uuid,
	"mended_by" uuid,
	CONSTRAINT "handover_questions_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
ALTER TABLE "app"."handover_outcomes" ADD CONSTRAINT "handover_outcomes_org_id_handover_id_case_id_handovers_org_id_id_case_id_fk" FOREIGN KEY ("org_id","handover_id","case_id") REFERENCES "app"."handovers"("org_id","id","case_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."handover_outcomes" ADD CONSTRAINT "handover_outcomes_org_id_key_id_data_keys_org_id_id_fk" FOREIGN KEY ("org_id","key_id") REFERENCES "app"."data_keys"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."handover_outcomes" ADD CONSTRAINT "handover_outcomes_org_id_recorded_by_members_org_id_id_fk" FOREIGN KEY ("org_id","recorded_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."handover_outcomes" ADD CONSTRAINT "handover_outcomes_org_id_seen_by_members_org_id_id_fk" FOREIGN KEY ("org_id","seen_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."handover_questions" ADD CONSTRAINT "handover_questions_org_id_handover_id_case_id_handovers_org_id_id_case_id_fk" FOREIGN KEY ("org_id","handover_id","case_id") REFERENCES "app"."handovers"("org_id","id","case_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."handover_questions" ADD CONSTRAINT "handover_questions_org_id_key_id_data_keys_org_id_id_fk" FOREIGN KEY ("org_id","key_id") REFERENCES "app"."data_keys"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."handover_questions" ADD CONSTRAINT "handover_questions_org_id_asked_by_members_org_id_id_fk" FOREIGN KEY ("org_id","asked_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."handover_questions" ADD CONSTRAINT "handover_questions_org_id_answered_by_members_org_id_id_fk" FOREIGN KEY ("org_id","answered_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."handover_questions" ADD CONSTRAINT "handover_questions_org_id_mended_by_packets_org_id_id_fk" FOREIGN KEY ("org_id","mended_by") REFERENCES "app"."packets"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "handover_outcomes_org_id_handover_id_index" ON "app"."handover_outcomes" USING btree ("org_id","handover_id");--> statement-breakpoint
CREATE INDEX "handover_outcomes_org_id_case_id_index" ON "app"."handover_outcomes" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "handover_questions_org_id_handover_id_index" ON "app"."handover_questions" USING btree ("org_id","handover_id");--> statement-breakpoint
CREATE INDEX "handover_questions_org_id_case_id_index" ON "app"."handover_questions" USING btree ("org_id","case_id");