-- Whatever changes who may read a case: the kept rows follow in the same transaction. The argument: which column says
-- the case.
create function app.keep_case_access() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare
  c text := current_setting('app.ctx', true); s text := current_setting('app.sig', true);
  which uuid := (to_jsonb(coalesce(new, old)) ->> tg_argv[0])::uuid; o uuid := coalesce(ctx.org(),
    (to_jsonb(coalesce(new, old)) ->> 'org_id')::uuid);
begin
  perform ctx.put(o, null, 'service');
  perform app.settle_case_access(array[which]);
  perform set_config('app.ctx', coalesce(c, ''), true), set_config('app.sig', coalesce(s, ''), true);
  return null;
end $$;
