-- Without a case, all caseworkers and supervisors see it; with one, who works on the case. Whoever wrote it sees it and
-- nothing else.
alter table app.enquiries enable row level security;
alter table app.enquiries force row level security;

create policy see on app.enquiries for select
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or (
        (select ctx.role() = 'caseworker')
        and (
          case_id is null
          or exists (select from app.case_access a where a.case_id = enquiries.case_id and app.works(a, (select ctx.limits())) offset 0)
        )
      )
      or id = (select ctx.enquiry())
    )
  );

create policy add on app.enquiries for insert
  with check (org_id = (select ctx.org()) and ((select ctx.role() = 'service') or id = (select ctx.enquiry())));

create policy change on app.enquiries for update
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or (
        (select ctx.role() = 'caseworker')
        and (
          case_id is null
          or exists (select from app.case_access a where a.case_id = enquiries.case_id and app.works(a, (select ctx.limits())) offset 0)
        )
      )
      or id = (select ctx.enquiry())
    )
  )
  with check (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or (
        (select ctx.role() = 'caseworker')
        and (
          case_id is null
          or exists (select from app.case_access a where a.case_id = enquiries.case_id and app.works(a, (select ctx.limits())) offset 0)
        )
      )
      or id = (select ctx.enquiry())
    )
  );

create policy remove on app.enquiries for delete
  using (
    (org_id = (select ctx.org()) and (select ctx.role() = 'service') and case_id is null)
    or (org_id = (select ctx.org()) and case_id in (select ctx.erasing()))
  );

create policy denied on app.enquiries as restrictive for all
  using (case_id is null or case_id <> all ((select ctx.denied_cases())::uuid[]));

create policy restricted_add on app.enquiries as restrictive for insert
  with check (case_id is null or case_id not in (select ctx.frozen_cases()));

create policy restricted_remove on app.enquiries as restrictive for delete
  using (case_id is null or case_id not in (select ctx.frozen_cases()));
