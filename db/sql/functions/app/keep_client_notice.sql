-- A person asks for it; the worker says what became of it.
create function app.keep_client_notice() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if tg_op = 'INSERT' then
    if new.sent_at is not null or new.refused is not null then
      raise exception 'a notice is asked for before it is sent' using errcode = '42501';
    end if;
    return new;
  end if;
  if ctx.role() <> 'service' or old.sent_at is not null
    or (old.id, old.case_id, old.channel, old.language, old.asked_by, old.asked_at, old.not_before)
      is distinct from (new.id, new.case_id, new.channel, new.language, new.asked_by, new.asked_at, new.not_before) then
    raise exception 'the worker says what became of a notice' using errcode = '42501';
  end if;
  return new;
end $$;
