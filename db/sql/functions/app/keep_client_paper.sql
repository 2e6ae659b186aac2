-- Staff offer a paper and may stop asking for it. Only the client answers it, once, and only she takes back what she
-- signed. What her signature became, a job says, once.
create function app.keep_client_paper() returns trigger language plpgsql set search_path = pg_catalog as $$
declare
  later constant text[] := array['answer', 'answered', 'answered_at', 'withdrawn_at', 'recorded_id', 'followed_at',
    'refused', 'ended_at', 'ended_by'];
begin
  if tg_op = 'INSERT' then
    if new.answer is not null or new.answered_at is not null or new.withdrawn_at is not null
      or new.recorded_id is not null or new.followed_at is not null or new.refused is not null
      or new.offered_by is distinct from ctx.member() then
      raise exception 'a paper is offered without an answer' using errcode = '42501';
    end if;
    return new;
  end if;
  if (to_jsonb(new) - later) is distinct from (to_jsonb(old) - later)
    or (old.answer is not null and (old.answer, old.answered, old.answered_at)
      is distinct from (new.answer, new.answered, new.answered_at))
    or (old.withdrawn_at is not null and old.withdrawn_at is distinct from new.withdrawn_at)
    or (old.recorded_id is not null and old.recorded_id is distinct from new.recorded_id)
    or (old.ended_at is not null and (old.ended_at, old.ended_by) is distinct from (new.ended_at, new.ended_by)) then
    raise exception 'a paper stays as it was offered and answered' using errcode = '42501';
  end if;
  if (ctx.role() <> 'client' and (old.answer, old.answered, old.answered_at, old.withdrawn_at)
      is distinct from (new.answer, new.answered, new.answered_at, new.withdrawn_at))
    or (ctx.role() = 'client' and ((old.ended_at, old.ended_by) is distinct from (new.ended_at, new.ended_by)
      or old.ended_at is not null)) then
    raise exception 'only the client answers' using errcode = '42501';
  end if;
  if ctx.role() <> 'service' and (old.recorded_id, old.followed_at, old.refused)
    is distinct from (new.recorded_id, new.followed_at, new.refused) then
    raise exception 'a job says what an answer became' using errcode = '42501';
  end if;
  return new;
end $$;
