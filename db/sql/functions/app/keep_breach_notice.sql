-- A notice is marked as sent only as it was reviewed; whoever marks it says so in their own name.
create function app.keep_breach_notice() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if tg_op = 'INSERT' then
    if new.reviewed_at is not null or new.sent_on is not null then
      raise exception 'a notice is reviewed before it is sent' using errcode = '42501';
    end if;
    return new;
  end if;
  if old.sent_on is not null then raise exception 'a notice that was sent stays' using errcode = '42501'; end if;
  if new.sent_on is not null and (old.reviewed_at is null or new.sent_by is distinct from ctx.member()
    or (new.words, new.reviewed_at, new.reviewed_by) is distinct from (old.words, old.reviewed_at, old.reviewed_by)) then
    raise exception 'a notice is reviewed before it is sent' using errcode = '42501';
  end if;
  if new.reviewed_at is not null and new.reviewed_at is distinct from old.reviewed_at
    and (new.reviewed_by is distinct from ctx.member() or new.words is null) then
    raise exception 'a review is of whoever makes it' using errcode = '42501';
  end if;
  return new;
end $$;
