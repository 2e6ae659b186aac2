-- Sign-in state is reached only through functions: the application role has no grant on the tables.
create function auth.take(p_key bytea, p_burst double precision, p_per_second double precision) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare left_over double precision;
begin
  insert into auth.buckets as b (key, level, at) values (p_key, p_burst - 1, clock_timestamp())
  on conflict (key) do update set
    level = least(p_burst, b.level + extract(epoch from clock_timestamp() - b.at) * p_per_second) - 1,
    at = clock_timestamp()
    where least(p_burst, b.level + extract(epoch from clock_timestamp() - b.at) * p_per_second) >= 1
  returning level into left_over;
  return left_over is not null;
end $$;
