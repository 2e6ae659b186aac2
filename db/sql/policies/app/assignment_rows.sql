alter table app.assignment_rows enable row level security;
alter table app.assignment_rows force row level security;

create policy see on app.assignment_rows for select
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('caseworker', 'supervisor', 'service'))
      and batch_id in (select b.id from app.assignment_batches b)
    )
  );

create policy add on app.assignment_rows for insert
  with check (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('caseworker', 'supervisor'))
      and batch_id in (select b.id from app.assignment_batches b where b.asked_by = (select ctx.member()))
    )
  );

create policy change on app.assignment_rows for update
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('caseworker', 'supervisor'))
      and batch_id in (select b.id from app.assignment_batches b where b.asked_by = (select ctx.member()))
    )
  )
  with check (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('caseworker', 'supervisor'))
      and batch_id in (select b.id from app.assignment_batches b where b.asked_by = (select ctx.member()))
    )
  );

create policy remove on app.assignment_rows for delete
  using (false or (org_id = (select ctx.org()) and case_id in (select ctx.erasing())));

create policy denied on app.assignment_rows as restrictive for all
  using (case_id is null or case_id <> all ((select ctx.denied_cases())::uuid[]));
