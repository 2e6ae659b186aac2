ALTER TABLE "app"."case_steps" ADD COLUMN "part" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."case_steps" ADD COLUMN "answer" text;--> statement-breakpoint
ALTER TABLE "app"."case_steps" DROP CONSTRAINT "case_steps_case_id_step_key_pk";--> statement-breakpoint
ALTER TABLE "app"."case_steps" ADD CONSTRAINT "case_steps_case_id_step_key_part_pk" PRIMARY KEY("case_id","step_key","part");--> statement-breakpoint
ALTER TABLE "app"."step_events" ADD COLUMN "part" text DEFAULT '' NOT NULL;
