ALTER TABLE "app"."liaisons" ADD CONSTRAINT "liaisons_orgId_memberId_unique" UNIQUE("org_id","member_id");--> statement-breakpoint
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
ALTER TABLE "app"."liaisons" ADD COLUMN "address" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."liaisons" ADD COLUMN "phone" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."liaisons" ADD COLUMN "added_by" uuid;--> statement-breakpoint
ALTER TABLE "app"."liaisons" ADD COLUMN "changed_by" uuid;--> statement-breakpoint
ALTER TABLE "app"."liaisons" ADD COLUMN "changed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "app"."liaisons" ADD COLUMN "from_before" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."liaisons" ADD COLUMN "confirmed_by" uuid;--> statement-breakpoint
ALTER TABLE "app"."liaisons" ADD COLUMN "confirmed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "app"."liaisons" ADD COLUMN "callback_id" uuid;--> statement-breakpoint
ALTER TABLE "app"."liaison_callbacks" ADD CONSTRAINT "liaison_callbacks_org_id_liaison_id_liaisons_org_id_member_id_fk" FOREIGN KEY ("org_id","liaison_id") REFERENCES "app"."liaisons"("org_id","member_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."liaison_callbacks" ADD CONSTRAINT "liaison_callbacks_org_id_called_by_members_org_id_id_fk" FOREIGN KEY ("org_id","called_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."liaison_callbacks" ADD CONSTRAINT "liaison_callbacks_org_id_key_id_data_keys_org_id_id_fk" FOREIGN KEY ("org_id","key_id") REFERENCES "app"."data_keys"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."dispatches" ADD CONSTRAINT "dispatches_org_id_packet_id_packets_org_id_id_fk" FOREIGN KEY ("org_id","packet_id") REFERENCES "app"."packets"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."dispatches" ADD CONSTRAINT "dispatches_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."dispatches" ADD CONSTRAINT "dispatches_org_id_sent_by_members_org_id_id_fk" FOREIGN KEY ("org_id","sent_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."dispatches" ADD CONSTRAINT "dispatches_org_id_liaison_id_liaisons_org_id_member_id_fk" FOREIGN KEY ("org_id","liaison_id") REFERENCES "app"."liaisons"("org_id","member_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."dispatches" ADD CONSTRAINT "dispatches_org_id_annex_release_id_releases_org_id_id_fk" FOREIGN KEY ("org_id","annex_release_id") REFERENCES "app"."releases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."dispatches" ADD CONSTRAINT "dispatches_org_id_noted_by_members_org_id_id_fk" FOREIGN KEY ("org_id","noted_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "liaison_callbacks_org_id_liaison_id_index" ON "app"."liaison_callbacks" USING btree ("org_id","liaison_id");--> statement-breakpoint
CREATE INDEX "dispatches_org_id_packet_id_index" ON "app"."dispatches" USING btree ("org_id","packet_id");--> statement-breakpoint
ALTER TABLE "app"."liaisons" ADD CONSTRAINT "liaisons_org_id_added_by_members_org_id_id_fk" FOREIGN KEY ("org_id","added_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."liaisons" ADD CONSTRAINT "liaisons_org_id_changed_by_members_org_id_id_fk" FOREIGN KEY ("org_id","changed_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."liaisons" ADD CONSTRAINT "liaisons_org_id_confirmed_by_members_org_id_id_fk" FOREIGN KEY ("org_id","confirmed_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;
