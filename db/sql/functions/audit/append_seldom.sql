-- For what happens all the time and is worth one entry: nothing when the same person has one for the same subject.
create function audit.append_seldom(p_action text, p_subject uuid, p_case uuid, p_detail jsonb, p_seconds integer) returns bigint
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if audit.lately(p_action, p_subject, p_seconds) > 0 then return null; end if;
  return audit.append(p_action, p_subject, p_case, p_detail);
end $$;
