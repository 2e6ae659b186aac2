-- Whether a pairing may begin or go on, apart from its own times: its session has not ended, its member works here and its
-- case is open. That the session is idle or its screen covered ends nothing: the member is reading another site. Looks as
-- the service; whether the member may still work on the case is asked as the member.
create function ctx.pairing_stands(p app.pairings) returns boolean
language sql stable set search_path = pg_catalog as $$
  select exists (select from auth.sessions x join auth.logins l on l.id = x.login_id and l.disabled_at is null
      where x.id = p.session_id and x.ended_at is null and x.aal <> 'confined' and x.expires_at > clock_timestamp())
    and exists (select from app.members m where m.org_id = p.org_id and m.id = p.member_id and m.removed_at is null
      and m.role in ('caseworker', 'supervisor'))
    and exists (select from app.cases c where c.org_id = p.org_id and c.id = p.case_id and c.closed_at is null)
$$;
