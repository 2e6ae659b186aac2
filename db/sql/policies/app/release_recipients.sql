-- A change only takes back, that the officer was taken off, so a restricted case lets it through like a revocation.
alter table app.release_recipients enable row level security;
alter table app.release_recipients force row level security;

create policy see on app.release_recipients for select
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or (
        (select ctx.role() = 'caseworker')
        and exists (select from app.case_access a where a.case_id = release_recipients.case_id offset 0)
      )
    )
  );

create policy add on app.release_recipients for insert
  with check (
    org_id = (select ctx.org())
    and (
      (
        (select ctx.role() in ('supervisor', 'service'))
        or (
          (select ctx.role() = 'caseworker')
          and exists (select from app.case_access a where a.case_id = release_recipients.case_id and app.works(a, (select ctx.limits())) offset 0)
        )
      )
      and ((select ctx.role() = 'service') or confirmed_by = (select ctx.member()))
    )
  );

create policy change on app.release_recipients for update
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() = 'supervisor')
      or (
        (select ctx.role() = 'caseworker')
        and exists (select from app.case_access a where a.case_id = release_recipients.case_id and app.works(a, (select ctx.limits())) offset 0)
      )
    )
  )
  with check (
    org_id = (select ctx.org())
    and (
      (select ctx.role() = 'supervisor')
      or (
        (select ctx.role() = 'caseworker')
        and exists (select from app.case_access a where a.case_id = release_recipients.case_id and app.works(a, (select ctx.limits())) offset 0)
      )
    )
  );

create policy remove on app.release_recipients for delete
  using (false or (org_id = (select ctx.org()) and case_id in (select ctx.erasing())));

create policy denied on app.release_recipients as restrictive for all
  using (case_id is null or case_id <> all ((select ctx.denied_cases())::uuid[]));

create policy restricted_add on app.release_recipients as restrictive for insert
  with check (case_id is null or case_id not in (select ctx.frozen_cases()));

create policy restricted_remove on app.release_recipients as restrictive for delete
  using (case_id is null or case_id not in (select ctx.frozen_cases()));

-- What the organisation took from a role (app.role_changes).
create policy rules_add on app.release_recipients as restrictive for insert
  with check ((select ctx.has('release.write')));
