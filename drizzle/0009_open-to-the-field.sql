CREATE TABLE "app"."api_answers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"token_id" uuid NOT NULL,
	"key_hash" "bytea" NOT NULL,
	"request_hash" "bytea" NOT NULL,
	"status" integer,
	"answer" jsonb,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "api_answers_orgId_tokenId_keyHash_unique" UNIQUE("org_id","token_id","key_hash")
);
--> statement-breakpoint
CREATE TABLE "app"."api_tokens" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"role" text NOT NULL,
	"name" text NOT NULL,
	"scopes" text[] NOT NULL,
	"networks" text[] NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"agreed_at" timestamp with time zone,
	"expires_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_by" uuid,
	"last_used_on" date,
	CONSTRAINT "api_tokens_tokenHash_unique" UNIQUE("token_hash"),
	CONSTRAINT "api_tokens_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "auth"."api_token_keys" (
	"hash" "bytea" PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"token_id" uuid NOT NULL
);
--> statement-breakpoint
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
CREATE TABLE "app"."connectors" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"mapping" jsonb NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"added_by" uuid NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"off_at" timestamp with time zone,
	CONSTRAINT "connectors_tokenHash_unique" UNIQUE("token_hash"),
	CONSTRAINT "connectors_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."custom_field_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"field_id" uuid NOT NULL,
	"what" text NOT NULL,
	"label" text NOT NULL,
	"help" text,
	"audience" text NOT NULL,
	"required" text NOT NULL,
	"choices" jsonb NOT NULL,
	"changed_by" uuid NOT NULL,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."custom_fields" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"record" text NOT NULL,
	"kind" text NOT NULL,
	"label" text NOT NULL,
	"help" text,
	"position" integer NOT NULL,
	"is_sealed" boolean NOT NULL,
	"audience" text NOT NULL,
	"required" text NOT NULL,
	"choices" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"added_by" uuid NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"retired_at" timestamp with time zone,
	"retired_by" uuid,
	CONSTRAINT "custom_fields_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."custom_values" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"field_id" uuid NOT NULL,
	"record_id" uuid NOT NULL,
	"case_id" uuid,
	"client_id" uuid,
	"is_unknown" boolean DEFAULT false NOT NULL,
	"value" text,
	"sealed_value" text,
	"amount" numeric,
	"day" date,
	"set_by" uuid,
	"set_at" timestamp with time zone NOT NULL,
	CONSTRAINT "custom_values_orgId_recordId_fieldId_unique" UNIQUE("org_id","record_id","field_id"),
	CONSTRAINT "custom_values_of_one" CHECK (num_nonnulls(case_id, client_id) = 1),
	CONSTRAINT "custom_values_one_value" CHECK (num_nonnulls(value, sealed_value) <= 1 and not (is_unknown and value is not null))
);
--> statement-breakpoint
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
CREATE TABLE "app"."installation_steps" (
	"org_id" uuid NOT NULL,
	"step" text NOT NULL,
	"member_id" uuid NOT NULL,
	"skipped_at" timestamp with time zone,
	"code_hash" "bytea",
	"code_at" timestamp with time zone,
	"proved_at" timestamp with time zone,
	CONSTRAINT "installation_steps_org_id_step_pk" PRIMARY KEY("org_id","step")
);
--> statement-breakpoint
CREATE TABLE "app"."webhook_attempts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"message_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"took_ms" integer NOT NULL,
	"status" integer,
	"problem" text,
	CONSTRAINT "webhook_attempts_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."webhook_messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"webhook_id" uuid NOT NULL,
	"action" text NOT NULL,
	"occasion" text NOT NULL,
	"case_id" uuid,
	"subject_id" uuid NOT NULL,
	"happened_at" timestamp with time zone NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_at" timestamp with time zone NOT NULL,
	"settled_at" timestamp with time zone,
	"replayed" boolean DEFAULT false NOT NULL,
	CONSTRAINT "webhook_messages_orgId_id_unique" UNIQUE("org_id","id"),
	CONSTRAINT "webhook_messages_webhookId_occasion_unique" UNIQUE("webhook_id","occasion")
);
--> statement-breakpoint
CREATE TABLE "app"."webhooks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"key_id" uuid NOT NULL,
	"name" text NOT NULL,
	"address" text NOT NULL,
	"actions" text[] NOT NULL,
	"secret" text NOT NULL,
	"old_secret" text,
	"old_secret_until" timestamp with time zone,
	"added_by" uuid NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"last_sent_at" timestamp with time zone,
	"off" text,
	"off_at" timestamp with time zone,
	CONSTRAINT "webhooks_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
