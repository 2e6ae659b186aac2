ALTER TABLE "app"."invitations" ADD CONSTRAINT "invitations_orgId_id_unique" UNIQUE("org_id","id");--> statement-breakpoint
CREATE TABLE "app"."access_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"member_id" uuid,
	"invitation_id" uuid,
	"role" text NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"opens_at" timestamp with time zone,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"done_at" timestamp with time zone,
	CONSTRAINT "access_changes_orgId_id_unique" UNIQUE("org_id","id"),
	CONSTRAINT "access_changes_orgId_invitationId_unique" UNIQUE("org_id","invitation_id")
);
--> statement-breakpoint
ALTER TABLE "app"."audit_alerts" ADD COLUMN "by_id" uuid;--> statement-breakpoint
ALTER TABLE "app"."access_changes" ADD CONSTRAINT "access_changes_org_id_invitation_id_invitations_org_id_id_fk" FOREIGN KEY ("org_id","invitation_id") REFERENCES "app"."invitations"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."access_changes" ADD CONSTRAINT "access_changes_org_id_member_id_members_org_id_id_fk" FOREIGN KEY ("org_id","member_id") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."access_changes" ADD CONSTRAINT "access_changes_org_id_asked_by_members_org_id_id_fk" FOREIGN KEY ("org_id","asked_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."access_changes" ADD CONSTRAINT "access_changes_org_id_decided_by_members_org_id_id_fk" FOREIGN KEY ("org_id","decided_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "access_changes_org_id_state_index" ON "app"."access_changes" USING btree ("org_id","state");--> statement-breakpoint
ALTER TABLE "app"."audit_alerts" ADD CONSTRAINT "audit_alerts_org_id_by_id_members_org_id_id_fk" FOREIGN KEY ("org_id","by_id") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "entries_asked" ON "audit"."entries" USING btree ("org_id","subject_id") WHERE action in ('export.asked', 'erasure.asked', 'look.asked', 'packet.drafted', 'first_link.made', 'liaison.added', 'liaison.amended', 'member.access_asked');