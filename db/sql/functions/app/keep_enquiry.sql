-- What she wrote stays as she wrote it. She leaves news, says that she has the code, and takes it back; staff read,
-- answer and decide. What belongs to a case stays with it.
create function app.keep_enquiry() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if tg_op = 'INSERT' then
    if ctx.role() <> 'service' and (ctx.role() <> 'enquirer' or new.state <> 'open' or new.case_id is not null
      or new.read_at is not null or new.seen_at is not null or new.answered_at is not null
      or new.decided_at is not null or new.withdrawn_at is not null) then
      raise exception 'an enquiry begins with whoever asks' using errcode = '42501';
    end if;
    return new;
  end if;
  if (old.id, old.key_id, old.receipt_hash, old.language, old.danger, old.apart, old.words, old.written_at)
    is distinct from (new.id, new.key_id, new.receipt_hash, new.language, new.danger, new.apart, new.words, new.written_at)
    or (old.case_id is not null and (old.case_id, old.state) is distinct from (new.case_id, new.state))
    or (new.state = 'case') <> (new.case_id is not null) then
    raise exception 'what was written stays as it was written' using errcode = '42501';
  end if;
  if ctx.role() = 'enquirer' then
    if (old.read_by, old.read_at, old.seen_at, old.answered_at, old.reason)
      is distinct from (new.read_by, new.read_at, new.seen_at, new.answered_at, new.reason)
      or (old.state <> new.state and new.state <> 'open') then
      raise exception 'staff read and decide' using errcode = '42501';
    end if;
  elsif (old.receipt_noted_at, old.news_at, old.withdrawn_at)
    is distinct from (new.receipt_noted_at, new.news_at, new.withdrawn_at) then
    raise exception 'nobody acts for whoever asks' using errcode = '42501';
  end if;
  return new;
end $$;
