-- The custody ledger of one exhibit: the database numbers and chains the events.
create function app.chain_custody() returns trigger
language plpgsql set search_path = pg_catalog set timezone = 'UTC' as $$
declare last app.custody_events%rowtype;
begin
  perform pg_advisory_xact_lock(hashtextextended(new.exhibit_id::text, 7));
  select * into last from app.custody_events x where x.exhibit_id = new.exhibit_id order by x.seq desc limit 1;
  new.seq := coalesce(last.seq, 0) + 1;
  new.formula := 2;
  new.previous := coalesce(last.hash, sha256(uuid_send(new.exhibit_id)));
  new.hash := app.custody_hash(new);
  return new;
end $$;
