-- What the confirmed rules of an organisation take from a role and from a role of its own built on it, with the
-- conditions, as one text for the context; empty without rules. Never more than app.settable allows.
create function app.lacks_of(p_org uuid, p_role text, p_custom uuid) returns text
language plpgsql stable security definer set search_path = pg_catalog as $$
declare base app.role_changes%rowtype; own app.role_changes%rowtype; taken text[];
begin
  if app.settable(p_role) = '{}' then return ''; end if;
  select * into base from app.role_changes c where c.org_id = p_org and c.kind = 'rules' and c.role = p_role
    and c.custom_role_id is null and c.in_force_at is not null order by c.in_force_at desc, c.id desc limit 1;
  if p_custom is not null then
    select * into own from app.role_changes c where c.org_id = p_org and c.kind = 'rules' and c.role = p_role
      and c.custom_role_id = p_custom and c.in_force_at is not null order by c.in_force_at desc, c.id desc limit 1;
  end if;
  select coalesce(array_agg(x), '{}') into taken from unnest(app.settable(p_role)) x
    where x = any (coalesce(own.taken, '{}'))
      or (x = any (coalesce(base.taken, '{}')) and x <> all (coalesce(own.given, '{}')));
  taken := app.implied(taken);
  if p_role = 'caseworker' then
    if base.own_only or own.own_only then taken := taken || 'own'::text; end if;
    if base.open_only or own.open_only then taken := taken || 'open'::text; end if;
    if least(base.max_days, own.max_days) is not null then
      taken := taken || ('days=' || least(base.max_days, own.max_days));
    end if;
  end if;
  return array_to_string(taken, ',');
end $$;
