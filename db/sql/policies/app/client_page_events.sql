alter table app.client_page_events enable row level security;
alter table app.client_page_events force row level security;

create policy see on app.client_page_events for select
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = client_page_events.case_id and app.works(a, (select ctx.limits())) offset 0)
    )
  );

create policy add on app.client_page_events for insert
  with check (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = client_page_events.case_id and app.works(a, (select ctx.limits())) offset 0)
    )
  );

create policy change on app.client_page_events for update using (false);

create policy remove on app.client_page_events for delete
  using (false or (org_id = (select ctx.org()) and case_id in (select ctx.erasing())));

create policy denied on app.client_page_events as restrictive for all
  using (case_id is null or case_id <> all ((select ctx.denied_cases())::uuid[]));

create policy restricted_change on app.client_page_events as restrictive for update
  using (org_id = (select ctx.org()))
  with check (case_id is null or case_id not in (select ctx.frozen_cases()));

create policy restricted_remove on app.client_page_events as restrictive for delete
  using (case_id is null or case_id not in (select ctx.frozen_cases()));
