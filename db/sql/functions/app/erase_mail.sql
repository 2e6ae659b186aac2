-- A mail that nobody filed is erased by the nightly job: row and key. False for one that was filed: it goes with its case.
create function app.erase_mail(p_mail uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare m app.incoming_mails%rowtype;
begin
  if ctx.role() is distinct from 'service' then raise exception 'a job erases' using errcode = '42501'; end if;
  select * into m from app.incoming_mails x where x.id = p_mail and x.org_id = ctx.org() for update;
  if m.id is null or m.state = 'filed' then return false; end if;
  delete from app.incoming_mails x where x.id = m.id;
  delete from app.data_keys k where k.id = m.key_id;
  return true;
end $$;
