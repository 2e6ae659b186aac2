-- Behind the walls of the handover: its officer writes them and reads their own, the people of the case read theirs.
alter table app.handover_outcomes enable row level security;
alter table app.handover_outcomes force row level security;

create policy see on app.handover_outcomes for select
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = handover_outcomes.case_id offset 0)
      or handover_id in (select app.handed_over())
    )
  );

create policy add on app.handover_outcomes for insert
  with check (
    org_id = (select ctx.org())
    and handover_id in (select app.handed_over())
  );

create policy change on app.handover_outcomes for update
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = handover_outcomes.case_id and app.works(a, (select ctx.limits())) offset 0)
    )
  )
  with check (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = handover_outcomes.case_id and app.works(a, (select ctx.limits())) offset 0)
    )
  );

create policy remove on app.handover_outcomes for delete
  using (false or (org_id = (select ctx.org()) and case_id in (select ctx.erasing())));

create policy denied on app.handover_outcomes as restrictive for all
  using (case_id is null or case_id <> all ((select ctx.denied_cases())::uuid[]));

create policy restricted_add on app.handover_outcomes as restrictive for insert
  with check (case_id is null or case_id not in (select ctx.frozen_cases()));

create policy restricted_change on app.handover_outcomes as restrictive for update
  using (org_id = (select ctx.org()))
  with check (case_id is null or case_id not in (select ctx.frozen_cases()));

create policy restricted_remove on app.handover_outcomes as restrictive for delete
  using (case_id is null or case_id not in (select ctx.frozen_cases()));
