CREATE TABLE "app"."bodies" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"law_key" text,
	"kind" text NOT NULL,
	"country" text NOT NULL,
	"name" text NOT NULL,
	"area" text,
	"phone" text,
	"email" text,
	"address" text,
	"hours" text,
	"languages" text,
	"purpose" text,
	"source" text NOT NULL,
	"read_on" date NOT NULL,
	"mark" text NOT NULL,
	"name_key" text NOT NULL,
	"area_key" text NOT NULL,
	"added_by" uuid NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone,
	"confirmed_by" uuid,
	"confirmed_at" timestamp with time zone,
	"expires_on" date,
	"reported_at" timestamp with time zone,
	"retired_at" timestamp with time zone,
	"merged_into" uuid,
	CONSTRAINT "bodies_orgId_id_unique" UNIQUE("org_id","id"),
	CONSTRAINT "bodies_orgId_lawKey_unique" UNIQUE("org_id","law_key")
);
--> statement-breakpoint
CREATE TABLE "app"."body_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"body_id" uuid NOT NULL,
	"act" text NOT NULL,
	"by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"import_id" uuid,
	"was" jsonb,
	"became" jsonb,
	"confirmation" jsonb,
	"note" text
);
--> statement-breakpoint
CREATE TABLE "app"."body_import_rows" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"import_id" uuid NOT NULL,
	"row" integer NOT NULL,
	"cells" jsonb NOT NULL,
	"state" text NOT NULL,
	"body_id" uuid,
	"law_key" text,
	"messages" jsonb NOT NULL,
	"take" text,
	CONSTRAINT "body_import_rows_importId_row_unique" UNIQUE("import_id","row")
);
--> statement-breakpoint
CREATE TABLE "app"."body_imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"file_name" text NOT NULL,
	"headers" jsonb NOT NULL,
	"columns" jsonb NOT NULL,
	"fixed" jsonb NOT NULL,
	"state" text NOT NULL,
	"started_by" uuid NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	"undone_at" timestamp with time zone,
	CONSTRAINT "body_imports_orgId_id_unique" UNIQUE("org_id","id"),
	CONSTRAINT "body_imports_orgId_number_unique" UNIQUE("org_id","number")
);
--> statement-breakpoint
ALTER TABLE "app"."references" ADD COLUMN "body_id" uuid;--> statement-breakpoint
ALTER TABLE "app"."refusals" ADD COLUMN "body_id" uuid;--> statement-breakpoint
ALTER TABLE "app"."bodies" ADD CONSTRAINT "bodies_org_id_added_by_members_org_id_id_fk" FOREIGN KEY ("org_id","added_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."bodies" ADD CONSTRAINT "bodies_org_id_confirmed_by_members_org_id_id_fk" FOREIGN KEY ("org_id","confirmed_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."bodies" ADD CONSTRAINT "bodies_org_id_merged_into_bodies_org_id_id_fk" FOREIGN KEY ("org_id","merged_into") REFERENCES "app"."bodies"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."body_changes" ADD CONSTRAINT "body_changes_org_id_body_id_bodies_org_id_id_fk" FOREIGN KEY ("org_id","body_id") REFERENCES "app"."bodies"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."body_changes" ADD CONSTRAINT "body_changes_org_id_import_id_body_imports_org_id_id_fk" FOREIGN KEY ("org_id","import_id") REFERENCES "app"."body_imports"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."body_changes" ADD CONSTRAINT "body_changes_org_id_by_members_org_id_id_fk" FOREIGN KEY ("org_id","by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."body_import_rows" ADD CONSTRAINT "body_import_rows_org_id_import_id_body_imports_org_id_id_fk" FOREIGN KEY ("org_id","import_id") REFERENCES "app"."body_imports"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."body_import_rows" ADD CONSTRAINT "body_import_rows_org_id_body_id_bodies_org_id_id_fk" FOREIGN KEY ("org_id","body_id") REFERENCES "app"."bodies"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."body_imports" ADD CONSTRAINT "body_imports_org_id_started_by_members_org_id_id_fk" FOREIGN KEY ("org_id","started_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bodies_org_id_name_key_index" ON "app"."bodies" USING btree ("org_id","name_key");--> statement-breakpoint
CREATE INDEX "body_changes_org_id_body_id_index" ON "app"."body_changes" USING btree ("org_id","body_id");--> statement-breakpoint
CREATE INDEX "body_changes_import_id_index" ON "app"."body_changes" USING btree ("import_id");--> statement-breakpoint
ALTER TABLE "app"."references" ADD CONSTRAINT "references_org_id_body_id_bodies_org_id_id_fk" FOREIGN KEY ("org_id","body_id") REFERENCES "app"."bodies"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."refusals" ADD CONSTRAINT "refusals_org_id_body_id_bodies_org_id_id_fk" FOREIGN KEY ("org_id","body_id") REFERENCES "app"."bodies"("org_id","id") ON DELETE no action ON UPDATE no action;