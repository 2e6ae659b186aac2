CREATE TABLE "app"."arrivals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"made_zone" text NOT NULL,
	"arrived_at" timestamp with time zone NOT NULL,
	"state" text NOT NULL,
	"key_id" uuid NOT NULL,
	"body" text,
	"size" bigint,
	"sha256" text,
	"file_id" uuid,
	"decided_at" timestamp with time zone,
	CONSTRAINT "arrivals_orgId_id_unique" UNIQUE("org_id","id"),
	CONSTRAINT "arrivals_orgId_fileId_unique" UNIQUE("org_id","file_id")
);
--> statement-breakpoint
CREATE TABLE "auth"."enquiry_addresses" (
	"address" text PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "auth"."enquiry_receipts" (
	"receipt_hash" "bytea" PRIMARY KEY NOT NULL,
	"enquiry_id" uuid NOT NULL,
	"org_id" uuid NOT NULL,
	CONSTRAINT "enquiry_receipts_enquiryId_unique" UNIQUE("enquiry_id")
);
--> statement-breakpoint
CREATE TABLE "auth"."enquiry_visits" (
	"browser_hash" "bytea" PRIMARY KEY NOT NULL,
	"enquiry_id" uuid NOT NULL,
	"org_id" uuid NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "auth"."offline_keys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"login_id" uuid NOT NULL,
	"org_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"wrapped" text,
	"made_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "app"."client_wordings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"language" text NOT NULL,
	"key" text NOT NULL,
	"words" text,
	"speaker" text,
	"english_sha256" text NOT NULL,
	"words_sha256" text NOT NULL,
	"saved_by" uuid NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "client_wordings_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."enquiries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"key_id" uuid NOT NULL,
	"receipt_hash" "bytea" NOT NULL,
	"language" text NOT NULL,
	"danger" text NOT NULL,
	"apart" text,
	"words" text NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	"receipt_noted_at" timestamp with time zone,
	"read_by" uuid,
	"read_at" timestamp with time zone,
	"news_at" timestamp with time zone NOT NULL,
	"seen_at" timestamp with time zone,
	"answered_at" timestamp with time zone,
	"state" text DEFAULT 'open' NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"reason" text,
	"case_id" uuid,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "enquiries_receiptHash_unique" UNIQUE("receipt_hash"),
	CONSTRAINT "enquiries_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."enquiry_messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"enquiry_id" uuid NOT NULL,
	"writer" text NOT NULL,
	"member_id" uuid,
	"words" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "enquiry_messages_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."likenesses" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"exhibit_id" uuid NOT NULL,
	"method" text NOT NULL,
	"outline" text,
	"cells" text,
	"near_to" uuid,
	"cropped" boolean NOT NULL,
	"mirrored" boolean NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "likenesses_orgId_id_unique" UNIQUE("org_id","id"),
	CONSTRAINT "likenesses_orgId_exhibitId_unique" UNIQUE("org_id","exhibit_id")
);
--> statement-breakpoint
ALTER TABLE "app"."authorities" ALTER COLUMN "exhibit_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."takedown_events" ALTER COLUMN "recorded_by" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."cases" ADD COLUMN "checks_off" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."client_papers" ADD COLUMN "english" text;--> statement-breakpoint
ALTER TABLE "app"."client_papers" ADD COLUMN "terms" text;--> statement-breakpoint
ALTER TABLE "app"."client_papers" ADD COLUMN "unconfirmed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."client_papers" ADD COLUMN "document_id" uuid;--> statement-breakpoint
ALTER TABLE "app"."client_papers" ADD COLUMN "document_version" integer;--> statement-breakpoint
ALTER TABLE "app"."client_papers" ADD COLUMN "recorded_id" uuid;--> statement-breakpoint
ALTER TABLE "app"."client_papers" ADD COLUMN "followed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "app"."client_papers" ADD COLUMN "refused" text;--> statement-breakpoint
ALTER TABLE "app"."exhibits" ADD COLUMN "address_mark" "bytea";--> statement-breakpoint
ALTER TABLE "app"."organisations" ADD COLUMN "enquiries" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."organisations" ADD COLUMN "enquiry_address" text;--> statement-breakpoint
ALTER TABLE "app"."organisations" ADD COLUMN "enquiry_days" integer DEFAULT 30 NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."organisations" ADD COLUMN "checks_on" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."organisations" ADD COLUMN "check_hosts" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."organisations" ADD COLUMN "works_offline" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."takedown_events" ADD COLUMN "proof" text;--> statement-breakpoint
ALTER TABLE "app"."takedowns" ADD COLUMN "address_mark" "bytea";--> statement-breakpoint
ALTER TABLE "app"."takedowns" ADD COLUMN "next_check_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "app"."arrivals" ADD CONSTRAINT "arrivals_org_id_member_id_members_org_id_id_fk" FOREIGN KEY ("org_id","member_id") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."arrivals" ADD CONSTRAINT "arrivals_org_id_key_id_data_keys_org_id_id_fk" FOREIGN KEY ("org_id","key_id") REFERENCES "app"."data_keys"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."offline_keys" ADD CONSTRAINT "offline_keys_login_id_logins_id_fk" FOREIGN KEY ("login_id") REFERENCES "auth"."logins"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."client_wordings" ADD CONSTRAINT "client_wordings_org_id_saved_by_members_org_id_id_fk" FOREIGN KEY ("org_id","saved_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."enquiries" ADD CONSTRAINT "enquiries_org_id_key_id_data_keys_org_id_id_fk" FOREIGN KEY ("org_id","key_id") REFERENCES "app"."data_keys"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."enquiries" ADD CONSTRAINT "enquiries_org_id_read_by_members_org_id_id_fk" FOREIGN KEY ("org_id","read_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."enquiries" ADD CONSTRAINT "enquiries_org_id_decided_by_members_org_id_id_fk" FOREIGN KEY ("org_id","decided_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."enquiries" ADD CONSTRAINT "enquiries_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."enquiry_messages" ADD CONSTRAINT "enquiry_messages_org_id_enquiry_id_enquiries_org_id_id_fk" FOREIGN KEY ("org_id","enquiry_id") REFERENCES "app"."enquiries"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."enquiry_messages" ADD CONSTRAINT "enquiry_messages_org_id_member_id_members_org_id_id_fk" FOREIGN KEY ("org_id","member_id") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."likenesses" ADD CONSTRAINT "likenesses_org_id_exhibit_id_exhibits_org_id_id_fk" FOREIGN KEY ("org_id","exhibit_id") REFERENCES "app"."exhibits"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."likenesses" ADD CONSTRAINT "likenesses_org_id_near_to_exhibits_org_id_id_fk" FOREIGN KEY ("org_id","near_to") REFERENCES "app"."exhibits"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "arrivals_org_id_member_id_state_index" ON "app"."arrivals" USING btree ("org_id","member_id","state");--> statement-breakpoint
CREATE INDEX "enquiry_visits_enquiry_id_index" ON "auth"."enquiry_visits" USING btree ("enquiry_id");--> statement-breakpoint
CREATE INDEX "offline_keys_login_id_index" ON "auth"."offline_keys" USING btree ("login_id");--> statement-breakpoint
CREATE INDEX "client_wordings_org_id_language_key_saved_at_index" ON "app"."client_wordings" USING btree ("org_id","language","key","saved_at");--> statement-breakpoint
CREATE INDEX "enquiries_org_id_state_written_at_index" ON "app"."enquiries" USING btree ("org_id","state","written_at");--> statement-breakpoint
CREATE INDEX "enquiries_org_id_case_id_index" ON "app"."enquiries" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "enquiry_messages_org_id_enquiry_id_at_index" ON "app"."enquiry_messages" USING btree ("org_id","enquiry_id","at");--> statement-breakpoint
CREATE INDEX "likenesses_org_id_case_id_index" ON "app"."likenesses" USING btree ("org_id","case_id");--> statement-breakpoint
ALTER TABLE "app"."client_papers" ADD CONSTRAINT "client_papers_org_id_document_id_documents_org_id_id_fk" FOREIGN KEY ("org_id","document_id") REFERENCES "app"."documents"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "client_papers_org_id_document_id_index" ON "app"."client_papers" USING btree ("org_id","document_id");--> statement-breakpoint
CREATE INDEX "takedowns_to_check" ON "app"."takedowns" USING btree ("org_id","next_check_at") WHERE dropped_at is null and url is not null;--> statement-breakpoint
ALTER TABLE "app"."organisations" ADD CONSTRAINT "organisations_enquiryAddress_unique" UNIQUE("enquiry_address");--> statement-breakpoint
ALTER TABLE "app"."takedown_events" ADD CONSTRAINT "takedown_events_by_somebody" CHECK (recorded_by is not null or seen_by = 'checker');