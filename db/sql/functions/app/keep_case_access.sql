-- Whatever changes who may read a case: the kept rows follow in the same transaction. The argument: which column says
-- the case.
create function app.keep_case_access() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare
  c text := current_setting('app.ctx', true); s text := current_setting('app.sig', true); o uuid;
  which uuid := (to_jsonb(coalesce(new, old)) ->> tg_argv[0])::uuid;
begin
  -- Whoever changes a row by hand, as the owner, has no organisation.
  for o in select ctx.org() where ctx.org() is not null
    union select l.org_id from auth.logins l where ctx.org() is null loop
    perform ctx.put(o, null, 'service');
    perform app.settle_case_access(array[which]);
  end loop;
  perform set_config('app.ctx', coalesce(c, ''), true), set_config('app.sig', coalesce(s, ''), true);
  return null;
end $$;
