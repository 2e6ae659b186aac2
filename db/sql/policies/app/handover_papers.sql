-- A job writes them, and nobody changes one. There is no receipt for what the officer has not acknowledged. An officer
-- sees the papers about their own handover.
alter table app.handover_papers enable row level security;
alter table app.handover_papers force row level security;

create policy see on app.handover_papers for select
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = handover_papers.case_id offset 0)
      or handover_id in (select app.handed_over())
    )
  );

create policy add on app.handover_papers for insert
  with check (
    org_id = (select ctx.org())
    and (select ctx.role() = 'service')
    and (
      paper <> 'receipt'
      or handover_id in (select h.id from app.handovers h where h.acknowledged_at is not null)
    )
  );

create policy change on app.handover_papers for update using (false);

create policy remove on app.handover_papers for delete
  using (false or (org_id = (select ctx.org()) and case_id in (select ctx.erasing())));

create policy denied on app.handover_papers as restrictive for all
  using (case_id is null or case_id <> all ((select ctx.denied_cases())::uuid[]));

create policy restricted_add on app.handover_papers as restrictive for insert
  with check (case_id is null or case_id not in (select ctx.frozen_cases()));

create policy restricted_change on app.handover_papers as restrictive for update
  using (org_id = (select ctx.org()))
  with check (case_id is null or case_id not in (select ctx.frozen_cases()));

create policy restricted_remove on app.handover_papers as restrictive for delete
  using (case_id is null or case_id not in (select ctx.frozen_cases()));

-- What the organisation took from a role (app.role_changes).
create policy rules_see on app.handover_papers as restrictive for select
  using ((select ctx.has('paper.read')));
