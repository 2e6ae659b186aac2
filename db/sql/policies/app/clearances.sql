-- Who looked at what leaves, behind the walls of its case: said in one's own name, by nobody for somebody else, and
-- never taken back. A job looks at nothing.
alter table app.clearances enable row level security;
alter table app.clearances force row level security;

create policy see on app.clearances for select
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = clearances.case_id offset 0)
    )
  );

create policy add on app.clearances for insert
  with check (
    org_id = (select ctx.org())
    and (
      (
        (select ctx.role() in ('supervisor', 'service'))
        or exists (select from app.case_access a where a.case_id = clearances.case_id and app.works(a, (select ctx.limits())) offset 0)
      )
      and looked_by = (select ctx.member())
    )
  );

create policy change on app.clearances for update using (false);

create policy remove on app.clearances for delete
  using (false or (org_id = (select ctx.org()) and case_id in (select ctx.erasing())));

create policy denied on app.clearances as restrictive for all
  using (case_id is null or case_id <> all ((select ctx.denied_cases())::uuid[]));

create policy restricted_add on app.clearances as restrictive for insert
  with check (case_id is null or case_id not in (select ctx.frozen_cases()));

create policy restricted_change on app.clearances as restrictive for update
  using (org_id = (select ctx.org()))
  with check (case_id is null or case_id not in (select ctx.frozen_cases()));

create policy restricted_remove on app.clearances as restrictive for delete
  using (case_id is null or case_id not in (select ctx.frozen_cases()));
