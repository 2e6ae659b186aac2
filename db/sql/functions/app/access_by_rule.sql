-- Who may read a case, by the rule: its owner and who works on it for good, who looks in an emergency until that ends,
-- and nobody else from whom its client is kept. app.case_access is this, kept. Cover is not in it: it follows the owner,
-- whose row stays when they are kept from their own client, hidden from them by the policy, for whoever covers for them.
-- Without a search path of its own, so that a question about a few cases reads only these.
create function app.access_by_rule() returns table (case_id uuid, member_id uuid, org_id uuid, owns boolean,
  works boolean, until timestamptz)
language sql stable as $$
  select s.case_id, s.member_id, s.org_id, bool_or(s.owns), bool_or(s.works), max(s.until)
  from (
    select c.id as case_id, c.owner_id as member_id, c.org_id, true as owns, true as works, 'infinity'::timestamptz as until
      from app.cases c
    union all select m.case_id, m.member_id, m.org_id, false, true, 'infinity' from app.case_members m
    union all select l.case_id, l.member_id, c.org_id, false, false, l.ends_at from ctx.looks l
      join app.cases c on c.id = l.case_id) s
  where s.owns or not exists (select from ctx.denied d where d.member_id = s.member_id and d.case_id = s.case_id)
  group by s.case_id, s.member_id, s.org_id
$$;
