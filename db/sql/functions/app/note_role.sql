create function app.note_role() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into ctx.access_given (org_id, member_id, given_by, kind, role, at, founding)
  values (new.org_id, new.id, coalesce((select a.asked_by from app.access_changes a where a.member_id = new.id
    and a.kind = 'role' and a.role = new.role and a.state in ('waiting', 'released') order by a.asked_at desc limit 1),
    ctx.member()), 'role', new.role, clock_timestamp(), app.is_founding());
  return null;
end $$;
