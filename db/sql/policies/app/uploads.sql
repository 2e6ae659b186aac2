alter table app.uploads enable row level security;
alter table app.uploads force row level security;

create policy see on app.uploads for select
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = uploads.case_id and app.works(a, (select ctx.limits())) offset 0)
    )
  );

create policy add on app.uploads for insert
  with check (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = uploads.case_id and app.works(a, (select ctx.limits())) offset 0)
    )
  );

create policy change on app.uploads for update
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = uploads.case_id and app.works(a, (select ctx.limits())) offset 0)
    )
  )
  with check (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = uploads.case_id and app.works(a, (select ctx.limits())) offset 0)
    )
  );

create policy remove on app.uploads for delete
  using (
    (
      org_id = (select ctx.org())
      and (
        (select ctx.role() in ('supervisor', 'service'))
        or exists (select from app.case_access a where a.case_id = uploads.case_id and app.works(a, (select ctx.limits())) offset 0)
      )
    )
    or (org_id = (select ctx.org()) and case_id in (select ctx.erasing()))
  );

create policy denied on app.uploads as restrictive for all
  using (case_id is null or case_id <> all ((select ctx.denied_cases())::uuid[]));
