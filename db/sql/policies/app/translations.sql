-- What words of an exhibit mean, behind the walls of its case: added and taken back in one's own name, and never
-- altered. A job translates nothing.
alter table app.translations enable row level security;
alter table app.translations force row level security;

create policy see on app.translations for select
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = translations.case_id offset 0)
    )
  );

create policy add on app.translations for insert
  with check (
    org_id = (select ctx.org())
    and (
      (
        (select ctx.role() in ('supervisor', 'service'))
        or exists (select from app.case_access a where a.case_id = translations.case_id and app.works(a, (select ctx.limits())) offset 0)
      )
      and made_by = (select ctx.member())
    )
  );

create policy change on app.translations for update using (false);

create policy remove on app.translations for delete
  using (false or (org_id = (select ctx.org()) and case_id in (select ctx.erasing())));

create policy denied on app.translations as restrictive for all
  using (case_id is null or case_id <> all ((select ctx.denied_cases())::uuid[]));

create policy restricted_add on app.translations as restrictive for insert
  with check (case_id is null or case_id not in (select ctx.frozen_cases()));

create policy restricted_change on app.translations as restrictive for update
  using (org_id = (select ctx.org()))
  with check (case_id is null or case_id not in (select ctx.frozen_cases()));

create policy restricted_remove on app.translations as restrictive for delete
  using (case_id is null or case_id not in (select ctx.frozen_cases()));
