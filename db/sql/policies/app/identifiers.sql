alter table app.identifiers enable row level security;
alter table app.identifiers force row level security;

create policy see on app.identifiers for select
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = identifiers.case_id offset 0)
    )
  );

create policy add on app.identifiers for insert
  with check (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = identifiers.case_id and app.works(a, (select ctx.limits())) offset 0)
    )
  );

create policy change on app.identifiers for update
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = identifiers.case_id and app.works(a, (select ctx.limits())) offset 0)
    )
  )
  with check (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = identifiers.case_id and app.works(a, (select ctx.limits())) offset 0)
    )
  );

create policy remove on app.identifiers for delete
  using (
    (
      org_id = (select ctx.org())
      and (
        (select ctx.role() in ('supervisor', 'service'))
        or exists (select from app.case_access a where a.case_id = identifiers.case_id and app.works(a, (select ctx.limits())) offset 0)
      )
    )
    or (org_id = (select ctx.org()) and case_id in (select ctx.erasing()))
  );

create policy denied on app.identifiers as restrictive for all
  using (case_id is null or case_id <> all ((select ctx.denied_cases())::uuid[]));

create policy restricted_add on app.identifiers as restrictive for insert
  with check (case_id is null or case_id not in (select ctx.frozen_cases()));

create policy restricted_change on app.identifiers as restrictive for update
  using (org_id = (select ctx.org()))
  with check (case_id is null or case_id not in (select ctx.frozen_cases()));

create policy restricted_remove on app.identifiers as restrictive for delete
  using (case_id is null or case_id not in (select ctx.frozen_cases()));

-- What the organisation took from a role (app.role_changes).
create policy rules on app.identifiers as restrictive for all
  using ((select ctx.has('field.identity')));

-- A record may become too old for a role to change.
create policy rules_age on app.identifiers as restrictive for update
  using (added_at > (select ctx.oldest()));

create policy rules_age_remove on app.identifiers as restrictive for delete
  using (added_at > (select ctx.oldest()) or case_id in (select ctx.erasing()));
