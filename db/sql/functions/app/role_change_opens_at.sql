-- From when on a change of roles needs no second person: after three days when nobody could confirm it, never
-- otherwise. Whoever was not here for two weeks is away.
create function app.role_change_opens_at(p_asker uuid, p_member uuid) returns timestamptz
language plpgsql security definer set search_path = pg_catalog as $$
declare now timestamptz := transaction_timestamp(); away timestamptz := now - interval '14 days';
begin
  if exists (select 1 from app.members s
    where s.org_id = ctx.org() and s.role in ('supervisor', 'admin') and s.removed_at is null and s.id <> p_asker
      and s.id is distinct from p_member and not app.is_tied(s.id, p_asker, now, false)
      and (p_member is null or not app.is_tied(s.id, p_member, now, false))
      and exists (select 1 from auth.logins l where l.member_id = s.id and l.disabled_at is null)
      and (s.joined_at > away or exists (select 1 from auth.sessions x where x.member_id = s.id and x.seen_at > away))) then
    return null;
  end if;
  return now + interval '72 hours';
end $$;
