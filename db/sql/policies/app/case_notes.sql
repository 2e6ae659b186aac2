-- A supervision note is for its author and for supervisors: nobody else on the case sees that there is one.
alter table app.case_notes enable row level security;
alter table app.case_notes force row level security;

create policy see on app.case_notes for select
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or (
        (select ctx.role() = 'caseworker')
        and exists (select from app.case_access a where a.case_id = case_notes.case_id and app.works(a, (select ctx.limits())) offset 0)
        and (visibility <> 'supervision' or written_by = (select ctx.member()))
      )
    )
  );

create policy look on app.case_notes for select
  using (
    org_id = (select ctx.org())
    and (select ctx.role() = 'caseworker')
    and exists (select from app.case_access a where a.case_id = case_notes.case_id offset 0)
    and visibility <> 'supervision'
  );

create policy add on app.case_notes for insert
  with check (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = case_notes.case_id and app.works(a, (select ctx.limits())) offset 0)
    )
    and written_by = (select ctx.member())
  );

create policy change on app.case_notes for update
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or (
        (select ctx.role() = 'caseworker')
        and exists (select from app.case_access a where a.case_id = case_notes.case_id and app.works(a, (select ctx.limits())) offset 0)
        and (visibility <> 'supervision' or written_by = (select ctx.member()))
      )
    )
  )
  with check (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = case_notes.case_id and app.works(a, (select ctx.limits())) offset 0)
    )
  );

create policy remove on app.case_notes for delete
  using (false or (org_id = (select ctx.org()) and case_id in (select ctx.erasing())));

create policy denied on app.case_notes as restrictive for all
  using (case_id is null or case_id <> all ((select ctx.denied_cases())::uuid[]));

create policy restricted_add on app.case_notes as restrictive for insert
  with check (case_id is null or case_id not in (select ctx.frozen_cases()));

create policy restricted_change on app.case_notes as restrictive for update
  using (org_id = (select ctx.org()))
  with check (case_id is null or case_id not in (select ctx.frozen_cases()));

create policy restricted_remove on app.case_notes as restrictive for delete
  using (case_id is null or case_id not in (select ctx.frozen_cases()));

-- What the organisation took from a role (app.role_changes).
create policy rules on app.case_notes as restrictive for all
  using ((select ctx.has('field.notes')));

-- A record may become too old for a role to change.
create policy rules_age on app.case_notes as restrictive for update
  using (written_at > (select ctx.oldest()));

create policy rules_age_remove on app.case_notes as restrictive for delete
  using (written_at > (select ctx.oldest()) or case_id in (select ctx.erasing()));
