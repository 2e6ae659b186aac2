-- The context of a member without a session: a calendar program, a running import.
create function ctx.put_member(org uuid, m app.members) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare c text := org::text || '|' || m.id::text || '|' || m.role || '|' || ctx.stamp()
  || case when m.lacks = '' then '' else '||||' || m.lacks end;
begin
  perform set_config('app.ctx', c, true);
  perform set_config('app.sig', ctx.sign(c), true);
end $$;
