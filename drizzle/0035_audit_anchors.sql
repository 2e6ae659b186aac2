CREATE TABLE "app"."audit_alerts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"rule" text NOT NULL,
	"occasion" text NOT NULL,
	"member_id" uuid,
	"count" integer NOT NULL,
	"seq" bigint,
	"raised_at" timestamp with time zone NOT NULL,
	"acknowledged_at" timestamp with time zone,
	"acknowledged_by" uuid,
	CONSTRAINT "audit_alerts_orgId_rule_occasion_unique" UNIQUE("org_id","rule","occasion")
);
--> statement-breakpoint
CREATE TABLE "app"."audit_anchors" (
	"org_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"hash" "bytea" NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"filed_at" timestamp with time zone,
	"token" "bytea",
	"authority" text,
	"gen_time" timestamp with time zone,
	"tries" integer DEFAULT 0 NOT NULL,
	"last_tried_at" timestamp with time zone,
	"problem" text,
	CONSTRAINT "audit_anchors_org_id_seq_pk" PRIMARY KEY("org_id","seq")
);
--> statement-breakpoint
ALTER TABLE "app"."audit_alerts" ADD CONSTRAINT "audit_alerts_org_id_member_id_members_org_id_id_fk" FOREIGN KEY ("org_id","member_id") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."audit_alerts" ADD CONSTRAINT "audit_alerts_org_id_acknowledged_by_members_org_id_id_fk" FOREIGN KEY ("org_id","acknowledged_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_alerts_org_id_acknowledged_at_index" ON "app"."audit_alerts" USING btree ("org_id","acknowledged_at");--> statement-breakpoint
CREATE INDEX "entries_org_id_member_id_seq_index" ON "audit"."entries" USING btree ("org_id","member_id","seq");--> statement-breakpoint
CREATE INDEX "entries_org_id_at_index" ON "audit"."entries" USING btree ("org_id","at");--> statement-breakpoint
CREATE INDEX "entries_case_views" ON "audit"."entries" USING btree ("org_id","at") WHERE action = 'case.viewed';