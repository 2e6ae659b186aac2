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
ALTER TABLE "app"."organisations" ADD COLUMN "mail_days" integer DEFAULT 90 NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."incoming_mails" ADD CONSTRAINT "incoming_mails_org_id_key_id_data_keys_org_id_id_fk" FOREIGN KEY ("org_id","key_id") REFERENCES "app"."data_keys"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."incoming_mails" ADD CONSTRAINT "incoming_mails_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."incoming_mails" ADD CONSTRAINT "incoming_mails_org_id_address_id_reply_addresses_org_id_id_fk" FOREIGN KEY ("org_id","address_id") REFERENCES "app"."reply_addresses"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."incoming_mails" ADD CONSTRAINT "incoming_mails_org_id_letter_id_letters_org_id_id_fk" FOREIGN KEY ("org_id","letter_id") REFERENCES "app"."letters"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."incoming_mails" ADD CONSTRAINT "incoming_mails_org_id_exhibit_id_exhibits_org_id_id_fk" FOREIGN KEY ("org_id","exhibit_id") REFERENCES "app"."exhibits"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."incoming_mails" ADD CONSTRAINT "incoming_mails_org_id_decided_by_members_org_id_id_fk" FOREIGN KEY ("org_id","decided_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."reply_addresses" ADD CONSTRAINT "reply_addresses_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."reply_addresses" ADD CONSTRAINT "reply_addresses_org_id_made_by_members_org_id_id_fk" FOREIGN KEY ("org_id","made_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."reply_addresses" ADD CONSTRAINT "reply_addresses_org_id_ended_by_members_org_id_id_fk" FOREIGN KEY ("org_id","ended_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "incoming_mails_org_id_case_id_state_index" ON "app"."incoming_mails" USING btree ("org_id","case_id","state");--> statement-breakpoint
CREATE INDEX "incoming_mails_org_id_state_received_at_index" ON "app"."incoming_mails" USING btree ("org_id","state","received_at");--> statement-breakpoint
CREATE INDEX "reply_addresses_org_id_case_id_index" ON "app"."reply_addresses" USING btree ("org_id","case_id");