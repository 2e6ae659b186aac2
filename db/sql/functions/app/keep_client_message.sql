-- Nobody writes as the other side, and what was written stays; staff may take back what they wrote.
create function app.keep_client_message() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if tg_op = 'INSERT' then
    if (ctx.role() = 'client') <> (new.writer = 'client') or new.member_id is distinct from ctx.member()
      or (new.writer = 'client' and new.kind <> 'message') or new.withdrawn_at is not null then
      raise exception 'nobody writes as the other side' using errcode = '42501';
    end if;
    return new;
  end if;
  if (to_jsonb(old) - '{withdrawn_by,withdrawn_at}'::text[]) <> (to_jsonb(new) - '{withdrawn_by,withdrawn_at}'::text[])
    or old.writer = 'client' or old.withdrawn_at is not null then
    raise exception 'what was written stays' using errcode = '42501';
  end if;
  return new;
end $$;
