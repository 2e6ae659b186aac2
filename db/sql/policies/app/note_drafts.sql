-- What a member has not saved yet belongs to that member alone.
alter table app.note_drafts enable row level security;
alter table app.note_drafts force row level security;

create policy see on app.note_drafts for select
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() = 'service')
      or (
        (
          (select ctx.role() = 'supervisor')
          or (
            (select ctx.role() = 'caseworker')
            and exists (select from app.case_access a where a.case_id = note_drafts.case_id and app.works(a, (select ctx.limits())) offset 0)
          )
        )
        and member_id = (select ctx.member())
      )
    )
  );

create policy add on app.note_drafts for insert
  with check (
    org_id = (select ctx.org())
    and (
      (select ctx.role() = 'supervisor')
      or (
        (select ctx.role() = 'caseworker')
        and exists (select from app.case_access a where a.case_id = note_drafts.case_id and app.works(a, (select ctx.limits())) offset 0)
      )
    )
    and member_id = (select ctx.member())
  );

create policy change on app.note_drafts for update
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() = 'supervisor')
      or (
        (select ctx.role() = 'caseworker')
        and exists (select from app.case_access a where a.case_id = note_drafts.case_id and app.works(a, (select ctx.limits())) offset 0)
      )
    )
    and member_id = (select ctx.member())
  )
  with check (
    org_id = (select ctx.org())
    and (
      (select ctx.role() = 'supervisor')
      or (
        (select ctx.role() = 'caseworker')
        and exists (select from app.case_access a where a.case_id = note_drafts.case_id and app.works(a, (select ctx.limits())) offset 0)
      )
    )
    and member_id = (select ctx.member())
  );

create policy remove on app.note_drafts for delete
  using (
    (
    org_id = (select ctx.org())
    and (
      (select ctx.role() = 'supervisor')
      or (
        (select ctx.role() = 'caseworker')
        and exists (select from app.case_access a where a.case_id = note_drafts.case_id and app.works(a, (select ctx.limits())) offset 0)
      )
    )
    and member_id = (select ctx.member())
    )
    or (org_id = (select ctx.org()) and case_id in (select ctx.erasing()))
  );

create policy denied on app.note_drafts as restrictive for all
  using (case_id is null or case_id <> all ((select ctx.denied_cases())::uuid[]));

create policy restricted_add on app.note_drafts as restrictive for insert
  with check (case_id is null or case_id not in (select ctx.frozen_cases()));

create policy restricted_change on app.note_drafts as restrictive for update
  using (org_id = (select ctx.org()))
  with check (case_id is null or case_id not in (select ctx.frozen_cases()));

create policy restricted_remove on app.note_drafts as restrictive for delete
  using (case_id is null or case_id not in (select ctx.frozen_cases()));

-- What the organisation took from a role (app.role_changes).
create policy rules on app.note_drafts as restrictive for all
  using ((select ctx.has('field.notes')));
