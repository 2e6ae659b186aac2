-- Saved views, what a person chose for their list, editions of records, and the words by which cases are found.
do $$
declare
  people text := '(select ctx.role() in (''caseworker'', ''supervisor'', ''admin'', ''service''))';
  inside text := '(select ctx.role() in (''caseworker'', ''supervisor''))';
  supervisor text := '(select ctx.role() = ''supervisor'')';
  service text := '(select ctx.role() = ''service'')';
  me text := '(member_id = (select ctx.member()))';
  mine text := '((select ctx.role() in (''supervisor'', ''service'')) or ((select ctx.role() = ''caseworker'')'
    || ' and case_id in (select ctx.my_cases())))';
begin
  perform ctx.wall('app.saved_views', 'org_id',
    inside || ' and (' || me || ' or (shared and (removed_at is null or ' || supervisor || ')))',
    inside || ' and ((' || me || ' and not shared) or (shared and ' || supervisor || '))', false);
  perform ctx.wall('app.list_choices', 'org_id', inside || ' and ' || me, inside || ' and ' || me, false);
  perform ctx.wall('app.editions', 'org_id', people, people, false);
  perform ctx.wall('app.case_words', 'org_id', mine, service, false);
end $$;
--> statement-breakpoint
-- Behind a policy Postgres uses an index only for comparisons that leak nothing. ILIKE, and with it a trigram index,
-- is not one of them; "not before, and before the next" is. So words are rows, and no extension is needed.
create index case_words_word on app.case_words (org_id, word collate "C", case_id);
--> statement-breakpoint
-- Small letters without accents, cut at spaces and signs. lib/search/rules.ts cuts what is typed in the same way.
create function app.words_of(t text) returns setof text language sql immutable set search_path = pg_catalog as $$
  select distinct left(w, 80) from regexp_split_to_table(
    lower(regexp_replace(normalize(coalesce(t, ''), NFKD), '[\u0300-\u036f]', '', 'g')),
    '[\s!-/:-@\[-`{-~\u00a0-\u00bf\u2000-\u206f]+') w
  where w <> '' $$;
--> statement-breakpoint
-- A word with a digit also stands from its end, because people read out the last digits; a number also without signs.
create function app.search_words(t text, number text) returns setof text
language sql immutable set search_path = pg_catalog as $$
  with said as (
    select w from app.words_of(t) w
    union select w from app.words_of(regexp_replace(coalesce(number, ''), '[^[:alnum:]]', '', 'g')) w)
  select w from said union select '~' || reverse(w) from said where w ~ '[0-9]' and length(w) > 3 $$;
--> statement-breakpoint
-- Whoever changes a case or a number, an officer too, the words follow in the same transaction; nobody else writes them.
create function app.keep_case_words() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare o uuid := ctx.org(); m uuid := ctx.member(); r text := ctx.role(); c uuid; t text; n text;
begin
  if tg_table_name = 'cases' then
    c := new.id; n := new.code; t := concat_ws(' ', new.code, new.pseudonym, new.matter);
  else
    c := new.case_id;
    if new.state = 'issued' and not (new.warnings @> array['secret']) then
      n := coalesce(new.canonical, new.raw); t := concat_ws(' ', new.raw, new.canonical);
    end if;
  end if;
  perform ctx.put(new.org_id, m, 'service');
  delete from app.case_words w where w.org_id = new.org_id and w.source_id = new.id;
  insert into app.case_words (org_id, case_id, source_id, word)
  select new.org_id, c, new.id, w from app.search_words(t, n) w;
  if r is null then perform set_config('app.ctx', '', true), set_config('app.sig', '', true);
  else perform ctx.put(o, m, r); end if;
  return null;
end $$;
--> statement-breakpoint
create trigger keep_case_words after insert or update of code, pseudonym, matter on app.cases
for each row execute function app.keep_case_words();
--> statement-breakpoint
create trigger keep_case_words after insert or update of state, raw, canonical, warnings on app."references"
for each row execute function app.keep_case_words();
--> statement-breakpoint
-- The cases of before are found too.
alter table app.cases no force row level security;
--> statement-breakpoint
alter table app."references" no force row level security;
--> statement-breakpoint
alter table app.case_words no force row level security;
--> statement-breakpoint
insert into app.case_words (org_id, case_id, source_id, word)
select c.org_id, c.id, c.id, w
from app.cases c, app.search_words(concat_ws(' ', c.code, c.pseudonym, c.matter), c.code) w;
--> statement-breakpoint
insert into app.case_words (org_id, case_id, source_id, word)
select r.org_id, r.case_id, r.id, w
from app."references" r, app.search_words(concat_ws(' ', r.raw, r.canonical), coalesce(r.canonical, r.raw)) w
where r.state = 'issued' and not (r.warnings @> array['secret']);
--> statement-breakpoint
alter table app.case_words force row level security;
--> statement-breakpoint
alter table app."references" force row level security;
--> statement-breakpoint
alter table app.cases force row level security;
