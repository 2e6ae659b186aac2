-- Nobody writes as the other side.
create function app.keep_enquiry_message() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if (ctx.role() = 'enquirer') <> (new.writer = 'enquirer') or new.member_id is distinct from ctx.member() then
    raise exception 'nobody writes as the other side' using errcode = '42501';
  end if;
  return new;
end $$;
