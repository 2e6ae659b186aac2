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
CREATE INDEX "takedown_events_org_id_case_id_index" ON "app"."takedown_events" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "takedown_events_org_id_takedown_id_index" ON "app"."takedown_events" USING btree ("org_id","takedown_id");--> statement-breakpoint
CREATE INDEX "takedowns_org_id_case_id_index" ON "app"."takedowns" USING btree ("org_id","case_id");