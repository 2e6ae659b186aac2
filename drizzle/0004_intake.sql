CREATE TABLE "app"."consents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"ground" text NOT NULL,
	"way" text,
	"words" text,
	"purposes" text[] NOT NULL,
	"other_purpose" text,
	"given_on" date NOT NULL,
	"signature" text,
	"signed_name" text,
	"guardian_name" text,
	"guardian_relation" text,
	"guardian_agreed" boolean,
	"no_guardian" text,
	"exhibit_id" uuid,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"withdrawn_on" date,
	"withdrawn_reason" text,
	"withdrawn_by" uuid,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "consents_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
ALTER TABLE "app"."incidents" ALTER COLUMN "happened_at" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."clients" ALTER COLUMN "name" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."cases" ADD COLUMN "risk_assessed" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."consents" ADD CONSTRAINT "consents_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."consents" ADD CONSTRAINT "consents_org_id_exhibit_id_exhibits_org_id_id_fk" FOREIGN KEY ("org_id","exhibit_id") REFERENCES "app"."exhibits"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."consents" ADD CONSTRAINT "consents_org_id_recorded_by_members_org_id_id_fk" FOREIGN KEY ("org_id","recorded_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."consents" ADD CONSTRAINT "consents_org_id_withdrawn_by_members_org_id_id_fk" FOREIGN KEY ("org_id","withdrawn_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "consents_org_id_case_id_recorded_at_index" ON "app"."consents" USING btree ("org_id","case_id","recorded_at");