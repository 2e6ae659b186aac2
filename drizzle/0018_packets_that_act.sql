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
ALTER TABLE "app"."handovers" ADD COLUMN "with_annex" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."packets" ADD COLUMN "annex_snapshot" text;--> statement-breakpoint
ALTER TABLE "app"."packets" ADD COLUMN "cancel_asked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "app"."packets" ADD COLUMN "withdrawn_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "app"."releases" ADD COLUMN "recipient_role" text;--> statement-breakpoint
ALTER TABLE "app"."releases" ADD COLUMN "covers" jsonb;--> statement-breakpoint
ALTER TABLE "app"."packet_events" ADD CONSTRAINT "packet_events_org_id_packet_id_packets_org_id_id_fk" FOREIGN KEY ("org_id","packet_id") REFERENCES "app"."packets"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."packet_events" ADD CONSTRAINT "packet_events_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."packet_events" ADD CONSTRAINT "packet_events_org_id_by_members_org_id_id_fk" FOREIGN KEY ("org_id","by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."packet_parts" ADD CONSTRAINT "packet_parts_org_id_packet_id_packets_org_id_id_fk" FOREIGN KEY ("org_id","packet_id") REFERENCES "app"."packets"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."packet_parts" ADD CONSTRAINT "packet_parts_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."packet_parts" ADD CONSTRAINT "packet_parts_org_id_key_id_data_keys_org_id_id_fk" FOREIGN KEY ("org_id","key_id") REFERENCES "app"."data_keys"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."signing_keys" ADD CONSTRAINT "signing_keys_org_id_key_id_data_keys_org_id_id_fk" FOREIGN KEY ("org_id","key_id") REFERENCES "app"."data_keys"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."signing_keys" ADD CONSTRAINT "signing_keys_org_id_made_by_members_org_id_id_fk" FOREIGN KEY ("org_id","made_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "packet_events_org_id_packet_id_index" ON "app"."packet_events" USING btree ("org_id","packet_id");--> statement-breakpoint
CREATE INDEX "packet_parts_org_id_case_id_index" ON "app"."packet_parts" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "signing_keys_one_in_use" ON "app"."signing_keys" USING btree ("org_id") WHERE retired_at is null;