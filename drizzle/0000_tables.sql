CREATE SCHEMA "app";
--> statement-breakpoint
CREATE SCHEMA "audit";
--> statement-breakpoint
CREATE SCHEMA "auth";
--> statement-breakpoint
CREATE TABLE "audit"."entries" (
	"org_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"member_id" uuid,
	"role" text NOT NULL,
	"action" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"case_id" uuid,
	"detail" jsonb NOT NULL,
	"previous" "bytea" NOT NULL,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "entries_org_id_seq_pk" PRIMARY KEY("org_id","seq")
);
--> statement-breakpoint
CREATE TABLE "audit"."heads" (
	"org_id" uuid PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"hash" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "auth"."buckets" (
	"key" "bytea" PRIMARY KEY NOT NULL,
	"level" double precision NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "auth"."login_tickets" (
	"hash" "bytea" PRIMARY KEY NOT NULL,
	"login_id" uuid NOT NULL,
	"amr" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "auth"."logins" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"password_hash" text NOT NULL,
	"org_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"disabled_at" timestamp with time zone,
	CONSTRAINT "logins_email_unique" UNIQUE("email"),
	CONSTRAINT "logins_memberId_unique" UNIQUE("member_id")
);
--> statement-breakpoint
CREATE TABLE "auth"."sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"login_id" uuid NOT NULL,
	"org_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"amr" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	"idle_expires_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "sessions_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "auth"."setup_tokens" (
	"hash" "bytea" PRIMARY KEY NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "app"."account_handles" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"handle" text NOT NULL,
	"seen_on" date NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."accounts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"subject_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"platform" text NOT NULL,
	"platform_id" text,
	"handle" text NOT NULL,
	"url" text,
	"display_name" text,
	"confidence" text NOT NULL,
	"link_reason" text,
	"first_seen_on" date,
	"last_seen_on" date,
	"added_at" timestamp with time zone NOT NULL,
	CONSTRAINT "accounts_orgId_id_unique" UNIQUE("org_id","id"),
	CONSTRAINT "accounts_caseId_number_unique" UNIQUE("case_id","number")
);
--> statement-breakpoint
CREATE TABLE "app"."case_members" (
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"since" timestamp with time zone NOT NULL,
	CONSTRAINT "case_members_case_id_member_id_pk" PRIMARY KEY("case_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "app"."cases" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"key_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"code" text NOT NULL,
	"pseudonym" text NOT NULL,
	"client_id" uuid NOT NULL,
	"pair" text NOT NULL,
	"playbook_version" integer NOT NULL,
	"risk" text NOT NULL,
	"in_danger" boolean DEFAULT false NOT NULL,
	"matter" text NOT NULL,
	"owner_id" uuid NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"last_activity_at" timestamp with time zone NOT NULL,
	"level" integer DEFAULT 1 NOT NULL,
	"levels" integer DEFAULT 6 NOT NULL,
	"marks" text DEFAULT '' NOT NULL,
	"next_step" text DEFAULT '' NOT NULL,
	"next_due_on" date,
	"next_due_label" text,
	"closed_at" timestamp with time zone,
	CONSTRAINT "cases_orgId_id_unique" UNIQUE("org_id","id"),
	CONSTRAINT "cases_orgId_code_unique" UNIQUE("org_id","code")
);
--> statement-breakpoint
CREATE TABLE "app"."incidents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"kind" text NOT NULL,
	"nature" text NOT NULL,
	"happened_at" timestamp with time zone NOT NULL,
	"zone" text NOT NULL,
	"time_is_exact" boolean DEFAULT true NOT NULL,
	"account_id" uuid,
	"url" text,
	"words" text,
	"what" text NOT NULL,
	"is_knowledge" boolean DEFAULT false NOT NULL,
	"logged_by" uuid NOT NULL,
	"logged_at" timestamp with time zone NOT NULL,
	CONSTRAINT "incidents_orgId_id_unique" UNIQUE("org_id","id"),
	CONSTRAINT "incidents_caseId_kind_number_unique" UNIQUE("case_id","kind","number")
);
--> statement-breakpoint
CREATE TABLE "app"."subjects" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"alleged_name" text,
	"alleged_place" text,
	"zone" text,
	"zone_reason" text,
	"added_at" timestamp with time zone NOT NULL,
	CONSTRAINT "subjects_orgId_id_unique" UNIQUE("org_id","id"),
	CONSTRAINT "subjects_caseId_number_unique" UNIQUE("case_id","number")
);
--> statement-breakpoint
CREATE TABLE "app"."clients" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"key_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"code" text NOT NULL,
	"pseudonym" text NOT NULL,
	"name" text NOT NULL,
	"identity_number" text,
	"phone" text,
	"email" text,
	"address" text,
	"safe_contact" text NOT NULL,
	"safe_contact_reviewed_on" date NOT NULL,
	"is_minor" boolean DEFAULT false NOT NULL,
	"registered_by" uuid NOT NULL,
	"registered_at" timestamp with time zone NOT NULL,
	CONSTRAINT "clients_orgId_id_unique" UNIQUE("org_id","id"),
	CONSTRAINT "clients_orgId_pseudonym_unique" UNIQUE("org_id","pseudonym"),
	CONSTRAINT "clients_orgId_code_unique" UNIQUE("org_id","code")
);
--> statement-breakpoint
CREATE TABLE "app"."search_tokens" (
	"org_id" uuid NOT NULL,
	"owner_kind" text NOT NULL,
	"owner_id" uuid NOT NULL,
	"field" text NOT NULL,
	"match" text NOT NULL,
	"token" "bytea" NOT NULL,
	CONSTRAINT "search_tokens_org_id_token_field_match_owner_id_pk" PRIMARY KEY("org_id","token","field","match","owner_id")
);
--> statement-breakpoint
CREATE TABLE "app"."custody_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"exhibit_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"action" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" uuid,
	"purpose" text NOT NULL,
	"sha256" text NOT NULL,
	"previous" "bytea" NOT NULL,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "custody_events_exhibitId_seq_unique" UNIQUE("exhibit_id","seq")
);
--> statement-breakpoint
CREATE TABLE "app"."exhibits" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"upload_id" uuid NOT NULL,
	"sha256" text NOT NULL,
	"size" bigint NOT NULL,
	"original_name" text NOT NULL,
	"declared_type" text,
	"description" text NOT NULL,
	"words" text,
	"source_url" text,
	"platform" text,
	"account_id" uuid,
	"captured_at" timestamp with time zone,
	"captured_zone" text,
	"captured_by" text,
	"device" text,
	"method" text NOT NULL,
	"how_obtained" text NOT NULL,
	"look" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"looked_at" timestamp with time zone,
	"received_by" uuid NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	CONSTRAINT "exhibits_orgId_id_unique" UNIQUE("org_id","id"),
	CONSTRAINT "exhibits_caseId_number_unique" UNIQUE("case_id","number"),
	CONSTRAINT "exhibits_orgId_uploadId_unique" UNIQUE("org_id","upload_id")
);
--> statement-breakpoint
CREATE TABLE "app"."incident_exhibits" (
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"incident_id" uuid NOT NULL,
	"exhibit_id" uuid NOT NULL,
	CONSTRAINT "incident_exhibits_incident_id_exhibit_id_pk" PRIMARY KEY("incident_id","exhibit_id")
);
--> statement-breakpoint
CREATE TABLE "app"."uploads" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"size" bigint NOT NULL,
	"sha256" text,
	"details" text NOT NULL,
	"announced_by" uuid NOT NULL,
	"announced_at" timestamp with time zone NOT NULL,
	"exhibit_id" uuid,
	CONSTRAINT "uploads_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."case_steps" (
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"step_key" text NOT NULL,
	"state" text NOT NULL,
	"begun_on" date,
	"submitted_on" date,
	"outcome" text,
	"outcome_on" date,
	"skipped_reason" text,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "case_steps_case_id_step_key_pk" PRIMARY KEY("case_id","step_key")
);
--> statement-breakpoint
CREATE TABLE "app"."step_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"step_key" text NOT NULL,
	"event" text NOT NULL,
	"happened_on" date NOT NULL,
	"note" text,
	"recorded_by" uuid,
	"recorded_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."data_keys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"wrapped" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "data_keys_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."invitations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"liaison" jsonb,
	"token_hash" "bytea" NOT NULL,
	"invited_by" uuid,
	"invited_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"accepted_by" uuid,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "invitations_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "app"."liaisons" (
	"member_id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"rank" text NOT NULL,
	"agency" text NOT NULL,
	"unit" text NOT NULL,
	"force_number" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."members" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"role" text NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"code" text NOT NULL,
	"joined_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "members_orgId_id_unique" UNIQUE("org_id","id"),
	CONSTRAINT "members_orgId_code_unique" UNIQUE("org_id","code"),
	CONSTRAINT "members_orgId_email_unique" UNIQUE("org_id","email")
);
--> statement-breakpoint
CREATE TABLE "app"."organisations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"code_prefix" text DEFAULT 'CD' NOT NULL,
	"cases_opened" integer DEFAULT 0 NOT NULL,
	"clients_registered" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."charges" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"home_offence" text NOT NULL,
	"there_offence" text,
	"elements" jsonb NOT NULL,
	"named_by" uuid NOT NULL,
	"named_at" timestamp with time zone NOT NULL,
	CONSTRAINT "charges_orgId_id_unique" UNIQUE("org_id","id"),
	CONSTRAINT "charges_caseId_number_unique" UNIQUE("case_id","number")
);
--> statement-breakpoint
CREATE TABLE "app"."handover_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"handover_id" uuid NOT NULL,
	"event" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" uuid,
	"note" text
);
--> statement-breakpoint
CREATE TABLE "app"."handovers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"packet_id" uuid NOT NULL,
	"liaison_id" uuid NOT NULL,
	"delivered_by" uuid NOT NULL,
	"delivered_at" timestamp with time zone NOT NULL,
	"message" text,
	"opened_at" timestamp with time zone,
	"downloaded_at" timestamp with time zone,
	"acknowledged_at" timestamp with time zone,
	"acknowledged_note" text,
	CONSTRAINT "handovers_orgId_id_unique" UNIQUE("org_id","id"),
	CONSTRAINT "handovers_packetId_liaisonId_unique" UNIQUE("packet_id","liaison_id")
);
--> statement-breakpoint
CREATE TABLE "app"."packets" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"number" integer NOT NULL,
	"version" integer NOT NULL,
	"code" text NOT NULL,
	"supersedes_id" uuid,
	"receiver" text NOT NULL,
	"status" text NOT NULL,
	"draft" text NOT NULL,
	"snapshot" text,
	"preflight" jsonb,
	"build_stage" text DEFAULT 'queued' NOT NULL,
	"build_done" integer DEFAULT 0 NOT NULL,
	"build_total" integer DEFAULT 0 NOT NULL,
	"build_error" text,
	"file_sha256" text,
	"file_size" bigint,
	"pages" integer,
	"drafted_by" uuid NOT NULL,
	"drafted_at" timestamp with time zone NOT NULL,
	"built_at" timestamp with time zone,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"decision_note" text,
	CONSTRAINT "packets_orgId_id_unique" UNIQUE("org_id","id"),
	CONSTRAINT "packets_caseId_number_version_unique" UNIQUE("case_id","number","version")
);
--> statement-breakpoint
CREATE TABLE "app"."releases" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"recipient" text NOT NULL,
	"purpose" text NOT NULL,
	"items" text NOT NULL,
	"cross_border_basis" text,
	"signed_on" date NOT NULL,
	"expires_on" date NOT NULL,
	"granted_by" uuid NOT NULL,
	"granted_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"revoked_reason" text,
	CONSTRAINT "releases_orgId_id_unique" UNIQUE("org_id","id"),
	CONSTRAINT "releases_caseId_number_unique" UNIQUE("case_id","number")
);
--> statement-breakpoint
CREATE TABLE "app"."reference_keys" (
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"reference_id" uuid NOT NULL,
	"key" text NOT NULL,
	"handover_id" uuid,
	CONSTRAINT "reference_keys_org_id_key_reference_id_pk" PRIMARY KEY("org_id","key","reference_id")
);
--> statement-breakpoint
CREATE TABLE "app"."references" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"raw" text,
	"canonical" text,
	"issuer" text,
	"issued_on" date,
	"received_via" text,
	"received_on" date,
	"proof_exhibit_id" uuid,
	"note" text,
	"handover_id" uuid,
	"recorded_by" uuid,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "references_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
