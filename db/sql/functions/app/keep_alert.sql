-- Neither of the two whom an alert is about says that it was looked at.
create function app.keep_alert() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if new.acknowledged_by is not null and (new.acknowledged_by = new.member_id or new.acknowledged_by = new.by_id) then
    raise exception 'somebody else looks at an alert' using errcode = '42501';
  end if;
  return new;
end $$;
