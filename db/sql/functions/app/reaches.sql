-- Whether a row of app.case_access is this person's to see (ctx.reach). One function in the place of four questions: each
-- table that a statement reads brings this policy along, and Postgres prepares all of it each time.
create function app.reaches(reach uuid[], a_case uuid, a_member uuid, owns_open boolean, lasts timestamptz) returns boolean
language plpgsql stable set search_path = pg_catalog as $$
begin
  return reach[1] is not null
    or coalesce(
      lasts > transaction_timestamp()
        and a_case = coalesce(reach[3], a_case)
        and (a_member = reach[2] or owns_open and a_member = any(reach[4:])),
      false
    );
end $$;
