CREATE TABLE "app"."word_covers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"exhibit_id" uuid NOT NULL,
	"lifts" uuid,
	"words" text,
	"kind" text,
	"reason" text,
	"place" integer,
	"reading" uuid,
	"made_by" uuid NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "word_covers_orgId_id_unique" UNIQUE("org_id","id"),
	CONSTRAINT "word_covers_orgId_lifts_unique" UNIQUE("org_id","lifts")
);
--> statement-breakpoint
ALTER TABLE "app"."word_covers" ADD CONSTRAINT "word_covers_org_id_exhibit_id_exhibits_org_id_id_fk" FOREIGN KEY ("org_id","exhibit_id") REFERENCES "app"."exhibits"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."word_covers" ADD CONSTRAINT "word_covers_org_id_made_by_members_org_id_id_fk" FOREIGN KEY ("org_id","made_by") REFERENCES "app"."members"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "word_covers_org_id_case_id_index" ON "app"."word_covers" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "word_covers_org_id_exhibit_id_index" ON "app"."word_covers" USING btree ("org_id","exhibit_id");
--> statement-breakpoint
-- What a packet prints covered, behind the walls of its case: added and taken back in one's own name, and never altered.
-- A job covers nothing.
do $$
declare
  mine text := '((select ctx.role() in (''supervisor'', ''service'')) or ((select ctx.role() = ''caseworker'')'
    || ' and case_id in (select ctx.my_cases())))';
begin
  perform ctx.wall('app.word_covers', 'org_id', mine, mine || ' and made_by = (select ctx.member())', true);
  perform ctx.let_erase('app.word_covers', 'case_id');
end $$;
--> statement-breakpoint
create policy look on app.word_covers for select using (org_id = (select ctx.org())
  and (select ctx.role() = 'caseworker') and case_id in (select ctx.looked_cases()));
--> statement-breakpoint
-- A cover has words, what they are of, and an exhibit of its case; what takes one back names a cover of the same exhibit
-- and says nothing else.
create function app.keep_word_cover() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if ctx.role() is null or ctx.role() = 'service' then return new; end if;
  perform 1 from app.exhibits e where e.org_id = new.org_id and e.id = new.exhibit_id and e.case_id = new.case_id;
  if not found then raise exception 'no such exhibit' using errcode = '42501'; end if;
  if new.lifts is null then
    if new.words is null or new.kind is null then
      raise exception 'a cover has words' using errcode = '42501';
    end if;
    return new;
  end if;
  perform 1 from app.word_covers c where c.org_id = new.org_id and c.id = new.lifts and c.lifts is null
    and c.exhibit_id = new.exhibit_id;
  if not found or num_nonnulls(new.words, new.kind, new.reason, new.place, new.reading) > 0 then
    raise exception 'only a cover is taken back' using errcode = '42501';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger keep_word_cover before insert on app.word_covers
  for each row execute function app.keep_word_cover();
