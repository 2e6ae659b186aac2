CREATE TABLE "app"."choice_versions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"list" text NOT NULL,
	"choice" text NOT NULL,
	"nearest" text NOT NULL,
	"labels" jsonb NOT NULL,
	"is_hidden" boolean NOT NULL,
	"position" integer NOT NULL,
	"saved_by" uuid NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	"published_by" uuid,
	"published_at" timestamp with time zone,
	"discarded_at" timestamp with time zone,
	CONSTRAINT "choice_versions_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."incoming_mails" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"key_id" uuid NOT NULL,
	"case_id" uuid,
	"address_id" uuid,
	"fingerprint" "bytea" NOT NULL,
	"message_hash" "bytea",
	"sender_hash" "bytea",
	"received_at" timestamp with time zone NOT NULL,
	"size" integer NOT NULL,
	"sha256" text NOT NULL,
	"file_id" uuid,
	"facts" text NOT NULL,
	"reasons" text[] NOT NULL,
	"apart" text,
	"state" text NOT NULL,
	"by_itself" boolean DEFAULT false NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"letter_id" uuid,
	"exhibit_id" uuid,
	"attachment_exhibits" text[] DEFAULT '{}' NOT NULL,
	CONSTRAINT "incoming_mails_orgId_id_unique" UNIQUE("org_id","id"),
	CONSTRAINT "incoming_mails_orgId_fingerprint_unique" UNIQUE("org_id","fingerprint"),
	CONSTRAINT "incoming_mails_orgId_fileId_unique" UNIQUE("org_id","file_id")
);
--> statement-breakpoint
CREATE TABLE "app"."reply_addresses" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"counterpart" text NOT NULL,
	"step" text,
	"made_by" uuid NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"ended_by" uuid,
	"ended_at" timestamp with time zone,
	CONSTRAINT "reply_addresses_orgId_id_unique" UNIQUE("org_id","id"),
	CONSTRAINT "reply_addresses_orgId_tokenHash_unique" UNIQUE("org_id","token_hash")
);
--> statement-breakpoint
CREATE TABLE "app"."case_sendings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"system_id" uuid NOT NULL,
	"referral_id" uuid NOT NULL,
	"body" text NOT NULL,
	"sent_by" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"settled_at" timestamp with time zone,
	"status" integer,
	"problem" text,
	CONSTRAINT "case_sendings_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."receiving_systems" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"key_id" uuid NOT NULL,
	"service_id" uuid NOT NULL,
	"address" text NOT NULL,
	"user_name" text NOT NULL,
	"password" text,
	"mapping" jsonb NOT NULL,
	"added_by" uuid NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"off_at" timestamp with time zone,
	CONSTRAINT "receiving_systems_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."custom_roles" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"role" text NOT NULL,
	"name" text NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "custom_roles_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."role_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"role" text NOT NULL,
	"custom_role_id" uuid,
	"member_id" uuid,
	"taken" text[] DEFAULT '{}' NOT NULL,
	"given" text[] DEFAULT '{}' NOT NULL,
	"own_only" boolean DEFAULT false NOT NULL,
	"open_only" boolean DEFAULT false NOT NULL,
	"max_days" integer,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"opens_at" timestamp with time zone,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"in_force_at" timestamp with time zone,
	CONSTRAINT "role_changes_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
