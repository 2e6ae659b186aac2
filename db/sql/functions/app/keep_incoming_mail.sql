-- What came in stays as it came; people decide. While a case is stopped for images of a minor, no bytes come in. Without
-- a person it may only be filed as it comes in, and never set aside.
create function app.keep_incoming_mail() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if tg_op = 'INSERT' then
    if new.case_id is not null and new.file_id is not null and not ctx.takes_files(new.case_id) then
      raise exception 'no file is taken on this case' using errcode = '42501';
    end if;
    if new.state = 'set_aside' or new.exhibit_id is not null or new.decided_by is not null
      or (new.state = 'filed') <> new.by_itself then
      raise exception 'a mail comes in, and people decide' using errcode = '42501';
    end if;
    return new;
  end if;
  if (old.id, old.key_id, old.address_id, old.fingerprint, old.message_hash, old.sender_hash, old.received_at, old.size, old.sha256,
      old.file_id, old.facts, old.reasons, old.apart)
    is distinct from (new.id, new.key_id, new.address_id, new.fingerprint, new.message_hash, new.sender_hash, new.received_at, new.size,
      new.sha256, new.file_id, new.facts, new.reasons, new.apart)
    or (old.case_id is not null and old.case_id is distinct from new.case_id)
    or (old.exhibit_id is not null and old.exhibit_id is distinct from new.exhibit_id)
    or not new.attachment_exhibits @> old.attachment_exhibits
    or (new.by_itself and not old.by_itself) then
    raise exception 'what came in stays as it came' using errcode = '42501';
  end if;
  if old.case_id is null and new.case_id is not null and new.file_id is not null
    and not ctx.takes_files(new.case_id) then
    raise exception 'no file is taken on this case' using errcode = '42501';
  end if;
  if ctx.role() not in ('caseworker', 'supervisor') then
    raise exception 'people decide what becomes of a mail' using errcode = '42501';
  end if;
  return new;
end $$;
