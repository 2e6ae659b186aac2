-- Only a job takes a mail in. With a case, who works on it sees it; without one, supervisors do.
alter table app.incoming_mails enable row level security;
alter table app.incoming_mails force row level security;

create policy see on app.incoming_mails for select
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = incoming_mails.case_id and a.works offset 0)
    )
  );

create policy add on app.incoming_mails for insert
  with check (org_id = (select ctx.org()) and (select ctx.role() = 'service'));

create policy change on app.incoming_mails for update
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = incoming_mails.case_id and app.works(a, (select ctx.limits())) offset 0)
    )
  )
  with check (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = incoming_mails.case_id and app.works(a, (select ctx.limits())) offset 0)
    )
  );

create policy remove on app.incoming_mails for delete
  using (
    (org_id = (select ctx.org()) and (select ctx.role() = 'service') and state <> 'filed')
    or (org_id = (select ctx.org()) and case_id in (select ctx.erasing()))
  );

create policy denied on app.incoming_mails as restrictive for all
  using (case_id is null or case_id <> all ((select ctx.denied_cases())::uuid[]));

create policy restricted_add on app.incoming_mails as restrictive for insert
  with check (case_id is null or case_id not in (select ctx.frozen_cases()));

create policy restricted_change on app.incoming_mails as restrictive for update
  using (org_id = (select ctx.org()))
  with check (case_id is null or case_id not in (select ctx.frozen_cases()));

create policy restricted_remove on app.incoming_mails as restrictive for delete
  using (case_id is null or case_id not in (select ctx.frozen_cases()));
