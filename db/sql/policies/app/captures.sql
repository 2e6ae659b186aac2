alter table app.captures enable row level security;
alter table app.captures force row level security;

create policy see on app.captures for select
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = captures.case_id offset 0)
    )
  );

create policy add on app.captures for insert
  with check (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = captures.case_id and app.works(a, (select ctx.limits())) offset 0)
    )
  );

create policy change on app.captures for update using (false);

create policy remove on app.captures for delete
  using (false or (org_id = (select ctx.org()) and case_id in (select ctx.erasing())));

create policy denied on app.captures as restrictive for all
  using (case_id is null or case_id <> all ((select ctx.denied_cases())::uuid[]));

create policy restricted_change on app.captures as restrictive for update
  using (org_id = (select ctx.org()))
  with check (case_id is null or case_id not in (select ctx.frozen_cases()));

create policy restricted_remove on app.captures as restrictive for delete
  using (case_id is null or case_id not in (select ctx.frozen_cases()));
