CREATE TABLE "app"."clearances" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"exhibit_id" uuid NOT NULL,
	"page" integer NOT NULL,
	"sha256" text NOT NULL,
	"found" text NOT NULL,
	"reason" text,
	"looked_by" uuid NOT NULL,
	"looked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "clearances_orgId_id_unique" UNIQUE("org_id","id")
);
--> statement-breakpoint
ALTER TABLE "app"."clearances" ADD CONSTRAINT "clearances_org_id_exhibit_id_exhibits_org_id_id_fk" FOREIGN KEY ("org_id","exhibit_id") REFERENCES "app"."exhibits"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."clearances" ADD CONSTRAINT "clearances_org_id_looked_by_members_org_id_id_fk" FOREIGN KEY ("org_id","looked_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "clearances_org_id_case_id_index" ON "app"."clearances" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "clearances_org_id_exhibit_id_index" ON "app"."clearances" USING btree ("org_id","exhibit_id");
--> statement-breakpoint
-- Who looked at what leaves, behind the walls of its case: said in one's own name, by nobody for somebody else, and
-- never taken back. A job looks at nothing.
do $$
declare
  mine text := '((select ctx.role() in (''supervisor'', ''service'')) or ((select ctx.role() = ''caseworker'')'
    || ' and case_id in (select ctx.my_cases())))';
begin
  perform ctx.wall('app.clearances', 'org_id', mine, mine || ' and looked_by = (select ctx.member())', true);
  perform ctx.let_erase('app.clearances', 'case_id');
end $$;
--> statement-breakpoint
create policy look on app.clearances for select using (org_id = (select ctx.org())
  and (select ctx.role() = 'caseworker') and case_id in (select ctx.looked_cases()));
