CREATE TABLE "app"."scans" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"exhibit_id" uuid NOT NULL,
	"state" text NOT NULL,
	"virus" text,
	"problem" text,
	"engine" text,
	"asked_at" timestamp with time zone NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"last_tried_at" timestamp with time zone,
	"scanned_at" timestamp with time zone,
	"let_out_by" uuid,
	"let_out_at" timestamp with time zone,
	"let_out_reason" text,
	CONSTRAINT "scans_orgId_id_unique" UNIQUE("org_id","id"),
	CONSTRAINT "scans_exhibitId_unique" UNIQUE("exhibit_id")
);
--> statement-breakpoint
ALTER TABLE "app"."scans" ADD CONSTRAINT "scans_org_id_exhibit_id_exhibits_org_id_id_fk" FOREIGN KEY ("org_id","exhibit_id") REFERENCES "app"."exhibits"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."scans" ADD CONSTRAINT "scans_org_id_let_out_by_members_org_id_id_fk" FOREIGN KEY ("org_id","let_out_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "scans_org_id_case_id_index" ON "app"."scans" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "scans_org_id_state_index" ON "app"."scans" USING btree ("org_id","state");