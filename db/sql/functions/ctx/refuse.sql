-- A ledger loses a row only while the case or client is erased that it is about; the log never does.
create function ctx.refuse() returns trigger language plpgsql set search_path = pg_catalog as $$
declare o jsonb;
begin
  if tg_op = 'DELETE' and tg_level = 'ROW' and tg_table_schema = 'app'
    and current_user = (select pg_get_userbyid(c.relowner) from pg_class c where c.oid = 'app.erasures'::regclass) then
    o := to_jsonb(old);
    if (o ->> 'case_id')::uuid in (select ctx.erasing()) or (o ->> 'client_id')::uuid in (select ctx.erasing()) then
      return old;
    end if;
  end if;
  raise exception '% is append-only', tg_table_name using errcode = '42501';
end $$;
