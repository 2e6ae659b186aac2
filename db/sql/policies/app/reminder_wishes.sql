alter table app.reminder_wishes enable row level security;
alter table app.reminder_wishes force row level security;

create policy see on app.reminder_wishes for select
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() = 'service')
      or ((select ctx.role() in ('caseworker', 'supervisor', 'admin', 'service')) and member_id = (select ctx.member()))
    )
  );

create policy add on app.reminder_wishes for insert
  with check (
    org_id = (select ctx.org())
    and ((select ctx.role() in ('caseworker', 'supervisor', 'admin', 'service')) and member_id = (select ctx.member()))
  );

create policy change on app.reminder_wishes for update
  using (
    org_id = (select ctx.org())
    and ((select ctx.role() in ('caseworker', 'supervisor', 'admin', 'service')) and member_id = (select ctx.member()))
  )
  with check (
    org_id = (select ctx.org())
    and ((select ctx.role() in ('caseworker', 'supervisor', 'admin', 'service')) and member_id = (select ctx.member()))
  );

create policy remove on app.reminder_wishes for delete
  using (
    org_id = (select ctx.org())
    and ((select ctx.role() in ('caseworker', 'supervisor', 'admin', 'service')) and member_id = (select ctx.member()))
  );
