CREATE TABLE "app"."handover_papers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"packet_id" uuid NOT NULL,
	"handover_id" uuid,
	"paper" text NOT NULL,
	"number" integer NOT NULL,
	"through_id" uuid,
	"name" text NOT NULL,
	"key_id" uuid NOT NULL,
	"pdf" text NOT NULL,
	"p7s" text NOT NULL,
	"sha256" text NOT NULL,
	"pages" integer NOT NULL,
	"manifest_sha256" text NOT NULL,
	"signer" text NOT NULL,
	"stamped" boolean NOT NULL,
	"signed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "handover_papers_orgId_id_unique" UNIQUE("org_id","id"),
	CONSTRAINT "handover_papers_packetId_paper_number_unique" UNIQUE("packet_id","paper","number"),
	CONSTRAINT "handover_papers_handoverId_paper_throughId_unique" UNIQUE("handover_id","paper","through_id")
);
--> statement-breakpoint
CREATE TABLE "app"."translations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"exhibit_id" uuid NOT NULL,
	"withdraws" uuid,
	"of" text,
	"from_no" integer,
	"to_no" integer,
	"reading" uuid,
	"original" text,
	"words" text,
	"language" text,
	"translator" text,
	"standing" text,
	"sworn" boolean,
	"translated_on" date,
	"signed_in" uuid,
	"made_by" uuid NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "translations_orgId_id_unique" UNIQUE("org_id","id"),
	CONSTRAINT "translations_orgId_withdraws_unique" UNIQUE("org_id","withdraws")
);
--> statement-breakpoint
ALTER TABLE "app"."cases" ADD COLUMN "set_aside" text;--> statement-breakpoint
ALTER TABLE "app"."handover_papers" ADD CONSTRAINT "handover_papers_org_id_packet_id_packets_org_id_id_fk" FOREIGN KEY ("org_id","packet_id") REFERENCES "app"."packets"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."handover_papers" ADD CONSTRAINT "handover_papers_org_id_handover_id_case_id_handovers_org_id_id_case_id_fk" FOREIGN KEY ("org_id","handover_id","case_id") REFERENCES "app"."handovers"("org_id","id","case_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."handover_papers" ADD CONSTRAINT "handover_papers_org_id_key_id_data_keys_org_id_id_fk" FOREIGN KEY ("org_id","key_id") REFERENCES "app"."data_keys"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."translations" ADD CONSTRAINT "translations_org_id_exhibit_id_exhibits_org_id_id_fk" FOREIGN KEY ("org_id","exhibit_id") REFERENCES "app"."exhibits"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."translations" ADD CONSTRAINT "translations_org_id_signed_in_exhibits_org_id_id_fk" FOREIGN KEY ("org_id","signed_in") REFERENCES "app"."exhibits"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."translations" ADD CONSTRAINT "translations_org_id_made_by_members_org_id_id_fk" FOREIGN KEY ("org_id","made_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "handover_papers_org_id_case_id_index" ON "app"."handover_papers" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "translations_org_id_case_id_index" ON "app"."translations" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "translations_org_id_exhibit_id_index" ON "app"."translations" USING btree ("org_id","exhibit_id");