alter table app.handover_events enable row level security;
alter table app.handover_events force row level security;

create policy see on app.handover_events for select
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = handover_events.case_id offset 0)
      or handover_id in (select app.handed_over())
    )
  );

create policy add on app.handover_events for insert
  with check (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = handover_events.case_id and app.works(a, (select ctx.limits())) offset 0)
      or handover_id in (select app.handed_over())
    )
  );

create policy change on app.handover_events for update using (false);

create policy remove on app.handover_events for delete
  using (false or (org_id = (select ctx.org()) and case_id in (select ctx.erasing())));

create policy denied on app.handover_events as restrictive for all
  using (case_id is null or case_id <> all ((select ctx.denied_cases())::uuid[]));

create policy restricted_add on app.handover_events as restrictive for insert
  with check (case_id is null or case_id not in (select ctx.frozen_cases()));

create policy restricted_change on app.handover_events as restrictive for update
  using (org_id = (select ctx.org()))
  with check (case_id is null or case_id not in (select ctx.frozen_cases()));

create policy restricted_remove on app.handover_events as restrictive for delete
  using (case_id is null or case_id not in (select ctx.frozen_cases()));
