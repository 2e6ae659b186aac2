-- Whether a case is not stopped for images of a minor. Looks as the service, for a client who sees no stop, and leaves
-- the context as it was.
create function ctx.takes_files(p_case uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare c text := current_setting('app.ctx', true); s text := current_setting('app.sig', true); free boolean;
begin
  perform ctx.put(ctx.org(), null, 'service');
  free := not exists (select from app.image_stops i where i.case_id = p_case and i.lifted_at is null);
  perform set_config('app.ctx', c, true);
  perform set_config('app.sig', s, true);
  return free;
end $$;
