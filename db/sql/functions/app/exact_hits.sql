-- What exact tokens reach in the whole organisation, also where the person may not look. Ids alone, and the command
-- that asks gives none of them back: the owner of the case and the supervisors are told.
create function app.exact_hits(p_tokens bytea[])
returns table (owner_kind text, owner_id uuid, field text)
language plpgsql security definer set search_path = pg_catalog as $$
declare o uuid := ctx.org(); r text := ctx.role(); c text := current_setting('app.ctx', true);
  s text := current_setting('app.sig', true);
begin
  if r is null or r not in ('caseworker', 'supervisor') then return; end if;
  -- Without the member, so that a client from whom somebody is kept is found too.
  perform ctx.put(o, null, 'service');
  return query
    select distinct t.owner_kind, t.owner_id, t.field from app.search_tokens t
    where t.org_id = o and t.token = any (p_tokens) and t.match = 'exact' limit 100;
  -- The very context, so that what follows is of the same session and token.
  perform set_config('app.ctx', c, true), set_config('app.sig', s, true);
end $$;
