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
ALTER TABLE "app"."organisations" ADD COLUMN "enquiries" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."organisations" ADD COLUMN "enquiry_address" text;--> statement-breakpoint
ALTER TABLE "app"."organisations" ADD COLUMN "enquiry_days" integer DEFAULT 30 NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."enquiries" ADD CONSTRAINT "enquiries_org_id_key_id_data_keys_org_id_id_fk" FOREIGN KEY ("org_id","key_id") REFERENCES "app"."data_keys"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."enquiries" ADD CONSTRAINT "enquiries_org_id_read_by_members_org_id_id_fk" FOREIGN KEY ("org_id","read_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."enquiries" ADD CONSTRAINT "enquiries_org_id_decided_by_members_org_id_id_fk" FOREIGN KEY ("org_id","decided_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."enquiries" ADD CONSTRAINT "enquiries_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."enquiry_messages" ADD CONSTRAINT "enquiry_messages_org_id_enquiry_id_enquiries_org_id_id_fk" FOREIGN KEY ("org_id","enquiry_id") REFERENCES "app"."enquiries"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."enquiry_messages" ADD CONSTRAINT "enquiry_messages_org_id_member_id_members_org_id_id_fk" FOREIGN KEY ("org_id","member_id") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "enquiry_visits_enquiry_id_index" ON "auth"."enquiry_visits" USING btree ("enquiry_id");--> statement-breakpoint
CREATE INDEX "enquiries_org_id_state_written_at_index" ON "app"."enquiries" USING btree ("org_id","state","written_at");--> statement-breakpoint
CREATE INDEX "enquiries_org_id_case_id_index" ON "app"."enquiries" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "enquiry_messages_org_id_enquiry_id_at_index" ON "app"."enquiry_messages" USING btree ("org_id","enquiry_id","at");--> statement-breakpoint
ALTER TABLE "app"."organisations" ADD CONSTRAINT "organisations_enquiryAddress_unique" UNIQUE("enquiry_address");