-- For supervisors; the whole organisation's folder for those who may release it.
alter table app.case_exports enable row level security;
alter table app.case_exports force row level security;

create policy see on app.case_exports for select
  using (
    org_id = (select ctx.org())
    and ((select ctx.role() in ('supervisor', 'service')) or (kind = 'organisation' and (select ctx.role() = 'admin')))
  );

create policy add on app.case_exports for insert
  with check (
    org_id = (select ctx.org())
    and ((select ctx.role() in ('supervisor', 'service')) or (kind = 'organisation' and (select ctx.role() = 'admin')))
  );

create policy change on app.case_exports for update
  using (
    org_id = (select ctx.org())
    and ((select ctx.role() in ('supervisor', 'service')) or (kind = 'organisation' and (select ctx.role() = 'admin')))
  )
  with check (
    org_id = (select ctx.org())
    and ((select ctx.role() in ('supervisor', 'service')) or (kind = 'organisation' and (select ctx.role() = 'admin')))
  );

create policy remove on app.case_exports for delete
  using (
    (
      org_id = (select ctx.org())
      and (
        (select ctx.role() in ('supervisor', 'service')) or (kind = 'organisation' and (select ctx.role() = 'admin'))
      )
    )
    or (org_id = (select ctx.org()) and case_id in (select ctx.erasing()))
    or (org_id = (select ctx.org()) and (case_id in (select ctx.erasing()) or client_id in (select ctx.erasing())))
  );

create policy denied on app.case_exports as restrictive for all
  using (case_id is null or case_id <> all ((select ctx.denied_cases())::uuid[]));

create policy denied_client on app.case_exports as restrictive for all
  using (client_id is null or client_id <> all ((select ctx.denied_clients())::uuid[]));

create policy restricted_add on app.case_exports as restrictive for insert
  with check (case_id is null or case_id not in (select ctx.frozen_cases()));

create policy restricted_change on app.case_exports as restrictive for update
  using (org_id = (select ctx.org()))
  with check (case_id is null or case_id not in (select ctx.frozen_cases()));

create policy restricted_remove on app.case_exports as restrictive for delete
  using (case_id is null or case_id not in (select ctx.frozen_cases()));

-- What the organisation took from a role (app.role_changes).
create policy rules_add on app.case_exports as restrictive for insert
  with check ((select ctx.has('case.export')));
