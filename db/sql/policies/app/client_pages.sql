-- A context that a client's page opened sees that page, what is on it, and nothing else.
alter table app.client_pages enable row level security;
alter table app.client_pages force row level security;

create policy see on app.client_pages for select
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = client_pages.case_id and app.works(a, (select ctx.limits())) offset 0)
      or id = (select ctx.client_page())
    )
  );

create policy add on app.client_pages for insert
  with check (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = client_pages.case_id and app.works(a, (select ctx.limits())) offset 0)
    )
  );

create policy change on app.client_pages for update
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = client_pages.case_id and app.works(a, (select ctx.limits())) offset 0)
      or id = (select ctx.client_page())
    )
  )
  with check (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = client_pages.case_id and app.works(a, (select ctx.limits())) offset 0)
      or id = (select ctx.client_page())
    )
  );

create policy remove on app.client_pages for delete
  using (false or (org_id = (select ctx.org()) and case_id in (select ctx.erasing())));

create policy denied on app.client_pages as restrictive for all
  using (case_id is null or case_id <> all ((select ctx.denied_cases())::uuid[]));

create policy restricted_add on app.client_pages as restrictive for insert
  with check (case_id is null or case_id not in (select ctx.frozen_cases()));

create policy restricted_remove on app.client_pages as restrictive for delete
  using (case_id is null or case_id not in (select ctx.frozen_cases()));

-- What the organisation took from a role (app.role_changes).
create policy rules_add on app.client_pages as restrictive for insert
  with check ((select ctx.has('client.page')));
