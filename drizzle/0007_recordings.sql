CREATE TABLE "app"."transcripts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"exhibit_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"withdraws" uuid,
	"sha256" text,
	"language" text,
	"lines" text,
	"made_by" uuid NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "transcripts_orgId_id_unique" UNIQUE("org_id","id"),
	CONSTRAINT "transcripts_orgId_withdraws_unique" UNIQUE("org_id","withdraws"),
	CONSTRAINT "transcripts_orgId_exhibitId_version_unique" UNIQUE("org_id","exhibit_id","version")
);
--> statement-breakpoint
ALTER TABLE "app"."derivatives" ADD COLUMN "at_ms" integer;--> statement-breakpoint
ALTER TABLE "app"."transcripts" ADD CONSTRAINT "transcripts_org_id_exhibit_id_exhibits_org_id_id_fk" FOREIGN KEY ("org_id","exhibit_id") REFERENCES "app"."exhibits"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."transcripts" ADD CONSTRAINT "transcripts_org_id_made_by_members_org_id_id_fk" FOREIGN KEY ("org_id","made_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "transcripts_org_id_case_id_index" ON "app"."transcripts" USING btree ("org_id","case_id");