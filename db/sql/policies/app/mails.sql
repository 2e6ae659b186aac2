-- What belongs to a person is seen by that person, and written by a job.
alter table app.mails enable row level security;
alter table app.mails force row level security;

create policy see on app.mails for select
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() = 'service')
      or ((select ctx.role() in ('caseworker', 'supervisor', 'admin', 'service')) and member_id = (select ctx.member()))
    )
  );

create policy add on app.mails for insert with check (org_id = (select ctx.org()) and (select ctx.role() = 'service'));

create policy change on app.mails for update
  using (org_id = (select ctx.org()) and (select ctx.role() = 'service'))
  with check (org_id = (select ctx.org()) and (select ctx.role() = 'service'));

create policy remove on app.mails for delete using (org_id = (select ctx.org()) and (select ctx.role() = 'service'));
