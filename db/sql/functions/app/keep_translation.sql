-- A translation has words, a place, who made it and an exhibit of its case, and its signed paper is an exhibit of the
-- same case; what takes one back names a translation of the same exhibit and says nothing else.
create function app.keep_translation() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if ctx.role() is null or ctx.role() = 'service' then return new; end if;
  perform 1 from app.exhibits e where e.org_id = new.org_id and e.id = new.exhibit_id and e.case_id = new.case_id;
  if not found then raise exception 'no such exhibit' using errcode = '42501'; end if;
  if new.withdraws is null then
    if num_nulls(new.of, new.from_no, new.to_no, new.original, new.words, new.language, new.translator, new.sworn) > 0 then
      raise exception 'a translation has words and a translator' using errcode = '42501';
    end if;
    if new.signed_in is not null then
      perform 1 from app.exhibits e
        where e.org_id = new.org_id and e.id = new.signed_in and e.case_id = new.case_id and e.id <> new.exhibit_id;
      if not found then raise exception 'no such signed translation' using errcode = '42501'; end if;
    end if;
    return new;
  end if;
  perform 1 from app.translations c where c.org_id = new.org_id and c.id = new.withdraws and c.withdraws is null
    and c.exhibit_id = new.exhibit_id;
  if not found or num_nonnulls(new.of, new.from_no, new.to_no, new.reading, new.original, new.words, new.language,
    new.translator, new.standing, new.sworn, new.translated_on, new.signed_in) > 0 then
    raise exception 'only a translation is taken back' using errcode = '42501';
  end if;
  return new;
end $$;
