-- What a virus scanner said, behind the walls of its case. A verdict is a job's; letting out is a supervisor's.
alter table app.scans enable row level security;
alter table app.scans force row level security;

create policy see on app.scans for select
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = scans.case_id offset 0)
    )
  );

create policy add on app.scans for insert
  with check (org_id = (select ctx.org()) and (select ctx.role() in ('supervisor', 'service')));

create policy change on app.scans for update
  using (org_id = (select ctx.org()) and (select ctx.role() in ('supervisor', 'service')))
  with check (org_id = (select ctx.org()) and (select ctx.role() in ('supervisor', 'service')));

create policy remove on app.scans for delete
  using (
    (org_id = (select ctx.org()) and (select ctx.role() in ('supervisor', 'service')))
    or (org_id = (select ctx.org()) and case_id in (select ctx.erasing()))
  );

create policy denied on app.scans as restrictive for all
  using (case_id is null or case_id <> all ((select ctx.denied_cases())::uuid[]));

create policy restricted_add on app.scans as restrictive for insert
  with check (case_id is null or case_id not in (select ctx.frozen_cases()));

create policy restricted_change on app.scans as restrictive for update
  using (org_id = (select ctx.org()))
  with check (case_id is null or case_id not in (select ctx.frozen_cases()));

create policy restricted_remove on app.scans as restrictive for delete
  using (case_id is null or case_id not in (select ctx.frozen_cases()));
