-- A cover has words, what they are of, and an exhibit of its case; what takes one back names a cover of the same
-- exhibit and says nothing else.
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
