-- What is being erased in this transaction, for app.erase alone: to everybody else nothing is.
create function ctx.erasing() returns setof uuid language plpgsql stable set search_path = pg_catalog as $$
begin
  if current_user <> (select pg_get_userbyid(c.relowner) from pg_class c where c.oid = 'app.erasures'::regclass) then
    return;
  end if;
  return query select x from app.erasure_requests r, unnest(r.erased_id || r.also) x
    where r.org_id = ctx.org() and r.state = 'released' and r.decided_by <> r.asked_by;
end $$;
