-- Of whom this person sees the rows of app.case_access, for app.reaches. In this order: the organisation; the same again, if
-- they see all of it; the caseworker that they are; the one case of a pairing. Policies ask it for each table of a
-- statement, so the context is checked once, by the first part, and the others are read from it as it stands.
create function ctx.reach() returns uuid[]
language plpgsql stable set search_path = pg_catalog as $$
declare
  org uuid := ctx.part(1)::uuid;
  parts text[] := string_to_array(current_setting('app.ctx', true), '|');
begin
  if org is null then return '{}'; end if;
  return array[
    org,
    case when parts[3] in ('supervisor', 'service') then org end,
    case when parts[3] = 'caseworker' then nullif(parts[2], '')::uuid end,
    nullif(parts[5], '')::uuid
  ];
end $$;
