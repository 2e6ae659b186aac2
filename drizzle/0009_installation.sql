CREATE TABLE "app"."installation_steps" (
	"org_id" uuid NOT NULL,
	"step" text NOT NULL,
	"member_id" uuid NOT NULL,
	"skipped_at" timestamp with time zone,
	"code_hash" "bytea",
	"code_at" timestamp with time zone,
	"proved_at" timestamp with time zone,
	CONSTRAINT "installation_steps_org_id_step_pk" PRIMARY KEY("org_id","step")
);
--> statement-breakpoint
ALTER TABLE "app"."installation_steps" ADD CONSTRAINT "installation_steps_org_id_member_id_members_org_id_id_fk" FOREIGN KEY ("org_id","member_id") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;