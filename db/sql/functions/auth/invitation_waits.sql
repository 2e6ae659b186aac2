create function auth.invitation_waits(p_token bytea) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare i app.invitations%rowtype; o uuid := auth.invitation_org(p_token); waits boolean;
begin
  if o is null then return false; end if;
  perform ctx.put(o, null, 'service');
  select * into i from app.invitations x where x.token_hash = sha256(p_token);
  waits := ctx.invitation_waits(i);
  perform ctx.put(o, null, 'none');
  return waits;
end $$;
