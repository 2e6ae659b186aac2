alter table app.liaison_callbacks enable row level security;
alter table app.liaison_callbacks force row level security;

create policy see on app.liaison_callbacks for select
  using (org_id = (select ctx.org()) and (select ctx.role() in ('caseworker', 'supervisor', 'admin', 'service')));

create policy add on app.liaison_callbacks for insert
  with check (
    org_id = (select ctx.org())
    and ((select ctx.role() in ('supervisor', 'admin')) and called_by = (select ctx.member()))
  );

create policy change on app.liaison_callbacks for update using (false);

create policy remove on app.liaison_callbacks for delete using (false);
