-- Which kinds of number a case has been given stands on the case, and follows its numbers.
create function app.keep_number_kinds() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare c text := current_setting('app.ctx', true); s text := current_setting('app.sig', true);
begin
  perform ctx.put(new.org_id, null, 'service');
  perform app.settle_number_kinds(array[new.case_id]);
  perform set_config('app.ctx', coalesce(c, ''), true), set_config('app.sig', coalesce(s, ''), true);
  return null;
end $$;
