-- Whoever handles one sees it, and nothing more of the case that it is linked to. Whoever wrote down one that is linked to
-- none sees it too.
alter table app.rights_requests enable row level security;
alter table app.rights_requests force row level security;

create policy see on app.rights_requests for select
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = rights_requests.case_id and app.works(a, (select ctx.limits())) offset 0)
      or (
        (select ctx.role() in ('caseworker', 'supervisor', 'service'))
        and (handler_id = (select ctx.member()) or (case_id is null and recorded_by = (select ctx.member())))
      )
    )
  );

create policy add on app.rights_requests for insert
  with check (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = rights_requests.case_id and app.works(a, (select ctx.limits())) offset 0)
      or (
        (select ctx.role() in ('caseworker', 'supervisor', 'service'))
        and (handler_id = (select ctx.member()) or (case_id is null and recorded_by = (select ctx.member())))
      )
    )
  );

create policy change on app.rights_requests for update
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = rights_requests.case_id and app.works(a, (select ctx.limits())) offset 0)
      or (
        (select ctx.role() in ('caseworker', 'supervisor', 'service'))
        and (handler_id = (select ctx.member()) or (case_id is null and recorded_by = (select ctx.member())))
      )
    )
  )
  with check (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = rights_requests.case_id and app.works(a, (select ctx.limits())) offset 0)
      or (
        (select ctx.role() in ('caseworker', 'supervisor', 'service'))
        and (handler_id = (select ctx.member()) or (case_id is null and recorded_by = (select ctx.member())))
      )
    )
  );

create policy remove on app.rights_requests for delete
  using (
    (
      org_id = (select ctx.org())
      and (
        (select ctx.role() in ('supervisor', 'service'))
        or exists (select from app.case_access a where a.case_id = rights_requests.case_id and app.works(a, (select ctx.limits())) offset 0)
        or (
          (select ctx.role() in ('caseworker', 'supervisor', 'service'))
          and (handler_id = (select ctx.member()) or (case_id is null and recorded_by = (select ctx.member())))
        )
      )
    )
    or (org_id = (select ctx.org()) and case_id in (select ctx.erasing()))
  );

create policy denied on app.rights_requests as restrictive for all
  using (case_id is null or case_id <> all ((select ctx.denied_cases())::uuid[]));

-- What the organisation took from a role (app.role_changes).
create policy rules_add on app.rights_requests as restrictive for insert
  with check ((select ctx.has('rights.write')));
