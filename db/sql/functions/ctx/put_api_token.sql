-- As the member, with the id of the token as the seventh part: every entry of the log that is written so names it. The
-- eighth is what was taken from the role of the member: a program does no more than the person.
create function ctx.put_api_token(t app.api_tokens, m app.members) returns void
language plpgsql set search_path = pg_catalog as $$
declare c text := t.org_id::text || '|' || t.member_id::text || '|' || m.role || '|' || ctx.stamp() || '||'
  || left(ctx.sign('token|' || t.id::text), 12) || '|' || t.id::text
  || case when m.lacks = '' then '' else '|' || m.lacks end;
begin
  perform set_config('app.ctx', c, true);
  perform set_config('app.sig', ctx.sign(c), true);
end $$;
