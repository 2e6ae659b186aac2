alter table app.emergency_notices enable row level security;
alter table app.emergency_notices force row level security;

create policy see on app.emergency_notices for select
  using (
    org_id = (select ctx.org())
    and ((select ctx.role() in ('supervisor', 'service')) or member_id = (select ctx.member()))
  );

create policy add on app.emergency_notices for insert
  with check (org_id = (select ctx.org()) and (select ctx.role() = 'supervisor'));

create policy change on app.emergency_notices for update
  using (org_id = (select ctx.org()) and member_id = (select ctx.member()))
  with check (org_id = (select ctx.org()) and member_id = (select ctx.member()));

create policy remove on app.emergency_notices for delete
  using (false or (org_id = (select ctx.org()) and case_id in (select ctx.erasing())));

create policy denied on app.emergency_notices as restrictive for all
  using (case_id is null or case_id <> all ((select ctx.denied_cases())::uuid[]));
