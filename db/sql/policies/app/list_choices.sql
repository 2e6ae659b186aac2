alter table app.list_choices enable row level security;
alter table app.list_choices force row level security;

create policy see on app.list_choices for select
  using (
    org_id = (select ctx.org())
    and ((select ctx.role() in ('caseworker', 'supervisor')) and member_id = (select ctx.member()))
  );

create policy add on app.list_choices for insert
  with check (
    org_id = (select ctx.org())
    and ((select ctx.role() in ('caseworker', 'supervisor')) and member_id = (select ctx.member()))
  );

create policy change on app.list_choices for update
  using (
    org_id = (select ctx.org())
    and ((select ctx.role() in ('caseworker', 'supervisor')) and member_id = (select ctx.member()))
  )
  with check (
    org_id = (select ctx.org())
    and ((select ctx.role() in ('caseworker', 'supervisor')) and member_id = (select ctx.member()))
  );

create policy remove on app.list_choices for delete
  using (
    org_id = (select ctx.org())
    and ((select ctx.role() in ('caseworker', 'supervisor')) and member_id = (select ctx.member()))
  );
