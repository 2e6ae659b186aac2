ALTER TABLE "auth"."sessions" ADD COLUMN "previous_hash" "bytea";--> statement-breakpoint
ALTER TABLE "auth"."sessions" ADD COLUMN "renewed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "auth"."sessions" ADD CONSTRAINT "sessions_previousHash_unique" UNIQUE("previous_hash");