CREATE TABLE "app"."choice_versions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"list" text NOT NULL,
	"choice" text NOT NULL,
	"nearest" text NOT NULL,
	"labels" jsonb NOT NULL,
	"is_hidden" boolean NOT NULL,
	"position" integer NOT NULL,
	"saved_by" uuid NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	"published_by" uuid,
	"published_at" timestamp with time zone,
	"discarded_at" timestamp with time zone,
	CONSTRAINT "choice_versions_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
ALTER TABLE "app"."cases" ADD COLUMN "outcome_version" uuid;--> statement-breakpoint
ALTER TABLE "app"."incidents" ADD COLUMN "nature_version" uuid;--> statement-breakpoint
ALTER TABLE "app"."services" ADD COLUMN "kind_version" uuid;--> statement-breakpoint
ALTER TABLE "app"."choice_versions" ADD CONSTRAINT "choice_versions_org_id_saved_by_members_org_id_id_fk" FOREIGN KEY ("org_id","saved_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."choice_versions" ADD CONSTRAINT "choice_versions_org_id_published_by_members_org_id_id_fk" FOREIGN KEY ("org_id","published_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "choice_versions_org_id_list_published_at_index" ON "app"."choice_versions" USING btree ("org_id","list","published_at");--> statement-breakpoint
CREATE UNIQUE INDEX "choice_versions_one_draft" ON "app"."choice_versions" USING btree ("org_id","list","choice") WHERE published_at is null and discarded_at is null;--> statement-breakpoint
ALTER TABLE "app"."cases" ADD CONSTRAINT "cases_org_id_outcome_version_choice_versions_org_id_id_fk" FOREIGN KEY ("org_id","outcome_version") REFERENCES "app"."choice_versions"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."incidents" ADD CONSTRAINT "incidents_org_id_nature_version_choice_versions_org_id_id_fk" FOREIGN KEY ("org_id","nature_version") REFERENCES "app"."choice_versions"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."services" ADD CONSTRAINT "services_org_id_kind_version_choice_versions_org_id_id_fk" FOREIGN KEY ("org_id","kind_version") REFERENCES "app"."choice_versions"("org_id","id") ON DELETE no action ON UPDATE no action;