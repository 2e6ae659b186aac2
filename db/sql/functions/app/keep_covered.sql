-- Nothing is handed over, sent on paper or offered by a link that the client does not let this officer have. The
-- functions of the door and the jobs, which act as the service, ask for themselves.
create function app.keep_covered() returns trigger language plpgsql set search_path = pg_catalog as $$
declare
  annex boolean := coalesce((to_jsonb(new) ->> 'with_annex')::boolean, false); at timestamptz;
begin
  if ctx.role() is null or ctx.role() = 'service' then return new; end if;
  if tg_op = 'UPDATE' then
    if not annex or new.annex_until is not distinct from old.annex_until or new.annex_until <= transaction_timestamp() then
      return new;
    end if;
  end if;
  at := (to_jsonb(new) ->> 'sent_at')::timestamptz;
  if new.liaison_id is null or app.cover_of(new.packet_id, new.liaison_id, annex, at) <> 'covered' then
    raise exception 'no release of the client names this officer' using errcode = '42501';
  end if;
  return new;
end $$;
