-- Whoever asked and supervisors. The job that erases a case has to see whom it was given to in one go.
alter table app.assignment_batches enable row level security;
alter table app.assignment_batches force row level security;

create policy see on app.assignment_batches for select
  using (
    (
      org_id = (select ctx.org())
      and (
        ((select ctx.role() in ('caseworker', 'supervisor')) and asked_by = (select ctx.member()))
        or (select ctx.role() = 'supervisor')
      )
    )
    or (org_id = (select ctx.org()) and (select ctx.role() = 'service'))
  );

create policy add on app.assignment_batches for insert
  with check (
    org_id = (select ctx.org())
    and ((select ctx.role() in ('caseworker', 'supervisor')) and asked_by = (select ctx.member()))
  );

create policy change on app.assignment_batches for update
  using (
    org_id = (select ctx.org())
    and ((select ctx.role() in ('caseworker', 'supervisor')) and asked_by = (select ctx.member()))
  )
  with check (
    org_id = (select ctx.org())
    and ((select ctx.role() in ('caseworker', 'supervisor')) and asked_by = (select ctx.member()))
  );

create policy remove on app.assignment_batches for delete using (false);