ALTER TABLE "app"."cases" ADD COLUMN "number_kinds" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."organisations" ADD COLUMN "webhook_actions" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."references" ADD COLUMN "body_id" uuid;--> statement-breakpoint
ALTER TABLE "app"."refusals" ADD COLUMN "body_id" uuid;--> statement-breakpoint
ALTER TABLE "app"."api_answers" ADD CONSTRAINT "api_answers_org_id_token_id_api_tokens_org_id_id_fk" FOREIGN KEY ("org_id","token_id") REFERENCES "app"."api_tokens"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."api_tokens" ADD CONSTRAINT "api_tokens_org_id_member_id_members_org_id_id_fk" FOREIGN KEY ("org_id","member_id") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."api_tokens" ADD CONSTRAINT "api_tokens_org_id_made_by_members_org_id_id_fk" FOREIGN KEY ("org_id","made_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."api_tokens" ADD CONSTRAINT "api_tokens_org_id_ended_by_members_org_id_id_fk" FOREIGN KEY ("org_id","ended_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."bodies" ADD CONSTRAINT "bodies_org_id_added_by_members_org_id_id_fk" FOREIGN KEY ("org_id","added_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."bodies" ADD CONSTRAINT "bodies_org_id_confirmed_by_members_org_id_id_fk" FOREIGN KEY ("org_id","confirmed_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."bodies" ADD CONSTRAINT "bodies_org_id_merged_into_bodies_org_id_id_fk" FOREIGN KEY ("org_id","merged_into") REFERENCES "app"."bodies"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."body_changes" ADD CONSTRAINT "body_changes_org_id_body_id_bodies_org_id_id_fk" FOREIGN KEY ("org_id","body_id") REFERENCES "app"."bodies"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."body_changes" ADD CONSTRAINT "body_changes_org_id_import_id_body_imports_org_id_id_fk" FOREIGN KEY ("org_id","import_id") REFERENCES "app"."body_imports"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."body_changes" ADD CONSTRAINT "body_changes_org_id_by_members_org_id_id_fk" FOREIGN KEY ("org_id","by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."body_import_rows" ADD CONSTRAINT "body_import_rows_org_id_import_id_body_imports_org_id_id_fk" FOREIGN KEY ("org_id","import_id") REFERENCES "app"."body_imports"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."body_import_rows" ADD CONSTRAINT "body_import_rows_org_id_body_id_bodies_org_id_id_fk" FOREIGN KEY ("org_id","body_id") REFERENCES "app"."bodies"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."body_imports" ADD CONSTRAINT "body_imports_org_id_started_by_members_org_id_id_fk" FOREIGN KEY ("org_id","started_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."connectors" ADD CONSTRAINT "connectors_org_id_added_by_members_org_id_id_fk" FOREIGN KEY ("org_id","added_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."custom_field_changes" ADD CONSTRAINT "custom_field_changes_org_id_field_id_custom_fields_org_id_id_fk" FOREIGN KEY ("org_id","field_id") REFERENCES "app"."custom_fields"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."custom_field_changes" ADD CONSTRAINT "custom_field_changes_org_id_changed_by_members_org_id_id_fk" FOREIGN KEY ("org_id","changed_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."custom_fields" ADD CONSTRAINT "custom_fields_org_id_added_by_members_org_id_id_fk" FOREIGN KEY ("org_id","added_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."custom_fields" ADD CONSTRAINT "custom_fields_org_id_retired_by_members_org_id_id_fk" FOREIGN KEY ("org_id","retired_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."custom_values" ADD CONSTRAINT "custom_values_org_id_field_id_custom_fields_org_id_id_fk" FOREIGN KEY ("org_id","field_id") REFERENCES "app"."custom_fields"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."custom_values" ADD CONSTRAINT "custom_values_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."custom_values" ADD CONSTRAINT "custom_values_org_id_client_id_clients_org_id_id_fk" FOREIGN KEY ("org_id","client_id") REFERENCES "app"."clients"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."custom_values" ADD CONSTRAINT "custom_values_org_id_set_by_members_org_id_id_fk" FOREIGN KEY ("org_id","set_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."filled_forms" ADD CONSTRAINT "filled_forms_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."filled_forms" ADD CONSTRAINT "filled_forms_org_id_form_id_official_forms_org_id_id_fk" FOREIGN KEY ("org_id","form_id") REFERENCES "app"."official_forms"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."filled_forms" ADD CONSTRAINT "filled_forms_org_id_filled_by_members_org_id_id_fk" FOREIGN KEY ("org_id","filled_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."filled_forms" ADD CONSTRAINT "filled_forms_org_id_withdrawn_by_members_org_id_id_fk" FOREIGN KEY ("org_id","withdrawn_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."official_forms" ADD CONSTRAINT "official_forms_org_id_key_id_data_keys_org_id_id_fk" FOREIGN KEY ("org_id","key_id") REFERENCES "app"."data_keys"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."official_forms" ADD CONSTRAINT "official_forms_org_id_added_by_members_org_id_id_fk" FOREIGN KEY ("org_id","added_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."official_forms" ADD CONSTRAINT "official_forms_org_id_retired_by_members_org_id_id_fk" FOREIGN KEY ("org_id","retired_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."installation_steps" ADD CONSTRAINT "installation_steps_org_id_member_id_members_org_id_id_fk" FOREIGN KEY ("org_id","member_id") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."webhook_attempts" ADD CONSTRAINT "webhook_attempts_org_id_message_id_webhook_messages_org_id_id_fk" FOREIGN KEY ("org_id","message_id") REFERENCES "app"."webhook_messages"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."webhook_messages" ADD CONSTRAINT "webhook_messages_org_id_webhook_id_webhooks_org_id_id_fk" FOREIGN KEY ("org_id","webhook_id") REFERENCES "app"."webhooks"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."webhook_messages" ADD CONSTRAINT "webhook_messages_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."webhooks" ADD CONSTRAINT "webhooks_org_id_key_id_data_keys_org_id_id_fk" FOREIGN KEY ("org_id","key_id") REFERENCES "app"."data_keys"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."webhooks" ADD CONSTRAINT "webhooks_org_id_added_by_members_org_id_id_fk" FOREIGN KEY ("org_id","added_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "api_tokens_org_id_member_id_index" ON "app"."api_tokens" USING btree ("org_id","member_id");--> statement-breakpoint
CREATE INDEX "bodies_org_id_name_key_index" ON "app"."bodies" USING btree ("org_id","name_key");--> statement-breakpoint
CREATE INDEX "body_changes_org_id_body_id_index" ON "app"."body_changes" USING btree ("org_id","body_id");--> statement-breakpoint
CREATE INDEX "body_changes_import_id_index" ON "app"."body_changes" USING btree ("import_id");--> statement-breakpoint
CREATE INDEX "connectors_org_id_added_at_index" ON "app"."connectors" USING btree ("org_id","added_at");--> statement-breakpoint
CREATE INDEX "custom_field_changes_org_id_field_id_id_index" ON "app"."custom_field_changes" USING btree ("org_id","field_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "custom_fields_live_label" ON "app"."custom_fields" USING btree ("org_id","record",lower("label")) WHERE retired_at is null;--> statement-breakpoint
CREATE INDEX "custom_values_org_id_field_id_value_case_id_index" ON "app"."custom_values" USING btree ("org_id","field_id","value","case_id");--> statement-breakpoint
CREATE INDEX "custom_values_org_id_field_id_amount_case_id_index" ON "app"."custom_values" USING btree ("org_id","field_id","amount","case_id") WHERE amount is not null;--> statement-breakpoint
CREATE INDEX "custom_values_org_id_field_id_day_case_id_index" ON "app"."custom_values" USING btree ("org_id","field_id","day","case_id") WHERE day is not null;--> statement-breakpoint
CREATE INDEX "custom_values_org_id_case_id_index" ON "app"."custom_values" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "custom_values_org_id_client_id_index" ON "app"."custom_values" USING btree ("org_id","client_id") WHERE client_id is not null;--> statement-breakpoint
CREATE INDEX "filled_forms_org_id_case_id_index" ON "app"."filled_forms" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "webhook_attempts_org_id_message_id_at_index" ON "app"."webhook_attempts" USING btree ("org_id","message_id","at");--> statement-breakpoint
CREATE INDEX "webhook_messages_org_id_webhook_id_happened_at_index" ON "app"."webhook_messages" USING btree ("org_id","webhook_id","happened_at");--> statement-breakpoint
CREATE INDEX "webhook_messages_org_id_case_id_index" ON "app"."webhook_messages" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "webhook_messages_due" ON "app"."webhook_messages" USING btree ("org_id","next_at") WHERE state = 'waiting';--> statement-breakpoint
ALTER TABLE "app"."references" ADD CONSTRAINT "references_org_id_body_id_bodies_org_id_id_fk" FOREIGN KEY ("org_id","body_id") REFERENCES "app"."bodies"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."refusals" ADD CONSTRAINT "refusals_org_id_body_id_bodies_org_id_id_fk" FOREIGN KEY ("org_id","body_id") REFERENCES "app"."bodies"("org_id","id") ON DELETE no action ON UPDATE no action;