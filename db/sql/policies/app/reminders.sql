-- What belongs to a person is seen by that person, and written by a job.
alter table app.reminders enable row level security;
alter table app.reminders force row level security;

create policy see on app.reminders for select
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() = 'service')
      or ((select ctx.role() in ('caseworker', 'supervisor', 'admin', 'service')) and member_id = (select ctx.member()))
    )
  );

create policy add on app.reminders for insert
  with check (org_id = (select ctx.org()) and (select ctx.role() = 'service'));

create policy change on app.reminders for update
  using (org_id = (select ctx.org()) and (select ctx.role() = 'service'))
  with check (org_id = (select ctx.org()) and (select ctx.role() = 'service'));

create policy remove on app.reminders for delete
  using (
    (org_id = (select ctx.org()) and (select ctx.role() = 'service'))
    or (org_id = (select ctx.org()) and case_id in (select ctx.erasing()))
  );

create policy denied on app.reminders as restrictive for all
  using (case_id is null or case_id <> all ((select ctx.denied_cases())::uuid[]));
