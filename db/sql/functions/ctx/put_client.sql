create function ctx.put_client(p app.client_pages) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare c text := p.org_id::text || '||client|' || ctx.stamp() || '|' || p.id::text;
begin
  perform set_config('app.ctx', c, true);
  perform set_config('app.sig', ctx.sign(c), true);
end $$;
