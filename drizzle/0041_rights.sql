CREATE TABLE "app"."breach_notices" (
	"org_id" uuid NOT NULL,
	"breach_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"shown_by" text[] NOT NULL,
	"words" text,
	"drafted_by" uuid,
	"drafted_at" timestamp with time zone,
	"reviewed_by" uuid,
	"reviewed_at" timestamp with time zone,
	"reviewed_edition" integer,
	"sent_by" uuid,
	"sent_on" date,
	CONSTRAINT "breach_notices_breach_id_client_id_pk" PRIMARY KEY("breach_id","client_id")
);
--> statement-breakpoint
CREATE TABLE "app"."breaches" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"key_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"discovered_at" timestamp with time zone NOT NULL,
	"zone" text NOT NULL,
	"categories" text[] NOT NULL,
	"words" text NOT NULL,
	"member_id" uuid,
	"from_at" timestamp with time zone,
	"until_at" timestamp with time zone,
	"case_ids" uuid[],
	"affected" integer,
	"counted_at" timestamp with time zone,
	"regulator_told_on" date,
	"regulator_reference" text,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "breaches_orgId_id_unique" UNIQUE("org_id","id"),
	CONSTRAINT "breaches_orgId_number_unique" UNIQUE("org_id","number")
);
--> statement-breakpoint
CREATE TABLE "app"."erasure_requests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"of" text NOT NULL,
	"erased_id" uuid NOT NULL,
	"code" text NOT NULL,
	"ground" text NOT NULL,
	"reason" text,
	"key_id" uuid NOT NULL,
	"with_client" boolean DEFAULT false NOT NULL,
	"state" text NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"also" uuid[] DEFAULT '{}' NOT NULL,
	"erased_at" timestamp with time zone,
	"done_at" timestamp with time zone,
	CONSTRAINT "erasure_requests_orgId_id_unique" UNIQUE("org_id","id"),
	CONSTRAINT "erasure_requests_two_people" CHECK (state in ('waiting', 'refused', 'stopped') or (decided_by is not null and decided_by <> asked_by))
);
--> statement-breakpoint
CREATE TABLE "app"."erasures" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"of" text NOT NULL,
	"erased_id" uuid NOT NULL,
	"code" text NOT NULL,
	"key_ids" uuid[] NOT NULL,
	"ground" text NOT NULL,
	"asked_by" uuid NOT NULL,
	"released_by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"seers" uuid[] NOT NULL,
	CONSTRAINT "erasures_orgId_erasedId_unique" UNIQUE("org_id","erased_id")
);
--> statement-breakpoint
CREATE TABLE "app"."holds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"placed_by" uuid NOT NULL,
	"placed_at" timestamp with time zone NOT NULL,
	"lifted_by" uuid,
	"lifted_at" timestamp with time zone,
	"lift_reason" text,
	CONSTRAINT "holds_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."retention_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"decide_on" date NOT NULL,
	"reason" text NOT NULL,
	"changed_by" uuid NOT NULL,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "app"."organisations" ADD COLUMN "keep_years" integer;--> statement-breakpoint
ALTER TABLE "app"."breach_notices" ADD CONSTRAINT "breach_notices_org_id_breach_id_breaches_org_id_id_fk" FOREIGN KEY ("org_id","breach_id") REFERENCES "app"."breaches"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."breach_notices" ADD CONSTRAINT "breach_notices_org_id_client_id_clients_org_id_id_fk" FOREIGN KEY ("org_id","client_id") REFERENCES "app"."clients"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."breach_notices" ADD CONSTRAINT "breach_notices_org_id_drafted_by_members_org_id_id_fk" FOREIGN KEY ("org_id","drafted_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."breach_notices" ADD CONSTRAINT "breach_notices_org_id_reviewed_by_members_org_id_id_fk" FOREIGN KEY ("org_id","reviewed_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."breach_notices" ADD CONSTRAINT "breach_notices_org_id_sent_by_members_org_id_id_fk" FOREIGN KEY ("org_id","sent_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."breaches" ADD CONSTRAINT "breaches_org_id_key_id_data_keys_org_id_id_fk" FOREIGN KEY ("org_id","key_id") REFERENCES "app"."data_keys"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."breaches" ADD CONSTRAINT "breaches_org_id_member_id_members_org_id_id_fk" FOREIGN KEY ("org_id","member_id") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."breaches" ADD CONSTRAINT "breaches_org_id_recorded_by_members_org_id_id_fk" FOREIGN KEY ("org_id","recorded_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."erasure_requests" ADD CONSTRAINT "erasure_requests_org_id_asked_by_members_org_id_id_fk" FOREIGN KEY ("org_id","asked_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."erasure_requests" ADD CONSTRAINT "erasure_requests_org_id_decided_by_members_org_id_id_fk" FOREIGN KEY ("org_id","decided_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."erasures" ADD CONSTRAINT "erasures_org_id_request_id_erasure_requests_org_id_id_fk" FOREIGN KEY ("org_id","request_id") REFERENCES "app"."erasure_requests"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."erasures" ADD CONSTRAINT "erasures_org_id_asked_by_members_org_id_id_fk" FOREIGN KEY ("org_id","asked_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."erasures" ADD CONSTRAINT "erasures_org_id_released_by_members_org_id_id_fk" FOREIGN KEY ("org_id","released_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."holds" ADD CONSTRAINT "holds_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."holds" ADD CONSTRAINT "holds_org_id_placed_by_members_org_id_id_fk" FOREIGN KEY ("org_id","placed_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."holds" ADD CONSTRAINT "holds_org_id_lifted_by_members_org_id_id_fk" FOREIGN KEY ("org_id","lifted_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."retention_changes" ADD CONSTRAINT "retention_changes_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."retention_changes" ADD CONSTRAINT "retention_changes_org_id_changed_by_members_org_id_id_fk" FOREIGN KEY ("org_id","changed_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "breach_notices_org_id_client_id_index" ON "app"."breach_notices" USING btree ("org_id","client_id");--> statement-breakpoint
CREATE UNIQUE INDEX "erasure_requests_one_live" ON "app"."erasure_requests" USING btree ("org_id","erased_id") WHERE state in ('waiting', 'released', 'erased');--> statement-breakpoint
CREATE INDEX "erasures_org_id_at_index" ON "app"."erasures" USING btree ("org_id","at");--> statement-breakpoint
CREATE INDEX "holds_org_id_case_id_index" ON "app"."holds" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "holds_one_live" ON "app"."holds" USING btree ("case_id") WHERE lifted_at is null;--> statement-breakpoint
CREATE INDEX "retention_changes_org_id_case_id_index" ON "app"."retention_changes" USING btree ("org_id","case_id");