-- What was asked stays. Whoever made sure of a person, or decided, did so in their own name; only a supervisor
-- decides.
create function app.keep_rights_request() returns trigger language plpgsql set search_path = pg_catalog as $$
declare m uuid := ctx.member();
begin
  if ctx.role() = 'service' then return new; end if;
  if tg_op = 'INSERT' then
    if new.state <> 'received' or new.recorded_by is distinct from m or new.identified_by is not null
      or new.decided_by is not null or new.answered_by is not null or new.confirms then
      raise exception 'a request begins as it came' using errcode = '42501';
    end if;
    return new;
  end if;
  if (new.kind, new.from_whom, new.case_id, new.key_id, new.number, new.received_on, new.recorded_by, new.recorded_at)
    is distinct from (old.kind, old.from_whom, old.case_id, old.key_id, old.number, old.received_on, old.recorded_by, old.recorded_at) then
    raise exception 'what was asked stays' using errcode = '42501';
  end if;
  if (new.identified_by is distinct from old.identified_by and (old.identified_by is not null or new.identified_by is distinct from m))
    or (new.answered_by is distinct from old.answered_by and (old.answered_by is not null or new.answered_by is distinct from m)) then
    raise exception 'everybody says it in their own name' using errcode = '42501';
  end if;
  if (new.decided_by, new.decided_at, new.confirms) is distinct from (old.decided_by, old.decided_at, old.confirms)
    and (old.decided_by is not null or new.decided_by is distinct from m or ctx.role() <> 'supervisor') then
    raise exception 'a supervisor decides, once' using errcode = '42501';
  end if;
  return new;
end $$;
