-- A denial stands for every case of the client, also those of colleagues whom its maker does not see.
create function app.keep_denial() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare o uuid := ctx.org(); m uuid := ctx.member(); r text := ctx.role();
begin
  if tg_op = 'UPDATE' then
    if new.lifted_by is distinct from m or new.lifted_at is null then
      raise exception 'a supervisor lifts it in their own name' using errcode = '42501';
    end if;
    delete from ctx.denied d where d.member_id = new.member_id and d.client_id = new.client_id;
    return new;
  end if;
  perform ctx.put(o, m, 'service');
  if new.lifted_at is not null or not exists (
    select 1 from app.cases c where c.org_id = new.org_id and c.id = new.case_id and c.client_id = new.client_id) then
    raise exception 'a denial is set on a case of its client' using errcode = '42501';
  end if;
  -- Held, so that nobody becomes the owner of one of them meanwhile.
  perform 1 from app.cases c where c.org_id = new.org_id and c.client_id = new.client_id order by c.id for update;
  if exists (select 1 from app.cases c where c.org_id = new.org_id and c.client_id = new.client_id
      and c.owner_id = new.member_id and c.closed_at is null) then
    raise exception 'the owner of a case cannot be kept from it' using errcode = '42501';
  end if;
  insert into ctx.denied (member_id, case_id, client_id)
  select new.member_id, c.id, c.client_id from app.cases c where c.org_id = new.org_id and c.client_id = new.client_id;
  delete from ctx.looks l using ctx.denied d
  where l.member_id = new.member_id and d.member_id = new.member_id and d.case_id = l.case_id;
  perform ctx.put(o, m, r);
  return new;
end $$;
