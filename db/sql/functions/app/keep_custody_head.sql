create function app.keep_custody_head() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into app.custody_heads as h (exhibit_id, org_id, case_id, seq, hash)
  values (new.exhibit_id, new.org_id, new.case_id, new.seq, new.hash)
  on conflict (exhibit_id) do update set seq = excluded.seq, hash = excluded.hash;
  return new;
end $$;
