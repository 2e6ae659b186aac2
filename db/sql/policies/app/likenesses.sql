-- Which pictures of a case look alike, behind the walls of the case: written by a job alone, and never altered.
alter table app.likenesses enable row level security;
alter table app.likenesses force row level security;

create policy see on app.likenesses for select
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = likenesses.case_id offset 0)
    )
  );

create policy add on app.likenesses for insert
  with check (org_id = (select ctx.org()) and (select ctx.role() = 'service'));

create policy change on app.likenesses for update using (false);

create policy remove on app.likenesses for delete
  using (false or (org_id = (select ctx.org()) and case_id in (select ctx.erasing())));

create policy denied on app.likenesses as restrictive for all
  using (case_id is null or case_id <> all ((select ctx.denied_cases())::uuid[]));

create policy restricted_change on app.likenesses as restrictive for update
  using (org_id = (select ctx.org()))
  with check (case_id is null or case_id not in (select ctx.frozen_cases()));

create policy restricted_remove on app.likenesses as restrictive for delete
  using (case_id is null or case_id not in (select ctx.frozen_cases()));

-- What the organisation took from a role (app.role_changes).
create policy rules on app.likenesses as restrictive for all
  using ((select ctx.has('field.identity')));
