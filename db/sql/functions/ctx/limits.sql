-- What app.works counts with: the conditions under which this person's role changes cases, 0 without any.
create function ctx.limits() returns integer language plpgsql stable set search_path = pg_catalog as $$
declare taken text := ctx.part(8);
begin
  if taken is null or ctx.part(3) = 'service' then return 0; end if;
  taken := ',' || taken || ',';
  return case when position(',own,' in taken) > 0 then 1 else 0 end
    + case when position(',open,' in taken) > 0 then 2 else 0 end
    + case when position(',case.write,' in taken) > 0 then 4 else 0 end;
end $$;
