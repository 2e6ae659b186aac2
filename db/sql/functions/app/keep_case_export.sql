create function app.keep_case_export() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if (new.kind, new.case_id, new.asked_by, new.asked_at, new.reason, new.key_id)
      is distinct from (old.kind, old.case_id, old.asked_by, old.asked_at, old.reason, old.key_id)
    or (old.decided_by is not null and new.decided_by is distinct from old.decided_by) then
    raise exception 'what was asked for, and who decided, stays' using errcode = '42501';
  end if;
  if new.decided_by is distinct from old.decided_by and new.decided_by is distinct from ctx.member() then
    raise exception 'a decision is of whoever makes it' using errcode = '42501';
  end if;
  return new;
end $$;
