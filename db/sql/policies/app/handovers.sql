-- A context that a link opened carries the one handover that it is for, and sees no other.
alter table app.handovers enable row level security;
alter table app.handovers force row level security;

create policy see on app.handovers for select
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = handovers.case_id offset 0)
      or (
        (select ctx.role() = 'liaison')
        and liaison_id = (select ctx.member())
        and ((select ctx.part(5)) is null or id = (select ctx.part(5))::uuid)
      )
    )
  );

create policy add on app.handovers for insert
  with check (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = handovers.case_id and app.works(a, (select ctx.limits())) offset 0)
      or ((select ctx.role() = 'liaison') and liaison_id = (select ctx.member()))
    )
  );

create policy change on app.handovers for update
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = handovers.case_id and app.works(a, (select ctx.limits())) offset 0)
      or (
        (select ctx.role() = 'liaison')
        and liaison_id = (select ctx.member())
        and ((select ctx.part(5)) is null or id = (select ctx.part(5))::uuid)
      )
    )
  )
  with check (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = handovers.case_id and app.works(a, (select ctx.limits())) offset 0)
      or (
        (select ctx.role() = 'liaison')
        and liaison_id = (select ctx.member())
        and ((select ctx.part(5)) is null or id = (select ctx.part(5))::uuid)
      )
    )
  );

create policy remove on app.handovers for delete
  using (
    (
      org_id = (select ctx.org())
      and (
        (select ctx.role() in ('supervisor', 'service'))
        or exists (select from app.case_access a where a.case_id = handovers.case_id and app.works(a, (select ctx.limits())) offset 0)
        or ((select ctx.role() = 'liaison') and liaison_id = (select ctx.member()))
      )
    )
    or (org_id = (select ctx.org()) and case_id in (select ctx.erasing()))
  );

create policy denied on app.handovers as restrictive for all
  using (case_id is null or case_id <> all ((select ctx.denied_cases())::uuid[]));

create policy restricted_add on app.handovers as restrictive for insert
  with check (case_id is null or case_id not in (select ctx.frozen_cases()));

create policy restricted_remove on app.handovers as restrictive for delete
  using (case_id is null or case_id not in (select ctx.frozen_cases()));

-- What the organisation took from a role (app.role_changes).
create policy rules_add on app.handovers as restrictive for insert
  with check ((select ctx.has('handover.deliver')));
