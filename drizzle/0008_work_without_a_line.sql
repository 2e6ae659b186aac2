CREATE TABLE "app"."arrivals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"made_zone" text NOT NULL,
	"arrived_at" timestamp with time zone NOT NULL,
	"state" text NOT NULL,
	"key_id" uuid NOT NULL,
	"body" text,
	"size" bigint,
	"sha256" text,
	"file_id" uuid,
	"decided_at" timestamp with time zone,
	CONSTRAINT "arrivals_orgId_id_unique" UNIQUE("org_id","id"),
	CONSTRAINT "arrivals_orgId_fileId_unique" UNIQUE("org_id","file_id")
);
--> statement-breakpoint
CREATE TABLE "auth"."offline_keys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"login_id" uuid NOT NULL,
	"org_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"wrapped" text,
	"made_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "app"."organisations" ADD COLUMN "works_offline" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."arrivals" ADD CONSTRAINT "arrivals_org_id_member_id_members_org_id_id_fk" FOREIGN KEY ("org_id","member_id") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."arrivals" ADD CONSTRAINT "arrivals_org_id_key_id_data_keys_org_id_id_fk" FOREIGN KEY ("org_id","key_id") REFERENCES "app"."data_keys"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."offline_keys" ADD CONSTRAINT "offline_keys_login_id_logins_id_fk" FOREIGN KEY ("login_id") REFERENCES "auth"."logins"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "arrivals_org_id_member_id_state_index" ON "app"."arrivals" USING btree ("org_id","member_id","state");--> statement-breakpoint
CREATE INDEX "offline_keys_login_id_index" ON "auth"."offline_keys" USING btree ("login_id");