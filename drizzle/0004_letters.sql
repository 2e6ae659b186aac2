CREATE TABLE "app"."letters" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"direction" text NOT NULL,
	"number" integer NOT NULL,
	"day" date NOT NULL,
	"written_on" date,
	"channel" text NOT NULL,
	"party" text NOT NULL,
	"our_reference" text,
	"their_reference" text,
	"summary" text NOT NULL,
	"step_key" text,
	"part" text DEFAULT '' NOT NULL,
	"reference_id" uuid,
	"exhibit_id" uuid,
	"answers" text NOT NULL,
	"document_id" uuid,
	"dispatch_id" uuid,
	"handover_id" uuid,
	"proof_kind" text,
	"proof" text,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_reason" text,
	CONSTRAINT "letters_orgId_id_unique" UNIQUE("org_id","id"),
	CONSTRAINT "letters_caseId_direction_number_unique" UNIQUE("case_id","direction","number"),
	CONSTRAINT "letters_documentId_unique" UNIQUE("document_id")
);
--> statement-breakpoint
ALTER TABLE "app"."hand_clocks" ADD COLUMN "step_key" text;--> statement-breakpoint
ALTER TABLE "app"."hand_clocks" ADD COLUMN "part" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."step_events" ADD COLUMN "channel" text;--> statement-breakpoint
ALTER TABLE "app"."step_events" ADD COLUMN "with_whom" text;--> statement-breakpoint
ALTER TABLE "app"."letters" ADD CONSTRAINT "letters_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "app"."cases"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."letters" ADD CONSTRAINT "letters_org_id_reference_id_references_org_id_id_fk" FOREIGN KEY ("org_id","reference_id") REFERENCES "app"."references"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."letters" ADD CONSTRAINT "letters_org_id_exhibit_id_exhibits_org_id_id_fk" FOREIGN KEY ("org_id","exhibit_id") REFERENCES "app"."exhibits"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."letters" ADD CONSTRAINT "letters_org_id_document_id_documents_org_id_id_fk" FOREIGN KEY ("org_id","document_id") REFERENCES "app"."documents"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."letters" ADD CONSTRAINT "letters_org_id_dispatch_id_dispatches_org_id_id_fk" FOREIGN KEY ("org_id","dispatch_id") REFERENCES "app"."dispatches"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."letters" ADD CONSTRAINT "letters_org_id_handover_id_handovers_org_id_id_fk" FOREIGN KEY ("org_id","handover_id") REFERENCES "app"."handovers"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."letters" ADD CONSTRAINT "letters_org_id_recorded_by_members_org_id_id_fk" FOREIGN KEY ("org_id","recorded_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "letters_org_id_case_id_index" ON "app"."letters" USING btree ("org_id","case_id");