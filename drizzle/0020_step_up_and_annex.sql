ALTER TABLE "auth"."sessions" ADD COLUMN "stepped_up_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "app"."handovers" ADD COLUMN "annex_release_id" uuid;--> statement-breakpoint
ALTER TABLE "app"."handovers" ADD COLUMN "annex_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "app"."handovers" ADD CONSTRAINT "handovers_org_id_annex_release_id_releases_org_id_id_fk" FOREIGN KEY ("org_id","annex_release_id") REFERENCES "app"."releases"("org_id","id") ON DELETE no action ON UPDATE no action;