-- What a member wrote offline and has not placed yet belongs to that member alone. A job sees which files are named.
alter table app.arrivals enable row level security;
alter table app.arrivals force row level security;

create policy see on app.arrivals for select
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() = 'service')
      or ((select ctx.role() in ('caseworker', 'supervisor')) and member_id = (select ctx.member()))
    )
  );

create policy add on app.arrivals for insert
  with check (
    org_id = (select ctx.org())
    and (select ctx.role() in ('caseworker', 'supervisor'))
    and member_id = (select ctx.member())
  );

create policy change on app.arrivals for update
  using (
    org_id = (select ctx.org())
    and (select ctx.role() in ('caseworker', 'supervisor'))
    and member_id = (select ctx.member())
  )
  with check (
    org_id = (select ctx.org())
    and (select ctx.role() in ('caseworker', 'supervisor'))
    and member_id = (select ctx.member())
  );

create policy remove on app.arrivals for delete
  using (
    org_id = (select ctx.org())
    and (select ctx.role() in ('caseworker', 'supervisor'))
    and member_id = (select ctx.member())
  );
