CREATE TABLE "app"."translations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"exhibit_id" uuid NOT NULL,
	"withdraws" uuid,
	"of" text,
	"from_no" integer,
	"to_no" integer,
	"reading" uuid,
	"original" text,
	"words" text,
	"language" text,
	"translator" text,
	"standing" text,
	"sworn" boolean,
	"translated_on" date,
	"signed_in" uuid,
	"made_by" uuid NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "translations_orgId_id_unique" UNIQUE("org_id","id"),
	CONSTRAINT "translations_orgId_withdraws_unique" UNIQUE("org_id","withdraws")
);
--> statement-breakpoint
ALTER TABLE "app"."translations" ADD CONSTRAINT "translations_org_id_exhibit_id_exhibits_org_id_id_fk" FOREIGN KEY ("org_id","exhibit_id") REFERENCES "app"."exhibits"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."translations" ADD CONSTRAINT "translations_org_id_signed_in_exhibits_org_id_id_fk" FOREIGN KEY ("org_id","signed_in") REFERENCES "app"."exhibits"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."translations" ADD CONSTRAINT "translations_org_id_made_by_members_org_id_id_fk" FOREIGN KEY ("org_id","made_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "translations_org_id_case_id_index" ON "app"."translations" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "translations_org_id_exhibit_id_index" ON "app"."translations" USING btree ("org_id","exhibit_id");