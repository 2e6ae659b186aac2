-- The audit log: one chain for each organisation, written by audit.append() alone. The time is read when it is this
-- entry's turn: along a chain it only goes on, unless the clock does not. An entry of a session has its mark in the
-- chain, behind the detail; one without is hashed without. What came through the API names its token in the detail.
create function audit.append(p_action text, p_subject uuid, p_case uuid, p_detail jsonb) returns bigint
language plpgsql security definer set search_path = pg_catalog set timezone = 'UTC' as $$
declare
  o uuid := ctx.org(); mark text := ctx.part(6); token text := ctx.part(7); h audit.heads%rowtype; at timestamptz;
  said jsonb; digest bytea;
begin
  if o is null then raise exception 'no context' using errcode = '28000'; end if;
  if token is not null then p_detail := p_detail || jsonb_build_object('apiToken', token); end if;
  insert into audit.heads (org_id, seq, hash) values (o, 0, sha256(uuid_send(o))) on conflict do nothing;
  select * into h from audit.heads x where x.org_id = o for update;
  at := clock_timestamp();
  said := jsonb_build_array(h.seq + 1, at, ctx.member(), ctx.role(), p_action, p_subject, p_case, p_detail);
  if mark is not null then said := said || jsonb_build_array(mark); end if;
  digest := sha256(h.hash || convert_to(said::text, 'UTF8'));
  insert into audit.entries (org_id, seq, at, member_id, role, action, subject_id, case_id, detail, previous, hash, session)
  values (o, h.seq + 1, at, ctx.member(), ctx.role(), p_action, p_subject, p_case, p_detail, h.hash, digest, mark);
  update audit.heads x set seq = h.seq + 1, hash = digest where x.org_id = o;
  return h.seq + 1;
end $$;
