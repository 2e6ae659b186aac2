-- What lists of cases sort by stands beside who may read the case, and follows it.
create function app.keep_case_order() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare c text := current_setting('app.ctx', true); s text := current_setting('app.sig', true);
begin
  perform ctx.put(new.org_id, null, 'service');
  update app.case_access a set closed_at = new.closed_at, opened_at = new.opened_at,
    last_activity_at = new.last_activity_at, next_due_on = new.next_due_on, pseudonym = new.pseudonym,
    sought = new.sought, risk = new.risk, level = new.level
  where a.case_id = new.id;
  perform set_config('app.ctx', coalesce(c, ''), true), set_config('app.sig', coalesce(s, ''), true);
  return null;
end $$;
