CREATE TABLE "auth"."notices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"login_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"session_id" uuid NOT NULL,
	"device" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"dismissed_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "auth"."passkeys" ADD COLUMN "waits_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "auth"."sessions" ADD COLUMN "password_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "auth"."sessions" ADD COLUMN "code_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "auth"."totps" ADD COLUMN "tries" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "auth"."totps" ADD COLUMN "locked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "auth"."notices" ADD CONSTRAINT "notices_login_id_logins_id_fk" FOREIGN KEY ("login_id") REFERENCES "auth"."logins"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "notices_login_id_index" ON "auth"."notices" USING btree ("login_id");