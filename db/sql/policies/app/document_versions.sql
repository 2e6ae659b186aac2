alter table app.document_versions enable row level security;
alter table app.document_versions force row level security;

create policy see on app.document_versions for select
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = document_versions.case_id offset 0)
    )
  );

create policy add on app.document_versions for insert
  with check (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = document_versions.case_id and app.works(a, (select ctx.limits())) offset 0)
    )
  );

create policy change on app.document_versions for update using (false);

create policy remove on app.document_versions for delete
  using (false or (org_id = (select ctx.org()) and case_id in (select ctx.erasing())));

create policy denied on app.document_versions as restrictive for all
  using (case_id is null or case_id <> all ((select ctx.denied_cases())::uuid[]));

create policy restricted_add on app.document_versions as restrictive for insert
  with check (case_id is null or case_id not in (select ctx.frozen_cases()));

create policy restricted_change on app.document_versions as restrictive for update
  using (org_id = (select ctx.org()))
  with check (case_id is null or case_id not in (select ctx.frozen_cases()));

create policy restricted_remove on app.document_versions as restrictive for delete
  using (case_id is null or case_id not in (select ctx.frozen_cases()));

-- What the organisation took from a role (app.role_changes).
create policy rules_see on app.document_versions as restrictive for select
  using ((select ctx.has('paper.read')));

-- What the organisation took from a role (app.role_changes).
create policy rules_add on app.document_versions as restrictive for insert
  with check ((select ctx.has('document.write')));
