-- Staff read what concerns the cases they see; supervisors and admins read the whole log of their organisation. It is
-- written for whoever acts; what it says of a case is read by those who may see the case.
alter table audit.entries enable row level security;
alter table audit.entries force row level security;

create policy see on audit.entries for select
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'admin', 'service'))
      or ((select ctx.role() = 'caseworker') and case_id in (select c.id from app.cases c))
    )
  );

create policy add on audit.entries for insert with check (org_id = (select ctx.org()));

create policy change on audit.entries for update using (false);

create policy remove on audit.entries for delete using (false);

create policy denied on audit.entries as restrictive for select
  using (
    (case_id is null or case_id <> all ((select ctx.denied_cases())::uuid[])) and subject_id <> all ((select ctx.denied_clients())::uuid[])
  );
