CREATE TABLE "app"."case_sendings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"system_id" uuid NOT NULL,
	"referral_id" uuid NOT NULL,
	"body" text NOT NULL,
	"sent_by" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"settled_at" timestamp with time zone,
	"status" integer,
	"problem" text,
	CONSTRAINT "case_sendings_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."receiving_systems" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"key_id" uuid NOT NULL,
	"service_id" uuid NOT NULL,
	"address" text NOT NULL,
	"user_name" text NOT NULL,
	"password" text,
	"mapping" jsonb NOT NULL,
	"added_by" uuid NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"off_at" timestamp with time zone,
	CONSTRAINT "receiving_systems_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
ALTER TABLE "app"."case_sendings" ADD CONSTRAINT "case_sendings_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."case_sendings" ADD CONSTRAINT "case_sendings_org_id_system_id_receiving_systems_org_id_id_fk" FOREIGN KEY ("org_id","system_id") REFERENCES "app"."receiving_systems"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."case_sendings" ADD CONSTRAINT "case_sendings_org_id_referral_id_referrals_org_id_id_fk" FOREIGN KEY ("org_id","referral_id") REFERENCES "app"."referrals"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."case_sendings" ADD CONSTRAINT "case_sendings_org_id_sent_by_members_org_id_id_fk" FOREIGN KEY ("org_id","sent_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."receiving_systems" ADD CONSTRAINT "receiving_systems_org_id_key_id_data_keys_org_id_id_fk" FOREIGN KEY ("org_id","key_id") REFERENCES "app"."data_keys"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."receiving_systems" ADD CONSTRAINT "receiving_systems_org_id_service_id_services_org_id_id_fk" FOREIGN KEY ("org_id","service_id") REFERENCES "app"."services"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."receiving_systems" ADD CONSTRAINT "receiving_systems_org_id_added_by_members_org_id_id_fk" FOREIGN KEY ("org_id","added_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "case_sendings_org_id_case_id_index" ON "app"."case_sendings" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "case_sendings_once" ON "app"."case_sendings" USING btree ("referral_id") WHERE state in ('waiting', 'sent');--> statement-breakpoint
CREATE UNIQUE INDEX "receiving_systems_live" ON "app"."receiving_systems" USING btree ("org_id","service_id") WHERE off_at is null;--> statement-breakpoint
ALTER TABLE "app"."api_answers" DROP COLUMN "status";