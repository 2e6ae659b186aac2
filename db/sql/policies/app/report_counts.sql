-- A person's own. They go after a day, with what is counted next or at night, and all of them with every erasure: they hold
-- names of stations as somebody typed them.
alter table app.report_counts enable row level security;
alter table app.report_counts force row level security;

create policy see on app.report_counts for select
  using (
    org_id = (select ctx.org())
    and ((member_id = (select ctx.member()) and (select ctx.role() = 'supervisor')) or (select ctx.role() = 'service'))
  );

create policy add on app.report_counts for insert
  with check (
    org_id = (select ctx.org()) and member_id = (select ctx.member()) and (select ctx.role() = 'supervisor')
  );

create policy remove on app.report_counts for delete
  using (
    org_id = (select ctx.org())
    and ((member_id = (select ctx.member()) and (select ctx.role() = 'supervisor')) or (select ctx.role() = 'service'))
  );

create policy change on app.report_counts for update using (false);
