create function ctx.note_client_page(p app.client_pages, p_event text) returns void
language plpgsql set search_path = pg_catalog as $$
begin
  insert into app.client_page_events (id, org_id, case_id, page_id, event, at, "by")
  values (gen_random_uuid(), p.org_id, p.case_id, p.id, p_event, clock_timestamp(), null);
  perform audit.append('client_page.' || p_event, p.id, p.case_id, '{}'::jsonb);
end $$;
