alter table app."references" enable row level security;
alter table app."references" force row level security;

create policy see on app."references" for select
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = "references".case_id offset 0)
      or handover_id in (select app.handed_over())
    )
  );

create policy add on app."references" for insert
  with check (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = "references".case_id and app.works(a, (select ctx.limits())) offset 0)
      or handover_id in (select app.handed_over())
    )
  );

create policy change on app."references" for update
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = "references".case_id and app.works(a, (select ctx.limits())) offset 0)
      or handover_id in (select app.handed_over())
    )
  )
  with check (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = "references".case_id and app.works(a, (select ctx.limits())) offset 0)
      or handover_id in (select app.handed_over())
    )
  );

create policy remove on app."references" for delete
  using (
    (
      org_id = (select ctx.org())
      and (
        (select ctx.role() in ('supervisor', 'service'))
        or exists (select from app.case_access a where a.case_id = "references".case_id and app.works(a, (select ctx.limits())) offset 0)
        or handover_id in (select app.handed_over())
      )
    )
    or (org_id = (select ctx.org()) and case_id in (select ctx.erasing()))
  );

create policy denied on app."references" as restrictive for all
  using (case_id is null or case_id <> all ((select ctx.denied_cases())::uuid[]));

create policy restricted_add on app."references" as restrictive for insert
  with check (case_id is null or case_id not in (select ctx.frozen_cases()));

create policy restricted_change on app."references" as restrictive for update
  using (org_id = (select ctx.org()))
  with check (case_id is null or case_id not in (select ctx.frozen_cases()));

create policy restricted_remove on app."references" as restrictive for delete
  using (case_id is null or case_id not in (select ctx.frozen_cases()));

-- A record may become too old for a role to change. A number that is awaited is none yet.
create policy rules_age on app."references" as restrictive for update
  using (recorded_at > (select ctx.oldest()) or state = 'not_yet_issued')
  with check (org_id = (select ctx.org()));

create policy rules_age_remove on app."references" as restrictive for delete
  using (recorded_at > (select ctx.oldest()) or case_id in (select ctx.erasing()));
