CREATE TABLE "app"."case_words" (
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"source_id" uuid NOT NULL,
	"word" text NOT NULL,
	CONSTRAINT "case_words_org_id_case_id_source_id_word_pk" PRIMARY KEY("org_id","case_id","source_id","word")
);
--> statement-breakpoint
CREATE TABLE "app"."editions" (
	"org_id" uuid NOT NULL,
	"record_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"changed_by" uuid,
	"changed_at" timestamp with time zone,
	CONSTRAINT "editions_org_id_record_id_pk" PRIMARY KEY("org_id","record_id")
);
--> statement-breakpoint
CREATE TABLE "app"."list_choices" (
	"member_id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"columns" text[],
	"view_id" uuid
);
--> statement-breakpoint
CREATE TABLE "app"."saved_views" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"columns" text[],
	"shared" boolean DEFAULT false NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "saved_views_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
ALTER TABLE "app"."case_words" ADD CONSTRAINT "case_words_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."editions" ADD CONSTRAINT "editions_org_id_changed_by_members_org_id_id_fk" FOREIGN KEY ("org_id","changed_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."list_choices" ADD CONSTRAINT "list_choices_org_id_member_id_members_org_id_id_fk" FOREIGN KEY ("org_id","member_id") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."list_choices" ADD CONSTRAINT "list_choices_org_id_view_id_saved_views_org_id_id_fk" FOREIGN KEY ("org_id","view_id") REFERENCES "app"."saved_views"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."saved_views" ADD CONSTRAINT "saved_views_org_id_member_id_members_org_id_id_fk" FOREIGN KEY ("org_id","member_id") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "case_words_org_id_source_id_index" ON "app"."case_words" USING btree ("org_id","source_id");--> statement-breakpoint
CREATE UNIQUE INDEX "saved_views_one_name" ON "app"."saved_views" USING btree ("org_id","member_id","name") WHERE removed_at is null;--> statement-breakpoint
CREATE INDEX "cases_org_id_level_opened_at_id_index" ON "app"."cases" USING btree ("org_id","level","opened_at","id");