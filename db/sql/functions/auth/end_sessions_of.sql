-- For an administrator inside their context; null: of everybody in the organisation, their own too.
create function auth.end_sessions_of(p_member uuid) returns integer
language plpgsql security definer set search_path = pg_catalog as $$
declare n integer;
begin
  if coalesce(ctx.role(), '') <> 'admin' then raise exception 'not an administrator' using errcode = '42501'; end if;
  update auth.sessions x set ended_at = clock_timestamp()
  where x.org_id = ctx.org() and x.ended_at is null and (p_member is null or x.member_id = p_member);
  get diagnostics n = row_count;
  update auth.login_tickets t set used_at = clock_timestamp() from auth.logins l
  where l.id = t.login_id and l.org_id = ctx.org() and t.used_at is null and (p_member is null or l.member_id = p_member);
  update auth.offline_keys k set wrapped = null, ended_at = clock_timestamp()
  where k.org_id = ctx.org() and k.ended_at is null and (p_member is null or k.member_id = p_member);
  return n;
end $$;
