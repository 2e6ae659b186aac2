CREATE TABLE "app"."chat_imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"exhibit_id" uuid NOT NULL,
	"format" text,
	"state" text NOT NULL,
	"problem" text,
	"zone" text NOT NULL,
	"date_order" text,
	"messages" integer DEFAULT 0 NOT NULL,
	"duplicates" integer DEFAULT 0 NOT NULL,
	"unreadable" integer DEFAULT 0 NOT NULL,
	"started_by" uuid NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "chat_imports_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."chat_messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"import_id" uuid NOT NULL,
	"exhibit_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"sender_id" uuid,
	"sent_at" timestamp with time zone NOT NULL,
	"zone" text NOT NULL,
	"stamp" text NOT NULL,
	"kind" text NOT NULL,
	"words" text,
	"media_name" text,
	"fingerprint" "bytea" NOT NULL,
	"incident_id" uuid,
	CONSTRAINT "chat_messages_orgId_id_unique" UNIQUE("org_id","id"),
	CONSTRAINT "chat_messages_caseId_fingerprint_unique" UNIQUE("case_id","fingerprint"),
	CONSTRAINT "chat_messages_importId_seq_unique" UNIQUE("import_id","seq")
);
--> statement-breakpoint
CREATE TABLE "app"."chat_senders" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"format" text NOT NULL,
	"name" text NOT NULL,
	"token" "bytea" NOT NULL,
	"is_client" boolean DEFAULT false NOT NULL,
	"account_id" uuid,
	"tied_by" uuid,
	"tied_at" timestamp with time zone,
	CONSTRAINT "chat_senders_orgId_id_unique" UNIQUE("org_id","id"),
	CONSTRAINT "chat_senders_caseId_format_token_unique" UNIQUE("case_id","format","token")
);
--> statement-breakpoint
CREATE TABLE "app"."custody_heads" (
	"exhibit_id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"hash" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."derivatives" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"exhibit_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"page" integer NOT NULL,
	"version" integer DEFAULT 0 NOT NULL,
	"file_id" uuid NOT NULL,
	"sha256" text NOT NULL,
	"size" bigint NOT NULL,
	"format" text NOT NULL,
	"width" integer,
	"height" integer,
	"tool" text NOT NULL,
	"reason" text,
	"boxes" text,
	"made_by" uuid,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "derivatives_orgId_id_unique" UNIQUE("org_id","id"),
	CONSTRAINT "derivatives_exhibitId_kind_page_version_unique" UNIQUE("exhibit_id","kind","page","version"),
	CONSTRAINT "derivatives_orgId_fileId_unique" UNIQUE("org_id","file_id")
);
--> statement-breakpoint
CREATE TABLE "app"."exposures" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"exhibit_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"what" text NOT NULL,
	"page" integer,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."account_exhibits" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"exhibit_id" uuid NOT NULL,
	CONSTRAINT "account_exhibits_accountId_exhibitId_unique" UNIQUE("account_id","exhibit_id")
);
--> statement-breakpoint
CREATE TABLE "app"."identifiers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"subject_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"value" text NOT NULL,
	"confidence" text NOT NULL,
	"link_reason" text,
	"exhibit_id" uuid,
	"first_seen_on" date,
	"last_seen_on" date,
	"added_by" uuid NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "identifiers_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."image_sightings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"url" text NOT NULL,
	"platform" text,
	"account_id" uuid,
	"platform_account_id" text,
	"seen_at" timestamp with time zone NOT NULL,
	"seen_zone" text NOT NULL,
	"reported_to" text,
	"report_reference" text,
	"reported_at" timestamp with time zone,
	"note" text,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "image_sightings_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."image_stops" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"set_by" uuid NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	"lifted_by" uuid,
	"lifted_at" timestamp with time zone,
	"lifted_reason" text,
	CONSTRAINT "image_stops_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."timestamps" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"exhibit_id" uuid NOT NULL,
	"sha256" text NOT NULL,
	"authority" text NOT NULL,
	"state" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"last_tried_at" timestamp with time zone,
	"problem" text,
	"held_at" timestamp with time zone,
	"token" "bytea",
	"gen_time" timestamp with time zone,
	"policy" text,
	"serial" text,
	"tsa_name" text,
	CONSTRAINT "timestamps_orgId_id_unique" UNIQUE("org_id","id"),
	CONSTRAINT "timestamps_exhibitId_authority_unique" UNIQUE("exhibit_id","authority")
);
--> statement-breakpoint
ALTER TABLE "app"."custody_events" ADD COLUMN "details" text;--> statement-breakpoint
ALTER TABLE "app"."custody_events" ADD COLUMN "sha256_after" text;--> statement-breakpoint
ALTER TABLE "app"."custody_events" ADD COLUMN "derivative_id" uuid;--> statement-breakpoint
ALTER TABLE "app"."custody_events" ADD COLUMN "verified" boolean;--> statement-breakpoint
ALTER TABLE "app"."custody_events" ADD COLUMN "formula" smallint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."custody_events" ALTER COLUMN "formula" SET DEFAULT 2;--> statement-breakpoint
ALTER TABLE "app"."exhibits" ADD COLUMN "file_id" uuid;--> statement-breakpoint
ALTER TABLE "app"."exhibits" ADD COLUMN "sent_sha256" text;--> statement-breakpoint
ALTER TABLE "app"."exhibits" ADD COLUMN "file_modified_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "app"."exhibits" ADD COLUMN "tool" text;--> statement-breakpoint
ALTER TABLE "app"."exhibits" ADD COLUMN "time_source" text;--> statement-breakpoint
ALTER TABLE "app"."exhibits" ADD COLUMN "clock_offset" integer;--> statement-breakpoint
ALTER TABLE "app"."exhibits" ADD COLUMN "post_id" text;--> statement-breakpoint
ALTER TABLE "app"."exhibits" ADD COLUMN "permalink" text;--> statement-breakpoint
ALTER TABLE "app"."exhibits" ADD COLUMN "visibility" text;--> statement-breakpoint
ALTER TABLE "app"."exhibits" ADD COLUMN "sensitivity" text DEFAULT 'ordinary' NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."exhibits" ADD COLUMN "language" text;--> statement-breakpoint
ALTER TABLE "app"."exhibits" ADD COLUMN "metadata" text;--> statement-breakpoint
ALTER TABLE "app"."uploads" ADD COLUMN "file_modified_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "app"."packets" ADD COLUMN "file_id" uuid;--> statement-breakpoint
ALTER TABLE "app"."packets" ADD COLUMN "file_key_id" uuid;--> statement-breakpoint
ALTER TABLE "app"."chat_imports" ADD CONSTRAINT "chat_imports_org_id_exhibit_id_exhibits_org_id_id_fk" FOREIGN KEY ("org_id","exhibit_id") REFERENCES "app"."exhibits"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."chat_imports" ADD CONSTRAINT "chat_imports_org_id_started_by_members_org_id_id_fk" FOREIGN KEY ("org_id","started_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."chat_messages" ADD CONSTRAINT "chat_messages_org_id_import_id_chat_imports_org_id_id_fk" FOREIGN KEY ("org_id","import_id") REFERENCES "app"."chat_imports"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."chat_messages" ADD CONSTRAINT "chat_messages_org_id_exhibit_id_exhibits_org_id_id_fk" FOREIGN KEY ("org_id","exhibit_id") REFERENCES "app"."exhibits"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."chat_messages" ADD CONSTRAINT "chat_messages_org_id_sender_id_chat_senders_org_id_id_fk" FOREIGN KEY ("org_id","sender_id") REFERENCES "app"."chat_senders"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."chat_messages" ADD CONSTRAINT "chat_messages_org_id_incident_id_incidents_org_id_id_fk" FOREIGN KEY ("org_id","incident_id") REFERENCES "app"."incidents"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."chat_senders" ADD CONSTRAINT "chat_senders_org_id_account_id_accounts_org_id_id_fk" FOREIGN KEY ("org_id","account_id") REFERENCES "app"."accounts"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."chat_senders" ADD CONSTRAINT "chat_senders_org_id_tied_by_members_org_id_id_fk" FOREIGN KEY ("org_id","tied_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."custody_heads" ADD CONSTRAINT "custody_heads_org_id_exhibit_id_exhibits_org_id_id_fk" FOREIGN KEY ("org_id","exhibit_id") REFERENCES "app"."exhibits"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."derivatives" ADD CONSTRAINT "derivatives_org_id_exhibit_id_exhibits_org_id_id_fk" FOREIGN KEY ("org_id","exhibit_id") REFERENCES "app"."exhibits"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."derivatives" ADD CONSTRAINT "derivatives_org_id_made_by_members_org_id_id_fk" FOREIGN KEY ("org_id","made_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."exposures" ADD CONSTRAINT "exposures_org_id_exhibit_id_exhibits_org_id_id_fk" FOREIGN KEY ("org_id","exhibit_id") REFERENCES "app"."exhibits"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."exposures" ADD CONSTRAINT "exposures_org_id_member_id_members_org_id_id_fk" FOREIGN KEY ("org_id","member_id") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."account_exhibits" ADD CONSTRAINT "account_exhibits_org_id_account_id_accounts_org_id_id_fk" FOREIGN KEY ("org_id","account_id") REFERENCES "app"."accounts"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."account_exhibits" ADD CONSTRAINT "account_exhibits_org_id_exhibit_id_exhibits_org_id_id_fk" FOREIGN KEY ("org_id","exhibit_id") REFERENCES "app"."exhibits"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."identifiers" ADD CONSTRAINT "identifiers_org_id_subject_id_subjects_org_id_id_fk" FOREIGN KEY ("org_id","subject_id") REFERENCES "app"."subjects"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."identifiers" ADD CONSTRAINT "identifiers_org_id_exhibit_id_exhibits_org_id_id_fk" FOREIGN KEY ("org_id","exhibit_id") REFERENCES "app"."exhibits"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."identifiers" ADD CONSTRAINT "identifiers_org_id_added_by_members_org_id_id_fk" FOREIGN KEY ("org_id","added_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."image_sightings" ADD CONSTRAINT "image_sightings_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."image_sightings" ADD CONSTRAINT "image_sightings_org_id_account_id_accounts_org_id_id_fk" FOREIGN KEY ("org_id","account_id") REFERENCES "app"."accounts"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."image_sightings" ADD CONSTRAINT "image_sightings_org_id_recorded_by_members_org_id_id_fk" FOREIGN KEY ("org_id","recorded_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."image_stops" ADD CONSTRAINT "image_stops_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."image_stops" ADD CONSTRAINT "image_stops_org_id_set_by_members_org_id_id_fk" FOREIGN KEY ("org_id","set_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."image_stops" ADD CONSTRAINT "image_stops_org_id_lifted_by_members_org_id_id_fk" FOREIGN KEY ("org_id","lifted_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."timestamps" ADD CONSTRAINT "timestamps_org_id_exhibit_id_exhibits_org_id_id_fk" FOREIGN KEY ("org_id","exhibit_id") REFERENCES "app"."exhibits"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "chat_imports_org_id_case_id_index" ON "app"."chat_imports" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "chat_messages_org_id_case_id_sent_at_id_index" ON "app"."chat_messages" USING btree ("org_id","case_id","sent_at","id");--> statement-breakpoint
CREATE INDEX "derivatives_org_id_case_id_index" ON "app"."derivatives" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "exposures_org_id_member_id_at_index" ON "app"."exposures" USING btree ("org_id","member_id","at");--> statement-breakpoint
CREATE INDEX "exposures_org_id_case_id_index" ON "app"."exposures" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "account_exhibits_org_id_case_id_index" ON "app"."account_exhibits" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "identifiers_org_id_case_id_index" ON "app"."identifiers" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "image_sightings_org_id_case_id_index" ON "app"."image_sightings" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "image_stops_org_id_case_id_index" ON "app"."image_stops" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "timestamps_org_id_case_id_index" ON "app"."timestamps" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "timestamps_org_id_state_index" ON "app"."timestamps" USING btree ("org_id","state");--> statement-breakpoint
ALTER TABLE "app"."packets" ADD CONSTRAINT "packets_org_id_file_key_id_data_keys_org_id_id_fk" FOREIGN KEY ("org_id","file_key_id") REFERENCES "app"."data_keys"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "custody_events_org_id_by_action_at_index" ON "app"."custody_events" USING btree ("org_id","by","action","at");--> statement-breakpoint
CREATE INDEX "exhibits_case_id_sha256_index" ON "app"."exhibits" USING btree ("case_id","sha256");--> statement-breakpoint
ALTER TABLE "app"."exhibits" ADD CONSTRAINT "exhibits_orgId_fileId_unique" UNIQUE("org_id","file_id");