-- What the API answered is kept for the sake of its token alone: it goes in the transaction in which the token ends, or
-- its member leaves or gets another role. Whoever acts there sees no answer, so it looks as the service and comes back.
create function app.end_answers() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare o uuid := ctx.org(); m uuid := ctx.member(); r text := ctx.role();
begin
  perform ctx.put(new.org_id, m, 'service');
  if tg_table_name = 'members' then
    delete from app.api_answers a using app.api_tokens t
    where a.org_id = new.org_id and t.org_id = new.org_id and t.id = a.token_id and t.member_id = new.id;
  else
    delete from app.api_answers a where a.org_id = new.org_id and a.token_id = new.id;
  end if;
  if o is not null then perform ctx.put(o, m, r); end if;
  return null;
end $$;
