-- An address is given once and ended once. Whom it is for and its token stay as they were.
create function app.keep_reply_address() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if (old.id, old.case_id, old.token_hash, old.counterpart, old.step, old.made_by, old.made_at)
    is distinct from (new.id, new.case_id, new.token_hash, new.counterpart, new.step, new.made_by, new.made_at)
    or (old.ended_at is not null and (old.ended_by, old.ended_at) is distinct from (new.ended_by, new.ended_at)) then
    raise exception 'a reply address stays as it was given' using errcode = '42501';
  end if;
  return new;
end $$;
