alter table app.client_files enable row level security;
alter table app.client_files force row level security;

create policy see on app.client_files for select
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = client_files.case_id and app.works(a, (select ctx.limits())) offset 0)
      or case_id = (select ctx.client_case())
    )
  );

create policy add on app.client_files for insert
  with check (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = client_files.case_id and app.works(a, (select ctx.limits())) offset 0)
      or case_id = (select ctx.client_case())
    )
  );

create policy change on app.client_files for update
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = client_files.case_id and app.works(a, (select ctx.limits())) offset 0)
      or case_id = (select ctx.client_case())
    )
  )
  with check (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = client_files.case_id and app.works(a, (select ctx.limits())) offset 0)
      or case_id = (select ctx.client_case())
    )
  );

create policy remove on app.client_files for delete
  using (false or (org_id = (select ctx.org()) and case_id in (select ctx.erasing())));

create policy denied on app.client_files as restrictive for all
  using (case_id is null or case_id <> all ((select ctx.denied_cases())::uuid[]));

create policy restricted_add on app.client_files as restrictive for insert
  with check (case_id is null or case_id not in (select ctx.frozen_cases()));

create policy restricted_change on app.client_files as restrictive for update
  using (org_id = (select ctx.org()))
  with check (case_id is null or case_id not in (select ctx.frozen_cases()));

create policy restricted_remove on app.client_files as restrictive for delete
  using (case_id is null or case_id not in (select ctx.frozen_cases()));