ALTER TABLE "app"."cases" ADD COLUMN "outcome_version" uuid;--> statement-breakpoint
ALTER TABLE "app"."incidents" ADD COLUMN "nature_version" uuid;--> statement-breakpoint
ALTER TABLE "app"."invitations" ADD COLUMN "custom_role_id" uuid;--> statement-breakpoint
ALTER TABLE "app"."members" ADD COLUMN "custom_role_id" uuid;--> statement-breakpoint
ALTER TABLE "app"."members" ADD COLUMN "lacks" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."organisations" ADD COLUMN "mail_days" integer DEFAULT 90 NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."services" ADD COLUMN "kind_version" uuid;--> statement-breakpoint
ALTER TABLE "app"."choice_versions" ADD CONSTRAINT "choice_versions_org_id_saved_by_members_org_id_id_fk" FOREIGN KEY ("org_id","saved_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."choice_versions" ADD CONSTRAINT "choice_versions_org_id_published_by_members_org_id_id_fk" FOREIGN KEY ("org_id","published_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."incoming_mails" ADD CONSTRAINT "incoming_mails_org_id_key_id_data_keys_org_id_id_fk" FOREIGN KEY ("org_id","key_id") REFERENCES "app"."data_keys"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."incoming_mails" ADD CONSTRAINT "incoming_mails_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."incoming_mails" ADD CONSTRAINT "incoming_mails_org_id_address_id_reply_addresses_org_id_id_fk" FOREIGN KEY ("org_id","address_id") REFERENCES "app"."reply_addresses"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."incoming_mails" ADD CONSTRAINT "incoming_mails_org_id_letter_id_letters_org_id_id_fk" FOREIGN KEY ("org_id","letter_id") REFERENCES "app"."letters"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."incoming_mails" ADD CONSTRAINT "incoming_mails_org_id_exhibit_id_exhibits_org_id_id_fk" FOREIGN KEY ("org_id","exhibit_id") REFERENCES "app"."exhibits"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."incoming_mails" ADD CONSTRAINT "incoming_mails_org_id_decided_by_members_org_id_id_fk" FOREIGN KEY ("org_id","decided_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."reply_addresses" ADD CONSTRAINT "reply_addresses_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."reply_addresses" ADD CONSTRAINT "reply_addresses_org_id_made_by_members_org_id_id_fk" FOREIGN KEY ("org_id","made_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."reply_addresses" ADD CONSTRAINT "reply_addresses_org_id_ended_by_members_org_id_id_fk" FOREIGN KEY ("org_id","ended_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."case_sendings" ADD CONSTRAINT "case_sendings_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."case_sendings" ADD CONSTRAINT "case_sendings_org_id_system_id_receiving_systems_org_id_id_fk" FOREIGN KEY ("org_id","system_id") REFERENCES "app"."receiving_systems"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."case_sendings" ADD CONSTRAINT "case_sendings_org_id_referral_id_referrals_org_id_id_fk" FOREIGN KEY ("org_id","referral_id") REFERENCES "app"."referrals"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."case_sendings" ADD CONSTRAINT "case_sendings_org_id_sent_by_members_org_id_id_fk" FOREIGN KEY ("org_id","sent_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."receiving_systems" ADD CONSTRAINT "receiving_systems_org_id_key_id_data_keys_org_id_id_fk" FOREIGN KEY ("org_id","key_id") REFERENCES "app"."data_keys"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."receiving_systems" ADD CONSTRAINT "receiving_systems_org_id_service_id_services_org_id_id_fk" FOREIGN KEY ("org_id","service_id") REFERENCES "app"."services"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."receiving_systems" ADD CONSTRAINT "receiving_systems_org_id_added_by_members_org_id_id_fk" FOREIGN KEY ("org_id","added_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."custom_roles" ADD CONSTRAINT "custom_roles_org_id_made_by_members_org_id_id_fk" FOREIGN KEY ("org_id","made_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."role_changes" ADD CONSTRAINT "role_changes_org_id_custom_role_id_custom_roles_org_id_id_fk" FOREIGN KEY ("org_id","custom_role_id") REFERENCES "app"."custom_roles"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."role_changes" ADD CONSTRAINT "role_changes_org_id_member_id_members_org_id_id_fk" FOREIGN KEY ("org_id","member_id") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."role_changes" ADD CONSTRAINT "role_changes_org_id_asked_by_members_org_id_id_fk" FOREIGN KEY ("org_id","asked_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."role_changes" ADD CONSTRAINT "role_changes_org_id_decided_by_members_org_id_id_fk" FOREIGN KEY ("org_id","decided_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "choice_versions_org_id_list_published_at_index" ON "app"."choice_versions" USING btree ("org_id","list","published_at");--> statement-breakpoint
CREATE UNIQUE INDEX "choice_versions_one_draft" ON "app"."choice_versions" USING btree ("org_id","list","choice") WHERE published_at is null and discarded_at is null;--> statement-breakpoint
CREATE INDEX "incoming_mails_org_id_case_id_state_index" ON "app"."incoming_mails" USING btree ("org_id","case_id","state");--> statement-breakpoint
CREATE INDEX "incoming_mails_org_id_state_received_at_index" ON "app"."incoming_mails" USING btree ("org_id","state","received_at");--> statement-breakpoint
CREATE INDEX "reply_addresses_org_id_case_id_index" ON "app"."reply_addresses" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "case_sendings_org_id_case_id_index" ON "app"."case_sendings" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "case_sendings_once" ON "app"."case_sendings" USING btree ("referral_id") WHERE state in ('waiting', 'sent');--> statement-breakpoint
CREATE UNIQUE INDEX "receiving_systems_live" ON "app"."receiving_systems" USING btree ("org_id","service_id") WHERE off_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "custom_roles_one_name" ON "app"."custom_roles" USING btree ("org_id",lower("name"));--> statement-breakpoint
CREATE INDEX "role_changes_org_id_state_index" ON "app"."role_changes" USING btree ("org_id","state");--> statement-breakpoint
CREATE UNIQUE INDEX "role_changes_one_waiting" ON "app"."role_changes" USING btree ("org_id","role",coalesce("custom_role_id", "org_id")) WHERE state = 'waiting' and kind = 'rules';--> statement-breakpoint
CREATE UNIQUE INDEX "role_changes_one_waiting_member" ON "app"."role_changes" USING btree ("org_id","member_id") WHERE state = 'waiting' and kind = 'assign';--> statement-breakpoint
ALTER TABLE "app"."cases" ADD CONSTRAINT "cases_org_id_outcome_version_choice_versions_org_id_id_fk" FOREIGN KEY ("org_id","outcome_version") REFERENCES "app"."choice_versions"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."incidents" ADD CONSTRAINT "incidents_org_id_nature_version_choice_versions_org_id_id_fk" FOREIGN KEY ("org_id","nature_version") REFERENCES "app"."choice_versions"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."services" ADD CONSTRAINT "services_org_id_kind_version_choice_versions_org_id_id_fk" FOREIGN KEY ("org_id","kind_version") REFERENCES "app"."choice_versions"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "entries_installation_checks" ON "audit"."entries" USING btree ("org_id","seq") WHERE action in ('installation.check_failed', 'installation.check_mended');--> statement-breakpoint
ALTER TABLE "app"."api_answers" DROP COLUMN "status";