-- As a hold: an erasure waits until it is lifted. Only the owner, who restores an older backup, takes it along.
create function app.refuse_restricted() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if not pg_has_role(session_user, (select c.relowner from pg_class c where c.oid = 'app.erasures'::regclass), 'member') then
    raise exception 'the case is restricted' using errcode = '42501';
  end if;
  return old;
end $$;
