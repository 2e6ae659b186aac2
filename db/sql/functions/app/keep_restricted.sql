create function app.keep_restricted() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if tg_op = 'INSERT' then
    if new.lifted_at is null then
      insert into ctx.restricted (case_id, org_id) values (new.case_id, new.org_id) on conflict do nothing;
    end if;
    return null;
  end if;
  if old.lifted_at is null then delete from ctx.restricted r where r.case_id = old.case_id; end if;
  return null;
end $$;
