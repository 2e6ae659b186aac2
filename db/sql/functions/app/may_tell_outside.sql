-- Whether another system may learn that something happened on a case: of one that a colleague is kept from, whose data
-- is restricted, or that is stopped for images of a minor, it learns nothing.
create function app.may_tell_outside(p_case uuid) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select p_case is null or not (
    exists (select 1 from ctx.denied d where d.case_id = p_case)
    or exists (select 1 from ctx.restricted r where r.case_id = p_case)
    or exists (select 1 from app.image_stops s where s.case_id = p_case and s.lifted_at is null))
$$;
