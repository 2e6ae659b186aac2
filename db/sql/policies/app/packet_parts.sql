-- An officer sees a part only while the client lets this officer have it: the files, and with them their keys, are
-- closed at the moment in which a release is revoked or over. The annex only when it was given to them. The copy that
-- is stamped as withdrawn and the sender's copy are for the people of the case.
alter table app.packet_parts enable row level security;
alter table app.packet_parts force row level security;

create policy see on app.packet_parts for select
  using (
    org_id = (select ctx.org())
    and (
      (select ctx.role() in ('supervisor', 'service'))
      or exists (select from app.case_access a where a.case_id = packet_parts.case_id offset 0)
      or (
        (select ctx.role() = 'liaison')
        and part not in ('withdrawn_copy', 'sender')
        and packet_id in (
          select h.packet_id from app.handovers h
          where packet_parts.part <> 'annex' or (h.with_annex and h.annex_until > transaction_timestamp())
        )
        and app.cover_of(packet_id, ctx.member(), part = 'annex') = 'covered'
      )
    )
  );

create policy add on app.packet_parts for insert
  with check (org_id = (select ctx.org()) and (select ctx.role() = 'service'));

create policy change on app.packet_parts for update
  using (org_id = (select ctx.org()) and (select ctx.role() = 'service'))
  with check (org_id = (select ctx.org()) and (select ctx.role() = 'service'));

create policy remove on app.packet_parts for delete
  using (
    (org_id = (select ctx.org()) and (select ctx.role() = 'service'))
    or (org_id = (select ctx.org()) and case_id in (select ctx.erasing()))
  );

create policy denied on app.packet_parts as restrictive for all
  using (case_id is null or case_id <> all ((select ctx.denied_cases())::uuid[]));

create policy restricted_add on app.packet_parts as restrictive for insert
  with check (case_id is null or case_id not in (select ctx.frozen_cases()));

create policy restricted_change on app.packet_parts as restrictive for update
  using (org_id = (select ctx.org()))
  with check (case_id is null or case_id not in (select ctx.frozen_cases()));

create policy restricted_remove on app.packet_parts as restrictive for delete
  using (case_id is null or case_id not in (select ctx.frozen_cases()));

-- What the organisation took from a role (app.role_changes).
create policy rules_see on app.packet_parts as restrictive for select
  using ((select ctx.has('paper.read')));