ALTER TABLE "auth"."login_tickets" ADD CONSTRAINT "login_tickets_login_id_logins_id_fk" FOREIGN KEY ("login_id") REFERENCES "auth"."logins"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."sessions" ADD CONSTRAINT "sessions_login_id_logins_id_fk" FOREIGN KEY ("login_id") REFERENCES "auth"."logins"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."account_handles" ADD CONSTRAINT "account_handles_org_id_account_id_accounts_org_id_id_fk" FOREIGN KEY ("org_id","account_id") REFERENCES "app"."accounts"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."accounts" ADD CONSTRAINT "accounts_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."accounts" ADD CONSTRAINT "accounts_org_id_subject_id_subjects_org_id_id_fk" FOREIGN KEY ("org_id","subject_id") REFERENCES "app"."subjects"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."case_members" ADD CONSTRAINT "case_members_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."case_members" ADD CONSTRAINT "case_members_org_id_member_id_members_org_id_id_fk" FOREIGN KEY ("org_id","member_id") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."cases" ADD CONSTRAINT "cases_org_id_key_id_data_keys_org_id_id_fk" FOREIGN KEY ("org_id","key_id") REFERENCES "app"."data_keys"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."cases" ADD CONSTRAINT "cases_org_id_client_id_clients_org_id_id_fk" FOREIGN KEY ("org_id","client_id") REFERENCES "app"."clients"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."cases" ADD CONSTRAINT "cases_org_id_owner_id_members_org_id_id_fk" FOREIGN KEY ("org_id","owner_id") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."incidents" ADD CONSTRAINT "incidents_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."incidents" ADD CONSTRAINT "incidents_org_id_account_id_accounts_org_id_id_fk" FOREIGN KEY ("org_id","account_id") REFERENCES "app"."accounts"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."incidents" ADD CONSTRAINT "incidents_org_id_logged_by_members_org_id_id_fk" FOREIGN KEY ("org_id","logged_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."subjects" ADD CONSTRAINT "subjects_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."clients" ADD CONSTRAINT "clients_org_id_key_id_data_keys_org_id_id_fk" FOREIGN KEY ("org_id","key_id") REFERENCES "app"."data_keys"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."clients" ADD CONSTRAINT "clients_org_id_registered_by_members_org_id_id_fk" FOREIGN KEY ("org_id","registered_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."custody_events" ADD CONSTRAINT "custody_events_org_id_exhibit_id_exhibits_org_id_id_fk" FOREIGN KEY ("org_id","exhibit_id") REFERENCES "app"."exhibits"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."exhibits" ADD CONSTRAINT "exhibits_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."exhibits" ADD CONSTRAINT "exhibits_org_id_upload_id_uploads_org_id_id_fk" FOREIGN KEY ("org_id","upload_id") REFERENCES "app"."uploads"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."exhibits" ADD CONSTRAINT "exhibits_org_id_account_id_accounts_org_id_id_fk" FOREIGN KEY ("org_id","account_id") REFERENCES "app"."accounts"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."exhibits" ADD CONSTRAINT "exhibits_org_id_received_by_members_org_id_id_fk" FOREIGN KEY ("org_id","received_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."incident_exhibits" ADD CONSTRAINT "incident_exhibits_org_id_incident_id_incidents_org_id_id_fk" FOREIGN KEY ("org_id","incident_id") REFERENCES "app"."incidents"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."incident_exhibits" ADD CONSTRAINT "incident_exhibits_org_id_exhibit_id_exhibits_org_id_id_fk" FOREIGN KEY ("org_id","exhibit_id") REFERENCES "app"."exhibits"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."uploads" ADD CONSTRAINT "uploads_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."uploads" ADD CONSTRAINT "uploads_org_id_announced_by_members_org_id_id_fk" FOREIGN KEY ("org_id","announced_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."case_steps" ADD CONSTRAINT "case_steps_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."step_events" ADD CONSTRAINT "step_events_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."step_events" ADD CONSTRAINT "step_events_org_id_recorded_by_members_org_id_id_fk" FOREIGN KEY ("org_id","recorded_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."data_keys" ADD CONSTRAINT "data_keys_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "app"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."invitations" ADD CONSTRAINT "invitations_org_id_invited_by_members_org_id_id_fk" FOREIGN KEY ("org_id","invited_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."liaisons" ADD CONSTRAINT "liaisons_org_id_member_id_members_org_id_id_fk" FOREIGN KEY ("org_id","member_id") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."members" ADD CONSTRAINT "members_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "app"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."charges" ADD CONSTRAINT "charges_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."charges" ADD CONSTRAINT "charges_org_id_named_by_members_org_id_id_fk" FOREIGN KEY ("org_id","named_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."handover_events" ADD CONSTRAINT "handover_events_org_id_handover_id_handovers_org_id_id_fk" FOREIGN KEY ("org_id","handover_id") REFERENCES "app"."handovers"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."handovers" ADD CONSTRAINT "handovers_org_id_packet_id_packets_org_id_id_fk" FOREIGN KEY ("org_id","packet_id") REFERENCES "app"."packets"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."handovers" ADD CONSTRAINT "handovers_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."handovers" ADD CONSTRAINT "handovers_org_id_liaison_id_members_org_id_id_fk" FOREIGN KEY ("org_id","liaison_id") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."handovers" ADD CONSTRAINT "handovers_org_id_delivered_by_members_org_id_id_fk" FOREIGN KEY ("org_id","delivered_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."packets" ADD CONSTRAINT "packets_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."packets" ADD CONSTRAINT "packets_org_id_drafted_by_members_org_id_id_fk" FOREIGN KEY ("org_id","drafted_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."packets" ADD CONSTRAINT "packets_org_id_decided_by_members_org_id_id_fk" FOREIGN KEY ("org_id","decided_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."releases" ADD CONSTRAINT "releases_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."releases" ADD CONSTRAINT "releases_org_id_granted_by_members_org_id_id_fk" FOREIGN KEY ("org_id","granted_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."reference_keys" ADD CONSTRAINT "reference_keys_org_id_reference_id_references_org_id_id_fk" FOREIGN KEY ("org_id","reference_id") REFERENCES "app"."references"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."references" ADD CONSTRAINT "references_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."references" ADD CONSTRAINT "references_org_id_proof_exhibit_id_exhibits_org_id_id_fk" FOREIGN KEY ("org_id","proof_exhibit_id") REFERENCES "app"."exhibits"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."references" ADD CONSTRAINT "references_org_id_handover_id_handovers_org_id_id_fk" FOREIGN KEY ("org_id","handover_id") REFERENCES "app"."handovers"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."references" ADD CONSTRAINT "references_org_id_recorded_by_members_org_id_id_fk" FOREIGN KEY ("org_id","recorded_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "entries_org_id_case_id_index" ON "audit"."entries" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "account_handles_org_id_case_id_index" ON "app"."account_handles" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "accounts_org_id_case_id_index" ON "app"."accounts" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "case_members_org_id_member_id_index" ON "app"."case_members" USING btree ("org_id","member_id");--> statement-breakpoint
CREATE INDEX "cases_org_id_opened_at_id_index" ON "app"."cases" USING btree ("org_id","opened_at","id");--> statement-breakpoint
CREATE INDEX "cases_org_id_last_activity_at_id_index" ON "app"."cases" USING btree ("org_id","last_activity_at","id");--> statement-breakpoint
CREATE INDEX "cases_org_id_next_due_on_id_index" ON "app"."cases" USING btree ("org_id","next_due_on","id");--> statement-breakpoint
CREATE INDEX "cases_org_id_pseudonym_id_index" ON "app"."cases" USING btree ("org_id","pseudonym","id");--> statement-breakpoint
CREATE INDEX "cases_org_id_risk_opened_at_id_index" ON "app"."cases" USING btree ("org_id","risk","opened_at","id");--> statement-breakpoint
CREATE INDEX "cases_org_id_owner_id_opened_at_id_index" ON "app"."cases" USING btree ("org_id","owner_id","opened_at","id");--> statement-breakpoint
CREATE INDEX "cases_org_id_client_id_index" ON "app"."cases" USING btree ("org_id","client_id");--> statement-breakpoint
CREATE INDEX "incidents_org_id_case_id_happened_at_index" ON "app"."incidents" USING btree ("org_id","case_id","happened_at");--> statement-breakpoint
CREATE INDEX "search_tokens_org_id_owner_id_index" ON "app"."search_tokens" USING btree ("org_id","owner_id");--> statement-breakpoint
CREATE INDEX "custody_events_org_id_case_id_index" ON "app"."custody_events" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "exhibits_org_id_case_id_index" ON "app"."exhibits" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "incident_exhibits_org_id_case_id_index" ON "app"."incident_exhibits" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "case_steps_org_id_case_id_index" ON "app"."case_steps" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "step_events_org_id_case_id_step_key_index" ON "app"."step_events" USING btree ("org_id","case_id","step_key");--> statement-breakpoint
CREATE INDEX "charges_org_id_case_id_index" ON "app"."charges" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "handover_events_org_id_handover_id_index" ON "app"."handover_events" USING btree ("org_id","handover_id");--> statement-breakpoint
CREATE INDEX "handovers_org_id_liaison_id_index" ON "app"."handovers" USING btree ("org_id","liaison_id");--> statement-breakpoint
CREATE INDEX "handovers_org_id_case_id_index" ON "app"."handovers" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "packets_org_id_case_id_index" ON "app"."packets" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "packets_org_id_status_index" ON "app"."packets" USING btree ("org_id","status");--> statement-breakpoint
CREATE INDEX "releases_org_id_case_id_index" ON "app"."releases" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "references_org_id_case_id_index" ON "app"."references" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "references_one_number" ON "app"."references" USING btree ("org_id","kind","canonical") WHERE state = 'issued';