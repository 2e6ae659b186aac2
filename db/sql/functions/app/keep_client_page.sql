-- A page stays what it was made as, and ends once. What happens at its door is written by the functions of the door; the
-- client herself leaves news and nothing else.
create function app.keep_client_page() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if tg_op = 'INSERT' then
    if new.made_by is distinct from ctx.member() or new.ended_at is not null or new.wrong_pins <> 0
      or new.last_visit_at is not null then
      raise exception 'a page is made by whoever gives it' using errcode = '42501';
    end if;
    return new;
  end if;
  if (old.id, old.case_id, old.key_id, old.language, old.secret_hash, old.pin_hash, old.agreed_on, old.made_by, old.made_at,
      old.expires_at)
    is distinct from (new.id, new.case_id, new.key_id, new.language, new.secret_hash, new.pin_hash, new.agreed_on,
      new.made_by, new.made_at, new.expires_at)
    or (old.ended_at is not null and (old.ended_at, old.ended_by) is distinct from (new.ended_at, new.ended_by)) then
    raise exception 'a page stays as it was made' using errcode = '42501';
  end if;
  if ctx.role() <> 'service' and (old.wrong_pins, old.last_visit_at) is distinct from (new.wrong_pins, new.last_visit_at) then
    raise exception 'the door writes what happens at the door' using errcode = '42501';
  end if;
  if ctx.role() = 'client' and (old.ended_at, old.ended_by, old.seen_at)
    is distinct from (new.ended_at, new.ended_by, new.seen_at) then
    raise exception 'a client leaves news alone' using errcode = '42501';
  end if;
  return new;
end $$;
