CREATE TABLE "app"."client_wordings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"language" text NOT NULL,
	"key" text NOT NULL,
	"words" text,
	"speaker" text,
	"english_sha256" text NOT NULL,
	"words_sha256" text NOT NULL,
	"saved_by" uuid NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "client_wordings_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
ALTER TABLE "app"."authorities" ALTER COLUMN "exhibit_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."client_papers" ADD COLUMN "english" text;--> statement-breakpoint
ALTER TABLE "app"."client_papers" ADD COLUMN "terms" text;--> statement-breakpoint
ALTER TABLE "app"."client_papers" ADD COLUMN "unconfirmed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."client_papers" ADD COLUMN "document_id" uuid;--> statement-breakpoint
ALTER TABLE "app"."client_papers" ADD COLUMN "document_version" integer;--> statement-breakpoint
ALTER TABLE "app"."client_papers" ADD COLUMN "recorded_id" uuid;--> statement-breakpoint
ALTER TABLE "app"."client_papers" ADD COLUMN "followed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "app"."client_papers" ADD COLUMN "refused" text;--> statement-breakpoint
ALTER TABLE "app"."client_wordings" ADD CONSTRAINT "client_wordings_org_id_saved_by_members_org_id_id_fk" FOREIGN KEY ("org_id","saved_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "client_wordings_org_id_language_key_saved_at_index" ON "app"."client_wordings" USING btree ("org_id","language","key","saved_at");--> statement-breakpoint
ALTER TABLE "app"."client_papers" ADD CONSTRAINT "client_papers_org_id_document_id_documents_org_id_id_fk" FOREIGN KEY ("org_id","document_id") REFERENCES "app"."documents"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "client_papers_org_id_document_id_index" ON "app"."client_papers" USING btree ("org_id","document_id");