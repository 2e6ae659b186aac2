-- A version of a transcript has lines, a language, the hash that its exhibit has, and the next number; what takes one back
-- names the newest version and says nothing else.
create function app.keep_transcript() returns trigger language plpgsql set search_path = pg_catalog as $$
declare
  newest record;
begin
  if ctx.role() is null or ctx.role() = 'service' then return new; end if;
  perform 1 from app.exhibits e where e.org_id = new.org_id and e.id = new.exhibit_id and e.case_id = new.case_id
    and (new.withdraws is not null or e.sha256 = new.sha256);
  if not found then raise exception 'no such exhibit' using errcode = '42501'; end if;
  select t.id, t.version, t.withdraws into newest from app.transcripts t
    where t.org_id = new.org_id and t.exhibit_id = new.exhibit_id order by t.version desc limit 1;
  if new.version <> coalesce(newest.version, 0) + 1 then
    raise exception 'not the next version' using errcode = '42501';
  end if;
  if new.withdraws is null then
    if num_nulls(new.sha256, new.language, new.lines) > 0 then
      raise exception 'a transcript has lines and a language' using errcode = '42501';
    end if;
    return new;
  end if;
  if newest.id is distinct from new.withdraws or newest.withdraws is not null
    or num_nonnulls(new.sha256, new.language, new.lines) > 0 then
    raise exception 'only the newest transcript is taken back' using errcode = '42501';
  end if;
  return new;
end $$;
