-- Records from before this instant can no longer be changed by this person's role; without such a rule, from the
-- beginning of time.
create function ctx.oldest() returns timestamptz language plpgsql stable set search_path = pg_catalog as $$
declare days text := substring(ctx.part(8) from '(?:^|,)days=(\d+)');
begin
  if days is null or ctx.part(3) = 'service' then return '-infinity'; end if;
  return transaction_timestamp() - make_interval(days => days::integer);
end $$;
