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
ALTER TABLE "app"."custom_field_changes" ADD CONSTRAINT "custom_field_changes_org_id_field_id_custom_fields_org_id_id_fk" FOREIGN KEY ("org_id","field_id") REFERENCES "app"."custom_fields"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."custom_field_changes" ADD CONSTRAINT "custom_field_changes_org_id_changed_by_members_org_id_id_fk" FOREIGN KEY ("org_id","changed_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."custom_fields" ADD CONSTRAINT "custom_fields_org_id_added_by_members_org_id_id_fk" FOREIGN KEY ("org_id","added_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."custom_fields" ADD CONSTRAINT "custom_fields_org_id_retired_by_members_org_id_id_fk" FOREIGN KEY ("org_id","retired_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."custom_values" ADD CONSTRAINT "custom_values_org_id_field_id_custom_fields_org_id_id_fk" FOREIGN KEY ("org_id","field_id") REFERENCES "app"."custom_fields"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."custom_values" ADD CONSTRAINT "custom_values_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."custom_values" ADD CONSTRAINT "custom_values_org_id_client_id_clients_org_id_id_fk" FOREIGN KEY ("org_id","client_id") REFERENCES "app"."clients"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."custom_values" ADD CONSTRAINT "custom_values_org_id_set_by_members_org_id_id_fk" FOREIGN KEY ("org_id","set_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "custom_field_changes_org_id_field_id_id_index" ON "app"."custom_field_changes" USING btree ("org_id","field_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "custom_fields_live_label" ON "app"."custom_fields" USING btree ("org_id","record",lower("label")) WHERE retired_at is null;--> statement-breakpoint
CREATE INDEX "custom_values_org_id_field_id_value_case_id_index" ON "app"."custom_values" USING btree ("org_id","field_id","value","case_id");--> statement-breakpoint
CREATE INDEX "custom_values_org_id_field_id_amount_case_id_index" ON "app"."custom_values" USING btree ("org_id","field_id","amount","case_id") WHERE amount is not null;--> statement-breakpoint
CREATE INDEX "custom_values_org_id_field_id_day_case_id_index" ON "app"."custom_values" USING btree ("org_id","field_id","day","case_id") WHERE day is not null;--> statement-breakpoint
CREATE INDEX "custom_values_org_id_case_id_index" ON "app"."custom_values" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "custom_values_org_id_client_id_index" ON "app"."custom_values" USING btree ("org_id","client_id") WHERE client_id is not null;