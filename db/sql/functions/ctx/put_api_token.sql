-- As the member, with the id of the token as the seventh part: every entry of the log that is written so names it.
create function ctx.put_api_token(t app.api_tokens, p_role text) returns void
language plpgsql set search_path = pg_catalog as $$
declare c text := t.org_id::text || '|' || t.member_id::text || '|' || p_role || '|' || ctx.stamp() || '||'
  || left(ctx.sign('token|' || t.id::text), 12) || '|' || t.id::text;
begin
  perform set_config('app.ctx', c, true);
  perform set_config('app.sig', ctx.sign(c), true);
end $$;
