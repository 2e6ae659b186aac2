-- A caseworker sees the cases they work on; a supervisor every case; an admin no case content. What came through a pairing
-- sees, also of the cases that its member owns, the one that app.case_access shows it.
alter table app.cases enable row level security;
alter table app.cases force row level security;

create policy see on app.cases for select
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or (
        (select ctx.role() = 'caseworker')
        and (
          owner_id = (select ctx.member()) and (select ctx.part(5)) is null
          or exists (select from app.case_access a where a.case_id = cases.id offset 0)
        )
      )
    )
  );

create policy add on app.cases for insert
  with check (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or (
        (select ctx.role() = 'caseworker')
        and (
          owner_id = (select ctx.member()) and (select ctx.part(5)) is null
          or exists (select from app.case_access a where a.case_id = cases.id and app.works(a, (select ctx.limits())) offset 0)
        )
      )
    )
  );

create policy change on app.cases for update
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or (
        (select ctx.role() = 'caseworker')
        and (
          owner_id = (select ctx.member()) and (select ctx.part(5)) is null and (select ctx.limits()) & 4 = 0
          and ((select ctx.limits()) & 2 = 0 or closed_at is null)
          or exists (select from app.case_access a where a.case_id = cases.id and app.works(a, (select ctx.limits())) offset 0)
        )
      )
    )
  )
  with check (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or (
        (select ctx.role() = 'caseworker')
        and (
          owner_id = (select ctx.member()) and (select ctx.part(5)) is null and (select ctx.limits()) & 4 = 0
          or exists (select from app.case_access a where a.case_id = cases.id and app.works(a, (select ctx.limits())) offset 0)
        )
      )
    )
  );

create policy remove on app.cases for delete
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or (
        (select ctx.role() = 'caseworker')
        and (
          owner_id = (select ctx.member()) and (select ctx.part(5)) is null and (select ctx.limits()) & 4 = 0
          or exists (select from app.case_access a where a.case_id = cases.id and app.works(a, (select ctx.limits())) offset 0)
        )
      )
    )
  );

create policy denied on app.cases as restrictive for all using (client_id <> all ((select ctx.denied_clients())::uuid[]));

-- What the organisation took from a role (app.role_changes).
create policy rules_add on app.cases as restrictive for insert
  with check ((select ctx.has('case.open')));
