-- What a row of app.case_access must hold for this person to see it: the organisation for who sees all of it; for a
-- caseworker also the person, that the row lasts (all ones), and in a pairing its one case. Nothing holds what everybody else
-- gets. Policies ask it for each table of a statement, so the context is checked once, by the first part, and the others are
-- read from it as it stands.
create function ctx.reach() returns uuid[]
language plpgsql stable set search_path = pg_catalog as $$
declare
  org uuid := ctx.part(1)::uuid;
  parts text[] := string_to_array(current_setting('app.ctx', true), '|');
begin
  if parts[3] in ('supervisor', 'service') and org is not null then return array[org]; end if;
  if parts[3] = 'caseworker' and org is not null and parts[2] <> '' then
    return array_remove(
      array[org, parts[2]::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid, nullif(parts[5], '')::uuid], null
    );
  end if;
  return array['00000000-0000-0000-0000-000000000000'::uuid];
end $$;
