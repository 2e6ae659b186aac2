-- A refused attempt. Ten a minute of each kind for each person, then one entry that says there were more: a loop does
-- not fill the log. The case is named when it is one of this organisation, also one that the person may not see.
create function audit.note_refusal(p_action text, p_subject uuid, p_aimed uuid, p_detail jsonb) returns bigint
language plpgsql security definer set search_path = pg_catalog as $$
declare o uuid := ctx.org(); m uuid := ctx.member(); r text := ctx.role(); c uuid;
begin
  if p_action not like 'access.%' then raise exception 'not a refusal' using errcode = '42501'; end if;
  if audit.lately(p_action, null, 60) >= 10 then
    return audit.append_seldom('access.repeated', p_subject, null, jsonb_build_object('of', p_action), 60);
  end if;
  perform ctx.put(o, m, 'service');
  select x.id into c from app.cases x where x.org_id = o and x.id = p_aimed;
  perform ctx.put(o, m, r);
  return audit.append(p_action, p_subject, c, p_detail || jsonb_strip_nulls(jsonb_build_object('aimed', p_aimed)));
end $$;
