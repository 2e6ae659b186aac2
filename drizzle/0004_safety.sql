CREATE TABLE "app"."risk_assessments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"answers" text NOT NULL,
	"note" text,
	"points" integer NOT NULL,
	"suggested" text NOT NULL,
	"assessed_by" uuid NOT NULL,
	"assessed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "risk_assessments_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."risk_decisions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"assessment_id" uuid NOT NULL,
	"level" text NOT NULL,
	"reason" text,
	"decided_by" uuid NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	CONSTRAINT "risk_decisions_orgId_id_unique" UNIQUE("org_id","id"),
	CONSTRAINT "risk_decisions_orgId_assessmentId_unique" UNIQUE("org_id","assessment_id")
);
--> statement-breakpoint
CREATE TABLE "app"."safety_checks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"item" text NOT NULL,
	"state" text NOT NULL,
	"note" text,
	"checked_on" date NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "safety_checks_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."safety_plans" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"change" text NOT NULL,
	"section" text NOT NULL,
	"entries" text NOT NULL,
	"saved_by" uuid NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "safety_plans_orgId_id_unique" UNIQUE("org_id","id"),
	CONSTRAINT "safety_plans_orgId_caseId_version_unique" UNIQUE("org_id","case_id","version")
);
--> statement-breakpoint
CREATE TABLE "app"."safety_reviews" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"about" text NOT NULL,
	"reviewed_on" date NOT NULL,
	"review_on" date,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "safety_reviews_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
ALTER TABLE "app"."risk_assessments" ADD CONSTRAINT "risk_assessments_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."risk_assessments" ADD CONSTRAINT "risk_assessments_org_id_assessed_by_members_org_id_id_fk" FOREIGN KEY ("org_id","assessed_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."risk_decisions" ADD CONSTRAINT "risk_decisions_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."risk_decisions" ADD CONSTRAINT "risk_decisions_org_id_assessment_id_risk_assessments_org_id_id_fk" FOREIGN KEY ("org_id","assessment_id") REFERENCES "app"."risk_assessments"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."risk_decisions" ADD CONSTRAINT "risk_decisions_org_id_decided_by_members_org_id_id_fk" FOREIGN KEY ("org_id","decided_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."safety_checks" ADD CONSTRAINT "safety_checks_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."safety_checks" ADD CONSTRAINT "safety_checks_org_id_recorded_by_members_org_id_id_fk" FOREIGN KEY ("org_id","recorded_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."safety_plans" ADD CONSTRAINT "safety_plans_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."safety_plans" ADD CONSTRAINT "safety_plans_org_id_saved_by_members_org_id_id_fk" FOREIGN KEY ("org_id","saved_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."safety_reviews" ADD CONSTRAINT "safety_reviews_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."safety_reviews" ADD CONSTRAINT "safety_reviews_org_id_recorded_by_members_org_id_id_fk" FOREIGN KEY ("org_id","recorded_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "risk_assessments_org_id_case_id_assessed_at_index" ON "app"."risk_assessments" USING btree ("org_id","case_id","assessed_at");--> statement-breakpoint
CREATE INDEX "risk_decisions_org_id_case_id_decided_at_index" ON "app"."risk_decisions" USING btree ("org_id","case_id","decided_at");--> statement-breakpoint
CREATE INDEX "safety_checks_org_id_case_id_item_recorded_at_index" ON "app"."safety_checks" USING btree ("org_id","case_id","item","recorded_at");--> statement-breakpoint
CREATE INDEX "safety_reviews_org_id_case_id_about_recorded_at_index" ON "app"."safety_reviews" USING btree ("org_id","case_id","about","recorded_at");