create function ctx.put_enquirer(p_org uuid, p_enquiry uuid) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare c text := p_org::text || '||enquirer|' || ctx.stamp() || '|' || p_enquiry::text;
begin
  perform set_config('app.ctx', c, true);
  perform set_config('app.sig', ctx.sign(c), true);
end $$;
