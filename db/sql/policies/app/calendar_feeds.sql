-- What belongs to a person is seen by that person.
alter table app.calendar_feeds enable row level security;
alter table app.calendar_feeds force row level security;

create policy see on app.calendar_feeds for select
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() = 'service')
      or ((select ctx.role() in ('caseworker', 'supervisor', 'admin', 'service')) and member_id = (select ctx.member()))
    )
  );

create policy add on app.calendar_feeds for insert
  with check (
    org_id = (select ctx.org())
    and ((select ctx.role() in ('caseworker', 'supervisor', 'admin', 'service')) and member_id = (select ctx.member()))
  );

create policy change on app.calendar_feeds for update
  using (
    org_id = (select ctx.org())
    and ((select ctx.role() in ('caseworker', 'supervisor', 'admin', 'service')) and member_id = (select ctx.member()))
  )
  with check (
    org_id = (select ctx.org())
    and ((select ctx.role() in ('caseworker', 'supervisor', 'admin', 'service')) and member_id = (select ctx.member()))
  );

create policy remove on app.calendar_feeds for delete
  using (
    org_id = (select ctx.org())
    and ((select ctx.role() in ('caseworker', 'supervisor', 'admin', 'service')) and member_id = (select ctx.member()))
  );
