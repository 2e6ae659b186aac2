-- What a ledger line hashes to: formula 1 is what lines of before formula 2 were hashed by, formula 2 covers every
-- column.
create function app.custody_hash(e app.custody_events) returns bytea
language sql stable set search_path = pg_catalog set timezone = 'UTC' as $$
  select sha256(e.previous || convert_to((case when e.formula = 1
    then jsonb_build_array(e.seq, e.at, e.action, e."by", e.purpose, e.sha256)
    else jsonb_build_array(e.formula, e.id, e.org_id, e.case_id, e.exhibit_id, e.seq, e.at, e.action, e."by", e.purpose,
      e.sha256, e.details, e.sha256_after, e.derivative_id, e.verified) end)::text, 'UTF8'))
$$;
