alter table app.retention_changes enable row level security;
alter table app.retention_changes force row level security;

create policy see on app.retention_changes for select
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = retention_changes.case_id and app.works(a, (select ctx.limits())) offset 0)
    )
  );

create policy add on app.retention_changes for insert
  with check (
    org_id = (select ctx.org()) and ((select ctx.role() = 'supervisor') and changed_by = (select ctx.member()))
  );

create policy change on app.retention_changes for update using (false);

create policy remove on app.retention_changes for delete
  using (false or (org_id = (select ctx.org()) and case_id in (select ctx.erasing())));

create policy denied on app.retention_changes as restrictive for all
  using (case_id is null or case_id <> all ((select ctx.denied_cases())::uuid[]));
