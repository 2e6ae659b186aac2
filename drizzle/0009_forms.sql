CREATE TABLE "app"."filled_forms" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"form_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"version" integer NOT NULL,
	"mapping" integer NOT NULL,
	"body" text NOT NULL,
	"file_id" uuid,
	"sha256" text,
	"size" bigint,
	"pages" integer,
	"filled_by" uuid NOT NULL,
	"filled_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_by" uuid,
	CONSTRAINT "filled_forms_orgId_id_unique" UNIQUE("org_id","id"),
	CONSTRAINT "filled_forms_caseId_number_unique" UNIQUE("case_id","number"),
	CONSTRAINT "filled_forms_orgId_fileId_unique" UNIQUE("org_id","file_id")
);
--> statement-breakpoint
CREATE TABLE "app"."official_forms" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"key_id" uuid NOT NULL,
	"series_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"body" text NOT NULL,
	"name" text NOT NULL,
	"edition" text,
	"source" text,
	"file_id" uuid NOT NULL,
	"sha256" text NOT NULL,
	"sent_sha256" text NOT NULL,
	"size" bigint NOT NULL,
	"pages" jsonb NOT NULL,
	"fields" jsonb NOT NULL,
	"removed" jsonb NOT NULL,
	"places" jsonb NOT NULL,
	"mapping" integer NOT NULL,
	"added_by" uuid NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"retired_at" timestamp with time zone,
	"retired_by" uuid,
	CONSTRAINT "official_forms_orgId_id_unique" UNIQUE("org_id","id"),
	CONSTRAINT "official_forms_seriesId_version_unique" UNIQUE("series_id","version"),
	CONSTRAINT "official_forms_orgId_fileId_unique" UNIQUE("org_id","file_id")
);
--> statement-breakpoint
ALTER TABLE "app"."filled_forms" ADD CONSTRAINT "filled_forms_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."filled_forms" ADD CONSTRAINT "filled_forms_org_id_form_id_official_forms_org_id_id_fk" FOREIGN KEY ("org_id","form_id") REFERENCES "app"."official_forms"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."filled_forms" ADD CONSTRAINT "filled_forms_org_id_filled_by_members_org_id_id_fk" FOREIGN KEY ("org_id","filled_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."filled_forms" ADD CONSTRAINT "filled_forms_org_id_withdrawn_by_members_org_id_id_fk" FOREIGN KEY ("org_id","withdrawn_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."official_forms" ADD CONSTRAINT "official_forms_org_id_key_id_data_keys_org_id_id_fk" FOREIGN KEY ("org_id","key_id") REFERENCES "app"."data_keys"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."official_forms" ADD CONSTRAINT "official_forms_org_id_added_by_members_org_id_id_fk" FOREIGN KEY ("org_id","added_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."official_forms" ADD CONSTRAINT "official_forms_org_id_retired_by_members_org_id_id_fk" FOREIGN KEY ("org_id","retired_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "filled_forms_org_id_case_id_index" ON "app"."filled_forms" USING btree ("org_id","case_id");