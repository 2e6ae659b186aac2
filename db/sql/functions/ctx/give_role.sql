-- Gives the role, in the name of the database: nobody else can.
create function ctx.give_role(p_change uuid) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  a app.access_changes%rowtype; o uuid := ctx.org();
  c text := current_setting('app.ctx', true); s text := current_setting('app.sig', true);
begin
  perform ctx.put(o, ctx.member(), 'service');
  select * into a from app.access_changes x where x.id = p_change and x.state in ('waiting', 'released') for update;
  update app.members m set role = a.role
    where m.org_id = o and m.id = a.member_id and m.removed_at is null and app.reach_of(a.role) > app.reach_of(m.role);
  update app.access_changes x set state = 'done', done_at = clock_timestamp() where x.id = a.id;
  perform set_config('app.ctx', c, true);
  perform set_config('app.sig', s, true);
end $$;
