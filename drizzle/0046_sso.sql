CREATE TABLE "auth"."sso_links" (
	"login_id" uuid PRIMARY KEY NOT NULL,
	"issuer" text NOT NULL,
	"subject" "bytea" NOT NULL,
	"linked_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "sso_links_subject_unique" UNIQUE("subject")
);
--> statement-breakpoint
ALTER TABLE "auth"."sso_links" ADD CONSTRAINT "sso_links_login_id_logins_id_fk" FOREIGN KEY ("login_id") REFERENCES "auth"."logins"("id") ON DELETE no action ON UPDATE no action;