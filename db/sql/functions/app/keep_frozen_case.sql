-- Of the case itself: that something happened, and whether somebody is in danger.
create function app.keep_frozen_case() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
-- `sought` is made from the pseudonym only after this.
declare passes text[] := array['last_activity_at', 'risk', 'in_danger', 'danger_since', 'sought', 'number_kinds'];
begin
  if exists (select 1 from ctx.restricted r where r.case_id = old.id) and old.id in (select ctx.frozen_cases())
    and (to_jsonb(new) - passes) is distinct from (to_jsonb(old) - passes) then
    raise exception 'the case is restricted' using errcode = '42501';
  end if;
  return new;
end $$;
