alter table app.filled_forms enable row level security;
alter table app.filled_forms force row level security;

create policy see on app.filled_forms for select
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = filled_forms.case_id offset 0)
    )
  );

create policy add on app.filled_forms for insert
  with check (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = filled_forms.case_id and app.works(a, (select ctx.limits())) offset 0)
    )
  );

create policy change on app.filled_forms for update
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = filled_forms.case_id and app.works(a, (select ctx.limits())) offset 0)
    )
  )
  with check (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = filled_forms.case_id and app.works(a, (select ctx.limits())) offset 0)
    )
  );

create policy remove on app.filled_forms for delete
  using (false or (org_id = (select ctx.org()) and case_id in (select ctx.erasing())));

create policy denied on app.filled_forms as restrictive for all
  using (case_id is null or case_id <> all ((select ctx.denied_cases())::uuid[]));

create policy restricted_add on app.filled_forms as restrictive for insert
  with check (case_id is null or case_id not in (select ctx.frozen_cases()));

create policy restricted_change on app.filled_forms as restrictive for update
  using (org_id = (select ctx.org()))
  with check (case_id is null or case_id not in (select ctx.frozen_cases()));

create policy restricted_remove on app.filled_forms as restrictive for delete
  using (case_id is null or case_id not in (select ctx.frozen_cases()));

-- What the organisation took from a role (app.role_changes).
create policy rules_see on app.filled_forms as restrictive for select
  using ((select ctx.has('paper.read')));

create policy rules_add on app.filled_forms as restrictive for insert
  with check ((select ctx.has('document.write')));

create policy rules_change on app.filled_forms as restrictive for update
  using ((select ctx.has('document.write')));
