-- What was written stays as it was; only the columns that settle a row, which the trigger names, are filled in, once.
create function app.keep_rest() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if to_jsonb(old) ->> tg_argv[0] is not null then
    raise exception '% is settled', tg_table_name using errcode = '42501';
  end if;
  if (to_jsonb(new) - tg_argv) is distinct from (to_jsonb(old) - tg_argv) then
    raise exception 'what stands in % stays', tg_table_name using errcode = '42501';
  end if;
  return new;
end $$;
