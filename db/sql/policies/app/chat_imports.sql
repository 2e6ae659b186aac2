alter table app.chat_imports enable row level security;
alter table app.chat_imports force row level security;

create policy see on app.chat_imports for select
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = chat_imports.case_id offset 0)
    )
  );

create policy add on app.chat_imports for insert
  with check (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = chat_imports.case_id and app.works(a, (select ctx.limits())) offset 0)
    )
  );

create policy change on app.chat_imports for update
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = chat_imports.case_id and app.works(a, (select ctx.limits())) offset 0)
    )
  )
  with check (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = chat_imports.case_id and app.works(a, (select ctx.limits())) offset 0)
    )
  );

create policy remove on app.chat_imports for delete
  using (
    (
      org_id = (select ctx.org())
      and (
        (select ctx.role() in ('supervisor', 'service'))
        or exists (select from app.case_access a where a.case_id = chat_imports.case_id and app.works(a, (select ctx.limits())) offset 0)
      )
    )
    or (org_id = (select ctx.org()) and case_id in (select ctx.erasing()))
  );

create policy denied on app.chat_imports as restrictive for all
  using (case_id is null or case_id <> all ((select ctx.denied_cases())::uuid[]));

create policy restricted_add on app.chat_imports as restrictive for insert
  with check (case_id is null or case_id not in (select ctx.frozen_cases()));

create policy restricted_change on app.chat_imports as restrictive for update
  using (org_id = (select ctx.org()))
  with check (case_id is null or case_id not in (select ctx.frozen_cases()));

create policy restricted_remove on app.chat_imports as restrictive for delete
  using (case_id is null or case_id not in (select ctx.frozen_cases()));
