-- As the caseworker of one case and of nothing else: the policies of every table of a case ask app.case_access, whose own
-- policy shows this context the rows of that case alone. A supervisor is no more than that here.
create function ctx.put_pairing(p app.pairings) returns void
language plpgsql set search_path = pg_catalog as $$
declare c text := p.org_id::text || '|' || p.member_id::text || '|caseworker|' || ctx.stamp() || '|' || p.case_id::text
  || '|' || left(ctx.sign('session|' || p.session_id::text), 12);
begin
  perform set_config('app.ctx', c, true);
  perform set_config('app.sig', ctx.sign(c), true);
end $$;
