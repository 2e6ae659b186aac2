-- Who saw what, in one's own name; it only grows.
alter table app.exposures enable row level security;
alter table app.exposures force row level security;

create policy see on app.exposures for select
  using (
    org_id = (select ctx.org())
    and ((select ctx.role() in ('supervisor', 'service')) or member_id = (select ctx.member()))
  );

create policy add on app.exposures for insert
  with check (
    org_id = (select ctx.org())
    and ((select ctx.role() in ('caseworker', 'supervisor', 'service')) and member_id = (select ctx.member()))
  );

create policy change on app.exposures for update using (false);

create policy remove on app.exposures for delete
  using (false or (org_id = (select ctx.org()) and case_id in (select ctx.erasing())));

create policy denied on app.exposures as restrictive for all
  using (case_id is null or case_id <> all ((select ctx.denied_cases())::uuid[]));

create policy restricted_change on app.exposures as restrictive for update
  using (org_id = (select ctx.org()))
  with check (case_id is null or case_id not in (select ctx.frozen_cases()));

create policy restricted_remove on app.exposures as restrictive for delete
  using (case_id is null or case_id not in (select ctx.frozen_cases()));
