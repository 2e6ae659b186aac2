-- Staff offer a paper and may stop asking for it. Only the client answers it, once, and only she takes back what she
-- signed.
create function app.keep_client_paper() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if tg_op = 'INSERT' then
    if new.answer is not null or new.answered_at is not null or new.withdrawn_at is not null
      or new.offered_by is distinct from ctx.member() then
      raise exception 'a paper is offered without an answer' using errcode = '42501';
    end if;
    return new;
  end if;
  if (old.id, old.case_id, old.page_id, old.kind, old.text, old.text_sha256, old.language, old.offered_by, old.offered_at)
    is distinct from (new.id, new.case_id, new.page_id, new.kind, new.text, new.text_sha256, new.language, new.offered_by,
      new.offered_at)
    or (old.answer is not null and (old.answer, old.answered, old.answered_at)
      is distinct from (new.answer, new.answered, new.answered_at))
    or (old.withdrawn_at is not null and old.withdrawn_at is distinct from new.withdrawn_at)
    or (old.ended_at is not null and (old.ended_at, old.ended_by) is distinct from (new.ended_at, new.ended_by)) then
    raise exception 'a paper stays as it was offered and answered' using errcode = '42501';
  end if;
  if (ctx.role() <> 'client' and (old.answer, old.answered, old.answered_at, old.withdrawn_at)
      is distinct from (new.answer, new.answered, new.answered_at, new.withdrawn_at))
    or (ctx.role() = 'client' and ((old.ended_at, old.ended_by) is distinct from (new.ended_at, new.ended_by)
      or old.ended_at is not null)) then
    raise exception 'only the client answers' using errcode = '42501';
  end if;
  return new;
end $$;
