-- What the other policies read as the person: a caseworker sees here their own rows, as long as they last, and the open
-- cases of whoever they cover for; whoever comes through a pairing sees those of its one case. Written by triggers alone.
alter table app.case_access enable row level security;
alter table app.case_access force row level security;

create policy see on app.case_access for select
  using (
    app.reaches((select ctx.reach()), org_id, case_id, member_id, until)
    or (owns and closed_at is null and app.reaches((select ctx.covers()), org_id, case_id, member_id, until))
  );

create policy add on app.case_access for insert
  with check (org_id = (select ctx.org()) and (select ctx.role() = 'service'));

create policy change on app.case_access for update
  using (org_id = (select ctx.org()) and (select ctx.role() = 'service'))
  with check (org_id = (select ctx.org()) and (select ctx.role() = 'service'));

create policy remove on app.case_access for delete using (org_id = (select ctx.org()) and (select ctx.role() = 'service'));

create policy denied on app.case_access as restrictive for all
  using (case_id is null or case_id <> all ((select ctx.denied_cases())::uuid[]));
