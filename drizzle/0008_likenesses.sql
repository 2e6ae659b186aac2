CREATE TABLE "app"."likenesses" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"exhibit_id" uuid NOT NULL,
	"method" text NOT NULL,
	"outline" text,
	"cells" text,
	"near_to" uuid,
	"cropped" boolean NOT NULL,
	"mirrored" boolean NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "likenesses_orgId_id_unique" UNIQUE("org_id","id"),
	CONSTRAINT "likenesses_orgId_exhibitId_unique" UNIQUE("org_id","exhibit_id")
);
--> statement-breakpoint
ALTER TABLE "app"."likenesses" ADD CONSTRAINT "likenesses_org_id_exhibit_id_exhibits_org_id_id_fk" FOREIGN KEY ("org_id","exhibit_id") REFERENCES "app"."exhibits"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."likenesses" ADD CONSTRAINT "likenesses_org_id_near_to_exhibits_org_id_id_fk" FOREIGN KEY ("org_id","near_to") REFERENCES "app"."exhibits"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "likenesses_org_id_case_id_index" ON "app"."likenesses" USING btree ("org_id","case_id");