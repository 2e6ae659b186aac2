-- What goes with a permission that is taken away, once and for all: whoever may not see a field makes and opens no paper
-- that prints it. lib/kernel/access/role-rules.ts says the same.
create function app.implied(p_taken text[]) returns text[] language sql immutable set search_path = pg_catalog as $$
  select array(select distinct g from (
    select unnest(p_taken)
    union all select unnest(array['case.open', 'packet.build', 'document.write', 'release.write', 'handover.deliver',
      'client.page', 'rights.write']) where 'case.write' = any (p_taken)
    union all select unnest(array['packet.build', 'document.write', 'handover.deliver'])
      where 'paper.read' = any (p_taken)
    union all select unnest(array['paper.read', 'packet.build', 'document.write', 'handover.deliver'])
      where p_taken && array['field.contact', 'field.identity', 'field.charges']
    union all select 'client.page' where 'field.safety' = any (p_taken)) x(g) order by g)
$$;
