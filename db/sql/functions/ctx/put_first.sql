create function ctx.put_first(org uuid, member uuid, handover uuid) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare c text := org::text || '|' || member::text || '|liaison|' || ctx.stamp() || '|' || handover::text;
begin
  perform set_config('app.ctx', c, true);
  perform set_config('app.sig', ctx.sign(c), true);
end $$;
