-- They are not reminded of it either: such a reminder is left out, and the others of the round are made.
create function app.leave_denied_out() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if exists (select 1 from ctx.denied d where d.member_id = new.member_id and d.case_id = new.case_id) then
    return null;
  end if;
  return new;
end $$;
