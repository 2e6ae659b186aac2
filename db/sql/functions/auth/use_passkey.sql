-- A counter that does not rise belongs to a copy: nothing is opened, and the log says so.
create function auth.use_passkey(p_id uuid, p_counter bigint, p_backed_up boolean) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare l auth.logins%rowtype;
begin
  update auth.passkeys p set counter = p_counter, backed_up = p_backed_up, used_at = clock_timestamp()
  where p.id = p_id and (p_counter > p.counter or (p_counter = 0 and p.counter = 0));
  if found then return true; end if;
  select x.* into l from auth.passkeys p join auth.logins x on x.id = p.login_id where p.id = p_id;
  if found then
    perform ctx.put(l.org_id, l.member_id, 'service');
    perform audit.append('factor.copy_refused', l.member_id, null, '{}'::jsonb);
  end if;
  return false;
end $$;
