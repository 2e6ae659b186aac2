-- Whoever keeps the directory may enter an officer who has no account yet, in their own name.
alter table app.liaisons enable row level security;
alter table app.liaisons force row level security;

create policy see on app.liaisons for select
  using (
    org_id = (select ctx.org())
    and ((select ctx.role() in ('caseworker', 'supervisor', 'admin', 'service')) or member_id = (select ctx.member()))
  );

create policy add on app.liaisons for insert
  with check (
    org_id = (select ctx.org())
    and (
      (select ctx.role() = 'service')
      or ((select ctx.role() in ('supervisor', 'admin')) and added_by = (select ctx.member()))
    )
  );

create policy change on app.liaisons for update
  using (org_id = (select ctx.org()) and (select ctx.role() in ('admin', 'supervisor', 'service')))
  with check (org_id = (select ctx.org()) and (select ctx.role() in ('admin', 'supervisor', 'service')));

create policy remove on app.liaisons for delete
  using (org_id = (select ctx.org()) and (select ctx.role() in ('admin', 'service')));

-- What the organisation took from a role (app.role_changes).
create policy rules_add on app.liaisons as restrictive for insert
  with check ((select ctx.has('directory.write')));

create policy rules_change on app.liaisons as restrictive for update
  using ((select ctx.has('directory.write')));
