-- Goes from the case's own few tokens to their like by index, not through every token of the house; and asks by itself
-- whether the person works on the case, whoever owns the function.
create or replace function app.matches_elsewhere(p_case uuid)
returns table (owner_kind text, owner_id uuid, field text, keeper uuid, cases integer)
language plpgsql security definer set search_path = pg_catalog as $$
declare o uuid := ctx.org(); r text := ctx.role(); m uuid := ctx.member();
begin
  if r is null or r not in ('caseworker', 'supervisor', 'service') then return; end if;
  perform 1 from app.cases c where c.org_id = o and c.id = p_case
    and (r <> 'caseworker' or c.owner_id = m
      or exists (select 1 from app.case_members w where w.org_id = o and w.case_id = c.id and w.member_id = m));
  if not found then return; end if;
  perform ctx.put(o, m, 'service');
  return query
    with own as materialized (
      select a.id, 'account'::text as kind from app.accounts a where a.org_id = o and a.case_id = p_case
      union all
      select i.id, 'identifier' from app.identifiers i
      where i.org_id = o and i.case_id = p_case and i.removed_at is null),
    held as materialized (
      select t.token, t.field, t.owner_kind, t.owner_id
      from own join app.search_tokens t on t.org_id = o and t.owner_id = own.id and t.owner_kind = own.kind
      where t.match = 'exact'),
    alike as materialized (
      select h.owner_kind, h.owner_id, h.field, x.owner_kind as their_kind, x.owner_id as their_id
      from held h
      join app.search_tokens x on x.org_id = o and x.token = h.token and x.field = h.field and x.match = 'exact'
        and x.owner_id <> h.owner_id
      where x.owner_kind in ('account', 'identifier'))
    select l.owner_kind, l.owner_id, l.field, c.owner_id, count(distinct c.id)::integer
    from alike l
    left join app.accounts a on l.their_kind = 'account' and a.org_id = o and a.id = l.their_id
    left join app.identifiers i on l.their_kind = 'identifier' and i.org_id = o and i.id = l.their_id
      and i.removed_at is null
    join app.cases c on c.org_id = o and c.id = coalesce(a.case_id, i.case_id) and c.id <> p_case
    group by l.owner_kind, l.owner_id, l.field, c.owner_id;
  perform ctx.put(o, m, r);
end $$;
