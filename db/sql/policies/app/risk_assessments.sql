alter table app.risk_assessments enable row level security;
alter table app.risk_assessments force row level security;

create policy see on app.risk_assessments for select
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = risk_assessments.case_id offset 0)
    )
  );

create policy add on app.risk_assessments for insert
  with check (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = risk_assessments.case_id and app.works(a, (select ctx.limits())) offset 0)
    )
  );

create policy change on app.risk_assessments for update using (false);

create policy remove on app.risk_assessments for delete
  using (false or (org_id = (select ctx.org()) and case_id in (select ctx.erasing())));

create policy denied on app.risk_assessments as restrictive for all
  using (case_id is null or case_id <> all ((select ctx.denied_cases())::uuid[]));

create policy restricted_add on app.risk_assessments as restrictive for insert
  with check (case_id is null or case_id not in (select ctx.frozen_cases()));

create policy restricted_change on app.risk_assessments as restrictive for update
  using (org_id = (select ctx.org()))
  with check (case_id is null or case_id not in (select ctx.frozen_cases()));

create policy restricted_remove on app.risk_assessments as restrictive for delete
  using (case_id is null or case_id not in (select ctx.frozen_cases()));
