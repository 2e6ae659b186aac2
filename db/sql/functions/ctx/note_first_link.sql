create function ctx.note_first_link(l app.first_links, p_event text, p_note text) returns void
language plpgsql set search_path = pg_catalog as $$
begin
  insert into app.first_link_events (id, org_id, case_id, link_id, event, at, "by", note)
  values (gen_random_uuid(), l.org_id, l.case_id, l.id, p_event, clock_timestamp(), null, p_note);
  perform audit.append('first_link.' || p_event, l.id, l.case_id,
    case when p_note is null then '{}'::jsonb else jsonb_build_object('why', p_note) end);
end $$;
