-- A restriction does not keep anybody from getting copies back.
alter table app.recalls enable row level security;
alter table app.recalls force row level security;

create policy see on app.recalls for select
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = recalls.case_id offset 0)
    )
  );

create policy add on app.recalls for insert
  with check (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = recalls.case_id and app.works(a, (select ctx.limits())) offset 0)
    )
  );

create policy change on app.recalls for update
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = recalls.case_id and app.works(a, (select ctx.limits())) offset 0)
    )
  )
  with check (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = recalls.case_id and app.works(a, (select ctx.limits())) offset 0)
    )
  );

create policy remove on app.recalls for delete
  using (
    (
      org_id = (select ctx.org())
      and (
        (select ctx.role() in ('supervisor', 'service'))
        or exists (select from app.case_access a where a.case_id = recalls.case_id and app.works(a, (select ctx.limits())) offset 0)
      )
    )
    or (org_id = (select ctx.org()) and case_id in (select ctx.erasing()))
  );

create policy denied on app.recalls as restrictive for all
  using (case_id is null or case_id <> all ((select ctx.denied_cases())::uuid[]));

create policy restricted_remove on app.recalls as restrictive for delete
  using (case_id is null or case_id not in (select ctx.frozen_cases()));
