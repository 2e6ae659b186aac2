-- The newest entries of whoever acts, whatever their role may read, and whether one of them is as asked for. What a
-- token did is told apart from what its member did.
create function audit.lately(p_action text, p_subject uuid, p_seconds integer) returns integer
language plpgsql security definer set search_path = pg_catalog as $$
declare o uuid := ctx.org(); m uuid := ctx.member(); r text := ctx.role(); token text := ctx.part(7);
  n integer;
begin
  perform pg_advisory_xact_lock(hashtextextended(o::text || coalesce(m::text, '') || p_action || coalesce(p_subject::text, ''), 11));
  perform ctx.put(o, m, 'service');
  select count(*) into n from (
    select e.at, e.action, e.subject_id from audit.entries e
    where e.org_id = o and e.member_id is not distinct from m
      and e.detail ->> 'apiToken' is not distinct from token order by e.seq desc limit 200) x
  where x.action = p_action and (p_subject is null or x.subject_id = p_subject)
    and x.at > clock_timestamp() - make_interval(secs => p_seconds);
  perform ctx.put(o, m, r);
  return n;
end $$;
