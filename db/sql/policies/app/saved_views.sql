alter table app.saved_views enable row level security;
alter table app.saved_views force row level security;

create policy see on app.saved_views for select
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('caseworker', 'supervisor'))
      and (member_id = (select ctx.member()) or (shared and (removed_at is null or (select ctx.role() = 'supervisor'))))
    )
  );

create policy add on app.saved_views for insert
  with check (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('caseworker', 'supervisor'))
      and ((member_id = (select ctx.member()) and not shared) or (shared and (select ctx.role() = 'supervisor')))
    )
  );

create policy change on app.saved_views for update
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('caseworker', 'supervisor'))
      and ((member_id = (select ctx.member()) and not shared) or (shared and (select ctx.role() = 'supervisor')))
    )
  )
  with check (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('caseworker', 'supervisor'))
      and ((member_id = (select ctx.member()) and not shared) or (shared and (select ctx.role() = 'supervisor')))
    )
  );

create policy remove on app.saved_views for delete
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('caseworker', 'supervisor'))
      and ((member_id = (select ctx.member()) and not shared) or (shared and (select ctx.role() = 'supervisor')))
    )
  );
