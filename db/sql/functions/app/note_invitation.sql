create function app.note_invitation() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare is_used boolean := new.accepted_at is not null;
begin
  if is_used then
    insert into ctx.access_given (org_id, member_id, given_by, kind, role, at, founding)
    values (new.org_id, new.accepted_by, new.invited_by, case when new.renews is null then 'join' else 'renew' end,
      new.role, new.accepted_at, app.is_founding());
  end if;
  update app.access_changes a set state = case when is_used then 'done' else 'withdrawn' end, done_at = new.accepted_at
    where a.invitation_id = new.id and a.state in ('waiting', 'released');
  return null;
end $$;
