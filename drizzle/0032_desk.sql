CREATE TABLE "app"."assignment_batches" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"to_member" uuid NOT NULL,
	"reason" text NOT NULL,
	"key_id" uuid NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"total" integer NOT NULL,
	CONSTRAINT "assignment_batches_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."assignment_rows" (
	"org_id" uuid NOT NULL,
	"batch_id" uuid NOT NULL,
	"asked_id" uuid NOT NULL,
	"place" integer NOT NULL,
	"case_id" uuid,
	"result" text,
	"done_at" timestamp with time zone,
	CONSTRAINT "assignment_rows_batch_id_asked_id_pk" PRIMARY KEY("batch_id","asked_id")
);
--> statement-breakpoint
CREATE TABLE "app"."case_flags" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"message" text NOT NULL,
	"look_on" date,
	"raised_by" uuid NOT NULL,
	"raised_at" timestamp with time zone NOT NULL,
	"resolved_by" uuid,
	"resolved_at" timestamp with time zone,
	"resolution" text,
	CONSTRAINT "case_flags_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."case_offers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"key_id" uuid NOT NULL,
	"code" text NOT NULL,
	"pseudonym" text NOT NULL,
	"risk" text NOT NULL,
	"offered_by" uuid NOT NULL,
	"offered_to" uuid NOT NULL,
	"offered_at" timestamp with time zone NOT NULL,
	"reason" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"settled_at" timestamp with time zone,
	"settled_by" uuid,
	"answer" text,
	CONSTRAINT "case_offers_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."case_owners" (
	"case_id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"owner_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."case_reviews" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"note" text NOT NULL,
	"wants_answer" boolean DEFAULT false NOT NULL,
	"written_by" uuid NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	"turn" text,
	"closed_at" timestamp with time zone,
	"closed_by" uuid,
	CONSTRAINT "case_reviews_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."leaves" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"cover_id" uuid NOT NULL,
	"from_on" date NOT NULL,
	"until_on" date NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_by" uuid,
	CONSTRAINT "leaves_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."member_grants" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"permission" text NOT NULL,
	"reason" text NOT NULL,
	"key_id" uuid NOT NULL,
	"granted_by" uuid NOT NULL,
	"granted_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_by" uuid
);
--> statement-breakpoint
CREATE TABLE "app"."review_replies" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"review_id" uuid NOT NULL,
	"words" text NOT NULL,
	"said_by" uuid NOT NULL,
	"said_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "app"."assignment_batches" ADD CONSTRAINT "assignment_batches_org_id_to_member_members_org_id_id_fk" FOREIGN KEY ("org_id","to_member") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."assignment_batches" ADD CONSTRAINT "assignment_batches_org_id_asked_by_members_org_id_id_fk" FOREIGN KEY ("org_id","asked_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."assignment_batches" ADD CONSTRAINT "assignment_batches_org_id_key_id_data_keys_org_id_id_fk" FOREIGN KEY ("org_id","key_id") REFERENCES "app"."data_keys"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."assignment_rows" ADD CONSTRAINT "assignment_rows_org_id_batch_id_assignment_batches_org_id_id_fk" FOREIGN KEY ("org_id","batch_id") REFERENCES "app"."assignment_batches"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."assignment_rows" ADD CONSTRAINT "assignment_rows_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."case_flags" ADD CONSTRAINT "case_flags_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."case_flags" ADD CONSTRAINT "case_flags_org_id_raised_by_members_org_id_id_fk" FOREIGN KEY ("org_id","raised_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."case_flags" ADD CONSTRAINT "case_flags_org_id_resolved_by_members_org_id_id_fk" FOREIGN KEY ("org_id","resolved_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."case_offers" ADD CONSTRAINT "case_offers_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."case_offers" ADD CONSTRAINT "case_offers_org_id_key_id_data_keys_org_id_id_fk" FOREIGN KEY ("org_id","key_id") REFERENCES "app"."data_keys"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."case_offers" ADD CONSTRAINT "case_offers_org_id_offered_by_members_org_id_id_fk" FOREIGN KEY ("org_id","offered_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."case_offers" ADD CONSTRAINT "case_offers_org_id_offered_to_members_org_id_id_fk" FOREIGN KEY ("org_id","offered_to") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."case_offers" ADD CONSTRAINT "case_offers_org_id_settled_by_members_org_id_id_fk" FOREIGN KEY ("org_id","settled_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."case_owners" ADD CONSTRAINT "case_owners_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."case_owners" ADD CONSTRAINT "case_owners_org_id_owner_id_members_org_id_id_fk" FOREIGN KEY ("org_id","owner_id") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."case_reviews" ADD CONSTRAINT "case_reviews_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."case_reviews" ADD CONSTRAINT "case_reviews_org_id_written_by_members_org_id_id_fk" FOREIGN KEY ("org_id","written_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."case_reviews" ADD CONSTRAINT "case_reviews_org_id_closed_by_members_org_id_id_fk" FOREIGN KEY ("org_id","closed_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."leaves" ADD CONSTRAINT "leaves_org_id_member_id_members_org_id_id_fk" FOREIGN KEY ("org_id","member_id") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."leaves" ADD CONSTRAINT "leaves_org_id_cover_id_members_org_id_id_fk" FOREIGN KEY ("org_id","cover_id") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."leaves" ADD CONSTRAINT "leaves_org_id_made_by_members_org_id_id_fk" FOREIGN KEY ("org_id","made_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."leaves" ADD CONSTRAINT "leaves_org_id_ended_by_members_org_id_id_fk" FOREIGN KEY ("org_id","ended_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."member_grants" ADD CONSTRAINT "member_grants_org_id_member_id_members_org_id_id_fk" FOREIGN KEY ("org_id","member_id") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."member_grants" ADD CONSTRAINT "member_grants_org_id_granted_by_members_org_id_id_fk" FOREIGN KEY ("org_id","granted_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."member_grants" ADD CONSTRAINT "member_grants_org_id_ended_by_members_org_id_id_fk" FOREIGN KEY ("org_id","ended_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."member_grants" ADD CONSTRAINT "member_grants_org_id_key_id_data_keys_org_id_id_fk" FOREIGN KEY ("org_id","key_id") REFERENCES "app"."data_keys"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."review_replies" ADD CONSTRAINT "review_replies_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."review_replies" ADD CONSTRAINT "review_replies_org_id_review_id_case_reviews_org_id_id_fk" FOREIGN KEY ("org_id","review_id") REFERENCES "app"."case_reviews"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."review_replies" ADD CONSTRAINT "review_replies_org_id_said_by_members_org_id_id_fk" FOREIGN KEY ("org_id","said_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "assignment_batches_org_id_asked_by_index" ON "app"."assignment_batches" USING btree ("org_id","asked_by");--> statement-breakpoint
CREATE INDEX "case_flags_org_id_case_id_index" ON "app"."case_flags" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "case_offers_one_open" ON "app"."case_offers" USING btree ("case_id") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "case_offers_org_id_offered_to_index" ON "app"."case_offers" USING btree ("org_id","offered_to");--> statement-breakpoint
CREATE INDEX "case_offers_org_id_case_id_index" ON "app"."case_offers" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "case_owners_org_id_owner_id_index" ON "app"."case_owners" USING btree ("org_id","owner_id");--> statement-breakpoint
CREATE INDEX "case_reviews_org_id_case_id_written_at_index" ON "app"."case_reviews" USING btree ("org_id","case_id","written_at");--> statement-breakpoint
CREATE INDEX "leaves_org_id_cover_id_index" ON "app"."leaves" USING btree ("org_id","cover_id");--> statement-breakpoint
CREATE INDEX "leaves_org_id_member_id_index" ON "app"."leaves" USING btree ("org_id","member_id");--> statement-breakpoint
CREATE UNIQUE INDEX "member_grants_one_live" ON "app"."member_grants" USING btree ("member_id","permission") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "review_replies_org_id_review_id_index" ON "app"."review_replies" USING btree ("org_id","review_id");