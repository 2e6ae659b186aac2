-- The keys that only these cases use: their own, those of their packets and annexes, of folders they lie in. The key
-- of a request goes with the case that it is linked to.
create function app.keys_of(p_cases uuid[]) returns uuid[] language plpgsql stable set search_path = pg_catalog as $$
declare f record; part uuid[]; found uuid[] := '{}';
begin
  for f in select con.conrelid::regclass as t, a.attname as key_column from pg_constraint con
    join pg_attribute a on a.attrelid = con.conrelid and a.attnum = any (con.conkey) and a.attname <> 'org_id'
    where con.contype = 'f' and con.confrelid = 'app.data_keys'::regclass
      and exists (select 1 from pg_attribute b where b.attrelid = con.conrelid and b.attname = 'case_id' and not b.attisdropped) loop
    execute format('select array_agg(distinct %I) from %s where case_id = any ($1) and %I is not null',
      f.key_column, f.t, f.key_column) into part using p_cases;
    found := found || coalesce(part, '{}');
  end loop;
  select array_agg(c.key_id) into part from app.cases c where c.id = any (p_cases);
  found := found || coalesce(part, '{}');
  return (select coalesce(array_agg(k.id order by k.id), '{}') from app.data_keys k
    where k.id = any (found) and k.purpose in ('case', 'packet', 'annex', 'export', 'rights', 'client_page', 'enquiry', 'mail'));
end $$;
