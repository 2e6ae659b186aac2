ALTER TABLE "app"."takedown_events" ALTER COLUMN "recorded_by" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."cases" ADD COLUMN "checks_off" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."exhibits" ADD COLUMN "address_mark" "bytea";--> statement-breakpoint
ALTER TABLE "app"."organisations" ADD COLUMN "checks_on" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."organisations" ADD COLUMN "check_hosts" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."takedown_events" ADD COLUMN "proof" text;--> statement-breakpoint
ALTER TABLE "app"."takedowns" ADD COLUMN "address_mark" "bytea";--> statement-breakpoint
ALTER TABLE "app"."takedowns" ADD COLUMN "next_check_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "takedowns_to_check" ON "app"."takedowns" USING btree ("org_id","next_check_at") WHERE dropped_at is null and url is not null;--> statement-breakpoint
ALTER TABLE "app"."takedown_events" ADD CONSTRAINT "takedown_events_by_somebody" CHECK (recorded_by is not null or seen_by = 'checker');