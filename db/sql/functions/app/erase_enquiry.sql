-- An enquiry without a case is erased: key, rows, and what finds it. By whoever wrote it, at once, or by the nightly job.
-- Looks as the service and leaves the context as it was. False where there is a case: then it goes with the case.
create function app.erase_enquiry(p_enquiry uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare
  c text := current_setting('app.ctx', true); s text := current_setting('app.sig', true);
  e app.enquiries%rowtype; gone boolean := false;
begin
  if not (ctx.role() = 'service' or p_enquiry is not distinct from ctx.enquiry()) then
    raise exception 'whoever wrote it, or a job, erases an enquiry' using errcode = '42501';
  end if;
  perform ctx.put(ctx.org(), null, 'service');
  select * into e from app.enquiries x where x.id = p_enquiry for update;
  if e.id is not null and e.case_id is null then
    delete from auth.enquiry_visits x where x.enquiry_id = e.id;
    delete from auth.enquiry_receipts x where x.enquiry_id = e.id;
    delete from app.enquiries x where x.id = e.id;
    delete from app.data_keys k where k.id = e.key_id;
    gone := true;
  end if;
  perform set_config('app.ctx', c, true);
  perform set_config('app.sig', s, true);
  return gone;
end $$;
