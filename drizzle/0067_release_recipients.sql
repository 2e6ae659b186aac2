CREATE TABLE "app"."recalls" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"packet_id" uuid NOT NULL,
	"handover_id" uuid,
	"dispatch_id" uuid,
	"release_id" uuid,
	"made_by" uuid NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"outcome" text,
	"settled_by" uuid,
	"settled_at" timestamp with time zone,
	CONSTRAINT "recalls_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."release_recipients" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"release_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"confirmed_by" uuid NOT NULL,
	"confirmed_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	CONSTRAINT "release_recipients_orgId_id_unique" UNIQUE("org_id","id"),
	CONSTRAINT "release_recipients_releaseId_memberId_unique" UNIQUE("release_id","member_id")
);
--> statement-breakpoint
ALTER TABLE "app"."recalls" ADD CONSTRAINT "recalls_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."recalls" ADD CONSTRAINT "recalls_org_id_packet_id_packets_org_id_id_fk" FOREIGN KEY ("org_id","packet_id") REFERENCES "app"."packets"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."recalls" ADD CONSTRAINT "recalls_org_id_handover_id_handovers_org_id_id_fk" FOREIGN KEY ("org_id","handover_id") REFERENCES "app"."handovers"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."recalls" ADD CONSTRAINT "recalls_org_id_dispatch_id_dispatches_org_id_id_fk" FOREIGN KEY ("org_id","dispatch_id") REFERENCES "app"."dispatches"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."recalls" ADD CONSTRAINT "recalls_org_id_release_id_releases_org_id_id_fk" FOREIGN KEY ("org_id","release_id") REFERENCES "app"."releases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."recalls" ADD CONSTRAINT "recalls_org_id_made_by_members_org_id_id_fk" FOREIGN KEY ("org_id","made_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."recalls" ADD CONSTRAINT "recalls_org_id_settled_by_members_org_id_id_fk" FOREIGN KEY ("org_id","settled_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."release_recipients" ADD CONSTRAINT "release_recipients_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."release_recipients" ADD CONSTRAINT "release_recipients_org_id_release_id_releases_org_id_id_fk" FOREIGN KEY ("org_id","release_id") REFERENCES "app"."releases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."release_recipients" ADD CONSTRAINT "release_recipients_org_id_member_id_liaisons_org_id_member_id_fk" FOREIGN KEY ("org_id","member_id") REFERENCES "app"."liaisons"("org_id","member_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."release_recipients" ADD CONSTRAINT "release_recipients_org_id_confirmed_by_members_org_id_id_fk" FOREIGN KEY ("org_id","confirmed_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "recalls_org_id_case_id_index" ON "app"."recalls" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "recalls_org_id_packet_id_index" ON "app"."recalls" USING btree ("org_id","packet_id");--> statement-breakpoint
CREATE INDEX "release_recipients_org_id_case_id_index" ON "app"."release_recipients" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "release_recipients_org_id_member_id_index" ON "app"."release_recipients" USING btree ("org_id","member_id");