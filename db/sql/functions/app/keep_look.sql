-- Which case is meant is found here, because whoever asks does not see it. No such case, and one that is denied to
-- them, look alike.
create function app.keep_look() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare o uuid := ctx.org(); m uuid := ctx.member(); r text := ctx.role(); at timestamptz := transaction_timestamp();
begin
  if tg_op = 'INSERT' then
    if new.state <> 'waiting' or new.decided_by is not null or new.ends_at is not null or new.ended_at is not null then
      raise exception 'a look begins as a question' using errcode = '42501';
    end if;
    perform ctx.put(o, m, 'service');
    select c.id into new.case_id from app.cases c where c.org_id = o and c.code = new.code;
    perform ctx.put(o, m, r);
    return new;
  end if;
  if (old.id, old.org_id, old.code, old.case_id, old.key_id, old.reason, old.asked_by, old.asked_at)
    is distinct from (new.id, new.org_id, new.code, new.case_id, new.key_id, new.reason, new.asked_by, new.asked_at) then
    raise exception 'what was asked for stays' using errcode = '42501';
  end if;
  if old.state = 'waiting' and new.state in ('released', 'refused') then
    if new.decided_by is distinct from m or m = old.asked_by or new.decided_at is null or new.ended_at is not null
      or (new.state = 'refused') <> (new.ends_at is null) or (new.state = 'released' and new.case_id is null)
      or new.ends_at > at + interval '4 hours 1 minute' then
      raise exception 'a second person releases it, for four hours' using errcode = '42501';
    end if;
    if new.state = 'released' and exists (
      select 1 from ctx.denied d where d.member_id = new.asked_by and d.case_id = new.case_id) then
      raise exception 'this person must not see the case' using errcode = '42501';
    end if;
    return new;
  end if;
  if old.state = 'released' and new.state = 'ended' and new.ended_by = m and new.ended_at is not null
    and (old.decided_by, old.decided_at, old.ends_at) is not distinct from (new.decided_by, new.decided_at, new.ends_at) then
    delete from ctx.looks l where l.look_id = new.id;
    return new;
  end if;
  raise exception 'this look is settled' using errcode = '42501';
end $$;
