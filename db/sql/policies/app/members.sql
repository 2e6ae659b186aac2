-- Whoever keeps the directory may enter an officer who has no account yet.
alter table app.members enable row level security;
alter table app.members force row level security;

create policy see on app.members for select
  using (
    org_id = (select ctx.org())
    and ((select ctx.role() in ('caseworker', 'supervisor', 'admin', 'service')) or id = (select ctx.member()))
  );

create policy add on app.members for insert
  with check (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('admin', 'service'))
      or ((select ctx.role() in ('supervisor', 'admin')) and role = 'liaison')
    )
  );

create policy change on app.members for update
  using (
    org_id = (select ctx.org())
    and ((select ctx.role() in ('admin', 'service')) or ((select ctx.role() = 'supervisor') and role = 'liaison'))
  )
  with check (
    org_id = (select ctx.org())
    and ((select ctx.role() in ('admin', 'service')) or ((select ctx.role() = 'supervisor') and role = 'liaison'))
  );

create policy remove on app.members for delete
  using (org_id = (select ctx.org()) and (select ctx.role() in ('admin', 'service')));
