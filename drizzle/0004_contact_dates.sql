ALTER TABLE "app"."cases" ADD COLUMN "traits" text[];--> statement-breakpoint
ALTER TABLE "app"."case_steps" ADD COLUMN "submitted_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "app"."case_steps" ADD COLUMN "last_contact_on" date;--> statement-breakpoint
ALTER TABLE "app"."case_steps" ADD COLUMN "due_on" date;--> statement-breakpoint
ALTER TABLE "app"."organisations" ADD COLUMN "desk_email" text;--> statement-breakpoint
ALTER TABLE "app"."organisations" ADD COLUMN "desk_phone" text;