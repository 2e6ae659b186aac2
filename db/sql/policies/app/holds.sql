alter table app.holds enable row level security;
alter table app.holds force row level security;

create policy see on app.holds for select
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = holds.case_id and app.works(a, (select ctx.limits())) offset 0)
    )
  );

create policy add on app.holds for insert
  with check (org_id = (select ctx.org()) and (select ctx.role() = 'supervisor'));

create policy change on app.holds for update
  using (org_id = (select ctx.org()) and (select ctx.role() = 'supervisor'))
  with check (org_id = (select ctx.org()) and (select ctx.role() = 'supervisor'));

create policy remove on app.holds for delete
  using (false or (org_id = (select ctx.org()) and case_id in (select ctx.erasing())));

create policy denied on app.holds as restrictive for all
  using (case_id is null or case_id <> all ((select ctx.denied_cases())::uuid[]));
