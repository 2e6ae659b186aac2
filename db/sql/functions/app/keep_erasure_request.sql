-- Nobody writes a released request: two people make one, and what it takes along is found by app.erase.
create function app.keep_erasure_request() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if current_user = (select pg_get_userbyid(c.relowner) from pg_class c where c.oid = 'app.erasures'::regclass) then
    return new;
  end if;
  if tg_op = 'INSERT' then
    if new.state <> 'waiting' or new.asked_by is distinct from ctx.member() or ctx.role() <> 'supervisor'
      or new.decided_by is not null or new.also <> '{}' or new.erased_at is not null or new.done_at is not null then
      raise exception 'a supervisor asks, another releases' using errcode = '42501';
    end if;
    return new;
  end if;
  if (to_jsonb(new) - array['state', 'decided_by', 'decided_at', 'done_at'])
    is distinct from (to_jsonb(old) - array['state', 'decided_by', 'decided_at', 'done_at']) then
    raise exception 'what was asked stays' using errcode = '42501';
  end if;
  if old.state = 'waiting' and new.state in ('released', 'refused') and ctx.role() = 'supervisor'
    and new.decided_by = ctx.member() and new.done_at is null
    and (new.state = 'refused' or new.decided_by <> new.asked_by) then
    return new;
  end if;
  if (new.decided_by, new.decided_at) is not distinct from (old.decided_by, old.decided_at) and ctx.role() = 'service'
    and ((old.state = 'released' and new.state = 'stopped') or (old.state = 'erased' and new.state = 'done')) then
    return new;
  end if;
  raise exception 'a supervisor asks, another releases' using errcode = '42501';
end $$;
