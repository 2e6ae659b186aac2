alter table app.clients enable row level security;
alter table app.clients force row level security;

create policy see on app.clients for select
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or (
        (select ctx.role() = 'caseworker')
        -- A paired extension learns nothing of any client.
        and (select ctx.part(5)) is null
        and (
          registered_by = (select ctx.member())
          or exists (select from app.cases c where c.client_id = clients.id offset 0)
        )
      )
    )
  );

create policy add on app.clients for insert
  with check (org_id = (select ctx.org()) and (select ctx.role() in ('caseworker', 'supervisor', 'service')));

create policy change on app.clients for update
  using (org_id = (select ctx.org()) and (select ctx.role() in ('caseworker', 'supervisor', 'service')))
  with check (org_id = (select ctx.org()) and (select ctx.role() in ('caseworker', 'supervisor', 'service')));

create policy remove on app.clients for delete
  using (org_id = (select ctx.org()) and (select ctx.role() in ('caseworker', 'supervisor', 'service')));

create policy denied on app.clients as restrictive for all using (id <> all ((select ctx.denied_clients())::uuid[]));

-- What the organisation took from a role (app.role_changes).
create policy rules_add on app.clients as restrictive for insert
  with check ((select ctx.has('case.open')));

create policy rules_change on app.clients as restrictive for update
  using ((select ctx.limits()) & 4 = 0);
