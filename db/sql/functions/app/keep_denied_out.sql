-- Nobody gives them the case, asks them to take it, or hands them a packet of it. The columns: who, and which case.
create function app.keep_denied_out() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare who uuid := (to_jsonb(new) ->> tg_argv[0])::uuid; which uuid := (to_jsonb(new) ->> tg_argv[1])::uuid;
begin
  if exists (select 1 from ctx.denied d where d.member_id = who
      and (d.case_id = which or (tg_table_name = 'cases' and d.client_id = (to_jsonb(new) ->> 'client_id')::uuid))) then
    raise exception 'this person must not see the case' using errcode = '42501';
  end if;
  return new;
end $$;
