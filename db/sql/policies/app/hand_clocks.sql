alter table app.hand_clocks enable row level security;
alter table app.hand_clocks force row level security;

create policy see on app.hand_clocks for select
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = hand_clocks.case_id offset 0)
    )
  );

create policy add on app.hand_clocks for insert
  with check (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = hand_clocks.case_id and app.works(a, (select ctx.limits())) offset 0)
    )
  );

create policy change on app.hand_clocks for update
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = hand_clocks.case_id and app.works(a, (select ctx.limits())) offset 0)
    )
  )
  with check (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = hand_clocks.case_id and app.works(a, (select ctx.limits())) offset 0)
    )
  );

create policy remove on app.hand_clocks for delete
  using (
    (
      org_id = (select ctx.org())
      and (
        (select ctx.role() in ('supervisor', 'service'))
        or exists (select from app.case_access a where a.case_id = hand_clocks.case_id and app.works(a, (select ctx.limits())) offset 0)
      )
    )
    or (org_id = (select ctx.org()) and case_id in (select ctx.erasing()))
  );

create policy denied on app.hand_clocks as restrictive for all
  using (case_id is null or case_id <> all ((select ctx.denied_cases())::uuid[]));
