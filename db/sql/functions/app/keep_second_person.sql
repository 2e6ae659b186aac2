-- For every act of two people: the first argument is the column of the first person, the second that of the second
-- one. With a third, `founders`, who joined before the first client may be second person with whoever let them in.
create function app.keep_second_person() returns trigger language plpgsql set search_path = pg_catalog as $$
declare n jsonb := to_jsonb(new); first uuid := (n->>tg_argv[0])::uuid; second uuid := (n->>tg_argv[1])::uuid;
begin
  if first is null or second is null or coalesce(n->>'state', n->>'status', '') in ('refused', 'returned') then
    return new;
  end if;
  if tg_op = 'UPDATE' and to_jsonb(old)->>tg_argv[1] is not distinct from n->>tg_argv[1] then return new; end if;
  if app.is_tied(first, second, transaction_timestamp(), coalesce(tg_argv[2], '') = 'founders') then
    raise exception 'whoever let somebody in is no second person with them for 30 days' using errcode = '42501';
  end if;
  return new;
end $$;
