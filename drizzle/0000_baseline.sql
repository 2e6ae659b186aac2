CREATE SCHEMA "app";
--> statement-breakpoint
CREATE SCHEMA "audit";
--> statement-breakpoint
CREATE SCHEMA "auth";
--> statement-breakpoint
CREATE TABLE "app"."case_denials" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"key_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"set_by" uuid NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	"lifted_at" timestamp with time zone,
	"lifted_by" uuid,
	CONSTRAINT "case_denials_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."emergency_looks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"code" text NOT NULL,
	"case_id" uuid,
	"key_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"ends_at" timestamp with time zone,
	"ended_by" uuid,
	"ended_at" timestamp with time zone,
	CONSTRAINT "emergency_looks_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."emergency_notices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"look_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"told_at" timestamp with time zone NOT NULL,
	"seen_at" timestamp with time zone,
	CONSTRAINT "emergency_notices_lookId_unique" UNIQUE("look_id")
);
--> statement-breakpoint
CREATE TABLE "app"."access_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"member_id" uuid,
	"invitation_id" uuid,
	"role" text NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"opens_at" timestamp with time zone,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"done_at" timestamp with time zone,
	CONSTRAINT "access_changes_orgId_id_unique" UNIQUE("org_id","id"),
	CONSTRAINT "access_changes_orgId_invitationId_unique" UNIQUE("org_id","invitation_id")
);
--> statement-breakpoint
CREATE TABLE "app"."audit_alerts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"rule" text NOT NULL,
	"occasion" text NOT NULL,
	"member_id" uuid,
	"by_id" uuid,
	"count" integer NOT NULL,
	"seq" bigint,
	"raised_at" timestamp with time zone NOT NULL,
	"acknowledged_at" timestamp with time zone,
	"acknowledged_by" uuid,
	CONSTRAINT "audit_alerts_orgId_rule_occasion_unique" UNIQUE("org_id","rule","occasion")
);
--> statement-breakpoint
CREATE TABLE "app"."audit_anchors" (
	"org_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"hash" "bytea" NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"signature" "bytea",
	"filed_at" timestamp with time zone,
	"token" "bytea",
	"authority" text,
	"gen_time" timestamp with time zone,
	"tries" integer DEFAULT 0 NOT NULL,
	"last_tried_at" timestamp with time zone,
	"problem" text,
	CONSTRAINT "audit_anchors_org_id_seq_pk" PRIMARY KEY("org_id","seq")
);
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
	"session" text,
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
CREATE TABLE "auth"."challenges" (
	"hash" "bytea" PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"session_id" uuid,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "auth"."devices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"login_id" uuid NOT NULL,
	"hash" "bytea" NOT NULL,
	"name" text NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "devices_hash_unique" UNIQUE("hash")
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
CREATE TABLE "auth"."notices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"login_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"session_id" uuid NOT NULL,
	"device" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"dismissed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "auth"."passkeys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"login_id" uuid NOT NULL,
	"credential_id" "bytea" NOT NULL,
	"public_key" "bytea" NOT NULL,
	"counter" bigint NOT NULL,
	"transports" text[] NOT NULL,
	"backup_eligible" boolean NOT NULL,
	"backed_up" boolean NOT NULL,
	"name" text NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"waits_until" timestamp with time zone,
	CONSTRAINT "passkeys_credentialId_unique" UNIQUE("credential_id")
);
--> statement-breakpoint
CREATE TABLE "auth"."recovery_codes" (
	"hash" "bytea" PRIMARY KEY NOT NULL,
	"login_id" uuid NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "auth"."sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"previous_hash" "bytea",
	"renewed_at" timestamp with time zone,
	"login_id" uuid NOT NULL,
	"org_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"amr" text NOT NULL,
	"aal" text DEFAULT 'confined' NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	"idle_expires_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"stepped_up_at" timestamp with time zone,
	"passkey_at" timestamp with time zone,
	"password_at" timestamp with time zone,
	"code_at" timestamp with time zone,
	"covered_at" timestamp with time zone,
	"device" text DEFAULT '' NOT NULL,
	CONSTRAINT "sessions_tokenHash_unique" UNIQUE("token_hash"),
	CONSTRAINT "sessions_previousHash_unique" UNIQUE("previous_hash")
);
--> statement-breakpoint
CREATE TABLE "auth"."setup_tokens" (
	"hash" "bytea" PRIMARY KEY NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "auth"."sso_links" (
	"login_id" uuid PRIMARY KEY NOT NULL,
	"issuer" text NOT NULL,
	"subject" "bytea" NOT NULL,
	"linked_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "sso_links_subject_unique" UNIQUE("subject")
);
--> statement-breakpoint
CREATE TABLE "auth"."totp_offers" (
	"session_id" uuid PRIMARY KEY NOT NULL,
	"seed" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "auth"."totps" (
	"login_id" uuid PRIMARY KEY NOT NULL,
	"seed" text NOT NULL,
	"last_step" bigint NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"tries" integer DEFAULT 0 NOT NULL,
	"locked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "app"."breach_notices" (
	"org_id" uuid NOT NULL,
	"breach_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"shown_by" text[] NOT NULL,
	"words" text,
	"drafted_by" uuid,
	"drafted_at" timestamp with time zone,
	"reviewed_by" uuid,
	"reviewed_at" timestamp with time zone,
	"reviewed_edition" integer,
	"sent_by" uuid,
	"sent_on" date,
	CONSTRAINT "breach_notices_breach_id_client_id_pk" PRIMARY KEY("breach_id","client_id")
);
--> statement-breakpoint
CREATE TABLE "app"."breaches" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"key_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"discovered_at" timestamp with time zone NOT NULL,
	"zone" text NOT NULL,
	"categories" text[] NOT NULL,
	"words" text NOT NULL,
	"member_id" uuid,
	"from_at" timestamp with time zone,
	"until_at" timestamp with time zone,
	"case_ids" uuid[],
	"affected" integer,
	"counted_at" timestamp with time zone,
	"regulator_told_on" date,
	"regulator_reference" text,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "breaches_orgId_id_unique" UNIQUE("org_id","id"),
	CONSTRAINT "breaches_orgId_number_unique" UNIQUE("org_id","number")
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
	"danger_since" timestamp with time zone,
	"matter" text NOT NULL,
	"traits" text[],
	"owner_id" uuid NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"last_activity_at" timestamp with time zone NOT NULL,
	"level" integer DEFAULT 1 NOT NULL,
	"levels" integer DEFAULT 6 NOT NULL,
	"marks" text DEFAULT '' NOT NULL,
	"next_step" text DEFAULT '' NOT NULL,
	"next_due_on" date,
	"next_due_at" timestamp with time zone,
	"next_due_label" text,
	"closed_at" timestamp with time zone,
	"closed_by" uuid,
	"outcome" text,
	"closing_note" text,
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
	"knowledge" text,
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
CREATE TABLE "app"."clearances" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"exhibit_id" uuid NOT NULL,
	"page" integer NOT NULL,
	"sha256" text NOT NULL,
	"found" text NOT NULL,
	"reason" text,
	"looked_by" uuid NOT NULL,
	"looked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "clearances_orgId_id_unique" UNIQUE("org_id","id")
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
	"safe_contact_reviewed_on" date,
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
CREATE TABLE "app"."clock_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"clock_key" text NOT NULL,
	"change" text NOT NULL,
	"on" date NOT NULL,
	"until" date,
	"reason" text NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."hand_clocks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"code" text,
	"title" text NOT NULL,
	"started_on" date NOT NULL,
	"started_at" timestamp with time zone,
	"due_on" date,
	"note" text,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"answered_on" date,
	"answered_note" text,
	"answered_by" uuid,
	CONSTRAINT "hand_clocks_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."preservations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"asked_by" text NOT NULL,
	"asked_on" date NOT NULL,
	"accepted_on" date,
	"refused_on" date,
	"renewed_on" date,
	"expires_on" date,
	"reference_id" uuid,
	"note" text,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "preservations_orgId_id_unique" UNIQUE("org_id","id")
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
	"details" text,
	"sha256_after" text,
	"derivative_id" uuid,
	"verified" boolean,
	"formula" smallint DEFAULT 2 NOT NULL,
	"previous" "bytea" NOT NULL,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "custody_events_exhibitId_seq_unique" UNIQUE("exhibit_id","seq")
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
CREATE TABLE "app"."assignment_batches" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"to_member" uuid NOT NULL,
	"reason" text NOT NULL,
	"key_id" uuid NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"total" integer NOT NULL,
	CONSTRAINT "assignment_batches_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."assignment_rows" (
	"org_id" uuid NOT NULL,
	"batch_id" uuid NOT NULL,
	"asked_id" uuid NOT NULL,
	"place" integer NOT NULL,
	"case_id" uuid,
	"result" text,
	"done_at" timestamp with time zone,
	CONSTRAINT "assignment_rows_batch_id_asked_id_pk" PRIMARY KEY("batch_id","asked_id")
);
--> statement-breakpoint
CREATE TABLE "app"."case_flags" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"message" text NOT NULL,
	"look_on" date,
	"raised_by" uuid NOT NULL,
	"raised_at" timestamp with time zone NOT NULL,
	"resolved_by" uuid,
	"resolved_at" timestamp with time zone,
	"resolution" text,
	CONSTRAINT "case_flags_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."case_offers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"key_id" uuid NOT NULL,
	"code" text NOT NULL,
	"pseudonym" text NOT NULL,
	"risk" text NOT NULL,
	"offered_by" uuid NOT NULL,
	"offered_to" uuid NOT NULL,
	"offered_at" timestamp with time zone NOT NULL,
	"reason" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"settled_at" timestamp with time zone,
	"settled_by" uuid,
	"answer" text,
	CONSTRAINT "case_offers_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."case_owners" (
	"case_id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"owner_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."case_reviews" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"note" text NOT NULL,
	"wants_answer" boolean DEFAULT false NOT NULL,
	"written_by" uuid NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	"turn" text,
	"closed_at" timestamp with time zone,
	"closed_by" uuid,
	CONSTRAINT "case_reviews_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."leaves" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"cover_id" uuid NOT NULL,
	"from_on" date NOT NULL,
	"until_on" date NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_by" uuid,
	CONSTRAINT "leaves_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."member_grants" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"permission" text NOT NULL,
	"reason" text NOT NULL,
	"key_id" uuid NOT NULL,
	"granted_by" uuid NOT NULL,
	"granted_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_by" uuid
);
--> statement-breakpoint
CREATE TABLE "app"."review_replies" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"review_id" uuid NOT NULL,
	"words" text NOT NULL,
	"said_by" uuid NOT NULL,
	"said_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."dispatches" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"packet_id" uuid NOT NULL,
	"method" text NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"sent_by" uuid NOT NULL,
	"liaison_id" uuid,
	"office" text,
	"proof" text,
	"with_annex" boolean DEFAULT false NOT NULL,
	"annex_release_id" uuid,
	"noted_by" uuid NOT NULL,
	"noted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "dispatches_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."document_versions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"document_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"body" text NOT NULL,
	"note" text,
	"saved_by" uuid NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "document_versions_documentId_version_unique" UNIQUE("document_id","version")
);
--> statement-breakpoint
CREATE TABLE "app"."documents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"template" text NOT NULL,
	"kind" text NOT NULL,
	"step_key" text,
	"rung_key" text,
	"refusal_id" uuid,
	"account_id" uuid,
	"signer" text NOT NULL,
	"state" text NOT NULL,
	"version" integer NOT NULL,
	"final_on" date,
	"sworn_on" date,
	"sworn_exhibit_id" uuid,
	"sent_on" date,
	"drafted_by" uuid NOT NULL,
	"drafted_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "documents_orgId_id_unique" UNIQUE("org_id","id"),
	CONSTRAINT "documents_caseId_number_unique" UNIQUE("case_id","number")
);
--> statement-breakpoint
CREATE TABLE "app"."erasure_requests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"of" text NOT NULL,
	"erased_id" uuid NOT NULL,
	"code" text NOT NULL,
	"ground" text NOT NULL,
	"reason" text,
	"key_id" uuid NOT NULL,
	"with_client" boolean DEFAULT false NOT NULL,
	"state" text NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"also" uuid[] DEFAULT '{}' NOT NULL,
	"erased_at" timestamp with time zone,
	"done_at" timestamp with time zone,
	CONSTRAINT "erasure_requests_orgId_id_unique" UNIQUE("org_id","id"),
	CONSTRAINT "erasure_requests_two_people" CHECK (state in ('waiting', 'refused', 'stopped') or (decided_by is not null and decided_by <> asked_by))
);
--> statement-breakpoint
CREATE TABLE "app"."erasures" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"of" text NOT NULL,
	"erased_id" uuid NOT NULL,
	"code" text NOT NULL,
	"key_ids" uuid[] NOT NULL,
	"ground" text NOT NULL,
	"asked_by" uuid NOT NULL,
	"released_by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"seers" uuid[] NOT NULL,
	CONSTRAINT "erasures_orgId_erasedId_unique" UNIQUE("org_id","erased_id")
);
--> statement-breakpoint
CREATE TABLE "app"."exhibits" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"upload_id" uuid NOT NULL,
	"file_id" uuid,
	"sha256" text NOT NULL,
	"size" bigint NOT NULL,
	"sent_sha256" text,
	"file_modified_at" timestamp with time zone,
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
	"tool" text,
	"time_source" text,
	"clock_offset" integer,
	"post_id" text,
	"permalink" text,
	"visibility" text,
	"sensitivity" text DEFAULT 'ordinary' NOT NULL,
	"language" text,
	"metadata" text,
	"look" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"looked_at" timestamp with time zone,
	"received_by" uuid NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	CONSTRAINT "exhibits_orgId_id_unique" UNIQUE("org_id","id"),
	CONSTRAINT "exhibits_caseId_number_unique" UNIQUE("case_id","number"),
	CONSTRAINT "exhibits_orgId_uploadId_unique" UNIQUE("org_id","upload_id"),
	CONSTRAINT "exhibits_orgId_fileId_unique" UNIQUE("org_id","file_id")
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
	"file_modified_at" timestamp with time zone,
	"announced_by" uuid NOT NULL,
	"announced_at" timestamp with time zone NOT NULL,
	"exhibit_id" uuid,
	CONSTRAINT "uploads_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."case_exports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"key_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"case_id" uuid,
	"client_id" uuid,
	"request_id" uuid,
	"names_staff" boolean DEFAULT false NOT NULL,
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
	CONSTRAINT "case_exports_access" CHECK ((kind = 'access') = (client_id is not null and request_id is not null)),
	CONSTRAINT "case_exports_second_person" CHECK (decided_by is null or decided_by <> asked_by or state = 'refused'),
	CONSTRAINT "case_exports_released" CHECK (kind <> 'organisation' or state in ('waiting', 'refused', 'cleared') or decided_by is not null)
);
--> statement-breakpoint
CREATE TABLE "app"."first_link_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"link_id" uuid NOT NULL,
	"event" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" uuid,
	"note" text
);
--> statement-breakpoint
CREATE TABLE "app"."first_links" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"packet_id" uuid NOT NULL,
	"liaison_id" uuid NOT NULL,
	"secret_hash" "bytea" NOT NULL,
	"code_hash" "bytea" NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"released_by" uuid,
	"released_at" timestamp with time zone,
	"expires_at" timestamp with time zone,
	"revoked_by" uuid,
	"revoked_at" timestamp with time zone,
	"tries" integer DEFAULT 0 NOT NULL,
	"locked_at" timestamp with time zone,
	"redeemed_at" timestamp with time zone,
	"browser_hash" "bytea",
	"handover_id" uuid,
	"access_until" timestamp with time zone,
	"downloads" integer DEFAULT 0 NOT NULL,
	"news_at" timestamp with time zone,
	"seen_at" timestamp with time zone,
	CONSTRAINT "first_links_secretHash_unique" UNIQUE("secret_hash"),
	CONSTRAINT "first_links_orgId_id_unique" UNIQUE("org_id","id")
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
CREATE TABLE "app"."handover_outcomes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"handover_id" uuid NOT NULL,
	"key_id" uuid NOT NULL,
	"outcome" text NOT NULL,
	"on" date NOT NULL,
	"note" text,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by" uuid NOT NULL,
	"seen_at" timestamp with time zone,
	"seen_by" uuid,
	CONSTRAINT "handover_outcomes_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."handover_questions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"handover_id" uuid NOT NULL,
	"key_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"part" text,
	"words" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"asked_by" uuid NOT NULL,
	"answer" text,
	"answered_at" timestamp with time zone,
	"answered_by" uuid,
	"mended_by" uuid,
	CONSTRAINT "handover_questions_orgId_id_unique" UNIQUE("org_id","id")
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
CREATE TABLE "app"."case_steps" (
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"step_key" text NOT NULL,
	"part" text DEFAULT '' NOT NULL,
	"state" text NOT NULL,
	"begun_on" date,
	"submitted_on" date,
	"submitted_at" timestamp with time zone,
	"last_contact_on" date,
	"due_on" date,
	"answer" text,
	"outcome" text,
	"outcome_on" date,
	"skipped_reason" text,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "case_steps_case_id_step_key_part_pk" PRIMARY KEY("case_id","step_key","part")
);
--> statement-breakpoint
CREATE TABLE "app"."step_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"step_key" text NOT NULL,
	"part" text DEFAULT '' NOT NULL,
	"event" text NOT NULL,
	"happened_on" date NOT NULL,
	"note" text,
	"recorded_by" uuid,
	"recorded_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."proclaimed_days" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"calendar" text NOT NULL,
	"day" date NOT NULL,
	"name" text NOT NULL,
	"source" text NOT NULL,
	"withdrawn" boolean DEFAULT false NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "proclaimed_days_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."provision_versions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"part" text NOT NULL,
	"key" text NOT NULL,
	"version" integer NOT NULL,
	"change" jsonb NOT NULL,
	"source" text NOT NULL,
	"mark" text NOT NULL,
	"checked_on" date NOT NULL,
	"reason" text NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "provision_versions_orgId_part_key_version_unique" UNIQUE("org_id","part","key","version")
);
--> statement-breakpoint
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
	"renews" uuid,
	"keeps_factors" boolean DEFAULT false NOT NULL,
	CONSTRAINT "invitations_tokenHash_unique" UNIQUE("token_hash"),
	CONSTRAINT "invitations_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."liaison_callbacks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"liaison_id" uuid NOT NULL,
	"called_by" uuid NOT NULL,
	"called_at" timestamp with time zone NOT NULL,
	"result" text NOT NULL,
	"words" text NOT NULL,
	"key_id" uuid NOT NULL,
	"noted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "liaison_callbacks_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."liaisons" (
	"member_id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"rank" text NOT NULL,
	"agency" text NOT NULL,
	"unit" text NOT NULL,
	"force_number" text NOT NULL,
	"address" text DEFAULT '' NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"added_by" uuid,
	"changed_by" uuid,
	"changed_at" timestamp with time zone,
	"editors" uuid[] DEFAULT '{}' NOT NULL,
	"from_before" boolean DEFAULT false NOT NULL,
	"confirmed_by" uuid,
	"confirmed_at" timestamp with time zone,
	"callback_id" uuid,
	CONSTRAINT "liaisons_orgId_memberId_unique" UNIQUE("org_id","member_id")
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
	"desk_email" text,
	"desk_phone" text,
	"keep_years" integer,
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
CREATE TABLE "app"."handovers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"packet_id" uuid NOT NULL,
	"liaison_id" uuid NOT NULL,
	"delivered_by" uuid NOT NULL,
	"delivered_at" timestamp with time zone NOT NULL,
	"message" text,
	"with_annex" boolean DEFAULT false NOT NULL,
	"annex_release_id" uuid,
	"annex_until" timestamp with time zone,
	"opened_at" timestamp with time zone,
	"downloaded_at" timestamp with time zone,
	"acknowledged_at" timestamp with time zone,
	"acknowledged_note" text,
	CONSTRAINT "handovers_orgId_id_unique" UNIQUE("org_id","id"),
	CONSTRAINT "handovers_orgId_id_caseId_unique" UNIQUE("org_id","id","case_id"),
	CONSTRAINT "handovers_packetId_liaisonId_unique" UNIQUE("packet_id","liaison_id")
);
--> statement-breakpoint
CREATE TABLE "app"."packet_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"packet_id" uuid NOT NULL,
	"event" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" uuid,
	"words" text
);
--> statement-breakpoint
CREATE TABLE "app"."packet_parts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"packet_id" uuid NOT NULL,
	"part" text NOT NULL,
	"name" text NOT NULL,
	"mime" text NOT NULL,
	"file_id" uuid NOT NULL,
	"key_id" uuid NOT NULL,
	"sha256" text NOT NULL,
	"size" bigint NOT NULL,
	"pages" integer,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "packet_parts_orgId_id_unique" UNIQUE("org_id","id"),
	CONSTRAINT "packet_parts_packetId_part_unique" UNIQUE("packet_id","part")
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
	"annex_snapshot" text,
	"preflight" jsonb,
	"build_stage" text DEFAULT 'queued' NOT NULL,
	"build_done" integer DEFAULT 0 NOT NULL,
	"build_total" integer DEFAULT 0 NOT NULL,
	"build_error" text,
	"cancel_asked_at" timestamp with time zone,
	"file_id" uuid,
	"file_key_id" uuid,
	"file_sha256" text,
	"file_size" bigint,
	"pages" integer,
	"drafted_by" uuid NOT NULL,
	"drafted_at" timestamp with time zone NOT NULL,
	"built_at" timestamp with time zone,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"decision_note" text,
	"withdrawn_at" timestamp with time zone,
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
	"recipient_role" text,
	"purpose" text NOT NULL,
	"items" text NOT NULL,
	"covers" jsonb,
	"cross_border_basis" text,
	"signed_on" date NOT NULL,
	"expires_on" date NOT NULL,
	"exhibit_id" uuid,
	"granted_by" uuid NOT NULL,
	"granted_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"revoked_reason" text,
	CONSTRAINT "releases_orgId_id_unique" UNIQUE("org_id","id"),
	CONSTRAINT "releases_caseId_number_unique" UNIQUE("case_id","number")
);
--> statement-breakpoint
CREATE TABLE "app"."signing_keys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"origin" text NOT NULL,
	"certificates" text NOT NULL,
	"fingerprint" text NOT NULL,
	"subject" text NOT NULL,
	"valid_from" timestamp with time zone NOT NULL,
	"valid_until" timestamp with time zone NOT NULL,
	"private_key" text NOT NULL,
	"key_id" uuid NOT NULL,
	"made_by" uuid,
	"made_at" timestamp with time zone NOT NULL,
	"retired_at" timestamp with time zone,
	CONSTRAINT "signing_keys_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."recalls" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"packet_id" uuid NOT NULL,
	"handover_id" uuid,
	"dispatch_id" uuid,
	"release_id" uuid,
	"made_by" uuid NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"outcome" text,
	"settled_by" uuid,
	"settled_at" timestamp with time zone,
	CONSTRAINT "recalls_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."release_recipients" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"release_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"confirmed_by" uuid NOT NULL,
	"confirmed_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"taken_off_at" timestamp with time zone,
	"taken_off_by" uuid,
	"taken_off_reason" text,
	CONSTRAINT "release_recipients_orgId_id_unique" UNIQUE("org_id","id"),
	CONSTRAINT "release_recipients_releaseId_memberId_unique" UNIQUE("release_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "app"."reference_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"reference_id" uuid NOT NULL,
	"change" text NOT NULL,
	"fields" jsonb NOT NULL,
	"reason" text,
	"recorded_by" uuid,
	"recorded_at" timestamp with time zone NOT NULL
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
CREATE TABLE "app"."reference_secrets" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"reference_id" uuid NOT NULL,
	"label" text NOT NULL,
	"secret" text,
	"stored_by" uuid NOT NULL,
	"stored_at" timestamp with time zone NOT NULL,
	"destroyed_at" timestamp with time zone,
	CONSTRAINT "reference_secrets_orgId_id_unique" UNIQUE("org_id","id")
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
	"holder" text,
	"issued_on" date,
	"received_via" text,
	"received_on" date,
	"proof_exhibit_id" uuid,
	"note" text,
	"warnings" text[] DEFAULT '{}' NOT NULL,
	"handover_id" uuid,
	"recorded_by" uuid,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "references_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."authorities" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"process" text NOT NULL,
	"given_by" text NOT NULL,
	"signed_on" date NOT NULL,
	"expires_on" date,
	"exhibit_id" uuid NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"revoked_reason" text,
	CONSTRAINT "authorities_orgId_id_unique" UNIQUE("org_id","id"),
	CONSTRAINT "authorities_caseId_number_unique" UNIQUE("case_id","number")
);
--> statement-breakpoint
CREATE TABLE "app"."refusals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"step_key" text NOT NULL,
	"rung_key" text NOT NULL,
	"rung_since" date,
	"office" text NOT NULL,
	"officer" text,
	"force_number" text,
	"words" text,
	"witnesses" text,
	"refused_at" timestamp with time zone NOT NULL,
	"zone" text NOT NULL,
	"proof_exhibit_id" uuid,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"settled_on" date,
	"settled_note" text,
	CONSTRAINT "refusals_orgId_id_unique" UNIQUE("org_id","id"),
	CONSTRAINT "refusals_caseId_number_unique" UNIQUE("case_id","number")
);
--> statement-breakpoint
CREATE TABLE "app"."calendar_feeds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "calendar_feeds_tokenHash_unique" UNIQUE("token_hash"),
	CONSTRAINT "calendar_feeds_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."mails" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"occasion" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"not_before" timestamp with time zone NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"claimed_at" timestamp with time zone,
	"sent_at" timestamp with time zone,
	"failure" text,
	CONSTRAINT "mails_orgId_id_unique" UNIQUE("org_id","id"),
	CONSTRAINT "mails_orgId_memberId_occasion_unique" UNIQUE("org_id","member_id","occasion")
);
--> statement-breakpoint
CREATE TABLE "app"."reminder_wishes" (
	"member_id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"mails" text NOT NULL,
	"zone" text NOT NULL,
	"digest_at" text NOT NULL,
	"quiet_from" text NOT NULL,
	"quiet_until" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."reminders" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"clock_key" text NOT NULL,
	"due_on" date NOT NULL,
	"alert" text NOT NULL,
	"urgency" text NOT NULL,
	"why" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"mail_id" uuid,
	CONSTRAINT "reminders_orgId_memberId_caseId_clockKey_dueOn_alert_unique" UNIQUE("org_id","member_id","case_id","clock_key","due_on","alert")
);
--> statement-breakpoint
CREATE TABLE "app"."holds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"placed_by" uuid NOT NULL,
	"placed_at" timestamp with time zone NOT NULL,
	"lifted_by" uuid,
	"lifted_at" timestamp with time zone,
	"lift_reason" text,
	CONSTRAINT "holds_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."retention_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"decide_on" date NOT NULL,
	"reason" text NOT NULL,
	"changed_by" uuid NOT NULL,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."case_restrictions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"placed_by" uuid NOT NULL,
	"placed_at" timestamp with time zone NOT NULL,
	"lifted_by" uuid,
	"lifted_at" timestamp with time zone,
	"lift_reason" text,
	CONSTRAINT "case_restrictions_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."corrections" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"what" text NOT NULL,
	"words" text NOT NULL,
	"noted_by" uuid NOT NULL,
	"noted_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."rights_requests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"key_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"kind" text NOT NULL,
	"from_whom" text NOT NULL,
	"case_id" uuid,
	"received_on" date NOT NULL,
	"zone" text NOT NULL,
	"due_on" date,
	"due_by" text,
	"state" text NOT NULL,
	"handler_id" uuid NOT NULL,
	"identity" text,
	"identified_on" date,
	"identified_by" uuid,
	"confirms" boolean DEFAULT false NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"answered_on" date,
	"answered_by" uuid,
	"words" text NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "rights_requests_orgId_id_unique" UNIQUE("org_id","id"),
	CONSTRAINT "rights_requests_orgId_number_unique" UNIQUE("org_id","number"),
	CONSTRAINT "rights_requests_case" CHECK (from_whom not in ('client', 'subject') or case_id is not null),
	CONSTRAINT "rights_requests_identity" CHECK (state in ('received', 'refused', 'withdrawn') or (identified_on is not null and identified_by is not null)),
	CONSTRAINT "rights_requests_decided" CHECK (state in ('received', 'identified', 'withdrawn') or (decided_by is not null and decided_at is not null))
);
--> statement-breakpoint
CREATE TABLE "app"."scans" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"exhibit_id" uuid NOT NULL,
	"state" text NOT NULL,
	"virus" text,
	"problem" text,
	"engine" text,
	"asked_at" timestamp with time zone NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"last_tried_at" timestamp with time zone,
	"scanned_at" timestamp with time zone,
	"let_out_by" uuid,
	"let_out_at" timestamp with time zone,
	"let_out_reason" text,
	CONSTRAINT "scans_orgId_id_unique" UNIQUE("org_id","id"),
	CONSTRAINT "scans_exhibitId_unique" UNIQUE("exhibit_id")
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
CREATE TABLE "app"."word_covers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"exhibit_id" uuid NOT NULL,
	"lifts" uuid,
	"words" text,
	"kind" text,
	"reason" text,
	"place" integer,
	"reading" uuid,
	"made_by" uuid NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "word_covers_orgId_id_unique" UNIQUE("org_id","id"),
	CONSTRAINT "word_covers_orgId_lifts_unique" UNIQUE("org_id","lifts")
);
--> statement-breakpoint
ALTER TABLE "app"."case_denials" ADD CONSTRAINT "case_denials_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."case_denials" ADD CONSTRAINT "case_denials_org_id_client_id_clients_org_id_id_fk" FOREIGN KEY ("org_id","client_id") REFERENCES "app"."clients"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."case_denials" ADD CONSTRAINT "case_denials_org_id_member_id_members_org_id_id_fk" FOREIGN KEY ("org_id","member_id") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."case_denials" ADD CONSTRAINT "case_denials_org_id_key_id_data_keys_org_id_id_fk" FOREIGN KEY ("org_id","key_id") REFERENCES "app"."data_keys"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."case_denials" ADD CONSTRAINT "case_denials_org_id_set_by_members_org_id_id_fk" FOREIGN KEY ("org_id","set_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."case_denials" ADD CONSTRAINT "case_denials_org_id_lifted_by_members_org_id_id_fk" FOREIGN KEY ("org_id","lifted_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."emergency_looks" ADD CONSTRAINT "emergency_looks_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."emergency_looks" ADD CONSTRAINT "emergency_looks_org_id_key_id_data_keys_org_id_id_fk" FOREIGN KEY ("org_id","key_id") REFERENCES "app"."data_keys"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."emergency_looks" ADD CONSTRAINT "emergency_looks_org_id_asked_by_members_org_id_id_fk" FOREIGN KEY ("org_id","asked_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."emergency_looks" ADD CONSTRAINT "emergency_looks_org_id_decided_by_members_org_id_id_fk" FOREIGN KEY ("org_id","decided_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."emergency_looks" ADD CONSTRAINT "emergency_looks_org_id_ended_by_members_org_id_id_fk" FOREIGN KEY ("org_id","ended_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."emergency_notices" ADD CONSTRAINT "emergency_notices_org_id_look_id_emergency_looks_org_id_id_fk" FOREIGN KEY ("org_id","look_id") REFERENCES "app"."emergency_looks"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."emergency_notices" ADD CONSTRAINT "emergency_notices_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."emergency_notices" ADD CONSTRAINT "emergency_notices_org_id_member_id_members_org_id_id_fk" FOREIGN KEY ("org_id","member_id") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."access_changes" ADD CONSTRAINT "access_changes_org_id_invitation_id_invitations_org_id_id_fk" FOREIGN KEY ("org_id","invitation_id") REFERENCES "app"."invitations"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."access_changes" ADD CONSTRAINT "access_changes_org_id_member_id_members_org_id_id_fk" FOREIGN KEY ("org_id","member_id") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."access_changes" ADD CONSTRAINT "access_changes_org_id_asked_by_members_org_id_id_fk" FOREIGN KEY ("org_id","asked_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."access_changes" ADD CONSTRAINT "access_changes_org_id_decided_by_members_org_id_id_fk" FOREIGN KEY ("org_id","decided_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."audit_alerts" ADD CONSTRAINT "audit_alerts_org_id_member_id_members_org_id_id_fk" FOREIGN KEY ("org_id","member_id") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."audit_alerts" ADD CONSTRAINT "audit_alerts_org_id_by_id_members_org_id_id_fk" FOREIGN KEY ("org_id","by_id") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."audit_alerts" ADD CONSTRAINT "audit_alerts_org_id_acknowledged_by_members_org_id_id_fk" FOREIGN KEY ("org_id","acknowledged_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."devices" ADD CONSTRAINT "devices_login_id_logins_id_fk" FOREIGN KEY ("login_id") REFERENCES "auth"."logins"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."login_tickets" ADD CONSTRAINT "login_tickets_login_id_logins_id_fk" FOREIGN KEY ("login_id") REFERENCES "auth"."logins"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."notices" ADD CONSTRAINT "notices_login_id_logins_id_fk" FOREIGN KEY ("login_id") REFERENCES "auth"."logins"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."passkeys" ADD CONSTRAINT "passkeys_login_id_logins_id_fk" FOREIGN KEY ("login_id") REFERENCES "auth"."logins"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."recovery_codes" ADD CONSTRAINT "recovery_codes_login_id_logins_id_fk" FOREIGN KEY ("login_id") REFERENCES "auth"."logins"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."sessions" ADD CONSTRAINT "sessions_login_id_logins_id_fk" FOREIGN KEY ("login_id") REFERENCES "auth"."logins"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."sso_links" ADD CONSTRAINT "sso_links_login_id_logins_id_fk" FOREIGN KEY ("login_id") REFERENCES "auth"."logins"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."totps" ADD CONSTRAINT "totps_login_id_logins_id_fk" FOREIGN KEY ("login_id") REFERENCES "auth"."logins"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."breach_notices" ADD CONSTRAINT "breach_notices_org_id_breach_id_breaches_org_id_id_fk" FOREIGN KEY ("org_id","breach_id") REFERENCES "app"."breaches"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."breach_notices" ADD CONSTRAINT "breach_notices_org_id_client_id_clients_org_id_id_fk" FOREIGN KEY ("org_id","client_id") REFERENCES "app"."clients"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."breach_notices" ADD CONSTRAINT "breach_notices_org_id_drafted_by_members_org_id_id_fk" FOREIGN KEY ("org_id","drafted_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."breach_notices" ADD CONSTRAINT "breach_notices_org_id_reviewed_by_members_org_id_id_fk" FOREIGN KEY ("org_id","reviewed_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."breach_notices" ADD CONSTRAINT "breach_notices_org_id_sent_by_members_org_id_id_fk" FOREIGN KEY ("org_id","sent_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."breaches" ADD CONSTRAINT "breaches_org_id_key_id_data_keys_org_id_id_fk" FOREIGN KEY ("org_id","key_id") REFERENCES "app"."data_keys"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."breaches" ADD CONSTRAINT "breaches_org_id_member_id_members_org_id_id_fk" FOREIGN KEY ("org_id","member_id") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."breaches" ADD CONSTRAINT "breaches_org_id_recorded_by_members_org_id_id_fk" FOREIGN KEY ("org_id","recorded_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
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
ALTER TABLE "app"."chat_imports" ADD CONSTRAINT "chat_imports_org_id_exhibit_id_exhibits_org_id_id_fk" FOREIGN KEY ("org_id","exhibit_id") REFERENCES "app"."exhibits"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."chat_imports" ADD CONSTRAINT "chat_imports_org_id_started_by_members_org_id_id_fk" FOREIGN KEY ("org_id","started_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."chat_messages" ADD CONSTRAINT "chat_messages_org_id_import_id_chat_imports_org_id_id_fk" FOREIGN KEY ("org_id","import_id") REFERENCES "app"."chat_imports"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."chat_messages" ADD CONSTRAINT "chat_messages_org_id_exhibit_id_exhibits_org_id_id_fk" FOREIGN KEY ("org_id","exhibit_id") REFERENCES "app"."exhibits"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."chat_messages" ADD CONSTRAINT "chat_messages_org_id_sender_id_chat_senders_org_id_id_fk" FOREIGN KEY ("org_id","sender_id") REFERENCES "app"."chat_senders"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."chat_messages" ADD CONSTRAINT "chat_messages_org_id_incident_id_incidents_org_id_id_fk" FOREIGN KEY ("org_id","incident_id") REFERENCES "app"."incidents"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."chat_senders" ADD CONSTRAINT "chat_senders_org_id_account_id_accounts_org_id_id_fk" FOREIGN KEY ("org_id","account_id") REFERENCES "app"."accounts"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."chat_senders" ADD CONSTRAINT "chat_senders_org_id_tied_by_members_org_id_id_fk" FOREIGN KEY ("org_id","tied_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."clearances" ADD CONSTRAINT "clearances_org_id_exhibit_id_exhibits_org_id_id_fk" FOREIGN KEY ("org_id","exhibit_id") REFERENCES "app"."exhibits"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."clearances" ADD CONSTRAINT "clearances_org_id_looked_by_members_org_id_id_fk" FOREIGN KEY ("org_id","looked_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."clients" ADD CONSTRAINT "clients_org_id_key_id_data_keys_org_id_id_fk" FOREIGN KEY ("org_id","key_id") REFERENCES "app"."data_keys"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."clients" ADD CONSTRAINT "clients_org_id_registered_by_members_org_id_id_fk" FOREIGN KEY ("org_id","registered_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."clock_changes" ADD CONSTRAINT "clock_changes_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."clock_changes" ADD CONSTRAINT "clock_changes_org_id_recorded_by_members_org_id_id_fk" FOREIGN KEY ("org_id","recorded_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."hand_clocks" ADD CONSTRAINT "hand_clocks_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."hand_clocks" ADD CONSTRAINT "hand_clocks_org_id_recorded_by_members_org_id_id_fk" FOREIGN KEY ("org_id","recorded_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."hand_clocks" ADD CONSTRAINT "hand_clocks_org_id_answered_by_members_org_id_id_fk" FOREIGN KEY ("org_id","answered_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."preservations" ADD CONSTRAINT "preservations_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."preservations" ADD CONSTRAINT "preservations_org_id_account_id_accounts_org_id_id_fk" FOREIGN KEY ("org_id","account_id") REFERENCES "app"."accounts"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."preservations" ADD CONSTRAINT "preservations_org_id_reference_id_references_org_id_id_fk" FOREIGN KEY ("org_id","reference_id") REFERENCES "app"."references"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."preservations" ADD CONSTRAINT "preservations_org_id_recorded_by_members_org_id_id_fk" FOREIGN KEY ("org_id","recorded_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."custody_events" ADD CONSTRAINT "custody_events_org_id_exhibit_id_exhibits_org_id_id_fk" FOREIGN KEY ("org_id","exhibit_id") REFERENCES "app"."exhibits"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."custody_heads" ADD CONSTRAINT "custody_heads_org_id_exhibit_id_exhibits_org_id_id_fk" FOREIGN KEY ("org_id","exhibit_id") REFERENCES "app"."exhibits"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."derivatives" ADD CONSTRAINT "derivatives_org_id_exhibit_id_exhibits_org_id_id_fk" FOREIGN KEY ("org_id","exhibit_id") REFERENCES "app"."exhibits"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."derivatives" ADD CONSTRAINT "derivatives_org_id_made_by_members_org_id_id_fk" FOREIGN KEY ("org_id","made_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."exposures" ADD CONSTRAINT "exposures_org_id_exhibit_id_exhibits_org_id_id_fk" FOREIGN KEY ("org_id","exhibit_id") REFERENCES "app"."exhibits"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."exposures" ADD CONSTRAINT "exposures_org_id_member_id_members_org_id_id_fk" FOREIGN KEY ("org_id","member_id") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."assignment_batches" ADD CONSTRAINT "assignment_batches_org_id_to_member_members_org_id_id_fk" FOREIGN KEY ("org_id","to_member") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."assignment_batches" ADD CONSTRAINT "assignment_batches_org_id_asked_by_members_org_id_id_fk" FOREIGN KEY ("org_id","asked_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."assignment_batches" ADD CONSTRAINT "assignment_batches_org_id_key_id_data_keys_org_id_id_fk" FOREIGN KEY ("org_id","key_id") REFERENCES "app"."data_keys"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."assignment_rows" ADD CONSTRAINT "assignment_rows_org_id_batch_id_assignment_batches_org_id_id_fk" FOREIGN KEY ("org_id","batch_id") REFERENCES "app"."assignment_batches"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."assignment_rows" ADD CONSTRAINT "assignment_rows_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."case_flags" ADD CONSTRAINT "case_flags_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."case_flags" ADD CONSTRAINT "case_flags_org_id_raised_by_members_org_id_id_fk" FOREIGN KEY ("org_id","raised_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."case_flags" ADD CONSTRAINT "case_flags_org_id_resolved_by_members_org_id_id_fk" FOREIGN KEY ("org_id","resolved_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."case_offers" ADD CONSTRAINT "case_offers_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."case_offers" ADD CONSTRAINT "case_offers_org_id_key_id_data_keys_org_id_id_fk" FOREIGN KEY ("org_id","key_id") REFERENCES "app"."data_keys"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."case_offers" ADD CONSTRAINT "case_offers_org_id_offered_by_members_org_id_id_fk" FOREIGN KEY ("org_id","offered_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."case_offers" ADD CONSTRAINT "case_offers_org_id_offered_to_members_org_id_id_fk" FOREIGN KEY ("org_id","offered_to") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."case_offers" ADD CONSTRAINT "case_offers_org_id_settled_by_members_org_id_id_fk" FOREIGN KEY ("org_id","settled_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."case_owners" ADD CONSTRAINT "case_owners_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."case_owners" ADD CONSTRAINT "case_owners_org_id_owner_id_members_org_id_id_fk" FOREIGN KEY ("org_id","owner_id") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."case_reviews" ADD CONSTRAINT "case_reviews_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."case_reviews" ADD CONSTRAINT "case_reviews_org_id_written_by_members_org_id_id_fk" FOREIGN KEY ("org_id","written_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."case_reviews" ADD CONSTRAINT "case_reviews_org_id_closed_by_members_org_id_id_fk" FOREIGN KEY ("org_id","closed_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."leaves" ADD CONSTRAINT "leaves_org_id_member_id_members_org_id_id_fk" FOREIGN KEY ("org_id","member_id") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."leaves" ADD CONSTRAINT "leaves_org_id_cover_id_members_org_id_id_fk" FOREIGN KEY ("org_id","cover_id") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."leaves" ADD CONSTRAINT "leaves_org_id_made_by_members_org_id_id_fk" FOREIGN KEY ("org_id","made_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."leaves" ADD CONSTRAINT "leaves_org_id_ended_by_members_org_id_id_fk" FOREIGN KEY ("org_id","ended_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."member_grants" ADD CONSTRAINT "member_grants_org_id_member_id_members_org_id_id_fk" FOREIGN KEY ("org_id","member_id") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."member_grants" ADD CONSTRAINT "member_grants_org_id_granted_by_members_org_id_id_fk" FOREIGN KEY ("org_id","granted_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."member_grants" ADD CONSTRAINT "member_grants_org_id_ended_by_members_org_id_id_fk" FOREIGN KEY ("org_id","ended_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."member_grants" ADD CONSTRAINT "member_grants_org_id_key_id_data_keys_org_id_id_fk" FOREIGN KEY ("org_id","key_id") REFERENCES "app"."data_keys"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."review_replies" ADD CONSTRAINT "review_replies_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."review_replies" ADD CONSTRAINT "review_replies_org_id_review_id_case_reviews_org_id_id_fk" FOREIGN KEY ("org_id","review_id") REFERENCES "app"."case_reviews"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."review_replies" ADD CONSTRAINT "review_replies_org_id_said_by_members_org_id_id_fk" FOREIGN KEY ("org_id","said_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."dispatches" ADD CONSTRAINT "dispatches_org_id_packet_id_packets_org_id_id_fk" FOREIGN KEY ("org_id","packet_id") REFERENCES "app"."packets"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."dispatches" ADD CONSTRAINT "dispatches_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."dispatches" ADD CONSTRAINT "dispatches_org_id_sent_by_members_org_id_id_fk" FOREIGN KEY ("org_id","sent_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."dispatches" ADD CONSTRAINT "dispatches_org_id_liaison_id_liaisons_org_id_member_id_fk" FOREIGN KEY ("org_id","liaison_id") REFERENCES "app"."liaisons"("org_id","member_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."dispatches" ADD CONSTRAINT "dispatches_org_id_annex_release_id_releases_org_id_id_fk" FOREIGN KEY ("org_id","annex_release_id") REFERENCES "app"."releases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."dispatches" ADD CONSTRAINT "dispatches_org_id_noted_by_members_org_id_id_fk" FOREIGN KEY ("org_id","noted_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."document_versions" ADD CONSTRAINT "document_versions_org_id_document_id_documents_org_id_id_fk" FOREIGN KEY ("org_id","document_id") REFERENCES "app"."documents"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."document_versions" ADD CONSTRAINT "document_versions_org_id_saved_by_members_org_id_id_fk" FOREIGN KEY ("org_id","saved_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."documents" ADD CONSTRAINT "documents_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."documents" ADD CONSTRAINT "documents_org_id_refusal_id_refusals_org_id_id_fk" FOREIGN KEY ("org_id","refusal_id") REFERENCES "app"."refusals"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."documents" ADD CONSTRAINT "documents_org_id_account_id_accounts_org_id_id_fk" FOREIGN KEY ("org_id","account_id") REFERENCES "app"."accounts"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."documents" ADD CONSTRAINT "documents_org_id_sworn_exhibit_id_exhibits_org_id_id_fk" FOREIGN KEY ("org_id","sworn_exhibit_id") REFERENCES "app"."exhibits"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."documents" ADD CONSTRAINT "documents_org_id_drafted_by_members_org_id_id_fk" FOREIGN KEY ("org_id","drafted_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."erasure_requests" ADD CONSTRAINT "erasure_requests_org_id_asked_by_members_org_id_id_fk" FOREIGN KEY ("org_id","asked_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."erasure_requests" ADD CONSTRAINT "erasure_requests_org_id_decided_by_members_org_id_id_fk" FOREIGN KEY ("org_id","decided_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."erasures" ADD CONSTRAINT "erasures_org_id_request_id_erasure_requests_org_id_id_fk" FOREIGN KEY ("org_id","request_id") REFERENCES "app"."erasure_requests"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."erasures" ADD CONSTRAINT "erasures_org_id_asked_by_members_org_id_id_fk" FOREIGN KEY ("org_id","asked_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."erasures" ADD CONSTRAINT "erasures_org_id_released_by_members_org_id_id_fk" FOREIGN KEY ("org_id","released_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."exhibits" ADD CONSTRAINT "exhibits_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."exhibits" ADD CONSTRAINT "exhibits_org_id_upload_id_uploads_org_id_id_fk" FOREIGN KEY ("org_id","upload_id") REFERENCES "app"."uploads"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."exhibits" ADD CONSTRAINT "exhibits_org_id_account_id_accounts_org_id_id_fk" FOREIGN KEY ("org_id","account_id") REFERENCES "app"."accounts"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."exhibits" ADD CONSTRAINT "exhibits_org_id_received_by_members_org_id_id_fk" FOREIGN KEY ("org_id","received_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."incident_exhibits" ADD CONSTRAINT "incident_exhibits_org_id_incident_id_incidents_org_id_id_fk" FOREIGN KEY ("org_id","incident_id") REFERENCES "app"."incidents"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."incident_exhibits" ADD CONSTRAINT "incident_exhibits_org_id_exhibit_id_exhibits_org_id_id_fk" FOREIGN KEY ("org_id","exhibit_id") REFERENCES "app"."exhibits"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."uploads" ADD CONSTRAINT "uploads_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."uploads" ADD CONSTRAINT "uploads_org_id_announced_by_members_org_id_id_fk" FOREIGN KEY ("org_id","announced_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."case_exports" ADD CONSTRAINT "case_exports_org_id_key_id_data_keys_org_id_id_fk" FOREIGN KEY ("org_id","key_id") REFERENCES "app"."data_keys"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."case_exports" ADD CONSTRAINT "case_exports_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."case_exports" ADD CONSTRAINT "case_exports_org_id_client_id_clients_org_id_id_fk" FOREIGN KEY ("org_id","client_id") REFERENCES "app"."clients"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."case_exports" ADD CONSTRAINT "case_exports_org_id_request_id_rights_requests_org_id_id_fk" FOREIGN KEY ("org_id","request_id") REFERENCES "app"."rights_requests"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."case_exports" ADD CONSTRAINT "case_exports_org_id_asked_by_members_org_id_id_fk" FOREIGN KEY ("org_id","asked_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."case_exports" ADD CONSTRAINT "case_exports_org_id_decided_by_members_org_id_id_fk" FOREIGN KEY ("org_id","decided_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."first_link_events" ADD CONSTRAINT "first_link_events_org_id_link_id_first_links_org_id_id_fk" FOREIGN KEY ("org_id","link_id") REFERENCES "app"."first_links"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."first_link_events" ADD CONSTRAINT "first_link_events_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."first_link_events" ADD CONSTRAINT "first_link_events_org_id_by_members_org_id_id_fk" FOREIGN KEY ("org_id","by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."first_links" ADD CONSTRAINT "first_links_org_id_packet_id_packets_org_id_id_fk" FOREIGN KEY ("org_id","packet_id") REFERENCES "app"."packets"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."first_links" ADD CONSTRAINT "first_links_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."first_links" ADD CONSTRAINT "first_links_org_id_liaison_id_liaisons_org_id_member_id_fk" FOREIGN KEY ("org_id","liaison_id") REFERENCES "app"."liaisons"("org_id","member_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."first_links" ADD CONSTRAINT "first_links_org_id_handover_id_handovers_org_id_id_fk" FOREIGN KEY ("org_id","handover_id") REFERENCES "app"."handovers"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."first_links" ADD CONSTRAINT "first_links_org_id_made_by_members_org_id_id_fk" FOREIGN KEY ("org_id","made_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."first_links" ADD CONSTRAINT "first_links_org_id_released_by_members_org_id_id_fk" FOREIGN KEY ("org_id","released_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."first_links" ADD CONSTRAINT "first_links_org_id_revoked_by_members_org_id_id_fk" FOREIGN KEY ("org_id","revoked_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."handover_events" ADD CONSTRAINT "handover_events_org_id_handover_id_handovers_org_id_id_fk" FOREIGN KEY ("org_id","handover_id") REFERENCES "app"."handovers"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."handover_outcomes" ADD CONSTRAINT "handover_outcomes_org_id_handover_id_case_id_handovers_org_id_id_case_id_fk" FOREIGN KEY ("org_id","handover_id","case_id") REFERENCES "app"."handovers"("org_id","id","case_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."handover_outcomes" ADD CONSTRAINT "handover_outcomes_org_id_key_id_data_keys_org_id_id_fk" FOREIGN KEY ("org_id","key_id") REFERENCES "app"."data_keys"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."handover_outcomes" ADD CONSTRAINT "handover_outcomes_org_id_recorded_by_members_org_id_id_fk" FOREIGN KEY ("org_id","recorded_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."handover_outcomes" ADD CONSTRAINT "handover_outcomes_org_id_seen_by_members_org_id_id_fk" FOREIGN KEY ("org_id","seen_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."handover_questions" ADD CONSTRAINT "handover_questions_org_id_handover_id_case_id_handovers_org_id_id_case_id_fk" FOREIGN KEY ("org_id","handover_id","case_id") REFERENCES "app"."handovers"("org_id","id","case_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."handover_questions" ADD CONSTRAINT "handover_questions_org_id_key_id_data_keys_org_id_id_fk" FOREIGN KEY ("org_id","key_id") REFERENCES "app"."data_keys"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."handover_questions" ADD CONSTRAINT "handover_questions_org_id_asked_by_members_org_id_id_fk" FOREIGN KEY ("org_id","asked_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."handover_questions" ADD CONSTRAINT "handover_questions_org_id_answered_by_members_org_id_id_fk" FOREIGN KEY ("org_id","answered_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."handover_questions" ADD CONSTRAINT "handover_questions_org_id_mended_by_packets_org_id_id_fk" FOREIGN KEY ("org_id","mended_by") REFERENCES "app"."packets"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
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
ALTER TABLE "app"."import_mappings" ADD CONSTRAINT "import_mappings_org_id_saved_by_members_org_id_id_fk" FOREIGN KEY ("org_id","saved_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."import_rows" ADD CONSTRAINT "import_rows_org_id_import_id_imports_org_id_id_fk" FOREIGN KEY ("org_id","import_id") REFERENCES "app"."imports"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."import_rows" ADD CONSTRAINT "import_rows_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."imports" ADD CONSTRAINT "imports_org_id_key_id_data_keys_org_id_id_fk" FOREIGN KEY ("org_id","key_id") REFERENCES "app"."data_keys"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."imports" ADD CONSTRAINT "imports_org_id_started_by_members_org_id_id_fk" FOREIGN KEY ("org_id","started_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."imports" ADD CONSTRAINT "imports_org_id_run_by_members_org_id_id_fk" FOREIGN KEY ("org_id","run_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."case_steps" ADD CONSTRAINT "case_steps_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."step_events" ADD CONSTRAINT "step_events_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."step_events" ADD CONSTRAINT "step_events_org_id_recorded_by_members_org_id_id_fk" FOREIGN KEY ("org_id","recorded_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."proclaimed_days" ADD CONSTRAINT "proclaimed_days_org_id_recorded_by_members_org_id_id_fk" FOREIGN KEY ("org_id","recorded_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."provision_versions" ADD CONSTRAINT "provision_versions_org_id_recorded_by_members_org_id_id_fk" FOREIGN KEY ("org_id","recorded_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."case_words" ADD CONSTRAINT "case_words_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."editions" ADD CONSTRAINT "editions_org_id_changed_by_members_org_id_id_fk" FOREIGN KEY ("org_id","changed_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."list_choices" ADD CONSTRAINT "list_choices_org_id_member_id_members_org_id_id_fk" FOREIGN KEY ("org_id","member_id") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."list_choices" ADD CONSTRAINT "list_choices_org_id_view_id_saved_views_org_id_id_fk" FOREIGN KEY ("org_id","view_id") REFERENCES "app"."saved_views"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."saved_views" ADD CONSTRAINT "saved_views_org_id_member_id_members_org_id_id_fk" FOREIGN KEY ("org_id","member_id") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."data_keys" ADD CONSTRAINT "data_keys_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "app"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."invitations" ADD CONSTRAINT "invitations_org_id_invited_by_members_org_id_id_fk" FOREIGN KEY ("org_id","invited_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."invitations" ADD CONSTRAINT "invitations_org_id_renews_members_org_id_id_fk" FOREIGN KEY ("org_id","renews") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."liaison_callbacks" ADD CONSTRAINT "liaison_callbacks_org_id_liaison_id_liaisons_org_id_member_id_fk" FOREIGN KEY ("org_id","liaison_id") REFERENCES "app"."liaisons"("org_id","member_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."liaison_callbacks" ADD CONSTRAINT "liaison_callbacks_org_id_called_by_members_org_id_id_fk" FOREIGN KEY ("org_id","called_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."liaison_callbacks" ADD CONSTRAINT "liaison_callbacks_org_id_key_id_data_keys_org_id_id_fk" FOREIGN KEY ("org_id","key_id") REFERENCES "app"."data_keys"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."liaisons" ADD CONSTRAINT "liaisons_org_id_member_id_members_org_id_id_fk" FOREIGN KEY ("org_id","member_id") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."liaisons" ADD CONSTRAINT "liaisons_org_id_added_by_members_org_id_id_fk" FOREIGN KEY ("org_id","added_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."liaisons" ADD CONSTRAINT "liaisons_org_id_changed_by_members_org_id_id_fk" FOREIGN KEY ("org_id","changed_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."liaisons" ADD CONSTRAINT "liaisons_org_id_confirmed_by_members_org_id_id_fk" FOREIGN KEY ("org_id","confirmed_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."members" ADD CONSTRAINT "members_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "app"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."charges" ADD CONSTRAINT "charges_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."charges" ADD CONSTRAINT "charges_org_id_named_by_members_org_id_id_fk" FOREIGN KEY ("org_id","named_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."handovers" ADD CONSTRAINT "handovers_org_id_packet_id_packets_org_id_id_fk" FOREIGN KEY ("org_id","packet_id") REFERENCES "app"."packets"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."handovers" ADD CONSTRAINT "handovers_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."handovers" ADD CONSTRAINT "handovers_org_id_liaison_id_members_org_id_id_fk" FOREIGN KEY ("org_id","liaison_id") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."handovers" ADD CONSTRAINT "handovers_org_id_delivered_by_members_org_id_id_fk" FOREIGN KEY ("org_id","delivered_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."handovers" ADD CONSTRAINT "handovers_org_id_annex_release_id_releases_org_id_id_fk" FOREIGN KEY ("org_id","annex_release_id") REFERENCES "app"."releases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."packet_events" ADD CONSTRAINT "packet_events_org_id_packet_id_packets_org_id_id_fk" FOREIGN KEY ("org_id","packet_id") REFERENCES "app"."packets"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."packet_events" ADD CONSTRAINT "packet_events_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."packet_events" ADD CONSTRAINT "packet_events_org_id_by_members_org_id_id_fk" FOREIGN KEY ("org_id","by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."packet_parts" ADD CONSTRAINT "packet_parts_org_id_packet_id_packets_org_id_id_fk" FOREIGN KEY ("org_id","packet_id") REFERENCES "app"."packets"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."packet_parts" ADD CONSTRAINT "packet_parts_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."packet_parts" ADD CONSTRAINT "packet_parts_org_id_key_id_data_keys_org_id_id_fk" FOREIGN KEY ("org_id","key_id") REFERENCES "app"."data_keys"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."packets" ADD CONSTRAINT "packets_org_id_file_key_id_data_keys_org_id_id_fk" FOREIGN KEY ("org_id","file_key_id") REFERENCES "app"."data_keys"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."packets" ADD CONSTRAINT "packets_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."packets" ADD CONSTRAINT "packets_org_id_drafted_by_members_org_id_id_fk" FOREIGN KEY ("org_id","drafted_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."packets" ADD CONSTRAINT "packets_org_id_decided_by_members_org_id_id_fk" FOREIGN KEY ("org_id","decided_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."releases" ADD CONSTRAINT "releases_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."releases" ADD CONSTRAINT "releases_org_id_exhibit_id_exhibits_org_id_id_fk" FOREIGN KEY ("org_id","exhibit_id") REFERENCES "app"."exhibits"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."releases" ADD CONSTRAINT "releases_org_id_granted_by_members_org_id_id_fk" FOREIGN KEY ("org_id","granted_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."signing_keys" ADD CONSTRAINT "signing_keys_org_id_key_id_data_keys_org_id_id_fk" FOREIGN KEY ("org_id","key_id") REFERENCES "app"."data_keys"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."signing_keys" ADD CONSTRAINT "signing_keys_org_id_made_by_members_org_id_id_fk" FOREIGN KEY ("org_id","made_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."recalls" ADD CONSTRAINT "recalls_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."recalls" ADD CONSTRAINT "recalls_org_id_packet_id_packets_org_id_id_fk" FOREIGN KEY ("org_id","packet_id") REFERENCES "app"."packets"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."recalls" ADD CONSTRAINT "recalls_org_id_handover_id_handovers_org_id_id_fk" FOREIGN KEY ("org_id","handover_id") REFERENCES "app"."handovers"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."recalls" ADD CONSTRAINT "recalls_org_id_dispatch_id_dispatches_org_id_id_fk" FOREIGN KEY ("org_id","dispatch_id") REFERENCES "app"."dispatches"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."recalls" ADD CONSTRAINT "recalls_org_id_release_id_releases_org_id_id_fk" FOREIGN KEY ("org_id","release_id") REFERENCES "app"."releases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."recalls" ADD CONSTRAINT "recalls_org_id_made_by_members_org_id_id_fk" FOREIGN KEY ("org_id","made_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."recalls" ADD CONSTRAINT "recalls_org_id_settled_by_members_org_id_id_fk" FOREIGN KEY ("org_id","settled_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."release_recipients" ADD CONSTRAINT "release_recipients_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."release_recipients" ADD CONSTRAINT "release_recipients_org_id_release_id_releases_org_id_id_fk" FOREIGN KEY ("org_id","release_id") REFERENCES "app"."releases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."release_recipients" ADD CONSTRAINT "release_recipients_org_id_member_id_liaisons_org_id_member_id_fk" FOREIGN KEY ("org_id","member_id") REFERENCES "app"."liaisons"("org_id","member_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."release_recipients" ADD CONSTRAINT "release_recipients_org_id_confirmed_by_members_org_id_id_fk" FOREIGN KEY ("org_id","confirmed_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."release_recipients" ADD CONSTRAINT "release_recipients_org_id_taken_off_by_members_org_id_id_fk" FOREIGN KEY ("org_id","taken_off_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."reference_changes" ADD CONSTRAINT "reference_changes_org_id_reference_id_references_org_id_id_fk" FOREIGN KEY ("org_id","reference_id") REFERENCES "app"."references"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."reference_changes" ADD CONSTRAINT "reference_changes_org_id_recorded_by_members_org_id_id_fk" FOREIGN KEY ("org_id","recorded_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."reference_keys" ADD CONSTRAINT "reference_keys_org_id_reference_id_references_org_id_id_fk" FOREIGN KEY ("org_id","reference_id") REFERENCES "app"."references"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."reference_secrets" ADD CONSTRAINT "reference_secrets_org_id_reference_id_references_org_id_id_fk" FOREIGN KEY ("org_id","reference_id") REFERENCES "app"."references"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."reference_secrets" ADD CONSTRAINT "reference_secrets_org_id_stored_by_members_org_id_id_fk" FOREIGN KEY ("org_id","stored_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."references" ADD CONSTRAINT "references_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."references" ADD CONSTRAINT "references_org_id_proof_exhibit_id_exhibits_org_id_id_fk" FOREIGN KEY ("org_id","proof_exhibit_id") REFERENCES "app"."exhibits"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."references" ADD CONSTRAINT "references_org_id_handover_id_handovers_org_id_id_fk" FOREIGN KEY ("org_id","handover_id") REFERENCES "app"."handovers"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."references" ADD CONSTRAINT "references_org_id_recorded_by_members_org_id_id_fk" FOREIGN KEY ("org_id","recorded_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."authorities" ADD CONSTRAINT "authorities_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."authorities" ADD CONSTRAINT "authorities_org_id_exhibit_id_exhibits_org_id_id_fk" FOREIGN KEY ("org_id","exhibit_id") REFERENCES "app"."exhibits"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."authorities" ADD CONSTRAINT "authorities_org_id_recorded_by_members_org_id_id_fk" FOREIGN KEY ("org_id","recorded_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."refusals" ADD CONSTRAINT "refusals_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."refusals" ADD CONSTRAINT "refusals_org_id_proof_exhibit_id_exhibits_org_id_id_fk" FOREIGN KEY ("org_id","proof_exhibit_id") REFERENCES "app"."exhibits"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."refusals" ADD CONSTRAINT "refusals_org_id_recorded_by_members_org_id_id_fk" FOREIGN KEY ("org_id","recorded_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."calendar_feeds" ADD CONSTRAINT "calendar_feeds_org_id_member_id_members_org_id_id_fk" FOREIGN KEY ("org_id","member_id") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."mails" ADD CONSTRAINT "mails_org_id_member_id_members_org_id_id_fk" FOREIGN KEY ("org_id","member_id") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."reminder_wishes" ADD CONSTRAINT "reminder_wishes_org_id_member_id_members_org_id_id_fk" FOREIGN KEY ("org_id","member_id") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."reminders" ADD CONSTRAINT "reminders_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."reminders" ADD CONSTRAINT "reminders_org_id_member_id_members_org_id_id_fk" FOREIGN KEY ("org_id","member_id") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."reminders" ADD CONSTRAINT "reminders_org_id_mail_id_mails_org_id_id_fk" FOREIGN KEY ("org_id","mail_id") REFERENCES "app"."mails"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."holds" ADD CONSTRAINT "holds_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."holds" ADD CONSTRAINT "holds_org_id_placed_by_members_org_id_id_fk" FOREIGN KEY ("org_id","placed_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."holds" ADD CONSTRAINT "holds_org_id_lifted_by_members_org_id_id_fk" FOREIGN KEY ("org_id","lifted_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."retention_changes" ADD CONSTRAINT "retention_changes_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."retention_changes" ADD CONSTRAINT "retention_changes_org_id_changed_by_members_org_id_id_fk" FOREIGN KEY ("org_id","changed_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."case_restrictions" ADD CONSTRAINT "case_restrictions_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."case_restrictions" ADD CONSTRAINT "case_restrictions_org_id_placed_by_members_org_id_id_fk" FOREIGN KEY ("org_id","placed_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."case_restrictions" ADD CONSTRAINT "case_restrictions_org_id_lifted_by_members_org_id_id_fk" FOREIGN KEY ("org_id","lifted_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."corrections" ADD CONSTRAINT "corrections_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."corrections" ADD CONSTRAINT "corrections_org_id_request_id_rights_requests_org_id_id_fk" FOREIGN KEY ("org_id","request_id") REFERENCES "app"."rights_requests"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."corrections" ADD CONSTRAINT "corrections_org_id_noted_by_members_org_id_id_fk" FOREIGN KEY ("org_id","noted_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."rights_requests" ADD CONSTRAINT "rights_requests_org_id_key_id_data_keys_org_id_id_fk" FOREIGN KEY ("org_id","key_id") REFERENCES "app"."data_keys"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."rights_requests" ADD CONSTRAINT "rights_requests_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."rights_requests" ADD CONSTRAINT "rights_requests_org_id_handler_id_members_org_id_id_fk" FOREIGN KEY ("org_id","handler_id") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."rights_requests" ADD CONSTRAINT "rights_requests_org_id_identified_by_members_org_id_id_fk" FOREIGN KEY ("org_id","identified_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."rights_requests" ADD CONSTRAINT "rights_requests_org_id_decided_by_members_org_id_id_fk" FOREIGN KEY ("org_id","decided_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."rights_requests" ADD CONSTRAINT "rights_requests_org_id_answered_by_members_org_id_id_fk" FOREIGN KEY ("org_id","answered_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."rights_requests" ADD CONSTRAINT "rights_requests_org_id_recorded_by_members_org_id_id_fk" FOREIGN KEY ("org_id","recorded_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."scans" ADD CONSTRAINT "scans_org_id_exhibit_id_exhibits_org_id_id_fk" FOREIGN KEY ("org_id","exhibit_id") REFERENCES "app"."exhibits"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."scans" ADD CONSTRAINT "scans_org_id_let_out_by_members_org_id_id_fk" FOREIGN KEY ("org_id","let_out_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."timestamps" ADD CONSTRAINT "timestamps_org_id_exhibit_id_exhibits_org_id_id_fk" FOREIGN KEY ("org_id","exhibit_id") REFERENCES "app"."exhibits"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."word_covers" ADD CONSTRAINT "word_covers_org_id_exhibit_id_exhibits_org_id_id_fk" FOREIGN KEY ("org_id","exhibit_id") REFERENCES "app"."exhibits"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."word_covers" ADD CONSTRAINT "word_covers_org_id_made_by_members_org_id_id_fk" FOREIGN KEY ("org_id","made_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "case_denials_one_open" ON "app"."case_denials" USING btree ("client_id","member_id") WHERE lifted_at is null;--> statement-breakpoint
CREATE INDEX "case_denials_org_id_case_id_index" ON "app"."case_denials" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "emergency_looks_org_id_asked_at_index" ON "app"."emergency_looks" USING btree ("org_id","asked_at");--> statement-breakpoint
CREATE INDEX "emergency_looks_org_id_case_id_index" ON "app"."emergency_looks" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "emergency_notices_org_id_member_id_index" ON "app"."emergency_notices" USING btree ("org_id","member_id");--> statement-breakpoint
CREATE INDEX "emergency_notices_org_id_case_id_index" ON "app"."emergency_notices" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "access_changes_org_id_state_index" ON "app"."access_changes" USING btree ("org_id","state");--> statement-breakpoint
CREATE INDEX "audit_alerts_org_id_acknowledged_at_index" ON "app"."audit_alerts" USING btree ("org_id","acknowledged_at");--> statement-breakpoint
CREATE INDEX "entries_org_id_case_id_index" ON "audit"."entries" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "entries_org_id_member_id_seq_index" ON "audit"."entries" USING btree ("org_id","member_id","seq");--> statement-breakpoint
CREATE INDEX "entries_org_id_at_index" ON "audit"."entries" USING btree ("org_id","at");--> statement-breakpoint
CREATE INDEX "entries_case_views" ON "audit"."entries" USING btree ("org_id","at") WHERE action = 'case.viewed';--> statement-breakpoint
CREATE INDEX "entries_failed_checks" ON "audit"."entries" USING btree ("org_id","seq") WHERE action = 'evidence.check_failed';--> statement-breakpoint
CREATE INDEX "entries_asked" ON "audit"."entries" USING btree ("org_id","subject_id") WHERE action in ('export.asked', 'erasure.asked', 'look.asked', 'packet.drafted', 'first_link.made', 'liaison.added', 'liaison.amended', 'member.access_asked');--> statement-breakpoint
CREATE INDEX "devices_login_id_index" ON "auth"."devices" USING btree ("login_id");--> statement-breakpoint
CREATE INDEX "notices_login_id_index" ON "auth"."notices" USING btree ("login_id");--> statement-breakpoint
CREATE INDEX "passkeys_login_id_index" ON "auth"."passkeys" USING btree ("login_id");--> statement-breakpoint
CREATE INDEX "recovery_codes_login_id_index" ON "auth"."recovery_codes" USING btree ("login_id");--> statement-breakpoint
CREATE INDEX "breach_notices_org_id_client_id_index" ON "app"."breach_notices" USING btree ("org_id","client_id");--> statement-breakpoint
CREATE INDEX "account_handles_org_id_case_id_index" ON "app"."account_handles" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "accounts_org_id_case_id_index" ON "app"."accounts" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "case_members_org_id_member_id_index" ON "app"."case_members" USING btree ("org_id","member_id");--> statement-breakpoint
CREATE INDEX "cases_org_id_opened_at_id_index" ON "app"."cases" USING btree ("org_id","opened_at","id");--> statement-breakpoint
CREATE INDEX "cases_org_id_last_activity_at_id_index" ON "app"."cases" USING btree ("org_id","last_activity_at","id");--> statement-breakpoint
CREATE INDEX "cases_org_id_next_due_on_id_index" ON "app"."cases" USING btree ("org_id","next_due_on","id");--> statement-breakpoint
CREATE INDEX "cases_org_id_pseudonym_id_index" ON "app"."cases" USING btree ("org_id","pseudonym","id");--> statement-breakpoint
CREATE INDEX "cases_org_id_risk_opened_at_id_index" ON "app"."cases" USING btree ("org_id","risk","opened_at","id");--> statement-breakpoint
CREATE INDEX "cases_org_id_owner_id_opened_at_id_index" ON "app"."cases" USING btree ("org_id","owner_id","opened_at","id");--> statement-breakpoint
CREATE INDEX "cases_org_id_level_opened_at_id_index" ON "app"."cases" USING btree ("org_id","level","opened_at","id");--> statement-breakpoint
CREATE INDEX "cases_org_id_client_id_index" ON "app"."cases" USING btree ("org_id","client_id");--> statement-breakpoint
CREATE INDEX "incidents_org_id_case_id_happened_at_index" ON "app"."incidents" USING btree ("org_id","case_id","happened_at");--> statement-breakpoint
CREATE INDEX "chat_imports_org_id_case_id_index" ON "app"."chat_imports" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "chat_messages_org_id_case_id_sent_at_id_index" ON "app"."chat_messages" USING btree ("org_id","case_id","sent_at","id");--> statement-breakpoint
CREATE INDEX "clearances_org_id_case_id_index" ON "app"."clearances" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "clearances_org_id_exhibit_id_index" ON "app"."clearances" USING btree ("org_id","exhibit_id");--> statement-breakpoint
CREATE INDEX "search_tokens_org_id_owner_id_index" ON "app"."search_tokens" USING btree ("org_id","owner_id");--> statement-breakpoint
CREATE INDEX "clock_changes_org_id_case_id_index" ON "app"."clock_changes" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "hand_clocks_org_id_case_id_index" ON "app"."hand_clocks" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "preservations_org_id_case_id_index" ON "app"."preservations" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "custody_events_org_id_case_id_index" ON "app"."custody_events" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "custody_events_org_id_by_action_at_index" ON "app"."custody_events" USING btree ("org_id","by","action","at");--> statement-breakpoint
CREATE INDEX "derivatives_org_id_case_id_index" ON "app"."derivatives" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "exposures_org_id_member_id_at_index" ON "app"."exposures" USING btree ("org_id","member_id","at");--> statement-breakpoint
CREATE INDEX "exposures_org_id_case_id_index" ON "app"."exposures" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "assignment_batches_org_id_asked_by_index" ON "app"."assignment_batches" USING btree ("org_id","asked_by");--> statement-breakpoint
CREATE INDEX "case_flags_org_id_case_id_index" ON "app"."case_flags" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "case_offers_one_open" ON "app"."case_offers" USING btree ("case_id") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "case_offers_org_id_offered_to_index" ON "app"."case_offers" USING btree ("org_id","offered_to");--> statement-breakpoint
CREATE INDEX "case_offers_org_id_case_id_index" ON "app"."case_offers" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "case_owners_org_id_owner_id_index" ON "app"."case_owners" USING btree ("org_id","owner_id");--> statement-breakpoint
CREATE INDEX "case_reviews_org_id_case_id_written_at_index" ON "app"."case_reviews" USING btree ("org_id","case_id","written_at");--> statement-breakpoint
CREATE INDEX "leaves_org_id_cover_id_index" ON "app"."leaves" USING btree ("org_id","cover_id");--> statement-breakpoint
CREATE INDEX "leaves_org_id_member_id_index" ON "app"."leaves" USING btree ("org_id","member_id");--> statement-breakpoint
CREATE UNIQUE INDEX "member_grants_one_live" ON "app"."member_grants" USING btree ("member_id","permission") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "review_replies_org_id_review_id_index" ON "app"."review_replies" USING btree ("org_id","review_id");--> statement-breakpoint
CREATE INDEX "dispatches_org_id_packet_id_index" ON "app"."dispatches" USING btree ("org_id","packet_id");--> statement-breakpoint
CREATE INDEX "document_versions_org_id_case_id_index" ON "app"."document_versions" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "documents_org_id_case_id_index" ON "app"."documents" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "erasure_requests_one_live" ON "app"."erasure_requests" USING btree ("org_id","erased_id") WHERE state in ('waiting', 'released', 'erased');--> statement-breakpoint
CREATE INDEX "erasures_org_id_at_index" ON "app"."erasures" USING btree ("org_id","at");--> statement-breakpoint
CREATE INDEX "exhibits_org_id_case_id_index" ON "app"."exhibits" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "exhibits_case_id_sha256_index" ON "app"."exhibits" USING btree ("case_id","sha256");--> statement-breakpoint
CREATE INDEX "incident_exhibits_org_id_case_id_index" ON "app"."incident_exhibits" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "case_exports_org_id_case_id_index" ON "app"."case_exports" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "case_exports_org_id_client_id_index" ON "app"."case_exports" USING btree ("org_id","client_id");--> statement-breakpoint
CREATE INDEX "first_link_events_org_id_link_id_index" ON "app"."first_link_events" USING btree ("org_id","link_id");--> statement-breakpoint
CREATE INDEX "first_links_org_id_packet_id_index" ON "app"."first_links" USING btree ("org_id","packet_id");--> statement-breakpoint
CREATE INDEX "first_links_org_id_case_id_index" ON "app"."first_links" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "handover_events_org_id_handover_id_index" ON "app"."handover_events" USING btree ("org_id","handover_id");--> statement-breakpoint
CREATE INDEX "handover_outcomes_org_id_handover_id_index" ON "app"."handover_outcomes" USING btree ("org_id","handover_id");--> statement-breakpoint
CREATE INDEX "handover_outcomes_org_id_case_id_index" ON "app"."handover_outcomes" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "handover_questions_org_id_handover_id_index" ON "app"."handover_questions" USING btree ("org_id","handover_id");--> statement-breakpoint
CREATE INDEX "handover_questions_org_id_case_id_index" ON "app"."handover_questions" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "account_exhibits_org_id_case_id_index" ON "app"."account_exhibits" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "identifiers_org_id_case_id_index" ON "app"."identifiers" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "image_sightings_org_id_case_id_index" ON "app"."image_sightings" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "image_stops_org_id_case_id_index" ON "app"."image_stops" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "import_rows_import_id_state_row_index" ON "app"."import_rows" USING btree ("import_id","state","row");--> statement-breakpoint
CREATE INDEX "import_rows_import_id_client_mark_index" ON "app"."import_rows" USING btree ("import_id","client_mark");--> statement-breakpoint
CREATE INDEX "import_rows_import_id_code_mark_index" ON "app"."import_rows" USING btree ("import_id","code_mark");--> statement-breakpoint
CREATE INDEX "import_rows_import_id_number_mark_index" ON "app"."import_rows" USING btree ("import_id","number_mark");--> statement-breakpoint
CREATE INDEX "import_rows_case" ON "app"."import_rows" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "case_steps_org_id_case_id_index" ON "app"."case_steps" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "step_events_org_id_case_id_step_key_index" ON "app"."step_events" USING btree ("org_id","case_id","step_key");--> statement-breakpoint
CREATE INDEX "proclaimed_days_org_id_calendar_day_index" ON "app"."proclaimed_days" USING btree ("org_id","calendar","day");--> statement-breakpoint
CREATE INDEX "case_words_org_id_source_id_index" ON "app"."case_words" USING btree ("org_id","source_id");--> statement-breakpoint
CREATE UNIQUE INDEX "saved_views_one_name" ON "app"."saved_views" USING btree ("org_id","member_id","name") WHERE removed_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "data_keys_one_index_key" ON "app"."data_keys" USING btree ("org_id") WHERE purpose = 'index';--> statement-breakpoint
CREATE INDEX "liaison_callbacks_org_id_liaison_id_index" ON "app"."liaison_callbacks" USING btree ("org_id","liaison_id");--> statement-breakpoint
CREATE INDEX "charges_org_id_case_id_index" ON "app"."charges" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "handovers_org_id_liaison_id_index" ON "app"."handovers" USING btree ("org_id","liaison_id");--> statement-breakpoint
CREATE INDEX "handovers_org_id_case_id_index" ON "app"."handovers" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "packet_events_org_id_packet_id_index" ON "app"."packet_events" USING btree ("org_id","packet_id");--> statement-breakpoint
CREATE INDEX "packet_parts_org_id_case_id_index" ON "app"."packet_parts" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "packets_org_id_case_id_index" ON "app"."packets" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "packets_org_id_status_index" ON "app"."packets" USING btree ("org_id","status");--> statement-breakpoint
CREATE INDEX "releases_org_id_case_id_index" ON "app"."releases" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "signing_keys_one_in_use" ON "app"."signing_keys" USING btree ("org_id") WHERE retired_at is null;--> statement-breakpoint
CREATE INDEX "recalls_org_id_case_id_index" ON "app"."recalls" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "recalls_org_id_packet_id_index" ON "app"."recalls" USING btree ("org_id","packet_id");--> statement-breakpoint
CREATE INDEX "release_recipients_org_id_case_id_index" ON "app"."release_recipients" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "release_recipients_org_id_member_id_index" ON "app"."release_recipients" USING btree ("org_id","member_id");--> statement-breakpoint
CREATE INDEX "reference_changes_org_id_reference_id_index" ON "app"."reference_changes" USING btree ("org_id","reference_id");--> statement-breakpoint
CREATE INDEX "reference_secrets_org_id_reference_id_index" ON "app"."reference_secrets" USING btree ("org_id","reference_id");--> statement-breakpoint
CREATE INDEX "references_org_id_case_id_index" ON "app"."references" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "references_org_id_kind_canonical_index" ON "app"."references" USING btree ("org_id","kind","canonical");--> statement-breakpoint
CREATE INDEX "authorities_org_id_case_id_index" ON "app"."authorities" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "refusals_org_id_case_id_index" ON "app"."refusals" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "calendar_feeds_org_id_member_id_index" ON "app"."calendar_feeds" USING btree ("org_id","member_id");--> statement-breakpoint
CREATE INDEX "mails_org_id_sent_at_index" ON "app"."mails" USING btree ("org_id","sent_at");--> statement-breakpoint
CREATE INDEX "reminders_org_id_member_id_mail_id_index" ON "app"."reminders" USING btree ("org_id","member_id","mail_id");--> statement-breakpoint
CREATE INDEX "holds_org_id_case_id_index" ON "app"."holds" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "holds_one_live" ON "app"."holds" USING btree ("case_id") WHERE lifted_at is null;--> statement-breakpoint
CREATE INDEX "retention_changes_org_id_case_id_index" ON "app"."retention_changes" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "case_restrictions_org_id_case_id_index" ON "app"."case_restrictions" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "case_restrictions_one_live" ON "app"."case_restrictions" USING btree ("case_id") WHERE lifted_at is null;--> statement-breakpoint
CREATE INDEX "corrections_org_id_case_id_index" ON "app"."corrections" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "rights_requests_org_id_case_id_index" ON "app"."rights_requests" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "scans_org_id_case_id_index" ON "app"."scans" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "scans_org_id_state_index" ON "app"."scans" USING btree ("org_id","state");--> statement-breakpoint
CREATE INDEX "timestamps_org_id_case_id_index" ON "app"."timestamps" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "timestamps_org_id_state_index" ON "app"."timestamps" USING btree ("org_id","state");--> statement-breakpoint
CREATE INDEX "word_covers_org_id_case_id_index" ON "app"."word_covers" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "word_covers_org_id_exhibit_id_index" ON "app"."word_covers" USING btree ("org_id","exhibit_id");
--> statement-breakpoint
-- From here on what db/schema cannot say.
-- The second wall: row-level security with a context that the application cannot forge.
-- ctx.enter() looks up a live session and signs what it found together with this transaction and this backend.
create schema ctx;
--> statement-breakpoint
create table ctx.key (one boolean primary key default true check (one), k bytea not null);
--> statement-breakpoint
insert into ctx.key (k) values (sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())));
--> statement-breakpoint
create table ctx.service (token_hash bytea primary key);
--> statement-breakpoint
-- Which organisation a token belongs to: kept outside the wall because nobody is signed in yet.
create table auth.invitation_tokens (hash bytea primary key, org_id uuid not null);
--> statement-breakpoint
-- Whose feed a token opens. It lies outside the walls, as the tokens of invitations do: nobody is known yet.
create table auth.feed_tokens (hash bytea primary key, org_id uuid not null, member_id uuid not null);
--> statement-breakpoint
create unique index image_stops_one_open on app.image_stops (case_id) where lifted_at is null;
--> statement-breakpoint
-- Which organisation a packet number belongs to. It lies outside the walls: whoever checks a number is not known.
create table auth.packet_numbers (packet_id uuid primary key, org_id uuid not null, code text not null);
--> statement-breakpoint
create index packet_numbers_code on auth.packet_numbers (code);
--> statement-breakpoint
-- Which organisation a secret belongs to. It lies outside the walls: whoever opens a link is not known.
create table auth.first_secrets (secret_hash bytea primary key, link_id uuid not null unique, org_id uuid not null, packet_id uuid not null);
--> statement-breakpoint
-- Behind a policy Postgres uses an index only for comparisons that leak nothing. ILIKE, and with it a trigram index,
-- is not one of them; "not before, and before the next" is. So words are rows, and no extension is needed.
create index case_words_word on app.case_words (org_id, word collate "C", case_id);
--> statement-breakpoint
-- Who must never see a client, and who may look at a case for some hours. Both are looked up in every statement, so they
-- stand outside the walls in two small tables that only triggers write and only two functions read.
create table ctx.denied (member_id uuid not null, case_id uuid not null, client_id uuid not null, primary key (member_id, case_id));
--> statement-breakpoint
create index denied_client on ctx.denied (member_id, client_id);
--> statement-breakpoint
create table ctx.looks (look_id uuid primary key, member_id uuid not null, case_id uuid not null, ends_at timestamptz not null);
--> statement-breakpoint
create index looks_member on ctx.looks (member_id);
--> statement-breakpoint
create index denied_of_client on ctx.denied (client_id);
--> statement-breakpoint
-- What lay on the page of a destroyed key is swept at once, not when a fifth of the table has changed.
alter table app.data_keys set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 0);
--> statement-breakpoint
-- Keys that wrap no data key any more. A process that still holds one in memory is refused here, so that no data key
-- is ever written under a key that the ring has lost. `first` stands for the rows of releases that wrote no id.
create table ctx.retired_keks (id text primary key, retired_at timestamptz not null default now());
--> statement-breakpoint
-- Restricted cases, outside the walls as what is denied: written by one trigger, read by one function.
create table ctx.restricted (case_id uuid primary key, org_id uuid not null);
--> statement-breakpoint
create index restricted_of_org on ctx.restricted (org_id);
--> statement-breakpoint
-- Who gave whom access, and when: outside the walls, written by triggers and read by three functions. It decides who counts
-- as a second person, so the application cannot write it.
create table ctx.access_given (
  org_id uuid not null, member_id uuid not null, given_by uuid, kind text not null, role text not null,
  at timestamptz not null, founding boolean not null
);
--> statement-breakpoint
create index access_given_member on ctx.access_given (member_id, at);
--> statement-breakpoint
-- The browser of a session, as a keyed hash of its cookie that is the same for everybody who uses it.
create table auth.session_browsers (mark text primary key, org_id uuid not null, browser bytea not null, at timestamptz not null);
--> statement-breakpoint
create index session_browsers_at on auth.session_browsers (at);
