CREATE TABLE "app"."case_exports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"key_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"case_id" uuid,
	"reason" text NOT NULL,
	"state" text NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"cases" integer DEFAULT 0 NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"files" integer DEFAULT 0 NOT NULL,
	"problem" text,
	"file_id" uuid,
	"size" bigint,
	"sha256" text,
	"ready_at" timestamp with time zone,
	"expires_at" timestamp with time zone,
	"taken_at" timestamp with time zone,
	CONSTRAINT "case_exports_orgId_id_unique" UNIQUE("org_id","id"),
	CONSTRAINT "case_exports_kind" CHECK ((kind = 'case') = (case_id is not null)),
	CONSTRAINT "case_exports_second_person" CHECK (decided_by is null or decided_by <> asked_by or state = 'refused'),
	CONSTRAINT "case_exports_released" CHECK (kind = 'case' or state in ('waiting', 'refused', 'cleared') or decided_by is not null)
);
--> statement-breakpoint
CREATE TABLE "app"."import_mappings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"name" text NOT NULL,
	"mapping" jsonb NOT NULL,
	"saved_by" uuid NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "import_mappings_orgId_id_unique" UNIQUE("org_id","id"),
	CONSTRAINT "import_mappings_orgId_name_unique" UNIQUE("org_id","name")
);
--> statement-breakpoint
CREATE TABLE "app"."import_rows" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"import_id" uuid NOT NULL,
	"row" integer NOT NULL,
	"cells" text,
	"state" text NOT NULL,
	"said" text,
	"decision" text,
	"client_mark" "bytea",
	"code_mark" "bytea",
	"number_mark" "bytea",
	"case_id" uuid,
	"done_at" timestamp with time zone,
	CONSTRAINT "import_rows_orgId_id_unique" UNIQUE("org_id","id"),
	CONSTRAINT "import_rows_importId_row_unique" UNIQUE("import_id","row")
);
--> statement-breakpoint
CREATE TABLE "app"."imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"key_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"file_name" text NOT NULL,
	"file_id" uuid,
	"sha256" text NOT NULL,
	"size" bigint NOT NULL,
	"state" text NOT NULL,
	"format" text,
	"problem" text,
	"head" text,
	"mapping" text,
	"rows" integer DEFAULT 0 NOT NULL,
	"good" integer DEFAULT 0 NOT NULL,
	"bad" integer DEFAULT 0 NOT NULL,
	"twins" integer DEFAULT 0 NOT NULL,
	"imported" integer DEFAULT 0 NOT NULL,
	"left_out" integer DEFAULT 0 NOT NULL,
	"failed" integer DEFAULT 0 NOT NULL,
	"twins_too" boolean DEFAULT false NOT NULL,
	"started_by" uuid NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"run_by" uuid,
	"finished_at" timestamp with time zone,
	CONSTRAINT "imports_orgId_id_unique" UNIQUE("org_id","id"),
	CONSTRAINT "imports_orgId_number_unique" UNIQUE("org_id","number")
);
--> statement-breakpoint
ALTER TABLE "app"."case_exports" ADD CONSTRAINT "case_exports_org_id_key_id_data_keys_org_id_id_fk" FOREIGN KEY ("org_id","key_id") REFERENCES "app"."data_keys"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."case_exports" ADD CONSTRAINT "case_exports_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."case_exports" ADD CONSTRAINT "case_exports_org_id_asked_by_members_org_id_id_fk" FOREIGN KEY ("org_id","asked_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."case_exports" ADD CONSTRAINT "case_exports_org_id_decided_by_members_org_id_id_fk" FOREIGN KEY ("org_id","decided_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."import_mappings" ADD CONSTRAINT "import_mappings_org_id_saved_by_members_org_id_id_fk" FOREIGN KEY ("org_id","saved_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."import_rows" ADD CONSTRAINT "import_rows_org_id_import_id_imports_org_id_id_fk" FOREIGN KEY ("org_id","import_id") REFERENCES "app"."imports"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."import_rows" ADD CONSTRAINT "import_rows_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."imports" ADD CONSTRAINT "imports_org_id_key_id_data_keys_org_id_id_fk" FOREIGN KEY ("org_id","key_id") REFERENCES "app"."data_keys"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."imports" ADD CONSTRAINT "imports_org_id_started_by_members_org_id_id_fk" FOREIGN KEY ("org_id","started_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."imports" ADD CONSTRAINT "imports_org_id_run_by_members_org_id_id_fk" FOREIGN KEY ("org_id","run_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "case_exports_org_id_case_id_index" ON "app"."case_exports" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "import_rows_import_id_state_row_index" ON "app"."import_rows" USING btree ("import_id","state","row");--> statement-breakpoint
CREATE INDEX "import_rows_import_id_client_mark_index" ON "app"."import_rows" USING btree ("import_id","client_mark");--> statement-breakpoint
CREATE INDEX "import_rows_import_id_code_mark_index" ON "app"."import_rows" USING btree ("import_id","code_mark");--> statement-breakpoint
CREATE INDEX "import_rows_import_id_number_mark_index" ON "app"."import_rows" USING btree ("import_id","number_mark");--> statement-breakpoint
CREATE INDEX "import_rows_case" ON "app"."import_rows" USING btree ("org_id","case_id");