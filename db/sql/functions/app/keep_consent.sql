-- What was agreed stays as it was recorded: it is withdrawn once, and its paper is named once.
create function app.keep_consent() returns trigger language plpgsql set search_path = pg_catalog as $$
declare
  later constant text[] := array['withdrawn_on', 'withdrawn_reason', 'withdrawn_by', 'withdrawn_at', 'exhibit_id'];
begin
  if ctx.role() is null then return new; end if;
  if (to_jsonb(new) - later) is distinct from (to_jsonb(old) - later)
    or (old.withdrawn_at is not null
      and (new.withdrawn_on, new.withdrawn_reason, new.withdrawn_by, new.withdrawn_at)
        is distinct from (old.withdrawn_on, old.withdrawn_reason, old.withdrawn_by, old.withdrawn_at))
    or (old.exhibit_id is not null and new.exhibit_id is distinct from old.exhibit_id) then
    raise exception 'consent stays as it was recorded' using errcode = '42501';
  end if;
  return new;
end $$;
