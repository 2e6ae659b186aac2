alter table app.image_stops enable row level security;
alter table app.image_stops force row level security;

create policy see on app.image_stops for select
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = image_stops.case_id offset 0)
    )
  );

create policy add on app.image_stops for insert
  with check (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = image_stops.case_id and app.works(a, (select ctx.limits())) offset 0)
    )
  );

create policy change on app.image_stops for update
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = image_stops.case_id and app.works(a, (select ctx.limits())) offset 0)
    )
  )
  with check (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = image_stops.case_id and app.works(a, (select ctx.limits())) offset 0)
    )
  );

create policy remove on app.image_stops for delete
  using (
    (
      org_id = (select ctx.org())
      and (
        (select ctx.role() in ('supervisor', 'service'))
        or exists (select from app.case_access a where a.case_id = image_stops.case_id and app.works(a, (select ctx.limits())) offset 0)
      )
    )
    or (org_id = (select ctx.org()) and case_id in (select ctx.erasing()))
  );

create policy denied on app.image_stops as restrictive for all
  using (case_id is null or case_id <> all ((select ctx.denied_cases())::uuid[]));
