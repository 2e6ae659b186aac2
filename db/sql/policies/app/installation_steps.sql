-- Administrators settle them; the job that writes a test mail keeps the hash of its code.
alter table app.installation_steps enable row level security;
alter table app.installation_steps force row level security;

create policy see on app.installation_steps for select
  using (org_id = (select ctx.org()) and (select ctx.role() in ('admin', 'service')));

create policy add on app.installation_steps for insert
  with check (
    org_id = (select ctx.org())
    and (
      (select ctx.role() = 'service')
      or ((select ctx.role() = 'admin') and member_id = (select ctx.member()))
    )
  );

create policy change on app.installation_steps for update
  using (org_id = (select ctx.org()) and (select ctx.role() in ('admin', 'service')))
  with check (org_id = (select ctx.org()) and (select ctx.role() in ('admin', 'service')));

create policy remove on app.installation_steps for delete using (false);
