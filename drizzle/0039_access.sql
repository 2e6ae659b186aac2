CREATE TABLE "app"."case_denials" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"key_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"set_by" uuid NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	"lifted_at" timestamp with time zone,
	"lifted_by" uuid,
	CONSTRAINT "case_denials_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."emergency_looks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"code" text NOT NULL,
	"case_id" uuid,
	"key_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"ends_at" timestamp with time zone,
	"ended_by" uuid,
	"ended_at" timestamp with time zone,
	CONSTRAINT "emergency_looks_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."emergency_notices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"look_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"told_at" timestamp with time zone NOT NULL,
	"seen_at" timestamp with time zone,
	CONSTRAINT "emergency_notices_lookId_unique" UNIQUE("look_id")
);
--> statement-breakpoint
ALTER TABLE "app"."case_denials" ADD CONSTRAINT "case_denials_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."case_denials" ADD CONSTRAINT "case_denials_org_id_client_id_clients_org_id_id_fk" FOREIGN KEY ("org_id","client_id") REFERENCES "app"."clients"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."case_denials" ADD CONSTRAINT "case_denials_org_id_member_id_members_org_id_id_fk" FOREIGN KEY ("org_id","member_id") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."case_denials" ADD CONSTRAINT "case_denials_org_id_key_id_data_keys_org_id_id_fk" FOREIGN KEY ("org_id","key_id") REFERENCES "app"."data_keys"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."case_denials" ADD CONSTRAINT "case_denials_org_id_set_by_members_org_id_id_fk" FOREIGN KEY ("org_id","set_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."case_denials" ADD CONSTRAINT "case_denials_org_id_lifted_by_members_org_id_id_fk" FOREIGN KEY ("org_id","lifted_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."emergency_looks" ADD CONSTRAINT "emergency_looks_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."emergency_looks" ADD CONSTRAINT "emergency_looks_org_id_key_id_data_keys_org_id_id_fk" FOREIGN KEY ("org_id","key_id") REFERENCES "app"."data_keys"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."emergency_looks" ADD CONSTRAINT "emergency_looks_org_id_asked_by_members_org_id_id_fk" FOREIGN KEY ("org_id","asked_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."emergency_looks" ADD CONSTRAINT "emergency_looks_org_id_decided_by_members_org_id_id_fk" FOREIGN KEY ("org_id","decided_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."emergency_looks" ADD CONSTRAINT "emergency_looks_org_id_ended_by_members_org_id_id_fk" FOREIGN KEY ("org_id","ended_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."emergency_notices" ADD CONSTRAINT "emergency_notices_org_id_look_id_emergency_looks_org_id_id_fk" FOREIGN KEY ("org_id","look_id") REFERENCES "app"."emergency_looks"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."emergency_notices" ADD CONSTRAINT "emergency_notices_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."emergency_notices" ADD CONSTRAINT "emergency_notices_org_id_member_id_members_org_id_id_fk" FOREIGN KEY ("org_id","member_id") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "case_denials_one_open" ON "app"."case_denials" USING btree ("client_id","member_id") WHERE lifted_at is null;--> statement-breakpoint
CREATE INDEX "case_denials_org_id_case_id_index" ON "app"."case_denials" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "emergency_looks_org_id_asked_at_index" ON "app"."emergency_looks" USING btree ("org_id","asked_at");--> statement-breakpoint
CREATE INDEX "emergency_looks_org_id_case_id_index" ON "app"."emergency_looks" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "emergency_notices_org_id_member_id_index" ON "app"."emergency_notices" USING btree ("org_id","member_id");--> statement-breakpoint
CREATE INDEX "emergency_notices_org_id_case_id_index" ON "app"."emergency_notices" USING btree ("org_id","case_id");