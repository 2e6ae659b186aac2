-- Nobody reads that they are denied. A caseworker reads and sets it on the cases that they work on.
alter table app.case_denials enable row level security;
alter table app.case_denials force row level security;

create policy see on app.case_denials for select
  using (
    org_id = (select ctx.org())
    and (
      member_id is distinct from (select ctx.member())
      and (
        (select ctx.role() in ('supervisor', 'service'))
        or (
          (select ctx.role() in ('caseworker', 'supervisor'))
          and exists (select from app.cases c where c.client_id = case_denials.client_id offset 0)
        )
      )
    )
  );

create policy add on app.case_denials for insert
  with check (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('caseworker', 'supervisor'))
      and set_by = (select ctx.member())
      and member_id <> (select ctx.member())
      and (
        (select ctx.role() = 'supervisor')
        or exists (select from app.case_access a where a.case_id = case_denials.case_id and app.works(a, (select ctx.limits())) offset 0)
      )
    )
  );

create policy change on app.case_denials for update
  using (org_id = (select ctx.org()) and (select ctx.role() = 'supervisor') and member_id <> (select ctx.member()))
  with check (
    org_id = (select ctx.org()) and (select ctx.role() = 'supervisor') and member_id <> (select ctx.member())
  );

create policy remove on app.case_denials for delete
  using (
    false
    or (org_id = (select ctx.org()) and (case_id in (select ctx.erasing()) or client_id in (select ctx.erasing())))
  );

create policy denied on app.case_denials as restrictive for all
  using (case_id is null or case_id <> all ((select ctx.denied_cases())::uuid[]));
