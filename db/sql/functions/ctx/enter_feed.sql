-- A calendar program has no session: its token opens a context of the member who made the feed, for this transaction.
-- The login that was disabled opens no session; the calendar address of its member opens nothing either.
create function ctx.enter_feed(token bytea)
returns table (org_id uuid, member_id uuid, role text, name text, org_name text, covers uuid[], lacks text)
language plpgsql security definer set search_path = pg_catalog as $$
declare f auth.feed_tokens%rowtype; m app.members%rowtype;
begin
  select * into f from auth.feed_tokens x where x.hash = sha256(token);
  if not found then raise exception 'no such feed' using errcode = '28000'; end if;
  if not exists (select 1 from auth.logins l
    where l.org_id = f.org_id and l.member_id = f.member_id and l.disabled_at is null) then
    raise exception 'no such feed' using errcode = '28000';
  end if;
  perform ctx.put(f.org_id, f.member_id, 'service');
  perform 1 from app.calendar_feeds x where x.token_hash = sha256(token) and x.revoked_at is null;
  if not found then raise exception 'no such feed' using errcode = '28000'; end if;
  select * into m from app.members x where x.id = f.member_id and x.removed_at is null;
  if not found then raise exception 'no such feed' using errcode = '28000'; end if;
  return query select f.org_id, m.id, m.role, m.name, o.name, ctx.covered_by(m), m.lacks
    from app.organisations o where o.id = f.org_id;
  perform ctx.put_member(f.org_id, m);
end $$;
