CREATE TABLE "app"."case_restrictions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"placed_by" uuid NOT NULL,
	"placed_at" timestamp with time zone NOT NULL,
	"lifted_by" uuid,
	"lifted_at" timestamp with time zone,
	"lift_reason" text,
	CONSTRAINT "case_restrictions_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."corrections" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"what" text NOT NULL,
	"words" text NOT NULL,
	"noted_by" uuid NOT NULL,
	"noted_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."rights_requests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"key_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"kind" text NOT NULL,
	"from_whom" text NOT NULL,
	"case_id" uuid,
	"received_on" date NOT NULL,
	"zone" text NOT NULL,
	"due_on" date,
	"due_by" text,
	"state" text NOT NULL,
	"handler_id" uuid NOT NULL,
	"identity" text,
	"identified_on" date,
	"identified_by" uuid,
	"confirms" boolean DEFAULT false NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"answered_on" date,
	"answered_by" uuid,
	"words" text NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "rights_requests_orgId_id_unique" UNIQUE("org_id","id"),
	CONSTRAINT "rights_requests_orgId_number_unique" UNIQUE("org_id","number"),
	CONSTRAINT "rights_requests_case" CHECK (from_whom not in ('client', 'subject') or case_id is not null),
	CONSTRAINT "rights_requests_identity" CHECK (state in ('received', 'refused', 'withdrawn') or (identified_on is not null and identified_by is not null)),
	CONSTRAINT "rights_requests_decided" CHECK (state in ('received', 'identified', 'withdrawn') or (decided_by is not null and decided_at is not null))
);
--> statement-breakpoint
ALTER TABLE "app"."case_exports" DROP CONSTRAINT "case_exports_released";--> statement-breakpoint
ALTER TABLE "app"."case_exports" ADD COLUMN "client_id" uuid;--> statement-breakpoint
ALTER TABLE "app"."case_exports" ADD COLUMN "request_id" uuid;--> statement-breakpoint
ALTER TABLE "app"."case_exports" ADD COLUMN "names_staff" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."case_restrictions" ADD CONSTRAINT "case_restrictions_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."case_restrictions" ADD CONSTRAINT "case_restrictions_org_id_placed_by_members_org_id_id_fk" FOREIGN KEY ("org_id","placed_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."case_restrictions" ADD CONSTRAINT "case_restrictions_org_id_lifted_by_members_org_id_id_fk" FOREIGN KEY ("org_id","lifted_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."corrections" ADD CONSTRAINT "corrections_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."corrections" ADD CONSTRAINT "corrections_org_id_request_id_rights_requests_org_id_id_fk" FOREIGN KEY ("org_id","request_id") REFERENCES "app"."rights_requests"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."corrections" ADD CONSTRAINT "corrections_org_id_noted_by_members_org_id_id_fk" FOREIGN KEY ("org_id","noted_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."rights_requests" ADD CONSTRAINT "rights_requests_org_id_key_id_data_keys_org_id_id_fk" FOREIGN KEY ("org_id","key_id") REFERENCES "app"."data_keys"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."rights_requests" ADD CONSTRAINT "rights_requests_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."rights_requests" ADD CONSTRAINT "rights_requests_org_id_handler_id_members_org_id_id_fk" FOREIGN KEY ("org_id","handler_id") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."rights_requests" ADD CONSTRAINT "rights_requests_org_id_identified_by_members_org_id_id_fk" FOREIGN KEY ("org_id","identified_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."rights_requests" ADD CONSTRAINT "rights_requests_org_id_decided_by_members_org_id_id_fk" FOREIGN KEY ("org_id","decided_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."rights_requests" ADD CONSTRAINT "rights_requests_org_id_answered_by_members_org_id_id_fk" FOREIGN KEY ("org_id","answered_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."rights_requests" ADD CONSTRAINT "rights_requests_org_id_recorded_by_members_org_id_id_fk" FOREIGN KEY ("org_id","recorded_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "case_restrictions_org_id_case_id_index" ON "app"."case_restrictions" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "case_restrictions_one_live" ON "app"."case_restrictions" USING btree ("case_id") WHERE lifted_at is null;--> statement-breakpoint
CREATE INDEX "corrections_org_id_case_id_index" ON "app"."corrections" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "rights_requests_org_id_case_id_index" ON "app"."rights_requests" USING btree ("org_id","case_id");--> statement-breakpoint
ALTER TABLE "app"."case_exports" ADD CONSTRAINT "case_exports_org_id_client_id_clients_org_id_id_fk" FOREIGN KEY ("org_id","client_id") REFERENCES "app"."clients"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."case_exports" ADD CONSTRAINT "case_exports_org_id_request_id_rights_requests_org_id_id_fk" FOREIGN KEY ("org_id","request_id") REFERENCES "app"."rights_requests"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "case_exports_org_id_client_id_index" ON "app"."case_exports" USING btree ("org_id","client_id");--> statement-breakpoint
ALTER TABLE "app"."case_exports" ADD CONSTRAINT "case_exports_access" CHECK ((kind = 'access') = (client_id is not null and request_id is not null));--> statement-breakpoint
ALTER TABLE "app"."case_exports" ADD CONSTRAINT "case_exports_released" CHECK (kind <> 'organisation' or state in ('waiting', 'refused', 'cleared') or decided_by is not null);