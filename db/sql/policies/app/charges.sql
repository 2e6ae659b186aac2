alter table app.charges enable row level security;
alter table app.charges force row level security;

create policy see on app.charges for select
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = charges.case_id offset 0)
    )
  );

create policy add on app.charges for insert
  with check (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = charges.case_id and app.works(a, (select ctx.limits())) offset 0)
    )
  );

create policy change on app.charges for update
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = charges.case_id and app.works(a, (select ctx.limits())) offset 0)
    )
  )
  with check (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = charges.case_id and app.works(a, (select ctx.limits())) offset 0)
    )
  );

create policy remove on app.charges for delete
  using (
    (
      org_id = (select ctx.org())
      and (
        (select ctx.role() in ('supervisor', 'service'))
        or exists (select from app.case_access a where a.case_id = charges.case_id and app.works(a, (select ctx.limits())) offset 0)
      )
    )
    or (org_id = (select ctx.org()) and case_id in (select ctx.erasing()))
  );

create policy denied on app.charges as restrictive for all
  using (case_id is null or case_id <> all ((select ctx.denied_cases())::uuid[]));

create policy restricted_add on app.charges as restrictive for insert
  with check (case_id is null or case_id not in (select ctx.frozen_cases()));

create policy restricted_change on app.charges as restrictive for update
  using (org_id = (select ctx.org()))
  with check (case_id is null or case_id not in (select ctx.frozen_cases()));

create policy restricted_remove on app.charges as restrictive for delete
  using (case_id is null or case_id not in (select ctx.frozen_cases()));

-- What the organisation took from a role (app.role_changes).
create policy rules on app.charges as restrictive for all
  using ((select ctx.has('field.charges')));

-- A record may become too old for a role to change.
create policy rules_age on app.charges as restrictive for update
  using (named_at > (select ctx.oldest()));

create policy rules_age_remove on app.charges as restrictive for delete
  using (named_at > (select ctx.oldest()) or case_id in (select ctx.erasing()));
