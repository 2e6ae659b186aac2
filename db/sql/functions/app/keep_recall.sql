create function app.keep_recall() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if ctx.role() is null or ctx.role() = 'service' then return new; end if;
  if tg_op = 'INSERT' then
    if new.made_by is distinct from ctx.member() or new.settled_at is not null or new.outcome is not null
      or (new.handover_id is null) = (new.dispatch_id is null) then
      raise exception 'a recall is made open, of one copy' using errcode = '42501';
    end if;
    return new;
  end if;
  if old.settled_at is not null or new.settled_by is distinct from ctx.member() or new.settled_at is null or new.outcome is null
    or (to_jsonb(new) - array['outcome', 'settled_by', 'settled_at'])
      is distinct from (to_jsonb(old) - array['outcome', 'settled_by', 'settled_at']) then
    raise exception 'a recall is settled once' using errcode = '42501';
  end if;
  return new;
end $$;
