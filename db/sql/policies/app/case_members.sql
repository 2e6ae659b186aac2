-- A caseworker lets people into a case that they hold or work on, and themselves into one that was offered to them.
-- Nobody writes a member's row again; the application takes none away.
alter table app.case_members enable row level security;
alter table app.case_members force row level security;

create policy see on app.case_members for select
  using (org_id = (select ctx.org()) and (select ctx.role() in ('caseworker', 'supervisor', 'service')));

create policy look on app.case_members for select
  using (
    org_id = (select ctx.org())
    and (select ctx.role() = 'caseworker')
    and exists (select from app.case_access a where a.case_id = case_members.case_id offset 0)
  );

create policy add on app.case_members for insert
  with check (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = case_members.case_id and app.works(a, (select ctx.limits())) offset 0)
      or (
        (select ctx.role() = 'caseworker')
        and (
          exists (
            select 1 from app.cases c
            where c.org_id = case_members.org_id
              and c.id = case_members.case_id
              and c.owner_id = (select ctx.member())
          )
          or (
            member_id = (select ctx.member())
            and exists (
              select 1 from app.case_offers o
              where o.org_id = case_members.org_id
                and o.case_id = case_members.case_id
                and o.offered_to = (select ctx.member())
                and o.state = 'open'
            )
          )
        )
      )
    )
  );

create policy change on app.case_members for update
  using (org_id = (select ctx.org()) and (select ctx.role() in ('supervisor', 'service')))
  with check (org_id = (select ctx.org()) and (select ctx.role() in ('supervisor', 'service')));

create policy remove on app.case_members for delete
  using (
    (org_id = (select ctx.org()) and (select ctx.role() in ('supervisor', 'service')))
    or (org_id = (select ctx.org()) and case_id in (select ctx.erasing()))
  );

create policy denied on app.case_members as restrictive for all
  using (case_id is null or case_id <> all ((select ctx.denied_cases())::uuid[]));

create policy restricted_add on app.case_members as restrictive for insert
  with check (case_id is null or case_id not in (select ctx.frozen_cases()));

create policy restricted_change on app.case_members as restrictive for update
  using (org_id = (select ctx.org()))
  with check (case_id is null or case_id not in (select ctx.frozen_cases()));

create policy restricted_remove on app.case_members as restrictive for delete
  using (case_id is null or case_id not in (select ctx.frozen_cases()));
