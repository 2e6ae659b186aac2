-- Whether the organisation left this person's role a permission that the code gives it. What was taken away is the
-- eighth part of the context, which was signed when it was entered; a job, a client and an officer lose nothing.
create function ctx.has(permission text) returns boolean language plpgsql stable set search_path = pg_catalog as $$
declare taken text := ctx.part(8);
begin
  return taken is null or position(',' || permission || ',' in ',' || taken || ',') = 0 or ctx.part(3) = 'service';
end $$;
