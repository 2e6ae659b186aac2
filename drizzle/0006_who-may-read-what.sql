CREATE TABLE "app"."case_access" (
	"case_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"org_id" uuid NOT NULL,
	"owns" boolean NOT NULL,
	"works" boolean NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	"opened_at" timestamp with time zone NOT NULL,
	"last_activity_at" timestamp with time zone NOT NULL,
	"next_due_on" date,
	"pseudonym" text NOT NULL,
	"sought" text NOT NULL,
	"risk" text NOT NULL,
	"level" integer NOT NULL,
	CONSTRAINT "case_access_case_id_member_id_pk" PRIMARY KEY("case_id","member_id")
);
--> statement-breakpoint
ALTER TABLE "app"."case_owners" DISABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP TABLE "app"."case_owners" CASCADE;--> statement-breakpoint
DROP INDEX "app"."queue_items_org_id_late_at_index";--> statement-breakpoint
DROP INDEX "app"."queue_items_org_id_turn_day_at_index";--> statement-breakpoint
ALTER TABLE "app"."cases" ADD COLUMN "sought" text GENERATED ALWAYS AS (lower(pseudonym)) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."queue_items" ADD COLUMN "owner_id" uuid;--> statement-breakpoint
ALTER TABLE "app"."case_access" ADD CONSTRAINT "case_access_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."case_access" ADD CONSTRAINT "case_access_org_id_member_id_members_org_id_id_fk" FOREIGN KEY ("org_id","member_id") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "case_access_due" ON "app"."case_access" USING btree ("org_id","member_id","next_due_on","case_id") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "case_access_opened" ON "app"."case_access" USING btree ("org_id","member_id","opened_at","case_id") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "case_access_activity" ON "app"."case_access" USING btree ("org_id","member_id","last_activity_at","case_id") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "case_access_pseudonym" ON "app"."case_access" USING btree ("org_id","member_id","pseudonym","case_id") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "case_access_risk" ON "app"."case_access" USING btree ("org_id","member_id","risk","opened_at","case_id") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "case_access_level" ON "app"."case_access" USING btree ("org_id","member_id","level","opened_at","case_id") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "case_access_closed" ON "app"."case_access" USING btree ("org_id","member_id","opened_at","case_id") WHERE closed_at is not null;--> statement-breakpoint
CREATE INDEX "case_access_sought" ON "app"."case_access" USING btree ("org_id","member_id","sought" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "cases_sought" ON "app"."cases" USING btree ("org_id","sought" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "cases_code_beginning" ON "app"."cases" USING btree ("org_id","code" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "cases_open_opened" ON "app"."cases" USING btree ("org_id","opened_at","id") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "cases_open_activity" ON "app"."cases" USING btree ("org_id","last_activity_at","id") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "case_flags_open" ON "app"."case_flags" USING btree ("org_id","case_id") WHERE resolved_at is null;--> statement-breakpoint
CREATE INDEX "case_reviews_newest" ON "app"."case_reviews" USING btree ("org_id","written_at");--> statement-breakpoint
CREATE INDEX "case_reviews_open" ON "app"."case_reviews" USING btree ("org_id","case_id") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "queue_items_late" ON "app"."queue_items" USING btree ("org_id","late_at","id");--> statement-breakpoint
CREATE INDEX "queue_items_turn" ON "app"."queue_items" USING btree ("org_id","turn","day_at","id");--> statement-breakpoint
CREATE INDEX "queue_items_owner_late" ON "app"."queue_items" USING btree ("org_id","owner_id","late_at","id");--> statement-breakpoint
CREATE INDEX "queue_items_owner_turn" ON "app"."queue_items" USING btree ("org_id","owner_id","turn","day_at","id");--> statement-breakpoint
CREATE INDEX "queue_items_never_late" ON "app"."queue_items" USING btree ("org_id","owner_id","turn","day_at") WHERE late_at is null;--> statement-breakpoint
CREATE INDEX "queue_items_waiting" ON "app"."queue_items" USING btree ("org_id","since","id") WHERE turn = 'theirs';--> statement-breakpoint
CREATE INDEX "queue_items_owner_waiting" ON "app"."queue_items" USING btree ("org_id","owner_id","since","id") WHERE turn = 'theirs';