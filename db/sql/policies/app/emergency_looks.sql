-- A caseworker asks in their own name and a supervisor decides.
alter table app.emergency_looks enable row level security;
alter table app.emergency_looks force row level security;

create policy see on app.emergency_looks for select
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or asked_by = (select ctx.member())
      or (
        (select ctx.role() in ('caseworker', 'supervisor'))
        and exists (select from app.case_access a where a.case_id = emergency_looks.case_id and app.works(a, (select ctx.limits())) offset 0)
      )
    )
  );

create policy add on app.emergency_looks for insert
  with check (
    org_id = (select ctx.org()) and ((select ctx.role() = 'caseworker') and asked_by = (select ctx.member()))
  );

create policy change on app.emergency_looks for update
  using (org_id = (select ctx.org()) and (select ctx.role() = 'supervisor'))
  with check (org_id = (select ctx.org()) and (select ctx.role() = 'supervisor'));

create policy remove on app.emergency_looks for delete
  using (
    (org_id = (select ctx.org()) and ((select ctx.role() = 'caseworker') and asked_by = (select ctx.member())))
    or (org_id = (select ctx.org()) and case_id in (select ctx.erasing()))
  );

create policy denied on app.emergency_looks as restrictive for all
  using (case_id is null or case_id <> all ((select ctx.denied_cases())::uuid[]));
