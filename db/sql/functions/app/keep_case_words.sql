-- Whoever changes a case or a number, an officer too, the words follow in the same transaction; nobody else writes
-- them.
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
