alter table app.case_words enable row level security;
alter table app.case_words force row level security;

create policy see on app.case_words for select
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = case_words.case_id offset 0)
    )
  );

create policy add on app.case_words for insert
  with check (org_id = (select ctx.org()) and (select ctx.role() = 'service'));

create policy change on app.case_words for update
  using (org_id = (select ctx.org()) and (select ctx.role() = 'service'))
  with check (org_id = (select ctx.org()) and (select ctx.role() = 'service'));

create policy remove on app.case_words for delete
  using (
    (org_id = (select ctx.org()) and (select ctx.role() = 'service'))
    or (org_id = (select ctx.org()) and case_id in (select ctx.erasing()))
  );

create policy denied on app.case_words as restrictive for all
  using (case_id is null or case_id <> all ((select ctx.denied_cases())::uuid[]));
