-- What a virus scanner said, behind the walls of its case. A verdict is a job's; letting out is a supervisor's.
do $$
declare
  wide text := '(select ctx.role() in (''supervisor'', ''service''))';
  mine text := '(' || wide || ' or ((select ctx.role() = ''caseworker'') and case_id in (select ctx.my_cases())))';
begin
  perform ctx.wall('app.scans', 'org_id', mine, wide, false);
  perform ctx.let_erase('app.scans', 'case_id');
end $$;
--> statement-breakpoint
create policy look on app.scans for select using (org_id = (select ctx.org())
  and (select ctx.role() = 'caseworker') and case_id in (select ctx.looked_cases()));
--> statement-breakpoint
-- Nobody calls a file clean but the job, and no verdict is taken back.
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
  if old_said <> new_said and (ctx.role() is distinct from 'service' or blank.state <> 'pending') then
    raise exception 'a job writes a verdict, once' using errcode = '42501';
  end if;
  if old_out <> new_out and (ctx.role() is distinct from 'supervisor' or new.let_out_by is distinct from ctx.member()) then
    raise exception 'a supervisor lets out, in their own name' using errcode = '42501';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger keep_scan before insert or update on app.scans for each row execute function app.keep_scan();
