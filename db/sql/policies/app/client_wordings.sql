-- What the organisation says of its texts for clients is seen by everyone inside and written by an administrator.
alter table app.client_wordings enable row level security;
alter table app.client_wordings force row level security;

create policy see on app.client_wordings for select
  using (org_id = (select ctx.org()) and (select ctx.role() in ('caseworker', 'supervisor', 'admin', 'service')));

create policy add on app.client_wordings for insert
  with check (
    org_id = (select ctx.org()) and (select ctx.role() = 'admin') and saved_by = (select ctx.member())
  );

create policy change on app.client_wordings for update using (false);

create policy remove on app.client_wordings for delete using (false);
