-- What narrows a context stays with it: a function that looks as the service and comes back, comes back as narrow as
-- it was. The sixth part of a context says from which session it is, as a keyed hash of the session's id, worth
-- nothing to anybody; it stays when the role of the same person is put again. So does the seventh, the API token. The
-- eighth is what was taken from the role of the person (ctx.has, ctx.limits).
create function ctx.put(org uuid, member uuid, role text) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  before text := coalesce(current_setting('app.ctx', true), '');
  kept text := '';
  mark text := '';
  token text := '';
  taken text := '';
  c text := org::text || '|' || coalesce(member::text, '') || '|' || role || '|' || ctx.stamp();
begin
  -- Only what this transaction signed is taken over. What somebody left in the connection is neither believed nor in the
  -- way of whoever comes next.
  if before <> '' and split_part(before, '|', 4) = ctx.stamp()
    and ctx.sign(before) is not distinct from current_setting('app.sig', true) then
    kept := split_part(before, '|', 5);
    taken := split_part(before, '|', 8);
    if split_part(before, '|', 1) = org::text and split_part(before, '|', 2) = coalesce(member::text, '') then
      mark := split_part(before, '|', 6);
      token := split_part(before, '|', 7);
    end if;
  end if;
  c := rtrim(c || '|' || kept || '|' || mark || '|' || token || '|' || taken, '|');
  perform set_config('app.ctx', c, true);
  perform set_config('app.sig', ctx.sign(c), true);
end $$;
