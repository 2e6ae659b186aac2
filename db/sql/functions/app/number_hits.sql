-- The numbers of the organisation that are the same, also where the person may not look. Ids alone, and the command
-- that asks gives none of them back: the owner of the case and the supervisors are told.
create function app.number_hits(p_kind text, p_canonical text) returns table (reference_id uuid, case_id uuid)
language plpgsql security definer set search_path = pg_catalog as $$
declare o uuid := ctx.org(); r text := ctx.role(); c text := current_setting('app.ctx', true);
  s text := current_setting('app.sig', true);
begin
  if r is null or r not in ('caseworker', 'supervisor', 'liaison') then return; end if;
  -- Without the member, so that a client from whom somebody is kept is found too.
  perform ctx.put(o, null, 'service');
  return query
    select x.id, x.case_id from app.references x where x.org_id = o and x.kind = p_kind and x.canonical = p_canonical
      and x.state = 'issued' order by x.id limit 100;
  -- The very context, so that what follows is of the same session and token.
  perform set_config('app.ctx', c, true), set_config('app.sig', s, true);
end $$;
