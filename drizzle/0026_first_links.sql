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
CREATE INDEX "first_link_events_org_id_link_id_index" ON "app"."first_link_events" USING btree ("org_id","link_id");--> statement-breakpoint
CREATE INDEX "first_links_org_id_packet_id_index" ON "app"."first_links" USING btree ("org_id","packet_id");--> statement-breakpoint
CREATE INDEX "first_links_org_id_case_id_index" ON "app"."first_links" USING btree ("org_id","case_id");