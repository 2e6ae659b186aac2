-- Whether a row of app.case_access is this person's to see (ctx.reach, ctx.covers). One question in the place of five: each
-- table that a statement reads brings this policy along, and Postgres prepares all of it each time. Without a search path,
-- which would be set for each row: it names the schema of everything that it uses.
create function app.reaches(reach uuid[], a_org uuid, a_case uuid, a_member uuid, lasts timestamptz)
returns boolean language plpgsql stable as $$
begin
  return coalesce(
    a_org operator(pg_catalog.=) reach[1]
      and (
        reach[2] is not null
        or lasts operator(pg_catalog.>) pg_catalog.transaction_timestamp()
          and a_case operator(pg_catalog.=) coalesce(reach[4], a_case)
          and (a_member operator(pg_catalog.=) reach[3] or a_member operator(pg_catalog.=) any(reach[5:]))
      ),
    false
  );
end $$;
