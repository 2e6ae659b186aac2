-- An officer opens the files of the packets that they were given, each under its own key, and only while the client
-- lets them have it. A client opens what is on her page, and whoever wrote an enquiry that one. The keys that sign, packets and what is
-- sent to other systems, are for the worker and the administrator.
alter table app.data_keys enable row level security;
alter table app.data_keys force row level security;

create policy see on app.data_keys for select
  using (
    org_id = (select ctx.org())
    and (
      ((select ctx.role() in ('caseworker', 'supervisor', 'admin', 'service')) and purpose not in ('signing', 'webhook'))
      or ((select ctx.role() in ('admin', 'service')) and purpose in ('signing', 'webhook'))
      or ((select ctx.role() in ('liaison', 'client', 'enquirer')) and app.opens_key(id, purpose))
    )
  );

create policy add on app.data_keys for insert
  with check (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('caseworker', 'supervisor', 'admin', 'service'))
      or ((select ctx.enquiry()) is not null and purpose = 'enquiry')
    )
  );

create policy change on app.data_keys for update
  using (org_id = (select ctx.org()) and (select ctx.role() in ('caseworker', 'supervisor', 'admin', 'service')))
  with check (org_id = (select ctx.org()) and (select ctx.role() in ('caseworker', 'supervisor', 'admin', 'service')));

create policy remove on app.data_keys for delete
  using (org_id = (select ctx.org()) and (select ctx.role() in ('caseworker', 'supervisor', 'admin', 'service')));
