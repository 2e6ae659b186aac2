-- As the caseworker of one case and of nothing else: the policies of every table of a case ask app.case_access, whose own
-- policy shows this context the rows of that case alone. A supervisor is no more than that here.
create function ctx.put_pairing(p app.pairings) returns void
language plpgsql set search_path = pg_catalog as $$
declare taken text; c text := p.org_id::text || '|' || p.member_id::text || '|caseworker|' || ctx.stamp() || '|' || p.case_id::text
  || '|' || left(ctx.sign('session|' || p.session_id::text), 12);
begin
  select m.lacks into taken from app.members m where m.org_id = p.org_id and m.id = p.member_id;
  if taken <> '' then c := c || '||' || taken; end if;
  perform set_config('app.ctx', c, true);
  perform set_config('app.sig', ctx.sign(c), true);
end $$;
