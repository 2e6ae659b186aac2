CREATE TABLE "auth"."pairing_keys" (
	"hash" "bytea" PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"pairing_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."captures" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"pairing_id" uuid NOT NULL,
	"address" text NOT NULL,
	"title" text,
	"canonical" text,
	"account_id" text,
	"handle" text,
	"post_id" text,
	"platform" text,
	"captured_at" timestamp with time zone NOT NULL,
	"captured_zone" text NOT NULL,
	"clock_offset" bigint NOT NULL,
	"browser" text NOT NULL,
	"device" text NOT NULL,
	"extension_version" text NOT NULL,
	"parts" jsonb NOT NULL,
	"captured_by" uuid NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	CONSTRAINT "captures_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."pairings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"code_hash" "bytea" NOT NULL,
	"token_hash" "bytea",
	"made_at" timestamp with time zone NOT NULL,
	"code_until" timestamp with time zone NOT NULL,
	"begun_at" timestamp with time zone,
	"browser" text,
	"until" timestamp with time zone,
	"ended_at" timestamp with time zone,
	CONSTRAINT "pairings_codeHash_unique" UNIQUE("code_hash"),
	CONSTRAINT "pairings_tokenHash_unique" UNIQUE("token_hash"),
	CONSTRAINT "pairings_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
ALTER TABLE "app"."exhibits" ADD COLUMN "capture_id" uuid;--> statement-breakpoint
ALTER TABLE "app"."exhibits" ADD COLUMN "capture_part" text;--> statement-breakpoint
ALTER TABLE "app"."uploads" ADD COLUMN "capture_id" uuid;--> statement-breakpoint
ALTER TABLE "app"."uploads" ADD COLUMN "capture_part" text;--> statement-breakpoint
ALTER TABLE "app"."captures" ADD CONSTRAINT "captures_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."captures" ADD CONSTRAINT "captures_org_id_pairing_id_pairings_org_id_id_fk" FOREIGN KEY ("org_id","pairing_id") REFERENCES "app"."pairings"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."captures" ADD CONSTRAINT "captures_org_id_captured_by_members_org_id_id_fk" FOREIGN KEY ("org_id","captured_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."pairings" ADD CONSTRAINT "pairings_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."pairings" ADD CONSTRAINT "pairings_org_id_member_id_members_org_id_id_fk" FOREIGN KEY ("org_id","member_id") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "captures_org_id_case_id_index" ON "app"."captures" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "pairings_org_id_case_id_index" ON "app"."pairings" USING btree ("org_id","case_id");--> statement-breakpoint
ALTER TABLE "app"."exhibits" ADD CONSTRAINT "exhibits_org_id_capture_id_captures_org_id_id_fk" FOREIGN KEY ("org_id","capture_id") REFERENCES "app"."captures"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."uploads" ADD CONSTRAINT "uploads_org_id_capture_id_captures_org_id_id_fk" FOREIGN KEY ("org_id","capture_id") REFERENCES "app"."captures"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "exhibits_capture_id_index" ON "app"."exhibits" USING btree ("capture_id");