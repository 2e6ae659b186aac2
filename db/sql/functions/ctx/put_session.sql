create function ctx.put_session(org uuid, member uuid, role text, session uuid, lacks text) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare c text := org::text || '|' || member::text || '|' || role || '|' || ctx.stamp() || '||'
  || left(ctx.sign('session|' || session::text), 12) || case when lacks = '' then '' else '||' || lacks end;
begin
  perform set_config('app.ctx', c, true);
  perform set_config('app.sig', ctx.sign(c), true);
end $$;
