create function app.keep_officer() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if ctx.role() = 'supervisor' and (old.id, old.role, old.email, old.code, old.joined_at, old.removed_at)
    is distinct from (new.id, new.role, new.email, new.code, new.joined_at, new.removed_at) then
    raise exception 'a supervisor changes the name of an officer' using errcode = '42501';
  end if;
  if old.role = 'liaison' and new.name is distinct from old.name then
    update app.liaisons l set changed_by = ctx.member(), changed_at = transaction_timestamp(), from_before = false,
      confirmed_by = null, confirmed_at = null, callback_id = null
    where l.org_id = new.org_id and l.member_id = new.id;
  end if;
  return new;
end $$;
