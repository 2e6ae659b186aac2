CREATE TABLE "app"."danger_assessments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"answer" text NOT NULL,
	"acts" text NOT NULL,
	"reason" text NOT NULL,
	"steps" text NOT NULL,
	"review_on" date,
	"assessed_by" uuid NOT NULL,
	"assessed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "danger_assessments_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
ALTER TABLE "app"."danger_assessments" ADD CONSTRAINT "danger_assessments_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."danger_assessments" ADD CONSTRAINT "danger_assessments_org_id_assessed_by_members_org_id_id_fk" FOREIGN KEY ("org_id","assessed_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "danger_assessments_org_id_case_id_assessed_at_index" ON "app"."danger_assessments" USING btree ("org_id","case_id","assessed_at");