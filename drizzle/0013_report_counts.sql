CREATE TABLE "app"."report_counts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date NOT NULL,
	"of_member" uuid,
	"pair" text,
	"figures" jsonb,
	"counted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "report_counts_one" UNIQUE NULLS NOT DISTINCT("org_id","member_id","from_on","to_on","of_member","pair")
);
--> statement-breakpoint
ALTER TABLE "app"."report_counts" ADD CONSTRAINT "report_counts_org_id_member_id_members_org_id_id_fk" FOREIGN KEY ("org_id","member_id") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;