CREATE TABLE "auth"."client_secrets" (
	"secret_hash" "bytea" PRIMARY KEY NOT NULL,
	"page_id" uuid NOT NULL,
	"org_id" uuid NOT NULL,
	CONSTRAINT "client_secrets_pageId_unique" UNIQUE("page_id")
);
--> statement-breakpoint
CREATE TABLE "auth"."client_visits" (
	"browser_hash" "bytea" PRIMARY KEY NOT NULL,
	"page_id" uuid NOT NULL,
	"org_id" uuid NOT NULL,
	"network_hash" "bytea",
	"opened_at" timestamp with time zone NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "auth"."pairing_keys" (
	"hash" "bytea" PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"pairing_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."captures" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"pairing_id" uuid NOT NULL,
	"address" text NOT NULL,
	"title" text,
	"canonical" text,
	"account_id" text,
	"handle" text,
	"post_id" text,
	"platform" text,
	"captured_at" timestamp with time zone NOT NULL,
	"captured_zone" text NOT NULL,
	"clock_offset" bigint NOT NULL,
	"browser" text NOT NULL,
	"device" text NOT NULL,
	"extension_version" text NOT NULL,
	"parts" jsonb NOT NULL,
	"captured_by" uuid NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	CONSTRAINT "captures_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."pairings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"code_hash" "bytea" NOT NULL,
	"token_hash" "bytea",
	"made_at" timestamp with time zone NOT NULL,
	"code_until" timestamp with time zone NOT NULL,
	"begun_at" timestamp with time zone,
	"browser" text,
	"until" timestamp with time zone,
	"ended_at" timestamp with time zone,
	CONSTRAINT "pairings_codeHash_unique" UNIQUE("code_hash"),
	CONSTRAINT "pairings_tokenHash_unique" UNIQUE("token_hash"),
	CONSTRAINT "pairings_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."client_files" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"page_id" uuid NOT NULL,
	"size" bigint NOT NULL,
	"sent_sha256" text,
	"details" text NOT NULL,
	"announced_at" timestamp with time zone NOT NULL,
	"file_id" uuid,
	"sha256" text,
	"received_at" timestamp with time zone,
	"state" text DEFAULT 'announced' NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"exhibit_id" uuid,
	CONSTRAINT "client_files_orgId_id_unique" UNIQUE("org_id","id"),
	CONSTRAINT "client_files_orgId_fileId_unique" UNIQUE("org_id","file_id")
);
--> statement-breakpoint
CREATE TABLE "app"."client_messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"page_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"writer" text NOT NULL,
	"member_id" uuid,
	"line" text,
	"line_on" date,
	"words" text,
	"at" timestamp with time zone NOT NULL,
	"withdrawn_by" uuid,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "client_messages_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."client_notices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"language" text NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"not_before" timestamp with time zone NOT NULL,
	"claimed_at" timestamp with time zone,
	"sent_at" timestamp with time zone,
	"refused" text,
	"refused_at" timestamp with time zone,
	CONSTRAINT "client_notices_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."client_page_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"page_id" uuid NOT NULL,
	"event" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" uuid
);
--> statement-breakpoint
CREATE TABLE "app"."client_pages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"key_id" uuid NOT NULL,
	"language" text NOT NULL,
	"secret_hash" "bytea" NOT NULL,
	"pin_hash" "bytea" NOT NULL,
	"agreed_on" date NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ended_by" uuid,
	"ended_at" timestamp with time zone,
	"wrong_pins" integer DEFAULT 0 NOT NULL,
	"last_visit_at" timestamp with time zone,
	"news_at" timestamp with time zone,
	"seen_at" timestamp with time zone,
	CONSTRAINT "client_pages_secretHash_unique" UNIQUE("secret_hash"),
	CONSTRAINT "client_pages_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."client_papers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"page_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"text_sha256" text NOT NULL,
	"language" text NOT NULL,
	"offered_by" uuid NOT NULL,
	"offered_at" timestamp with time zone NOT NULL,
	"answer" text,
	"answered" text,
	"answered_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	"ended_by" uuid,
	"ended_at" timestamp with time zone,
	CONSTRAINT "client_papers_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."transcripts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"exhibit_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"withdraws" uuid,
	"sha256" text,
	"language" text,
	"lines" text,
	"made_by" uuid NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "transcripts_orgId_id_unique" UNIQUE("org_id","id"),
	CONSTRAINT "transcripts_orgId_withdraws_unique" UNIQUE("org_id","withdraws"),
	CONSTRAINT "transcripts_orgId_exhibitId_version_unique" UNIQUE("org_id","exhibit_id","version")
);
--> statement-breakpoint
ALTER TABLE "app"."derivatives" ADD COLUMN "at_ms" integer;--> statement-breakpoint
ALTER TABLE "app"."exhibits" ADD COLUMN "capture_id" uuid;--> statement-breakpoint
ALTER TABLE "app"."exhibits" ADD COLUMN "capture_part" text;--> statement-breakpoint
ALTER TABLE "app"."uploads" ADD COLUMN "capture_id" uuid;--> statement-breakpoint
ALTER TABLE "app"."uploads" ADD COLUMN "capture_part" text;--> statement-breakpoint
ALTER TABLE "app"."organisations" ADD COLUMN "client_pages" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."captures" ADD CONSTRAINT "captures_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."captures" ADD CONSTRAINT "captures_org_id_pairing_id_pairings_org_id_id_fk" FOREIGN KEY ("org_id","pairing_id") REFERENCES "app"."pairings"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."captures" ADD CONSTRAINT "captures_org_id_captured_by_members_org_id_id_fk" FOREIGN KEY ("org_id","captured_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."pairings" ADD CONSTRAINT "pairings_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."pairings" ADD CONSTRAINT "pairings_org_id_member_id_members_org_id_id_fk" FOREIGN KEY ("org_id","member_id") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."client_files" ADD CONSTRAINT "client_files_org_id_page_id_client_pages_org_id_id_fk" FOREIGN KEY ("org_id","page_id") REFERENCES "app"."client_pages"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."client_files" ADD CONSTRAINT "client_files_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."client_files" ADD CONSTRAINT "client_files_org_id_exhibit_id_exhibits_org_id_id_fk" FOREIGN KEY ("org_id","exhibit_id") REFERENCES "app"."exhibits"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."client_files" ADD CONSTRAINT "client_files_org_id_decided_by_members_org_id_id_fk" FOREIGN KEY ("org_id","decided_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."client_messages" ADD CONSTRAINT "client_messages_org_id_page_id_client_pages_org_id_id_fk" FOREIGN KEY ("org_id","page_id") REFERENCES "app"."client_pages"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."client_messages" ADD CONSTRAINT "client_messages_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."client_messages" ADD CONSTRAINT "client_messages_org_id_member_id_members_org_id_id_fk" FOREIGN KEY ("org_id","member_id") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."client_messages" ADD CONSTRAINT "client_messages_org_id_withdrawn_by_members_org_id_id_fk" FOREIGN KEY ("org_id","withdrawn_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."client_notices" ADD CONSTRAINT "client_notices_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."client_notices" ADD CONSTRAINT "client_notices_org_id_asked_by_members_org_id_id_fk" FOREIGN KEY ("org_id","asked_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."client_page_events" ADD CONSTRAINT "client_page_events_org_id_page_id_client_pages_org_id_id_fk" FOREIGN KEY ("org_id","page_id") REFERENCES "app"."client_pages"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."client_page_events" ADD CONSTRAINT "client_page_events_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."client_page_events" ADD CONSTRAINT "client_page_events_org_id_by_members_org_id_id_fk" FOREIGN KEY ("org_id","by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."client_pages" ADD CONSTRAINT "client_pages_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."client_pages" ADD CONSTRAINT "client_pages_org_id_key_id_data_keys_org_id_id_fk" FOREIGN KEY ("org_id","key_id") REFERENCES "app"."data_keys"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."client_pages" ADD CONSTRAINT "client_pages_org_id_made_by_members_org_id_id_fk" FOREIGN KEY ("org_id","made_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."client_pages" ADD CONSTRAINT "client_pages_org_id_ended_by_members_org_id_id_fk" FOREIGN KEY ("org_id","ended_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."client_papers" ADD CONSTRAINT "client_papers_org_id_page_id_client_pages_org_id_id_fk" FOREIGN KEY ("org_id","page_id") REFERENCES "app"."client_pages"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."client_papers" ADD CONSTRAINT "client_papers_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."client_papers" ADD CONSTRAINT "client_papers_org_id_offered_by_members_org_id_id_fk" FOREIGN KEY ("org_id","offered_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."client_papers" ADD CONSTRAINT "client_papers_org_id_ended_by_members_org_id_id_fk" FOREIGN KEY ("org_id","ended_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."transcripts" ADD CONSTRAINT "transcripts_org_id_exhibit_id_exhibits_org_id_id_fk" FOREIGN KEY ("org_id","exhibit_id") REFERENCES "app"."exhibits"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."transcripts" ADD CONSTRAINT "transcripts_org_id_made_by_members_org_id_id_fk" FOREIGN KEY ("org_id","made_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "client_visits_page_id_index" ON "auth"."client_visits" USING btree ("page_id");--> statement-breakpoint
CREATE INDEX "captures_org_id_case_id_index" ON "app"."captures" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "pairings_org_id_case_id_index" ON "app"."pairings" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "client_files_org_id_page_id_index" ON "app"."client_files" USING btree ("org_id","page_id");--> statement-breakpoint
CREATE INDEX "client_files_waiting" ON "app"."client_files" USING btree ("org_id","case_id") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "client_messages_org_id_page_id_at_index" ON "app"."client_messages" USING btree ("org_id","page_id","at");--> statement-breakpoint
CREATE INDEX "client_notices_org_id_case_id_asked_at_index" ON "app"."client_notices" USING btree ("org_id","case_id","asked_at");--> statement-breakpoint
CREATE INDEX "client_page_events_org_id_page_id_index" ON "app"."client_page_events" USING btree ("org_id","page_id");--> statement-breakpoint
CREATE UNIQUE INDEX "client_pages_one_open" ON "app"."client_pages" USING btree ("org_id","case_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "client_papers_org_id_page_id_index" ON "app"."client_papers" USING btree ("org_id","page_id");--> statement-breakpoint
CREATE INDEX "transcripts_org_id_case_id_index" ON "app"."transcripts" USING btree ("org_id","case_id");--> statement-breakpoint
ALTER TABLE "app"."exhibits" ADD CONSTRAINT "exhibits_org_id_capture_id_captures_org_id_id_fk" FOREIGN KEY ("org_id","capture_id") REFERENCES "app"."captures"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."uploads" ADD CONSTRAINT "uploads_org_id_capture_id_captures_org_id_id_fk" FOREIGN KEY ("org_id","capture_id") REFERENCES "app"."captures"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "exhibits_capture_id_index" ON "app"."exhibits" USING btree ("capture_id");