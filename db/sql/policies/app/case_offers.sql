-- An offer lets somebody in, so only who has the case makes one, in their own name; who gets it can answer it.
alter table app.case_offers enable row level security;
alter table app.case_offers force row level security;

create policy see on app.case_offers for select
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = case_offers.case_id and app.works(a, (select ctx.limits())) offset 0)
      or ((select ctx.role() in ('caseworker', 'supervisor')) and offered_to = (select ctx.member()))
    )
  );

create policy add on app.case_offers for insert
  with check (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = case_offers.case_id and app.works(a, (select ctx.limits())) offset 0)
    )
    and offered_by = (select ctx.member())
  );

create policy change on app.case_offers for update
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = case_offers.case_id and app.works(a, (select ctx.limits())) offset 0)
      or ((select ctx.role() in ('caseworker', 'supervisor')) and offered_to = (select ctx.member()))
    )
  )
  with check (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = case_offers.case_id and app.works(a, (select ctx.limits())) offset 0)
      or ((select ctx.role() in ('caseworker', 'supervisor')) and offered_to = (select ctx.member()))
    )
  );

create policy remove on app.case_offers for delete
  using (false or (org_id = (select ctx.org()) and case_id in (select ctx.erasing())));

create policy denied on app.case_offers as restrictive for all
  using (case_id is null or case_id <> all ((select ctx.denied_cases())::uuid[]));

create policy restricted_add on app.case_offers as restrictive for insert
  with check (case_id is null or case_id not in (select ctx.frozen_cases()));

create policy restricted_change on app.case_offers as restrictive for update
  using (org_id = (select ctx.org()))
  with check (case_id is null or case_id not in (select ctx.frozen_cases()));

create policy restricted_remove on app.case_offers as restrictive for delete
  using (case_id is null or case_id not in (select ctx.frozen_cases()));
