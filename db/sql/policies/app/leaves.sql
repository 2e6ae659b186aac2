-- Who is away gives their own cases to a colleague, or a supervisor does it for them; nobody takes cover themselves.
alter table app.leaves enable row level security;
alter table app.leaves force row level security;

create policy see on app.leaves for select
  using (org_id = (select ctx.org()) and (select ctx.role() in ('caseworker', 'supervisor', 'admin', 'service')));

create policy add on app.leaves for insert
  with check (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('caseworker', 'supervisor'))
      and (member_id = (select ctx.member()) or (select ctx.role() = 'supervisor'))
    )
  );

create policy change on app.leaves for update
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('caseworker', 'supervisor'))
      and (member_id = (select ctx.member()) or (select ctx.role() = 'supervisor'))
    )
  )
  with check (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('caseworker', 'supervisor'))
      and (member_id = (select ctx.member()) or (select ctx.role() = 'supervisor'))
    )
  );

create policy remove on app.leaves for delete using (false);
