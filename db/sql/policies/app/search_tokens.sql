alter table app.search_tokens enable row level security;
alter table app.search_tokens force row level security;

create policy see on app.search_tokens for select
  using (org_id = (select ctx.org()) and (select ctx.role() in ('caseworker', 'supervisor', 'service')));

create policy add on app.search_tokens for insert
  with check (org_id = (select ctx.org()) and (select ctx.role() in ('caseworker', 'supervisor', 'service')));

create policy change on app.search_tokens for update
  using (org_id = (select ctx.org()) and (select ctx.role() in ('caseworker', 'supervisor', 'service')))
  with check (org_id = (select ctx.org()) and (select ctx.role() in ('caseworker', 'supervisor', 'service')));

create policy remove on app.search_tokens for delete
  using (
    (org_id = (select ctx.org()) and (select ctx.role() in ('caseworker', 'supervisor', 'service')))
    or (org_id = (select ctx.org()) and owner_id in (select ctx.erasing()))
  );

create policy denied on app.search_tokens as restrictive for all using (owner_id <> all ((select ctx.denied_clients())::uuid[]));

-- Whoever may not see how a client is reached, or who a subject is said to be, does not find out by searching either.
create policy rules_see on app.search_tokens as restrictive for select
  using (
    ((select ctx.has('field.contact')) or owner_kind <> 'client' or field not in ('phone', 'email'))
    and ((select ctx.has('field.identity')) or field <> 'alleged_name')
  );
