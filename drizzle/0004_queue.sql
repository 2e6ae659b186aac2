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
ALTER TABLE "app"."queue_items" ADD CONSTRAINT "queue_items_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."queue_snoozes" ADD CONSTRAINT "queue_snoozes_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."queue_snoozes" ADD CONSTRAINT "queue_snoozes_org_id_snoozed_by_members_org_id_id_fk" FOREIGN KEY ("org_id","snoozed_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."queue_snoozes" ADD CONSTRAINT "queue_snoozes_org_id_ended_by_members_org_id_id_fk" FOREIGN KEY ("org_id","ended_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "queue_items_org_id_late_at_index" ON "app"."queue_items" USING btree ("org_id","late_at");--> statement-breakpoint
CREATE INDEX "queue_items_org_id_turn_day_at_index" ON "app"."queue_items" USING btree ("org_id","turn","day_at");--> statement-breakpoint
CREATE INDEX "queue_snoozes_org_id_wakes_at_index" ON "app"."queue_snoozes" USING btree ("org_id","wakes_at");--> statement-breakpoint
CREATE UNIQUE INDEX "queue_snoozes_case_id_item_key_index" ON "app"."queue_snoozes" USING btree ("case_id","item_key") WHERE "app"."queue_snoozes"."ended_at" is null;