alter table app.reference_keys enable row level security;
alter table app.reference_keys force row level security;

create policy see on app.reference_keys for select
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = reference_keys.case_id offset 0)
      or handover_id in (select app.handed_over())
    )
  );

create policy add on app.reference_keys for insert
  with check (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = reference_keys.case_id and app.works(a, (select ctx.limits())) offset 0)
      or handover_id in (select app.handed_over())
    )
  );

create policy change on app.reference_keys for update
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = reference_keys.case_id and app.works(a, (select ctx.limits())) offset 0)
      or handover_id in (select app.handed_over())
    )
  )
  with check (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = reference_keys.case_id and app.works(a, (select ctx.limits())) offset 0)
      or handover_id in (select app.handed_over())
    )
  );

create policy remove on app.reference_keys for delete
  using (
    (
      org_id = (select ctx.org())
      and (
        (select ctx.role() in ('supervisor', 'service'))
        or exists (select from app.case_access a where a.case_id = reference_keys.case_id and app.works(a, (select ctx.limits())) offset 0)
        or handover_id in (select app.handed_over())
      )
    )
    or (org_id = (select ctx.org()) and case_id in (select ctx.erasing()))
  );

create policy denied on app.reference_keys as restrictive for all
  using (case_id is null or case_id <> all ((select ctx.denied_cases())::uuid[]));

create policy restricted_add on app.reference_keys as restrictive for insert
  with check (case_id is null or case_id not in (select ctx.frozen_cases()));

create policy restricted_change on app.reference_keys as restrictive for update
  using (org_id = (select ctx.org()))
  with check (case_id is null or case_id not in (select ctx.frozen_cases()));

create policy restricted_remove on app.reference_keys as restrictive for delete
  using (case_id is null or case_id not in (select ctx.frozen_cases()));
