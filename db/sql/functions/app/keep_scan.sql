-- Nobody calls a file clean but the job, and no verdict is taken back. A file that was called clean is shown again to
-- a scanner whose list has grown.
create function app.keep_scan() returns trigger language plpgsql set search_path = pg_catalog as $$
declare
  blank app.scans;
  old_out jsonb; new_out jsonb; old_said jsonb; new_said jsonb;
begin
  -- Who restores a backup writes rows as they were.
  if current_user = (select pg_get_userbyid(c.relowner) from pg_class c where c.oid = 'app.scans'::regclass) then
    return new;
  end if;
  if tg_op = 'UPDATE' then blank := old; else blank.state := 'pending'; blank.tries := 0; end if;
  old_out := jsonb_build_array(blank.let_out_by, blank.let_out_at, blank.let_out_reason);
  new_out := jsonb_build_array(new.let_out_by, new.let_out_at, new.let_out_reason);
  old_said := jsonb_build_array(blank.state, blank.virus, blank.problem, blank.engine, blank.tries, blank.last_tried_at, blank.scanned_at);
  new_said := jsonb_build_array(new.state, new.virus, new.problem, new.engine, new.tries, new.last_tried_at, new.scanned_at);
  if tg_op = 'UPDATE' and (new.exhibit_id, new.case_id) is distinct from (old.exhibit_id, old.case_id) then
    raise exception 'a scan stays with its exhibit' using errcode = '42501';
  end if;
  -- A list of viruses grows: what was clean is shown again, and may turn out to be none. Nothing becomes clean by that.
  if old_said <> new_said and (ctx.role() is distinct from 'service' or blank.state = 'virus'
      or (blank.state = 'clean' and new.state = 'pending')) then
    raise exception 'a job writes a verdict, and takes none back' using errcode = '42501';
  end if;
  if old_out <> new_out and (ctx.role() is distinct from 'supervisor' or new.let_out_by is distinct from ctx.member()) then
    raise exception 'a supervisor lets out, in their own name' using errcode = '42501';
  end if;
  return new;
end $$;
