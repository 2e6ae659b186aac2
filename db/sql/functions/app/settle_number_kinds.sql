-- Brings the kinds of issued numbers that stand on cases to what their numbers say; how many were wrong. Runs as the
-- service. p_cases: null for every case that can be seen here.
create function app.settle_number_kinds(p_cases uuid[]) returns integer
language plpgsql set search_path = pg_catalog as $$
declare wrong integer;
begin
  update app.cases c set number_kinds = k.kinds
  from (select o.id, array(select distinct r.kind from app."references" r
      where r.org_id = o.org_id and r.case_id = o.id and r.state = 'issued' order by 1) as kinds
    from app.cases o where p_cases is null or o.id = any (p_cases)) k
  where c.id = k.id and c.number_kinds is distinct from k.kinds;
  get diagnostics wrong = row_count;
  return wrong;
end $$;
