-- A supervisor decides about an invitation, so they see whom it is for.
alter table app.invitations enable row level security;
alter table app.invitations force row level security;

create policy see on app.invitations for select
  using (org_id = (select ctx.org()) and (select ctx.role() in ('admin', 'service')));

create policy see_to_decide on app.invitations for select
  using (org_id = (select ctx.org()) and (select ctx.role() = 'supervisor'));

create policy add on app.invitations for insert
  with check (org_id = (select ctx.org()) and (select ctx.role() in ('admin', 'service')));

create policy change on app.invitations for update
  using (org_id = (select ctx.org()) and (select ctx.role() in ('admin', 'service')))
  with check (org_id = (select ctx.org()) and (select ctx.role() in ('admin', 'service')));

create policy remove on app.invitations for delete
  using (org_id = (select ctx.org()) and (select ctx.role() in ('admin', 'service')));
