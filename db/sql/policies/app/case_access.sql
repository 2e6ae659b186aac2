-- What the other policies read as the person: a caseworker sees here their own rows, as long as they last, and the open
-- cases of whoever they cover for; whoever comes through a pairing sees those of its one case. Written by triggers alone.
alter table app.case_access enable row level security;
alter table app.case_access force row level security;

-- Each table that a statement reads brings this policy along, and Postgres prepares all of it each time: what most people
-- need is one question. Postgres takes half of the rows to answer yes, since a coalesce tells it nothing else.
create policy see on app.case_access for select
  using (
    coalesce(
      (select ctx.reach()) <@ array[
        org_id, member_id, case_id,
        case when until > transaction_timestamp() then 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid end
      ],
      false
    )
    or (
      owns and closed_at is null
      and member_id = any ((select ctx.covers())::uuid[])
      and until > transaction_timestamp()
      and case_id = coalesce((select ctx.part(5))::uuid, case_id)
    )
  );

create policy add on app.case_access for insert
  with check (org_id = (select ctx.org()) and (select ctx.role() = 'service'));

create policy change on app.case_access for update
  using (org_id = (select ctx.org()) and (select ctx.role() = 'service'))
  with check (org_id = (select ctx.org()) and (select ctx.role() = 'service'));

create policy remove on app.case_access for delete using (org_id = (select ctx.org()) and (select ctx.role() = 'service'));

create policy denied on app.case_access as restrictive for all
  using (case_id is null or case_id <> all ((select ctx.denied_cases())::uuid[]));
