-- The client announces and sends; staff decide, once. Nothing that arrived is changed. While a case is
-- stopped for images of a minor, nothing comes in.
create function app.keep_client_file() returns trigger language plpgsql set search_path = pg_catalog as $$
declare may boolean;
begin
  if tg_op = 'INSERT' then
    if ctx.role() not in ('client', 'service') or new.state <> 'announced' or new.file_id is not null or new.decided_at is not null then
      raise exception 'the client announces her file' using errcode = '42501';
    end if;
    if not ctx.takes_files(new.case_id) then
      raise exception 'no file is taken on this case' using errcode = '42501';
    end if;
    return new;
  end if;
  if (old.id, old.case_id, old.page_id, old.size, old.sent_sha256, old.details, old.announced_at)
    is distinct from (new.id, new.case_id, new.page_id, new.size, new.sent_sha256, new.details, new.announced_at)
    or (old.state <> 'announced' and (old.file_id, old.sha256, old.received_at)
      is distinct from (new.file_id, new.sha256, new.received_at)) then
    raise exception 'what was sent stays as it was sent' using errcode = '42501';
  end if;
  may := (ctx.role() = 'client' and old.state = 'announced' and new.state = 'waiting' and new.file_id is not null
      and new.decided_at is null and new.exhibit_id is null)
    or (ctx.role() <> 'client' and old.state in ('waiting', 'set_aside') and new.state in ('accepted', 'set_aside')
      and new.decided_by is not distinct from ctx.member());
  if not may then
    raise exception 'the client sends, and a caseworker decides' using errcode = '42501';
  end if;
  return new;
end $$;
