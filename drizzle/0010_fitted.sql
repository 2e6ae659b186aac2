CREATE TABLE "app"."custom_roles" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"role" text NOT NULL,
	"name" text NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "custom_roles_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."role_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"role" text NOT NULL,
	"custom_role_id" uuid,
	"member_id" uuid,
	"taken" text[] DEFAULT '{}' NOT NULL,
	"given" text[] DEFAULT '{}' NOT NULL,
	"own_only" boolean DEFAULT false NOT NULL,
	"open_only" boolean DEFAULT false NOT NULL,
	"max_days" integer,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"opens_at" timestamp with time zone,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"in_force_at" timestamp with time zone,
	CONSTRAINT "role_changes_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
ALTER TABLE "app"."invitations" ADD COLUMN "custom_role_id" uuid;--> statement-breakpoint
ALTER TABLE "app"."members" ADD COLUMN "custom_role_id" uuid;--> statement-breakpoint
ALTER TABLE "app"."members" ADD COLUMN "lacks" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."custom_roles" ADD CONSTRAINT "custom_roles_org_id_made_by_members_org_id_id_fk" FOREIGN KEY ("org_id","made_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."role_changes" ADD CONSTRAINT "role_changes_org_id_custom_role_id_custom_roles_org_id_id_fk" FOREIGN KEY ("org_id","custom_role_id") REFERENCES "app"."custom_roles"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."role_changes" ADD CONSTRAINT "role_changes_org_id_member_id_members_org_id_id_fk" FOREIGN KEY ("org_id","member_id") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."role_changes" ADD CONSTRAINT "role_changes_org_id_asked_by_members_org_id_id_fk" FOREIGN KEY ("org_id","asked_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."role_changes" ADD CONSTRAINT "role_changes_org_id_decided_by_members_org_id_id_fk" FOREIGN KEY ("org_id","decided_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "custom_roles_one_name" ON "app"."custom_roles" USING btree ("org_id",lower("name"));--> statement-breakpoint
CREATE INDEX "role_changes_org_id_state_index" ON "app"."role_changes" USING btree ("org_id","state");--> statement-breakpoint
CREATE UNIQUE INDEX "role_changes_one_waiting" ON "app"."role_changes" USING btree ("org_id","role",coalesce("custom_role_id", "org_id")) WHERE state = 'waiting' and kind = 'rules';--> statement-breakpoint
CREATE UNIQUE INDEX "role_changes_one_waiting_member" ON "app"."role_changes" USING btree ("org_id","member_id") WHERE state = 'waiting' and kind = 'assign';