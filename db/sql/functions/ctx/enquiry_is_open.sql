-- Whether its receipt code opens an enquiry: not once she took it back, and for 90 days after it became a case. Then she
-- has a caseworker.
create function ctx.enquiry_is_open(e app.enquiries) returns boolean
language sql stable set search_path = pg_catalog as $$
  select e.withdrawn_at is null and (e.case_id is null or e.decided_at > clock_timestamp() - interval '90 days')
$$;
