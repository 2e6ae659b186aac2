-- A later case of the same client is kept from them too.
create function app.keep_denied() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into ctx.denied (member_id, case_id, client_id)
  select distinct d.member_id, new.id, d.client_id from ctx.denied d where d.client_id = new.client_id
  on conflict do nothing;
  return null;
end $$;
