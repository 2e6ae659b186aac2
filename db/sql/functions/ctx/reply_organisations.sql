-- The organisations with a reply address of one of these hashes, for a mail that comes in: ids and nothing else.
create function ctx.reply_organisations(token bytea, hashes bytea[]) returns setof uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare o uuid;
begin
  for o in select * from ctx.organisations(token) loop
    perform ctx.put(o, null, 'service');
    if exists (select 1 from app.reply_addresses a where a.org_id = o and a.token_hash = any (hashes)) then
      return next o;
    end if;
  end loop;
  perform ctx.put(null, null, 'nobody');
end $$;
